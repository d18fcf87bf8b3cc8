"""Running the checks that a rule set wants."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.checks.catalogue import CHECKS
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.each_once import each_once
from xl_scorecard.checks.own.run import run_own
from xl_scorecard.domain.cell_ref import parse_a1
from xl_scorecard.domain.finding import Checked, Finding, NotLookedAt, Severity
from xl_scorecard.domain.rule_set import CrossCheck


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
        told = each_once(list(check.run(to_look_at)), context)
        findings.extend(_stamped(found, check, context) for found in told)
        not_looked_at.extend(
            NotLookedAt(check.slug, aspect, sheet)
            for sheet in unknown
            for aspect in (*check.needs, *check.looks_at)
            if aspect in unknown[sheet]
        )
    for own in context.rule_set.checks.rules:
        if own.id not in context.rule_set.checks.off:
            findings.extend(_stamped_own(found, own, context) for found in run_own(own, context))
    return Checked(_worst_first(findings, context), not_looked_at)


def _stamped(found: Found, check: Check, context: Context) -> Finding:
    """What was found as a finding of its check, counting as the rule set says."""
    set_to = context.rule_set.checks.severity.get(check.slug)
    return _as_finding(found, check.slug, set_to or found.severity or check.severity)


def _as_finding(found: Found, word: str, severity: Severity) -> Finding:
    return Finding(
        word,
        severity,
        found.message,
        found.sheet,
        found.cell,
        found.indicator,
        found.found,
        found.expected,
    )


def _stamped_own(found: Found, own: CrossCheck, context: Context) -> Finding:
    """What a check of the rule set's own found; that it could not look is for information."""
    set_to = context.rule_set.checks.severity.get(own.id, own.severity)
    return _as_finding(found, own.id, found.severity or set_to)


def _worst_first(findings: list[Finding], context: Context) -> list[Finding]:
    """Sorted by severity, sheet and row; in one row, as the checks are listed."""
    order = {table.sheet: i for i, table in enumerate(context.scorecard.tables)}

    def place(finding: Finding) -> tuple[int, int, int]:
        row, _ = parse_a1(finding.cell) if finding.cell else (0, 0)
        return finding.severity.rank, order.get(finding.sheet or "", len(order)), row

    return sorted(findings, key=place)
