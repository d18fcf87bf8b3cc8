"""An error value in place of a figure."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import CellError


def _errors(context: Context) -> Iterator[Found]:
    for row in context.rows:
        for outturn in row.measure.outturns.values():
            if outturn.error:
                yield Found.in_row(
                    row,
                    outturn.cell,
                    f"{row.measure.name}, {outturn.period.words}: the cell shows {outturn.raw}",
                    found=outturn.raw,
                    expected="a figure",
                )


CHECK = Check(
    slug="formula-error",
    severity=Severity.ERROR,
    looks_for="an error value such as #DIV/0! in a value cell",
    question="Does a formula end in an error?",
    mend="Mend the formula, or what it looks at.",
    run=_errors,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, CellError("#DIV/0!")),
        ),
        finds=("D2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, "n/a"),
        ),
    ),
)
