"""A column of figures whose heading gives no period."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity


def _unparseable(context: Context) -> Iterator[Found]:
    for doubt, indicator in context.doubts(About.HEADING):
        yield Found.doubted(doubt, indicator)


CHECK = Check(
    slug="period-unparseable",
    severity=Severity.ERROR,
    looks_for="a column of figures whose heading is blank, or misspelt so that it names no period",
    question="Are the newest figures below a heading such as Decmber 18, or below none?",
    run=_unparseable,
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
