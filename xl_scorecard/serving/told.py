"""What the task pane shows of an outcome."""

from __future__ import annotations

from itertools import islice
from typing import Any

from xl_scorecard.button.counts import counted, open_findings
from xl_scorecard.checks.catalogue import CHECKS
from xl_scorecard.checks.check import MEND
from xl_scorecard.domain.outcome import FindingResult, Outcome
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words.reading import parse_period
from xl_scorecard.overview.facts import look_of

_OFFERED = 4
_MENDS = {check.slug: check.mend for check in CHECKS}


def told(outcome: Outcome) -> dict[str, Any]:
    """A sentence, the periods to choose from, counts by status and the findings, worst first."""
    concern = {item.status: item.concern for item in outcome.indicators}
    looks = {status: look_of(status, concern[status]) for status in outcome.statuses}
    undone = "" if outcome.outcome != "checked" else " Nothing was written."
    found = sorted(open_findings(outcome), key=lambda finding: finding.severity.rank)
    return {
        "sentence": f"{counted(outcome)}.{undone}",
        "periods": _periods(outcome.period),
        "statuses": [
            {"word": looks[status].word, "count": count,
             "fill": looks[status].fill, "text": looks[status].text}
            for status, count in outcome.statuses.items()
        ],
        "findings": [_finding(finding) for finding in found],
        "accepted": len(outcome.findings) - len(found),
    }  # fmt: skip


def _finding(finding: FindingResult) -> dict[str, Any]:
    return {
        "severity": finding.severity.value,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "message": finding.message,
        "mend": _MENDS.get(finding.check) or MEND,
    }


def _periods(last: str | None) -> list[str]:
    """A period and those before it, in words."""
    read = parse_period(last or "")
    if read is None or read.period is None:
        return []
    return [period.words for period in islice(_back_from(read.period), _OFFERED)]


def _back_from(period: Period) -> Any:
    while True:
        yield period
        period = period.previous
