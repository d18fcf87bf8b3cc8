"""A figure that may be read in two ways, and so in neither."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xl_scorecard.checks._doubted import doubted
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.marks import Mark

_FEWEST, _MOST_GRADES, _LONGEST = 4, 6, 3
_SIDED = (Polarity.HIGH, Polarity.LOW)


def _doubtful(context: Context) -> Iterator[Found]:
    yield from doubted(About.VALUE)(context)
    for row in context.rows:
        measure = row.measure
        if measure.polarity not in _SIDED or any(d.about is About.VALUE for d in measure.doubts):
            continue
        typed = [o for o in measure.outturns.values() if o.value is not None or o.raw]
        words = [o for o in typed if Mark.NOT_UNDERSTOOD in o.flags]
        if len(words) == len(typed) and _are_grades([o.raw.casefold() for o in words]):
            latest = max(words, key=lambda o: o.period)
            found = Found.in_row(
                row,
                latest.cell,
                f"{measure.name}: its figures are words such as {latest.raw}, which nothing puts "
                "in order, so that it counts as without data; write them in the rule set, best "
                "first, as scale: [...]",
                found=latest.raw,
                expected="scale: [best, ..., worst]",
            )
            yield replace(found, severity=Severity.INFO)


def _are_grades(words: list[str]) -> bool:
    """Whether a few short words come again and again, as the grades of a scale do."""
    few = set(words)
    short = all(len(word.split()) <= _LONGEST for word in few)
    return short and len(words) >= _FEWEST and 1 < len(few) <= min(_MOST_GRADES, len(words) // 2)


CHECK = Check(
    slug="figure-doubtful",
    severity=Severity.ERROR,
    looks_for="words for figures that nothing puts in order",
    question="What does a figure say?",
    mend="Type the figure alone, and its words in the comment.",
    run=_doubtful,
    also=(Severity.WARNING, Severity.INFO),
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
