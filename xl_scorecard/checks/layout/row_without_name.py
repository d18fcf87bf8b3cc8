"""A row of figures among the indicators whose name is blank."""

from __future__ import annotations

from xl_scorecard.checks._doubted import doubted
from xl_scorecard.checks.check import Check
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity

CHECK = Check(
    slug="row-without-name",
    severity=Severity.WARNING,
    looks_for="a figure of the reported period in a row that has no name",
    question="Is an indicator left out because nothing names its row?",
    mend="Name the row, or take its figures out.",
    run=doubted(About.ROW),
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.82)),
            (None, None, Percent(0.8), Percent(0.6), Percent(0.64)),
            ("B1", "Plans reviewed", Percent(0.9), Percent(0.8), Percent(0.85)),
        ),
        finds=("E3",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.82)),
            (None, "Target", None, Percent(0.8), Percent(0.8)),
            ("B1", "Plans reviewed", Percent(0.9), Percent(0.8), Percent(0.85)),
        ),
    ),
)
