"""A rule whose indicator has no row, under its own name or one much like it."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.indicators._for_others import meant_for_others
from xl_scorecard.checks.indicators._meant import rule_meant
from xl_scorecard.domain.finding import Severity


def _rows_gone(context: Context) -> Iterator[Found]:
    off = "indicator-no-rule" in context.rule_set.checks.off
    if not off and meant_for_others(context) is not None:
        return  # said in one line
    meant = [rule for row in context.rows if (rule := rule_meant(row.measure, context))]
    for rule in context.scorecard.missing_rules:
        if rule in meant:
            continue  # its row is there under another name, which is a finding
        yield Found(
            f"{rule.id}, {rule.name}: has a rule but no row in the workbook",
            sheet=context.scorecard.tables[0].sheet,
            indicator=rule.id,
            expected=f"a row for {rule.id}",
        )


_RULES = ("{id: A1, name: Children waiting}", "{id: B1, name: Referrals}")
CHECK = Check(
    slug="rule-no-indicator",
    severity=Severity.WARNING,
    looks_for="a rule whose indicator has no row",
    question="Was a row taken out, or is its rule no longer needed?",
    mend="Put the row back, or take the rule out of the rule set.",
    run=_rows_gone,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, 22),
        ),
        rules=_RULES,
        finds=("Scorecard",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, 22),
            ("B1", "Referrals", 310, 305),
        ),
        rules=_RULES,
    ),
)
