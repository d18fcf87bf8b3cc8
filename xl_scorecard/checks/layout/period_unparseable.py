"""A column of figures whose heading gives no period."""

from __future__ import annotations

from xl_scorecard.checks._doubted import doubted
from xl_scorecard.checks.check import Check
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity

CHECK = Check(
    slug="period-unparseable",
    severity=Severity.ERROR,
    also=(Severity.WARNING,),
    looks_for="a column of figures whose heading is blank, or misspelt so that it names no period",
    question="Are the newest figures below a heading such as Decmber 18, or below none?",
    mend="Head the column with its period, such as Q3 2018/19 or Dec 2018.",
    run=doubted(About.HEADING),
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Oct-18", "Nov-18", "Decmber 18"),
            ("A1", "Children waiting", 26, 24, 22),
            ("B1", "Referrals", 310, 305, 301),
        ),
        finds=("E1",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Oct-18", "Nov-18", "Weight"),
            ("A1", "Children waiting", 26, 24, 22),
            ("B1", "Referrals", 310, 305, 301),
        ),
    ),
)
