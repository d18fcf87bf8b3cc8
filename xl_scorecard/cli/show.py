"""Outcomes in words, for people who read a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.outcome import Outcome


def result_lines(outcome: Outcome) -> Iterator[str]:
    """What came of a workbook: where it is, counts by status, findings by severity."""
    if outcome.outcome == "failed":
        return
    if outcome.outcome == "not_done":
        yield f"{outcome.path}: not done"
        return
    where = "" if outcome.output in (None, outcome.path) else f" -> {outcome.output}"
    kept = "".join(f"; {words}" for words in outcome.kept)
    yield f"{outcome.path}: {outcome.outcome}{where}{kept}"
    if outcome.rules is None:
        return
    yield f"  {outcome.period}, rules {outcome.rules}"
    counts = Counter(indicator.status for indicator in outcome.indicators)
    order = sorted(
        counts, key=lambda s: (s in ("not_rated", "no_data"), _concern(outcome, s), -counts[s])
    )
    statuses = ", ".join(f"{counts[status]} {status.replace('_', ' ')}" for status in order)
    yield f"  {how_many(len(outcome.indicators), 'indicator')}: {statuses}"
    yield f"  findings: {_severities(outcome) or 'none'}"


def findings_lines(outcome: Outcome) -> Iterator[str]:
    """Every finding of a workbook, one a line, then how many."""
    if outcome.outcome == "failed":
        return
    if outcome.outcome == "not_done":
        yield f"{outcome.path}: not done"
        return
    for finding in outcome.findings:
        place = f"{finding.sheet}!{finding.cell}" if finding.cell else finding.sheet or ""
        reason = f" ({finding.reason})" if finding.reason else ""
        accepted = f" accepted{reason}" if finding.accepted else ""
        yield (
            f"{outcome.path}: {place}: {finding.severity.value}: {finding.message} "
            f"[{finding.check}]{accepted}"
        )
    yield f"{outcome.path}: {outcome.period}: {_severities(outcome) or 'no findings'}"


def _concern(outcome: Outcome, status: str) -> int:
    return next((i.concern for i in outcome.indicators if i.status == status), 0)


def _severities(outcome: Outcome) -> str:
    counts = Counter(finding.severity for finding in outcome.findings if not finding.accepted)
    words = [
        how_many(counts[severity], severity.value)
        for severity in (Severity.ERROR, Severity.WARNING)
        if counts[severity]
    ]
    if counts[Severity.INFO]:
        words.append(f"{counts[Severity.INFO]} for information")
    accepted = sum(finding.accepted for finding in outcome.findings)
    if accepted:
        words.append(f"{accepted} accepted")
    return ", ".join(words)
