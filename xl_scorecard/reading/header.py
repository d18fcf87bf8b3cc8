"""Header rows: what each column's headings, one above the other, say it holds."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import PeriodWords, complete_with_year, parse_period
from xl_scorecard.domain.scorecard import Column, Role
from xl_scorecard.reading.headings import role_of

MAX_HEADER_ROWS = 4
_MAX_COLUMNS = 1_000
_SAYS_MORE_THAN_A_PERIOD = (Role.BENCHMARK, Role.TARGET, Role.COMMENT, Role.TOLERANCE)


@dataclass(frozen=True)
class Header:
    """A header found on a grid: its rows and the columns under it."""

    top: int
    bottom: int
    columns: list[Column]

    @property
    def score(self) -> int:
        """How much it says: distinct roles and periods."""
        roles = {c.role for c in self.columns if c.role not in (Role.OUTTURN, Role.OTHER)}
        periods = {c.period for c in self.columns if c.period is not None}
        return 2 * len(roles) + min(len(periods), 12)

    @property
    def is_scorecard(self) -> bool:
        """Whether it heads a scorecard: indicators named, and outturns by period."""
        named = any(c.role in (Role.INDICATOR, Role.REFERENCE) for c in self.columns)
        return named and any(c.period is not None for c in self.columns)


@dataclass(frozen=True)
class HeadingWords:
    """How to read headings: the rule set's further words and where financial years start."""

    extra: Mapping[str, Sequence[str]]
    starts: int = 4


def read_header(grid: Grid, bottom: int, words: HeadingWords, first_row: int) -> Header | None:
    """The header whose lowest row is `bottom`, or None where that row heads nothing.

    `first_row` is the first row it may reach up to.
    """
    top = _top(grid, bottom, first_row)
    last = min(grid.last_column, _MAX_COLUMNS)
    columns = []
    for index in range(1, last + 1):
        column = _column(grid, index, top, bottom, words)
        if column is not None:
            columns.append(column)
    columns = _without_finer_dates(columns)
    header = Header(top, bottom, columns)
    return header if header.is_scorecard else None


def _top(grid: Grid, bottom: int, first_row: int) -> int:
    """How far up the header reaches: vertical merges and group headings above it."""
    top = bottom
    for block in grid.merged:
        if (
            block.first_row < bottom == block.last_row
            and bottom - block.first_row < MAX_HEADER_ROWS
        ):
            top = min(top, block.first_row)
    if top > first_row and top == bottom and _groups_above(grid, top - 1, bottom):
        top -= 1
    return max(top, first_row)


def _groups_above(grid: Grid, row: int, bottom: int) -> bool:
    """Whether a row holds group headings: over several of the columns, not a lone title."""
    texts = {}
    for (r, column), cell in grid.cells.items():
        if r == row and (cell.text or isinstance(cell.value, float | dt.date)):
            texts[column] = cell
    if not texts:
        return False
    below = {column for (r, column) in grid.cells if r == bottom}
    merged = [b for b in grid.merged if b.first_row == row and b.last_column > b.first_column]
    whole = [b for b in merged if b.last_column - b.first_column + 1 >= max(len(below) - 1, 3)]
    if len(texts) == 1:
        return (bool(merged) and not whole) or _is_year(next(iter(texts.values())))
    return not whole


def _is_year(cell: Cell) -> bool:
    words = parse_period(cell.value)
    return words is not None and words.period is not None and words.period.grain is Grain.YEAR


def _column(grid: Grid, index: int, top: int, bottom: int, words: HeadingWords) -> Column | None:
    own, group = _labels(grid, index, top, bottom)
    if own is None:
        return None
    heading = _words_of(own)
    label = f"{_words_of(group)}: {heading}" if group is not None else heading
    role = role_of(heading, words.extra)
    group_role = role_of(_words_of(group), words.extra) if group is not None else None
    period = _period(own, group, words.starts)
    if role in _SAYS_MORE_THAN_A_PERIOD or (role is not None and role is not Role.OUTTURN):
        return Column(index, label, role)
    if group_role is Role.BENCHMARK:
        return Column(index, label, Role.BENCHMARK)
    if period is not None and period.period is not None:
        return Column(index, label, Role.OUTTURN, period.period, period.basis)
    if group_role in (Role.INDICATOR, Role.REFERENCE):
        return Column(index, label, Role.OTHER)  # below its heading: a row of data, no header
    if group_role is not None and group_role is not Role.OUTTURN:
        return Column(index, label, group_role)
    return Column(index, label, Role.OTHER)


def _labels(grid: Grid, index: int, top: int, bottom: int) -> tuple[Cell | None, Cell | None]:
    """A column's own heading (the lowest) and the group heading above it, if another cell."""
    stack: list[Cell] = []
    for row in range(bottom, top - 1, -1):
        cell = grid.shown(row, index)
        if cell is None and row < bottom:
            cell = _spread(grid, row, index, bottom)
        if cell is not None and cell.value is not None and cell not in stack:
            stack.append(cell)
    own = stack[0] if stack else None
    group = stack[1] if len(stack) > 1 else None
    return own, group


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


def _words_of(cell: Cell) -> str:
    if isinstance(cell.value, dt.date):
        return cell.value.strftime("%b-%y")
    if isinstance(cell.value, float):
        return f"{cell.value:g}"
    return cell.text


def _period(own: Cell, group: Cell | None, starts: int) -> PeriodWords | None:
    value = own.value
    if not isinstance(value, str | float | dt.date):
        return None
    words = parse_period(value, starts)
    if words is None:
        return None
    above = parse_period(group.value, starts) if group is not None else None
    return complete_with_year(words, above, starts)


def _without_finer_dates(columns: list[Column]) -> list[Column]:
    """Weekly or daily dates are no reporting periods: several in one month drop out."""
    months = Counter(
        c.period for c in columns if c.period is not None and c.period.grain is Grain.MONTH
    )
    crowded = {period for period, count in months.items() if count > 2}
    if len(crowded) * 2 <= len(months):
        return columns
    return [Column(c.index, c.heading, Role.OTHER) if c.period in months else c for c in columns]
