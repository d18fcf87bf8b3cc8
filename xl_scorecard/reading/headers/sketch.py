"""A first look at a row that may be a header: its columns' words, not yet completed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.period_words import parse_headings
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.below import Below
from xl_scorecard.reading.headers.groups import in_their_groups
from xl_scorecard.reading.headers.heading import Heading, Stack, names_period, read_heading
from xl_scorecard.reading.headers.ratios import not_ratios
from xl_scorecard.reading.headers.stacks import (
    MAX_HEADER_ROWS,
    reaches_further_down,
    stacks,
    top_of,
)
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import speaks_of_figures

_LONGEST_HEADING = 120
_NAMES = (Role.INDICATOR, Role.REFERENCE)
_BY_PERIOD = (Role.OUTTURN, Role.RAG)


@dataclass(frozen=True)
class Sketch:
    """A row that may be the lowest of a header, with the rows above it that belong to it."""

    top: int
    bottom: int
    headings: list[Heading]

    @property
    def roles(self) -> set[Role]:
        """The roles that headings name."""
        return {h.role for h in self.headings if h.role not in (None, Role.OUTTURN, Role.OTHER)}

    @property
    def score(self) -> tuple[int, int]:
        """How much it says: distinct roles and periods, then rows."""
        periods = {h.words for h in self.headings if h.role is Role.OUTTURN and h.words}
        return 2 * len(self.roles) + min(len(periods), 12), self.bottom - self.top

    @property
    def named(self) -> bool:
        """Whether a heading before figures says where the indicators' names or references are."""
        figures = max((h.index for h in self.headings if h.role in _BY_PERIOD), default=0)
        return any(h.role in _NAMES and h.index < figures for h in self.headings)

    @property
    def figures(self) -> bool:
        """Whether there are columns that hold figures, or ratings by period."""
        return any(
            h.role is Role.OUTTURN or (h.role is Role.RAG and h.words is not None)
            for h in self.headings
        )


def sketch_header(grid: Grid, bottom: int, words: HeadingWords) -> Sketch | None:
    """The header whose lowest row is `bottom`, or None where that row is clearly none."""
    if reaches_further_down(grid, bottom):
        return None
    top = top_of(grid, bottom)
    headings = _headings(stacks(grid, top, bottom), words)
    if headings is None or 5 * sum(map(_is_no_heading, headings)) > len(headings):
        return None
    headings = not_ratios(Below(grid, bottom), _settled_by_rule(headings))
    headings = in_their_groups(headings)
    if top < bottom and not any(_says(h) for h in headings if grid.shown(bottom, h.index)):
        return None  # the lowest row says nothing: a section's name below the header
    sketch = Sketch(top, bottom, headings)
    return sketch if sketch.figures else None


def _headings(columns: dict[int, list[Cell]], words: HeadingWords) -> list[Heading] | None:
    """The heading of each column; None where one shows that the row lies below a header."""
    found: list[Stack] = []
    for index, cells in columns.items():
        stack = Stack(index, cells, words)
        if stack.is_below_names:
            return None
        found.append(stack)
    said = parse_headings([stack.value for stack in found], words.starts)
    return [read_heading(stack, when) for stack, when in zip(found, said, strict=True)]


def may_head_figures(grid: Grid, words: HeadingWords) -> Callable[[int], bool]:
    """Whether a cell in a row or just above it could stand over figures: a quick look, each row
    looked at once, to pass over most of those that may be the lowest of a header."""

    @cache
    def could(row: int) -> bool:
        return any(_could_head(cell, words) for cell in grid.by_row.get(row, ()))

    return lambda bottom: any(map(could, range(max(bottom - MAX_HEADER_ROWS, 0) + 1, bottom + 1)))


def _could_head(cell: Cell, words: HeadingWords) -> bool:
    """Whether what a cell says could stand above figures."""
    text = cell.text
    if words.role(text) in (Role.OUTTURN, Role.RAG) or names_period(cell, words):
        return True
    return bool(text) and speaks_of_figures(text)


def _says(heading: Heading) -> bool:
    return heading.role not in (None, Role.OTHER) or heading.words is not None


def _is_no_heading(heading: Heading) -> bool:
    """Whether a cell holds what no heading does: a number that is no period, an error, an essay."""
    own = heading.own
    number = heading.words is None and own.replace(".", "", 1).lstrip("-").isdigit()
    return number or not own or len(own) > _LONGEST_HEADING


def _settled_by_rule(headings: list[Heading]) -> list[Heading]:
    """Where the rule set names a role's heading, no other heading has that role."""
    settled = {h.role for h in headings if h.by_rule} - {Role.OUTTURN, Role.BENCHMARK}
    return [
        replace(h, role=Role.OTHER) if h.role in settled and not h.by_rule else h for h in headings
    ]
