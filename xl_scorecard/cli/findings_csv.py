"""Findings as a table for other programs: a row each, as comma-separated values (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from xl_scorecard.domain.outcome import FindingResult, Outcome
from xl_scorecard.tidy.files import safe

COLUMNS = (
    "workbook", "rules", "period", "severity", "check", "sheet", "cell", "indicator", "message",
    "found", "expected", "periods", "accepted", "reason",
)  # fmt: skip


def findings_csv(outcomes: Iterable[Outcome]) -> str:
    """The findings of all workbooks, a row each below the names of the columns.

    A spreadsheet would take text that begins with = + - @ for a formula: it begins with ' instead,
    which is shown as nothing there.
    """
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(COLUMNS)
    for outcome in outcomes:
        for finding in outcome.findings:
            table.writerow([safe(text or "") for text in _row(outcome, finding)])
    return written.getvalue()


def _row(outcome: Outcome, finding: FindingResult) -> tuple[str | None, ...]:
    return (
        outcome.path,
        outcome.rules,
        outcome.period,
        finding.severity.value,
        finding.check,
        finding.sheet,
        finding.cell,
        finding.indicator,
        finding.message,
        finding.found,
        finding.expected,
        "; ".join(finding.periods),
        "yes" if finding.accepted else "no",
        finding.reason,
    )
