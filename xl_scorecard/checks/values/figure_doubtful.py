"""A figure that may be read in two ways, and so in neither."""

from __future__ import annotations

from xl_scorecard.checks._doubted import doubted
from xl_scorecard.checks.check import Check
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity

CHECK = Check(
    slug="figure-doubtful",
    severity=Severity.ERROR,
    looks_for="words for figures that nothing puts in order",
    question="What does a figure say?",
    mend="Type the figure alone, and its words in the comment.",
    run=doubted(About.VALUE),
    also=(Severity.WARNING,),
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Visits", "95%", "92%", "96%"),
            ("B1", "Audit opinion", "Substantial", "Limited", "Substantial"),
        ),
        finds=("E3",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Visits on time", "95%", Percent(0.91), Percent(0.94)),
            ("B1", "Audit opinion", "Substantial", "Limited", "Substantial"),
        ),
        rules=(
            "{id: A1, name: Visits on time}",
            "{id: B1, name: Audit opinion, scale: [Substantial, Reasonable, Limited, None]}",
        ),
    ),
)
