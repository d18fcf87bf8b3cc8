"""Columns below one period: which of them holds its figure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.heading import Heading
from xl_scorecard.reading.words.headings import says_count, says_share
from xl_scorecard.reading.words.row_names import says_whole


def in_their_groups(headings: list[Heading]) -> list[Heading]:
    """The headings with the figure of each group made out.

    `No.` beside `%` is what the percentage is of; beside `England` or `Target` the one heading
    that says nothing else, such as the council's own name, is the figure.
    """
    groups: defaultdict[object, list[Heading]] = defaultdict(list)
    for heading in headings:
        if heading.groups and heading.under is not None:
            groups[heading.groups, heading.under].append(heading)
    settled: dict[int, Heading] = {}
    for group in groups.values():
        for heading in [*_counts_beside_shares(group), *_only_silent(group)]:
            settled[heading.index] = heading
    return [settled.get(heading.index, heading) for heading in headings]


def _counts_beside_shares(group: list[Heading]) -> list[Heading]:
    if not any(h.role is Role.OUTTURN and says_share(h.own) for h in group):
        return []
    counts = [h for h in group if h.role is Role.OUTTURN and says_count(h.own)]
    wholes = [h for h in group if h.role in (None, Role.OTHER) and says_whole(h.own)]
    return [
        *(replace(h, role=Role.NUMERATOR) for h in counts),
        *(replace(h, role=Role.DENOMINATOR, words=h.under) for h in wholes),
    ]


def _only_silent(group: list[Heading]) -> list[Heading]:
    silent = [h for h in group if h.role is None]
    judged = any(h.role in (Role.BENCHMARK, Role.TARGET, Role.RAG) for h in group)
    if len(silent) != 1 or not judged or any(h.role is Role.OUTTURN for h in group):
        return []
    return [replace(silent[0], role=Role.OUTTURN, words=silent[0].under)]
