"""A figure or target that may be read in two ways, and so in neither."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity


def _doubtful(context: Context) -> Iterator[Found]:
    for doubt, indicator in context.doubts(About.SCALE, About.VALUE):
        yield Found.doubted(doubt, indicator)


CHECK = Check(
    slug="figure-doubtful",
    severity=Severity.ERROR,
    looks_for="a target kept otherwise than its figures, grades that nothing puts in order",
    question="What does a figure say, and on which scale is its target?",
    run=_doubtful,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Visits", "95%", 310, 305),
            ("B1", "Audit opinion", "Substantial", "Limited", "Substantial"),
        ),
        finds=("C2", "E3"),
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
