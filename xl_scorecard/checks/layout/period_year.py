"""Years that start in another month than the rule set says, or in one that nothing says."""

from __future__ import annotations

from xl_scorecard.checks._doubted import doubted
from xl_scorecard.checks.check import Check
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity

CHECK = Check(
    slug="period-year",
    severity=Severity.ERROR,
    looks_for="years that start in another month than the rule set says, or that could",
    question="Is Q3 2023 the quarter to December, or that to September?",
    mend="Write the year as 2018/19, or say in the rule set when it starts.",
    run=doubted(About.YEAR),
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
