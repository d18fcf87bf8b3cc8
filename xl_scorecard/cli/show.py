"""Outcomes in words, for people who read a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.outcome import FindingResult, Outcome

_DONE = ("refreshed", "cleared", "checked", "unchanged")
_LAST = {"not_done": "not done", "failed": "failed"}


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
    yield f"  {_by_what(outcome)}"
    statuses = ", ".join(
        f"{count} {status.replace('_', ' ')}" for status, count in outcome.statuses.items()
    )
    yield f"  {how_many(sum(outcome.statuses.values()), 'indicator')}: {statuses}"
    yield f"  findings: {_severities(outcome.findings) or 'none'}"
    for note in outcome.notes:
        yield f"  note: {note}"


def findings_lines(outcome: Outcome) -> Iterator[str]:
    """Every finding of a workbook, one a line, then how many."""
    if outcome.outcome == "failed":
        return
    if outcome.outcome == "not_done":
        yield f"{outcome.path}: not done"
        return
    for finding in outcome.findings:
        yield f"{outcome.path}: {finding_line(finding)}"
    for note in outcome.notes:
        yield f"{outcome.path}: note: {note}"
    found = _severities(outcome.findings) or "no findings"
    yield f"{outcome.path}: {_by_what(outcome)}: {found}"


def finding_line(finding: FindingResult) -> str:
    """A finding: its place, severity, message and check, and why it was accepted."""
    place = f"{finding.sheet}!{finding.cell}" if finding.cell else finding.sheet or ""
    reason = f" ({finding.reason})" if finding.reason else ""
    accepted = f" accepted{reason}" if finding.accepted else ""
    return f"{place}: {finding.severity.value}: {finding.message} [{finding.check}]{accepted}"


def totals_line(outcomes: Sequence[Outcome]) -> str:
    """What came of several workbooks in all: outcomes, those that failed last, and findings."""
    counts: Counter[str] = Counter(outcome.outcome for outcome in outcomes)
    words = [f"{counts[word]} {word}" for word in _DONE if counts[word]]
    words += [f"{counts[word]} {said}" for word, said in _LAST.items() if counts[word]]
    line = f"{how_many(len(outcomes), 'workbook')}: {', '.join(words)}"
    if all(outcome.rules is None for outcome in outcomes):
        return line  # nothing was checked
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    return f"{line}; findings: {_severities(findings) or 'none'}"


def _by_what(outcome: Outcome) -> str:
    """The period, the rule set, and what earlier quarters a workbook was held against."""
    words = [outcome.period or ""]
    if outcome.rules is not None:
        words.append(f"rules {outcome.rules}")
    earlier = [f"{each.workbook} ({each.period})" for each in outcome.held_against]
    if earlier:
        words.append(f"held against {' and '.join(earlier)}")
    return ", ".join(words)


def _severities(findings: Sequence[FindingResult]) -> str:
    counts = Counter(finding.severity for finding in findings if not finding.accepted)
    words = [
        how_many(counts[severity], severity.value)
        for severity in (Severity.ERROR, Severity.WARNING)
        if counts[severity]
    ]
    if counts[Severity.INFO]:
        words.append(f"{counts[Severity.INFO]} for information")
    accepted = sum(finding.accepted for finding in findings)
    if accepted:
        words.append(f"{accepted} accepted")
    return ", ".join(words)
