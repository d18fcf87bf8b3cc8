"""One finding, not twelve: the same slip in many periods of a row is told once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from xl_scorecard.domain.cell_ref import parse_a1
from xl_scorecard.domain.finding import Finding

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_VARIES = re.compile(rf"(?:\b(?:{_MONTHS}) (?=\d)|\b[A-Z]{{1,3}}(?=\d)|[-+−]?[£$€]?\d[\d.,/]*%?)+")
"""What a message says otherwise of one period than of another: figures, periods and cells."""
MANY = 4
"""As many periods of a row as make what a check finds in them one slip; fewer are each named."""


def grouped(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, those of a check that say the same of an indicator in many periods as one.

    It stands at the cell of the latest, with that one's figures, and says how many periods there
    are and since when; `periods` has them all. The order is that of their first.
    """
    together: defaultdict[object, list[Finding]] = defaultdict(list)
    for number, finding in enumerate(findings):
        alone = finding.indicator is None or finding.cell is None or len(finding.periods) != 1
        together[number if alone else _says(finding)].append(finding)
    return [each for found in together.values() for each in _told(found)]


def _says(finding: Finding) -> object:
    """What is the same of one slip in all periods."""
    said = _VARIES.sub("#", finding.message)
    return finding.check, finding.severity, finding.sheet, finding.indicator, said


def _told(found: Sequence[Finding]) -> Iterator[Finding]:
    """Findings that say the same; where a period comes twice they are of several rows."""
    if _distinct(found):
        yield from _once(found)
        return
    by_row: defaultdict[int, list[Finding]] = defaultdict(list)
    for finding in found:
        by_row[parse_a1(finding.cell or "A1")[0]].append(finding)
    for of_row in by_row.values():
        yield from _once(of_row) if _distinct(of_row) else of_row


def _distinct(found: Sequence[Finding]) -> bool:
    periods = [period for finding in found for period in finding.periods]
    return len(set(periods)) == len(periods)


def _once(found: Sequence[Finding]) -> Sequence[Finding]:
    """The findings of one row in as many periods: of many only the latest."""
    if len(found) < MANY:
        return found
    oldest_first = sorted(found, key=lambda finding: finding.periods)
    first, latest = oldest_first[0], oldest_first[-1]
    periods = tuple(period for finding in oldest_first for period in finding.periods)
    since = f"so in {len(periods)} periods since {periods[0].words} ({first.cell} to {latest.cell})"
    return [replace(latest, message=f"{latest.message.rstrip('.')}; {since}", periods=periods)]
