"""A running total that is below what it was earlier in the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.running_total import only_climbs
from xl_scorecard.domain.scorecard import Measure

_FEWEST, _FEWEST_BY_PACE = 4, 5
_GROWN = 1.5


def _falls(context: Context) -> Iterator[Found]:
    for row in context.rows:
        for year in _years(row.measure):
            slip = _slip(year, to_date=row.measure.basis is Basis.YEAR_TO_DATE)
            if slip is None:
                continue
            at, before = row.measure.outturns[slip], _before(year, slip)
            was = row.measure.outturns[before]
            message = (
                f"{row.measure.name}: runs on through the year, but {at.raw} for {slip.words} is "
                f"less than {was.raw} for {before.words}"
            )
            yield Found.in_row(row, at.cell, message, found=at.raw, expected=f"more than {was.raw}")


def _years(measure: Measure) -> Iterator[dict[Period, float]]:
    """The figures of each year and length, in order."""
    years: defaultdict[tuple[Grain, int], dict[Period, float]] = defaultdict(dict)
    for period in sorted(measure.outturns):
        value = measure.outturns[period].value
        if value is not None and period.grain is not Grain.YEAR:
            years[period.grain, period.financial_year][period] = value
    yield from years.values()


def _slip(year: Mapping[Period, float], *, to_date: bool) -> Period | None:
    """The one figure without which the others only grow, as a running total does; whether it is
    one, a heading says or the pace at which they grow."""
    order = sorted(year)
    values = [year[period] for period in order]
    falls = [at for at in range(1, len(values)) if values[at] < values[at - 1]]
    if len(values) < (_FEWEST if to_date else _FEWEST_BY_PACE) or len(falls) != 1:
        return None
    for at in (falls[0], falls[0] - 1):
        rest = {period: year[period] for period in order if period != order[at]}
        left = list(rest.values())
        grows = all(one < other for one, other in pairwise(left))
        if grows and 0 < _GROWN * left[0] <= left[-1] and (to_date or only_climbs(rest)):
            return order[falls[0]]
    return None


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
