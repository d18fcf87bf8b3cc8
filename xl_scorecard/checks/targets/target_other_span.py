"""A target for another stretch of time than the figure beside it."""

from __future__ import annotations

from xl_scorecard.checks._doubted import doubted
from xl_scorecard.checks.check import Check
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity

CHECK = Check(
    slug="target-other-span",
    severity=Severity.WARNING,
    looks_for="a year's target beside a quarter's count, and the like: not held against each other",
    question="Is the target for the whole year, and the figure for a quarter?",
    mend="Set a target for the same span of time as the figure.",
    run=doubted(About.SPAN),
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Annual target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Number of referrals received", 1200, 310, 305),
        ),
        finds=("C2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q3 2018/19 target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Number of referrals received", 300, 310, 305),
        ),
    ),
)
