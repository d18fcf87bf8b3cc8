"""Years that start in another month than the rule set says, or in one that nothing says."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity


def _of_year(context: Context) -> Iterator[Found]:
    for doubt, indicator in context.doubts(About.YEAR):
        yield Found.doubted(doubt, indicator)


CHECK = Check(
    slug="period-year",
    severity=Severity.ERROR,
    looks_for="years that start in another month than the rule set says, or that could",
    question="Is Q3 2023 the quarter to December, or that to September?",
    run=_of_year,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Full year 2022", "Q1 2023", "Q2 2023"),
            ("A1", "Children waiting", 30, 26, 24),
        ),
        finds=("C1",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "2022/23", "Q1 2023/24", "Q2 2023/24"),
            ("A1", "Children waiting", 30, 26, 24),
        ),
    ),
    also=(Severity.WARNING,),
)
