"""Something in the rule set that nothing is done with yet."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.not_used_yet import not_used_yet


def _unused(context: Context) -> Iterator[Found]:
    for unused in not_used_yet(context.rule_set):
        sheet = context.scorecard.tables[0].sheet
        yield Found(f"In the rule set: {unused.message}", sheet=sheet)


_ROWS = (
    ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
    ("A1", "Children waiting", 24, 22),
)
CHECK = Check(
    slug="rule-not-used-yet",
    severity=Severity.INFO,
    looks_for="something in the rule set that nothing is done with yet",
    question="Does the rule set ask for something that is not done yet?",
    mend="Nothing needs doing: it is read, and not used yet.",
    run=_unused,
    triggers=Example(
        rows=_ROWS,
        rules=("{id: A1, name: Children waiting, unit: count, benchmarks: {england: 20}}",),
        finds=("Scorecard",),
    ),
    passes=Example(rows=_ROWS, rules=("{id: A1, name: Children waiting, unit: count}",)),
)
