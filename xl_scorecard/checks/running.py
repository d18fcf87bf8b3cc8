"""Running the checks that a rule set wants."""

from __future__ import annotations

from xl_scorecard.checks.catalogue import CHECKS
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.domain.cell_ref import parse_a1
from xl_scorecard.domain.finding import Finding


def run_checks(context: Context) -> list[Finding]:
    """The findings of every check that is on, worst first, then in sheet order."""
    settings = context.rule_set.checks
    findings = [
        _stamped(found, check, context)
        for check in CHECKS
        if check.slug not in settings.off
        for found in check.run(context)
    ]
    return _worst_first(findings, context)


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
