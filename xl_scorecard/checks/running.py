"""Running the checks that a rule set wants."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.checks.catalogue import CHECKS
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.domain.cell_ref import parse_a1
from xl_scorecard.domain.finding import Checked, Finding, NotLookedAt


def run_checks(context: Context) -> Checked:
    """The findings of every check that is on, worst first, then in sheet order.

    A check stands aside for a sheet of which it does not know what it needs to.
    """
    unknown = {table.sheet: table.grid.unknown for table in context.scorecard.tables}
    findings: list[Finding] = []
    not_looked_at: list[NotLookedAt] = []
    for check in CHECKS:
        if check.slug in context.rule_set.checks.off:
            continue
        aside = frozenset(sheet for sheet in unknown if unknown[sheet].intersection(check.needs))
        to_look_at = replace(context, aside=aside) if aside else context
        findings.extend(_stamped(found, check, context) for found in check.run(to_look_at))
        not_looked_at.extend(
            NotLookedAt(check.slug, aspect, sheet)
            for sheet in unknown
            for aspect in (*check.needs, *check.looks_at)
            if aspect in unknown[sheet]
        )
    return Checked(_worst_first(findings, context), not_looked_at)


def _stamped(found: Found, check: Check, context: Context) -> Finding:
    """What was found as a finding of its check, counting as the rule set says."""
    set_to = context.rule_set.checks.severity.get(check.slug)
    return Finding(
        check.slug,
        set_to or found.severity or check.severity,
        found.message,
        found.sheet,
        found.cell,
        found.indicator,
        found.found,
        found.expected,
    )


def _worst_first(findings: list[Finding], context: Context) -> list[Finding]:
    """Sorted by severity, sheet and row; in one row, as the checks are listed."""
    order = {table.sheet: i for i, table in enumerate(context.scorecard.tables)}

    def place(finding: Finding) -> tuple[int, int, int]:
        row, _ = parse_a1(finding.cell) if finding.cell else (0, 0)
        return finding.severity.rank, order.get(finding.sheet or "", len(order)), row

    return sorted(findings, key=place)
