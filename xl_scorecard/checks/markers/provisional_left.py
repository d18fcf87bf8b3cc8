"""A figure that is still marked provisional two years on."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.marks import Mark

_MONTHS_BEFORE_FINAL = 24


def _provisional(context: Context) -> Iterator[Found]:
    for row in context.rows:
        for outturn in row.measure.outturns.values():
            age = context.period.end - outturn.period.end
            if Mark.PROVISIONAL not in outturn.flags or age < _MONTHS_BEFORE_FINAL:
                continue
            yield Found.in_row(
                row,
                outturn.cell,
                f'{row.measure.name}, {outturn.period.words}: "{outturn.raw}" is still '
                "provisional after two years; type the final figure",
                found=outturn.raw,
                expected="the final figure",
            )


CHECK = Check(
    slug="provisional-left",
    severity=Severity.WARNING,
    looks_for="a figure still marked provisional two years on",
    question="Is the final figure known by now?",
    mend="Write the final figure, or take the mark off.",
    run=_provisional,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q3 2016/17", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", "27 [p]", 24, 22),
        ),
        finds=("C2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q3 2016/17", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 27, "24 [p]", 22),
        ),
    ),
)
