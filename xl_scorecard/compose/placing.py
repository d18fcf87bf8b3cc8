"""Where our columns go beside a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xl_scorecard.domain.cell_ref import MAX_COLUMN, parse_range
from xl_scorecard.domain.grid import Block, Grid
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.scorecard import Table
from xl_scorecard.errors import WorkbookError

_RANGE = re.compile(r"(?<![!\w$])\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})(?![\w(])")
_WIDEST = 200


@dataclass(frozen=True)
class Placed:
    """Where the columns of one table went: the column number of each kind."""

    columns: dict[Column, int]
    new: list[Column]


def place_columns(table: Table, wanted: Iterable[Column], used: Iterable[int] = ()) -> Placed:
    """Where each wanted column goes: the table's own empty one, else to its right.

    Columns that stood there before go where they stood; else nothing of the sheet may lie in the
    way: the first stretch of columns that is empty beside the table is taken, but for those `used`
    beside another table in the same rows. Raises WorkbookError (too_large) where the sheet is full
    to its last column.
    """
    own = {"rag": table.rag_column(), "direction": table.travel_column()}
    theirs = {column.index for column in table.columns}
    places: dict[Column, int] = {}
    new: list[Column] = []
    for kind in dict.fromkeys(wanted):
        column = own.get(kind)
        if column is not None:
            places[kind] = column.index
        elif table.former.get(kind) in theirs:
            places[kind] = table.former[kind]
        else:
            new.append(kind)
    if new:
        start = _free_column(table, len(new), used)
        places.update({kind: start + offset for offset, kind in enumerate(new)})
    return Placed(places, new)


def _free_column(table: Table, count: int, used: Iterable[int]) -> int:
    """The first of `count` columns to the right of the table with nothing in them or over them."""
    grid = table.grid
    top, bottom = table.header_top, table.last_row
    taken = {column for (row, column) in grid.cells if top <= row <= bottom}
    taken -= set(table.former.values())
    taken.update(used)
    for block in (*grid.merged, *grid.tables, *grid.floating):
        if block.first_row <= bottom and block.last_row >= top:
            last = min(block.last_column, MAX_COLUMN)
            taken.update(range(block.first_column, last + 1))
    for block in _ranges_in_formulas(grid):
        if block.first_row <= bottom and block.last_row >= top:
            taken.update(range(block.first_column, block.last_column + 1))
    start = table.last_column + 1
    while start + count - 1 <= MAX_COLUMN:
        in_the_way = [c for c in range(start, start + count + 1) if c in taken]
        if not in_the_way:
            return start
        start = in_the_way[-1] + 1
    raise WorkbookError(
        "too_large",
        f"sheet {table.sheet} has no {count} empty columns to the right of its table; "
        "delete or move what stands there",
    )


def _ranges_in_formulas(grid: Grid) -> Iterator[Block]:
    """The ranges of the sheet that its formulas add up or average: our figures must not join in."""
    for cell in grid.cells.values():
        for match in _RANGE.finditer(cell.formula or ""):
            try:
                block = Block(*parse_range(match[0].replace("$", "")))
            except ValueError:
                continue  # only looks like a range, as XYZ1:XYZ9 in a text does
            if block.last_column - block.first_column < _WIDEST:
                yield block
