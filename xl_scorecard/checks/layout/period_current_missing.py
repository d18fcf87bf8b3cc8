"""A title that names another period than the figures are of, or a period of errors alone."""

from __future__ import annotations

from xl_scorecard.checks._doubted import doubted
from xl_scorecard.checks.check import Check
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity

CHECK = Check(
    slug="period-current-missing",
    severity=Severity.ERROR,
    looks_for="a title, sheet or file that names a period without figures, or one of errors alone",
    question="Does the title say Q3 while the last figures are those of Q2?",
    mend="Fill in the period's figures, or correct the title.",
    run=doubted(About.PERIOD),
    triggers=Example(
        rows=(
            ("Scorecard Quarter 3 2018/19", None, None, None),
            ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19"),
            ("A1", "Children waiting", 26, 24),
        ),
        finds=("A2",),
    ),
    passes=Example(
        rows=(
            ("Scorecard Quarter 2 2018/19", None, None, None),
            ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19"),
            ("A1", "Children waiting", 26, 24),
        ),
    ),
    also=(Severity.WARNING, Severity.INFO),
)
