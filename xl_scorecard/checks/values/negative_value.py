"""A count, rate or share below 0, where nothing in its name says that it can be."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks._stated import stated_otherwise
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.marks import Mark


def _negative(context: Context) -> Iterator[Found]:
    for row in context.rows:
        for outturn in row.measure.outturns.values():
            if Mark.BELOW_0 in outturn.flags:
                figure = stated_otherwise(outturn, row.measure)
                yield Found.in_row(
                    row,
                    outturn.cell,
                    f"{row.measure.name}, {outturn.period.words}: {figure} is below 0, so it is "
                    "not rated",
                    found=figure,
                    expected="0 or more",
                )


_RULES = (
    "{id: A1, name: Children waiting, unit: count}",
    "{id: B1, name: Net change, unit: count}",
)
CHECK = Check(
    slug="negative-value",
    severity=Severity.ERROR,
    looks_for="a count, time or share below 0",
    question="Is there less than none of something?",
    mend="Correct the figure.",
    run=_negative,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, -22),
            ("B1", "Net change", 3, 2),
        ),
        rules=_RULES,
        finds=("D2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, 0),
            ("B1", "Net change", 3, -2),
        ),
        rules=_RULES,
    ),
)
