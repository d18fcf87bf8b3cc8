"""Part of a child: a count with decimals in a row of whole numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.scorecard import Measure, Outturn

_FEWEST_WHOLE = 3
_WHOLE_TO_EACH = 3
_NOT_EXACT = frozenset((Mark.ESTIMATED, Mark.FORECAST, Mark.APPROXIMATE))


def _not_whole(context: Context) -> Iterator[Found]:
    names = lexicon().names
    in_parts = words_of(names.in_parts, names.levels, names.adding_rates)
    for row in context.rows:
        measure = row.measure
        if measure.unit is not Unit.COUNT or in_parts.search(plain_name(measure)):
            continue
        for outturn in _odd(measure):
            figure = stated(outturn, measure)
            yield Found.in_row(
                row,
                outturn.cell,
                f"{measure.name}, {outturn.period.words}: {figure} is no whole number, as the "
                "other counts of this row are",
                found=figure,
                expected="a whole number",
            )


def _odd(measure: Measure) -> Iterator[Outturn]:
    """The few with decimals among whole ones of the same length or longer: the months of whole
    quarters are whole, where of a quarter's mean over months nothing is said. Zeros may be blanks,
    and prove nothing."""
    if all(outturn.value is None or _is_whole(outturn) for outturn in measure.outturns.values()):
        return
    by_grain: dict[Grain, list[Outturn]] = defaultdict(list)
    for period, outturn in sorted(measure.outturns.items()):
        if outturn.value and not _NOT_EXACT.intersection(outturn.flags):
            by_grain[period.grain].append(outturn)
    longer = 0
    for grain in sorted(by_grain, reverse=True):
        odd = [o for o in by_grain[grain] if not _is_whole(o)]
        whole = len(by_grain[grain]) - len(odd)
        if whole + longer >= max(_FEWEST_WHOLE, _WHOLE_TO_EACH * len(odd)) and whole >= len(odd):
            yield from odd
        longer = longer + whole if not odd else 0


def _is_whole(outturn: Outturn) -> bool:
    """Whether a count is whole, but for what computing left behind its point."""
    return outturn.value is not None and abs(outturn.value - round(outturn.value)) < 1e-6


_HEADINGS = ("Ref", "Measure", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
CHECK = Check(
    slug="count-not-whole",
    severity=Severity.WARNING,
    looks_for="a count with decimals in a row of whole numbers",
    question="Are there 2,160.4 children?",
    mend="Correct the count, or its unit in the rule set.",
    run=_not_whole,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Children in Need", 2138, 2201, 2184, 2160.4)),
        rules=("{id: A1, name: Children in Need, unit: count}",),
        finds=("F2",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children in Need", 2138, 2201, 2184, 2160),
            ("B1", "Social workers in post (FTE)", 212, 210, 214, 213.6),
            ("C1", "Residual waste (kg for each household)", 118, 121, 120, 120.4),
        ),
        rules=(
            "{id: A1, name: Children in Need, unit: count}",
            "{id: B1, name: Social workers in post (FTE), unit: count}",
            "{id: C1, name: Residual waste (kg for each household), unit: count}",
        ),
    ),
)
