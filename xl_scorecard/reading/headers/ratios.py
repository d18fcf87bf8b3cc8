"""Columns worked out from a figure and its target: what of the plan was achieved, the variance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.below import Below
from xl_scorecard.reading.headers.heading import Heading
from xl_scorecard.reading.words.headings import (
    is_weak_tolerance,
    says_of_plan,
    says_percent,
    says_share,
)

_FEWEST_ROWS = 2
_MOST = 0.8
_ROUNDED = 0.0051
"""Half a per cent: ratios are shown without decimals."""
_LARGEST = 5
"""Five times the plan: more is a figure."""
_MAY_BE = (None, Role.OTHER, Role.OUTTURN, Role.TOLERANCE, Role.RAG)
_FIGURES = (None, Role.OUTTURN, Role.RAG)


def not_ratios(below: Below, headings: list[Heading]) -> list[Heading]:
    """The headings, but for those of columns that compare the figure with the target beside it:
    they hold no figure, whatever they are called.

    Below one period such a column is told by its numbers, else by its words; elsewhere it is none
    of those that are headed by a period. What is one below most periods is one below each.
    """
    settled: dict[int, Heading] = {}
    groups = list(_groups(headings))
    for group in groups:
        targets = [h for h in group if h.role is Role.TARGET]
        for heading in sorted(group, key=_by_words):
            others = [h for h in group if h is not heading and h.index not in settled]
            if _may_be_ratio(heading) and _compares(below, heading, targets, others):
                settled[heading.index] = replace(heading, role=Role.CHANGE)
    settled |= _alike(groups, settled)
    return [settled.get(h.index, h) for h in headings]


def _alike(groups: list[list[Heading]], settled: Mapping[int, Heading]) -> dict[int, Heading]:
    """The columns that are called as those settled below most other periods: a slip or a gap among
    the figures of one period makes no figure of its `%`."""
    called: defaultdict[str, list[Heading]] = defaultdict(list)
    for heading in (h for group in groups for h in group if h.groups and h.under is not None):
        called[tidy(heading.own)].append(heading)
    return {
        h.index: replace(h, role=Role.CHANGE)
        for same in called.values()
        if 2 * sum(h.index in settled for h in same) > len(same)
        for h in same
        if h.index not in settled and _may_be_ratio(h)
    }


def _groups(headings: list[Heading]) -> Iterator[list[Heading]]:
    """The headings below each period, and those below none."""
    groups: defaultdict[object, list[Heading]] = defaultdict(list)
    for heading in headings:
        below_one = bool(heading.groups) and heading.under is not None
        groups[(heading.groups, heading.under) if below_one else None].append(heading)
    return (group for group in groups.values() if any(h.role is Role.TARGET for h in group))


def _by_words(heading: Heading) -> int:
    """What is called a ratio is looked at first: of three numbers any is worked out from two."""
    return 0 if says_of_plan(heading.own) else 1 if says_share(heading.own) else 2


def _may_be_ratio(heading: Heading) -> bool:
    if heading.by_rule or heading.role not in _MAY_BE:
        return False
    if heading.role is Role.TOLERANCE and not is_weak_tolerance(heading.own):
        return False  # what is called Tolerance happens to be what one figure is short by
    return bool(heading.groups) or heading.words is None


def _compares(
    below: Below, heading: Heading, targets: list[Heading], others: list[Heading]
) -> bool:
    """Whether a column compares one of the others with a target."""
    figures = [h for h in others if h.role in _FIGURES and not says_of_plan(h.own)]
    seen = False
    for target in targets:
        for figure in figures:
            agrees, rows = _agreement(below, heading, figure, target)
            seen = seen or rows >= _FEWEST_ROWS
            if agrees:
                return True
    if says_of_plan(heading.own) and heading.role is not Role.RAG:
        return any(h.role is not Role.RAG for h in figures)
    # "%" beside a plan and what came of it; beside a count it is the share which that is part of
    silent = (None, Role.OUTTURN) if heading.groups else (Role.OUTTURN,)
    beside = [h for h in figures if h.role in silent and not says_share(h.own)]
    return not seen and says_percent(heading.own) and bool(beside) and not heading.words


def _agreement(below: Below, ratio: Heading, figure: Heading, target: Heading) -> tuple[bool, int]:
    """Whether a column compares figure and target in most rows; how many rows have the three."""
    shown, came, meant = (below.numbers(h.index) for h in (ratio, figure, target))
    rows = shown.keys() & came.keys() & meant.keys()
    may_differ = len(rows) - max(_FEWEST_ROWS, _MOST * len(rows))
    differ = 0
    for row in rows:
        if differ > may_differ:
            break
        differ += not _is_ratio(shown[row], came[row], meant[row])
    return differ <= may_differ, len(rows)


def _is_ratio(shown: float, came: float, meant: float) -> bool:
    difference = came - meant
    near = max(abs(difference) * _ROUNDED, 1e-4)
    if 2 * abs(shown) <= abs(meant) and abs(abs(shown) - abs(difference)) <= near:
        return True
    if not meant or not came:
        return False
    shares = (came / meant, meant / came, difference / meant, -difference / meant)
    return any(
        abs(shown) <= _LARGEST * by and abs(shown - share * by) <= _ROUNDED * by
        for share in shares
        for by in (1.0, 100.0)
    )
