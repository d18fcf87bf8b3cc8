"""A percentage or rate of nothing: stated where its denominator is 0."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._counts import counts_of
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.finding import Severity


def _of_nothing(context: Context) -> Iterator[Found]:
    for row in context.rows:
        tops, bases = counts_of(row, context)
        nothing = {period: base for period, base in bases.items() if base.value == 0}
        for period, base in nothing.items():
            top, outturn = tops.get(period), row.measure.outturns.get(period)
            if outturn is None or outturn.value is None:
                continue
            if top is not None and top.value:
                continue  # something of nothing: it is the base that is wrong
            figure = stated(outturn, row.measure)
            yield Found.in_row(
                row,
                outturn.cell,
                f"{row.measure.name}, {period.words}: {figure} is stated, but {base.cell} says "
                "that there were no cases; type No cases instead",
                found=figure,
                expected="No cases",
            )


_RULES = (
    "{id: A1, name: Reviews in time, unit: percent, numerator: A1-N, denominator: A1-D}",
    "{id: A1-N, name: in time, unit: count}",
    "{id: A1-D, name: reviews due, unit: count}",
)
_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19")
_COUNTS = (("A1-N", "in time", 3, 0), ("A1-D", "reviews due", 4, 0))
CHECK = Check(
    slug="denominator-zero",
    severity=Severity.WARNING,
    looks_for="a percentage or rate stated where its denominator is 0",
    question="Was nothing done, or was there nothing to do?",
    mend="Write n/a or a marker in place of the figure, or correct the denominator.",
    run=_of_nothing,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Reviews in time", Percent(0.75), Percent(0)), *_COUNTS),
        rules=_RULES,
        finds=("D2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Reviews in time", Percent(0.75), "No cases"), *_COUNTS),
        rules=_RULES,
    ),
)
