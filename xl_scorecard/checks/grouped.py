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


def grouped(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, those of a check that say the same of an indicator in several periods as one.

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
        yield _as_one(found)
        return
    by_row: defaultdict[int, list[Finding]] = defaultdict(list)
    for finding in found:
        by_row[parse_a1(finding.cell or "A1")[0]].append(finding)
    for of_row in by_row.values():
        if _distinct(of_row):
            yield _as_one(of_row)
        else:
            yield from of_row


def _distinct(found: Sequence[Finding]) -> bool:
    periods = [period for finding in found for period in finding.periods]
    return len(set(periods)) == len(periods)


def _as_one(found: Sequence[Finding]) -> Finding:
    if len(found) == 1:
        return found[0]
    oldest_first = sorted(found, key=lambda finding: finding.periods)
    latest = oldest_first[-1]
    periods = tuple(period for finding in oldest_first for period in finding.periods)
    since = f"so in {len(periods)} periods since {periods[0].words}"
    return replace(latest, message=f"{latest.message.rstrip('.')}; {since}", periods=periods)
