"""How far an open sheet holds something: formats reach further, at worst to the last row."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from xl_scorecard.button.areas import over, place_of
from xl_scorecard.button.asked import asked, is_on_web

_FEW = 20_000
"""Cells that are read faster than asked about."""
BAND = 100_000
"""Cells that one call reads at most: more of them are a block of memory that Excel may not have."""


class Last(NamedTuple):
    """The last row and the last column in which a cell of a sheet holds something; 1 at least."""

    row: int
    column: int


def last_content(sheet: Any) -> Last:
    """The last cell with content: found by Excel, or else looked for in bands from the bottom."""
    _, _, row, column = place_of(sheet.used_range)
    last = Last(row, column)
    if last.row * last.column <= _FEW:
        return last
    found = None if is_on_web(sheet.book) else asked(partial(_found_by_excel, sheet, last))
    return found or _found_in_bands(sheet, last)


def _found_by_excel(sheet: Any, last: Last) -> Last:
    """What Excel finds from the end. Its search passes over what is hidden, so that what it left
    is asked about besides."""
    area = over(sheet, (1, 1, *last))
    lowest = area.find("*", direction="backward", order="rows")
    rightmost = area.find("*", direction="backward", order="columns")
    row = 1 if lowest is None else lowest.row
    column = 1 if rightmost is None else rightmost.column
    for kind in ("constants", "formulas"):
        if row < last.row:
            below = over(sheet, (row + 1, 1, *last)).get_special_cells(kind)
            row = max([row, *(part.last_cell.row for part in below)])
        if column < last.column:
            beside = over(sheet, (1, column + 1, *last)).get_special_cells(kind)
            column = max([column, *(part.last_cell.column for part in beside)])
    return Last(row, column)


def _found_in_bands(sheet: Any, last: Last) -> Last:
    rows = max(BAND // last.column, 1)
    bottom = last.row
    while bottom > 1:
        top = max(bottom - rows + 1, 1)
        held = _last_row(over(sheet, (top, 1, bottom, last.column)).raw_value)
        if held:
            return Last(top + held - 1, last.column)
        bottom = top - 1
    return Last(1, last.column)


def _last_row(values: Any) -> int:
    """The number of the last row that holds something, 0 where none does."""
    rows = values if isinstance(values, list | tuple) else [values]
    for number in range(len(rows), 0, -1):
        row = rows[number - 1]
        cells = row if isinstance(row, list | tuple) else [row]
        if any(cell is not None and cell != "" for cell in cells):
            return number
    return 0


def bands(bottom: int, right: int) -> list[tuple[int, int]]:
    """Rows to be read together: first and last of each band, from the top down."""
    rows = max(BAND // right, 1)
    return [(top, min(top + rows - 1, bottom)) for top in range(1, bottom + 1, rows)]
