"""Headings one above the other: how far up a header reaches, and what stands over each column."""

from __future__ import annotations

import datetime as dt

from xl_scorecard.domain.benchmarks.kinds import names_a_kind, says_which_figure
from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import parse_period

MAX_HEADER_ROWS = 4
_MAX_COLUMNS = 1_000
_YEAR_OVER = 12
_FEWEST_OVER_ALL = 3


def reaches_further_down(grid: Grid, bottom: int) -> bool:
    """Whether a heading in a row is merged with cells below it."""
    return any(b.first_row <= bottom < b.last_row <= bottom + MAX_HEADER_ROWS for b in grid.merged)


def top_of(grid: Grid, bottom: int) -> int:
    """How far up the header reaches: vertical merges and group headings above it."""
    top = bottom
    while top > 1 and bottom - top + 1 < MAX_HEADER_ROWS:
        if reaches := _merged_up_from(grid, top, bottom):
            top = min(reaches)
        elif _groups_above(grid, top - 1, bottom):
            top -= 1
        else:
            break
    return top


def _merged_up_from(grid: Grid, top: int, bottom: int) -> list[int]:
    """How far up merged blocks reach that end in the header."""
    return [
        b.first_row
        for b in grid.merged
        if b.first_row < top <= b.last_row <= bottom and bottom - b.first_row < MAX_HEADER_ROWS
    ]


def _groups_above(grid: Grid, row: int, bottom: int) -> bool:
    """Whether a row holds group headings: over several of the columns, not a lone title."""
    texts = [
        cell
        for cell in grid.by_row.get(row, ())
        if cell.text or isinstance(cell.value, float | dt.date)
    ]
    if not texts or any(map(_counts, texts)):
        return False
    wide = [b.width for b in grid.merged if b.first_row == row and b.width > 1]
    columns = {c.column for r in range(row + 1, bottom + 1) for c in grid.by_row.get(r, ())}
    below = sum(_is_headed(grid, row, bottom, column) for column in columns)
    over_all = any(width >= max(below - 1, _FEWEST_OVER_ALL) for width in wide)
    if len(texts) > 1:
        return not over_all
    return (bool(wide) and not over_all) or _is_year(texts[0])


def _counts(cell: Cell) -> bool:
    """Whether a cell is a number that names no year: a tally right above the header, a weight."""
    return isinstance(cell.value, float) and parse_period(cell.value) is None


def _is_year(cell: Cell) -> bool:
    words = parse_period(cell.value)
    return words is not None and words.period is not None and words.period.grain is Grain.YEAR


def stacks(grid: Grid, top: int, bottom: int) -> dict[int, list[Cell]]:
    """By column, the headings from its own, the lowest, up to the widest group."""
    columns = range(1, min(grid.last_column, _MAX_COLUMNS) + 1)
    found = ((index, _stack(grid, index, top, bottom)) for index in columns)
    return {index: stack for index, stack in found if stack}


def _stack(grid: Grid, index: int, top: int, bottom: int) -> list[Cell]:
    """A column's headings, its own (the lowest) first."""
    stack: list[Cell] = []
    for row in range(bottom, top - 1, -1):
        cell = grid.shown(row, index)
        if cell is None and row < bottom:
            cell = (
                _spread(grid, row, index, bottom)
                or _over_alike(grid, row, index, bottom)
                or _over_figures_of_others(grid, row, index, bottom)
            )
        if cell is not None and not _is_blank(cell) and cell not in stack:
            stack.append(cell)
    return stack


def _spread(grid: Grid, row: int, index: int, bottom: int) -> Cell | None:
    """A year typed once above several quarters, unmerged, speaks for those to its right."""
    if not _is_headed(grid, row, bottom, index):
        return None
    for column in range(index - 1, max(index - 1 - _YEAR_OVER, 0), -1):
        cell = grid.cell(row, column)
        if cell is not None:
            return cell if _is_year(cell) and grid.merge_at(row, column) is None else None
        if not _is_headed(grid, row, bottom, column):
            return None
    return None


def _is_headed(grid: Grid, row: int, bottom: int, column: int) -> bool:
    """Whether a column has a heading below a row of the header: months may stand above the row
    that heads names and targets."""
    below = (grid.cell(each, column) for each in range(row + 1, bottom + 1))
    return any(cell is not None and not _is_blank(cell) for cell in below)


def _is_blank(cell: Cell) -> bool:
    return cell.value is None or cell.is_spaces


def _over_figures_of_others(grid: Grid, row: int, index: int, bottom: int) -> Cell | None:
    """`England` typed once, unmerged, above `Average` and `Best`, or above one year and the next
    right of the sheet's own figures."""
    own = grid.cell(bottom, index)
    over = next((c for c in reversed(grid.by_row.get(row, ())) if c.column < index), None)
    if own is None or over is None or grid.merge_at(row, over.column) is not None:
        return None
    first = grid.cell(bottom, over.column)
    if first is None or not over.text or not names_a_kind(over.text):
        return None
    between = [grid.cell(bottom, column) for column in range(over.column, index + 1)]
    if all(cell is not None and says_which_figure(cell.text) for cell in between):
        return over
    years = all(cell is not None and _is_year(cell) for cell in between)
    return over if years and _has_periods(grid, bottom, over.column) else None


def _has_periods(grid: Grid, row: int, before: int) -> bool:
    """Whether a period heads a column left of another."""
    left = (grid.shown(row, column) for column in range(1, before))
    values = (cell.value for cell in left if cell is not None)
    return any(not isinstance(v, bool) and parse_period(v) is not None for v in values)


def _over_alike(grid: Grid, row: int, index: int, bottom: int) -> Cell | None:
    """A quarter or month typed once, unmerged, above columns that are headed as those below the
    next one are: Target, Actual and % below each."""
    above = [cell for cell in grid.by_row.get(row, ()) if cell.column <= index]
    own = grid.cell(bottom, index)
    if not above or own is None or grid.merge_at(row, above[-1].column) is not None:
        return None
    over = above[-1]
    if parse_period(over.value) is None or isinstance(over.value, bool):
        return None
    width = _width_of(grid, over)
    if width is None or index >= over.column + width:
        return None
    named = _below(grid, bottom, over.column, width)
    again = [_below(grid, bottom, over.column + step, width) for step in (width, -width)]
    return over if all(named) and named in again else None


def _width_of(grid: Grid, over: Cell) -> int | None:
    """How far it is from a period to the next one in its row, or else from the one before it."""
    beside = [
        cell.column for cell in grid.by_row[over.row]
        if not isinstance(cell.value, bool) and parse_period(cell.value) is not None
    ]  # fmt: skip
    at = beside.index(over.column)
    if at + 1 < len(beside):
        return beside[at + 1] - over.column
    return over.column - beside[at - 1] if at else None


def _below(grid: Grid, row: int, first: int, width: int) -> list[str]:
    cells = (grid.cell(row, column) for column in range(first, first + width))
    return [cell.text if cell is not None else "" for cell in cells]
