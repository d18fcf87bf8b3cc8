"""A first look at a row that may be a header: its columns' words, not yet completed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import parse_headings, parse_period
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.groups import in_their_groups
from xl_scorecard.reading.headers.heading import Heading, apart, read_heading
from xl_scorecard.reading.headers.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import role_of, speaks_of_figures

MAX_HEADER_ROWS = 4
_MAX_COLUMNS = 1_000
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
    if any(b.first_row <= bottom < b.last_row <= bottom + MAX_HEADER_ROWS for b in grid.merged):
        return None  # a heading reaches further down
    above = range(max(bottom - MAX_HEADER_ROWS, 0) + 1, bottom + 1)
    near = [cell for row in above for cell in grid.by_row.get(row, ())]
    if not any(_may_head_figures(cell, words) for cell in near):
        return None
    top = _top(grid, bottom)
    stacks = {
        index: stack
        for index in range(1, min(grid.last_column, _MAX_COLUMNS) + 1)
        if (stack := _stack(grid, index, top, bottom))
    }
    said = parse_headings([stack[0].value for stack in stacks.values()], words.starts)
    headings = []
    for (index, stack), when in zip(stacks.items(), said, strict=True):
        heading = read_heading(index, stack, when, words)
        if heading is None:
            return None
        headings.append(heading)
    if 5 * sum(map(_is_no_heading, headings)) > len(headings):
        return None
    headings = in_their_groups(_settled_by_rule(headings))
    if top < bottom and not any(_says(h) for h in headings if grid.shown(bottom, h.index)):
        return None  # the lowest row says nothing: a section's name below the header
    sketch = Sketch(top, bottom, headings)
    return sketch if sketch.figures else None


def _may_head_figures(cell: Cell, words: HeadingWords) -> bool:
    """Whether a cell could be above figures: a quick look, to pass over most rows."""
    if isinstance(cell.value, bool):
        return False
    if parse_period(cell.value, words.starts) is not None or len(apart(cell, words.starts)) > 1:
        return True
    text = cell.text
    role = role_of(text, words.extra) if text else None
    return role in (Role.OUTTURN, Role.RAG) or (bool(text) and speaks_of_figures(text))


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


def _top(grid: Grid, bottom: int) -> int:
    """How far up the header reaches: vertical merges and group headings above it."""
    top = bottom
    while top > 1 and bottom - top + 1 < MAX_HEADER_ROWS:
        reaches = [
            b.first_row
            for b in grid.merged
            if b.first_row < top <= b.last_row <= bottom and bottom - b.first_row < MAX_HEADER_ROWS
        ]
        if reaches:
            top = min(reaches)
        elif _groups_above(grid, top - 1, bottom):
            top -= 1
        else:
            break
    return top


def _groups_above(grid: Grid, row: int, bottom: int) -> bool:
    """Whether a row holds group headings: over several of the columns, not a lone title."""
    texts = {
        cell.column: cell
        for cell in grid.by_row.get(row, ())
        if cell.text or isinstance(cell.value, float | dt.date)
    }
    if not texts:
        return False
    below = {cell.column for cell in grid.by_row.get(bottom, ())}
    merged = [b for b in grid.merged if b.first_row == row and b.last_column > b.first_column]
    whole = [b for b in merged if b.last_column - b.first_column + 1 >= max(len(below) - 1, 3)]
    if len(texts) == 1:
        return (bool(merged) and not whole) or _is_year(next(iter(texts.values())))
    return not whole


def _is_year(cell: Cell) -> bool:
    words = parse_period(cell.value)
    return words is not None and words.period is not None and words.period.grain is Grain.YEAR


def _stack(grid: Grid, index: int, top: int, bottom: int) -> list[Cell]:
    """A column's headings, its own (the lowest) first."""
    stack: list[Cell] = []
    for row in range(bottom, top - 1, -1):
        cell = grid.shown(row, index)
        if cell is None and row < bottom:
            cell = _spread(grid, row, index, bottom)
        if cell is not None and cell.value is not None and cell not in stack:
            stack.append(cell)
    return stack


def _spread(grid: Grid, row: int, index: int, bottom: int) -> Cell | None:
    """A year typed once above several quarters, unmerged, speaks for those to its right."""
    if grid.cell(bottom, index) is None:
        return None
    for column in range(index - 1, max(index - 13, 0), -1):
        cell = grid.cell(row, column)
        if cell is not None:
            return cell if _is_year(cell) and grid.merge_at(row, column) is None else None
        if grid.cell(bottom, column) is None:
            return None
    return None


def cells_below(grid: Grid, bottom: int, column: int, rows: int = 40) -> Iterator[Cell]:
    """The cells with content in the rows below a header."""
    for row in range(bottom + 1, bottom + rows + 1):
        cell = grid.cell(row, column)
        if cell is not None and cell.value is not None:
            yield cell
