"""A running total that is below what it was earlier in the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.running_total import only_climbs
from xl_scorecard.domain.scorecard import Measure

_FEWEST, _FEWEST_BY_PACE = 4, 5
_GROWN = 1.5
Years = list[dict[Period, float]]


def _falls(context: Context) -> Iterator[Found]:
    for row in context.rows:
        for year, slip in _slips(row.measure):
            at, before = row.measure.outturns[slip], _before(year, slip)
            was = row.measure.outturns[before]
            message = (
                f"{row.measure.name}: runs on through the year, but {at.raw} for {slip.words} is "
                f"less than {was.raw} for {before.words}"
            )
            yield Found.in_row(row, at.cell, message, found=at.raw, expected=f"more than {was.raw}")


def _slips(measure: Measure) -> Iterator[tuple[dict[Period, float], Period]]:
    """The figures that a running total falls at, each with those of its year. What its rule or the
    sheet says it covers counts for more than its shape."""
    adds_up = _is_said_to_add_up(measure)
    to_date = adds_up or measure.basis is Basis.YEAR_TO_DATE
    if not to_date and (measure.basis is not None or _is_a_level(measure)):
        return
    years = _years(measure)
    for year in years:
        if not _fallen(year.items()):
            continue
        slip = _lone_fall(year, years) if to_date else None
        if slip is not None and not adds_up and not any(map(only_climbs, years)):
            slip = None  # a rate to date may fall; not one that ran on all through another year
        slip = slip or _slip(year, to_date=to_date)
        if slip is not None:
            yield year, slip


def _years(measure: Measure) -> Years:
    """The figures of each year and length, in order; none of a row that never falls just once in
    one: it is no running total, or a sound one."""
    years: defaultdict[tuple[Grain, int], list[tuple[Period, float]]] = defaultdict(list)
    for period, outturn in sorted(measure.outturns.items(), key=_end):
        if outturn.value is not None and period.grain is not Grain.YEAR:
            years[period.grain, period.financial_year].append((period, outturn.value))
    once = any(len(_fallen(year)) == 1 for year in years.values())
    return [dict(year) for year in years.values()] if once else []


def _end(item: tuple[Period, object]) -> int:
    return item[0].end


def _slip(year: Mapping[Period, float], *, to_date: bool) -> Period | None:
    """The one figure without which the others only grow, as a running total does; whether it is
    one, a heading says or the pace at which they grow."""
    order = list(year)
    falls = _fallen(year.items())
    if len(order) < (_FEWEST if to_date else _FEWEST_BY_PACE) or len(falls) != 1:
        return None
    at = order.index(falls[0])
    for left_out in (at, at - 1):
        rest = {period: year[period] for period in order if period != order[left_out]}
        left = list(rest.values())
        grows = all(one < other for one, other in pairwise(left))
        if grows and 0 < _GROWN * left[0] <= left[-1] and (to_date or only_climbs(rest)):
            return falls[0]
    return None


def _lone_fall(year: Mapping[Period, float], years: Years) -> Period | None:
    """The one fall of a row whose figures grow otherwise, however few the year has so far."""
    alike = [other for other in years if next(iter(other)).grain is next(iter(year)).grain]
    falls = [period for other in alike for period in _fallen(other.items())]
    if len(falls) != 1 or falls[0] not in year:
        return None
    steps = sum(len(other) - 1 for other in alike)
    grown = sum(one < two for other in alike for one, two in pairwise(other.values()))
    return falls[0] if grown == steps - 1 > 0 else None


def _fallen(year: Iterable[tuple[Period, float]]) -> list[Period]:
    """The periods of a year in order whose figure is below the one before."""
    return [now for (_, was), (now, is_now) in pairwise(year) if is_now < was]


def _is_a_level(measure: Measure) -> bool:
    """Whether its name speaks of what there is, or of a share or rate, which adds up to nothing."""
    names, name = lexicon().names, tidy(measure.name)
    return any(words_of(said).search(name) is not None for said in (names.stocks, names.levels))


def _is_said_to_add_up(measure: Measure) -> bool:
    """Whether its rule, or its name where neither rule nor sheet has a basis, says that it is a
    total to date, and not a share or rate. A heading above all rows says so of what is open at the
    end of a month too."""
    if measure.unit not in (None, Unit.COUNT, Unit.CURRENCY) or _is_a_level(measure):
        return False
    rule = measure.rule
    if rule is not None and rule.basis is not None:
        return rule.basis is Basis.YEAR_TO_DATE
    if measure.basis not in (None, Basis.YEAR_TO_DATE):
        return False
    bases, to_date = lexicon().bases, Basis.YEAR_TO_DATE
    said = (*bases.phrases.get(to_date, ()), *bases.names.get(to_date, ()))
    return words_of(said).search(measure.name.casefold()) is not None


def _before(year: Mapping[Period, float], slip: Period) -> Period:
    return max(period for period in year if period < slip)


_HEADINGS = ("Ref", "Measure", "Q1 2018/19 YTD", "Q2 2018/19 YTD", "Q3 2018/19 YTD",
             "Q4 2018/19 YTD")  # fmt: skip
CHECK = Check(
    slug="cumulative-falls",
    severity=Severity.WARNING,
    looks_for="a running total that falls within its year",
    question="Is a year to date less than it was a quarter before?",
    mend="Correct the running total, or say in the rule set that it is none.",
    run=_falls,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Visits made", 110, 225, 214, 450)),
        finds=("E2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Visits made", 110, 225, 334, 450)),
    ),
)
