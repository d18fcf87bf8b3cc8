"""An arrow that was typed over a break of the series."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.travel._typed import says_a_move
from xl_scorecard.domain.compared import NotCompared
from xl_scorecard.domain.finding import Severity


def _across(context: Context) -> Iterator[Found]:
    for row in context.rows:
        measure = row.measure
        typed = measure.typed_travel
        if row.not_compared is not NotCompared.BREAK or row.value is None:
            continue
        if typed is None or not says_a_move(typed):
            continue
        yield Found.in_row(
            row,
            typed.ref,
            f"{measure.name}: {typed.text} is typed, but the series breaks before "
            f"{row.period.words}, and the figures on its two sides are not to be compared",
            found=typed.text,
            expected="no arrow",
        )


_RULES = "{{id: A1, name: Children seen, unit: percent, good_is: high, breaks: [{0}]}}"
_ROWS = (
    ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "DoT"),
    ("A1", "Children seen", Percent(0.7), Percent(0.763), Percent(0.864), "↑"),
)
CHECK = Check(
    slug="dot-across-break",
    severity=Severity.WARNING,
    looks_for="a typed direction of travel over a break of the series",
    question="Is an arrow up only because the way of counting changed?",
    mend="Take the arrow out; say in the comment that the series was broken.",
    run=_across,
    triggers=Example(rows=_ROWS, rules=(_RULES.format("2018/19 Q3"),), finds=("F2",)),
    passes=Example(rows=_ROWS, rules=(_RULES.format("2018/19 Q2"),)),
)
