"""How an outcome is summed up for the officer, wherever it is told."""

from __future__ import annotations

from collections.abc import Iterable

from xl_scorecard.domain.bands import NO_DATA, NOT_RATED
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.outcome import FindingResult, Outcome


def open_findings(outcome: Outcome) -> list[FindingResult]:
    """The findings that nobody accepted."""
    return [finding for finding in outcome.findings if not finding.accepted]


def counted(outcome: Outcome) -> str:
    """Period, indicators rated and in need of attention, and findings; without a full stop."""
    written = outcome.outcome != "checked"
    rated = sum(item.status not in (NOT_RATED, NO_DATA) for item in outcome.indicators)
    concern = sum(item.concern > 0 for item in outcome.indicators)
    found = len(open_findings(outcome))
    accepted = len(outcome.findings) - found
    apart = f" and {accepted} accepted" if accepted and written else ""
    would_be = "" if written else "would be "
    return (
        f"{outcome.period}: {how_many(rated, 'indicator')} {would_be}rated, {concern} in need of "
        f"attention, {how_many(found, 'finding')}{apart}"
    )


def question_of_errors(findings: Iterable[FindingResult]) -> str | None:
    """What is asked before anything is written where rows have errors; None where none has."""
    errors = [each for each in findings if each.severity == "error" and not each.accepted]
    if not errors:
        return None
    rows = len({(error.sheet, error.indicator) for error in errors})
    return (
        f"{how_many(len(errors), 'error')} in {how_many(rows, 'row')}: figures look wrong or "
        "contradict what is typed. Refresh all the same? The Checks sheet will name each with "
        "its cell."
    )
