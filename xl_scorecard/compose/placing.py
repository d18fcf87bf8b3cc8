"""Where our columns go beside a table, or why no place beside it can be seen to be free."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.cell_ref import MAX_COLUMN, parse_range
from xl_scorecard.domain.grid import Block, Grid
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.errors import WorkbookError

_RANGE = re.compile(r"(?<![!\w$])\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})(?![\w(])")
_WIDEST = 200
_TAKES_ROOM = frozenset((Aspect.FLOATING, Aspect.MERGED, Aspect.TABLES))
"""What takes room though cells look empty."""
_OFTEN_MERGED = (Role.COMMENT, Role.OTHER)
_MOST_HEADING_ROWS = 4
_MERGED_ON = 8
"""Columns that a heading is taken to reach over at most, where nobody says what is merged."""


@dataclass(frozen=True)
class Placed:
    """Where the columns of one table went: the column number of each kind."""

    columns: dict[Column, int]
    new: list[Column]


def place_columns(
    table: Table,
    wanted: Iterable[Column],
    used: Iterable[int] = (),
    *,
    among_others: bool = False,
) -> Placed:
    """Where each wanted column goes: the table's own empty one, else to its right.

    Columns that stood there before go where they stood; else nothing of the sheet may lie in the
    way: the first stretch of columns that is empty beside the table is taken, but for those `used`
    beside another table in the same rows (`among_others`). Where merged cells or tables are
    unknown, it is looked for beyond all that the sheet holds. Raises WorkbookError (too_large)
    where the sheet is full to its last column.
    """
    places, new = _own_and_new(table, wanted)
    if new:
        stood = None if among_others else _stood_at(table, new)
        start = stood or _free_column(table, len(new), used)
        places.update({kind: start + offset for offset, kind in enumerate(new)})
    return Placed(places, new)


def why_not_beside(
    table: Table, wanted: Iterable[Column], *, among_others: bool = False
) -> str | None:
    """Why no place beside a table can be seen to be free, in words; None where one can.

    That is where Excel does not tell what floats where. Where columns of ours stood is free, unless
    they may be those of one of the `among_others` in the same rows.
    """
    if Aspect.FLOATING not in table.grid.unknown:
        return None
    _, new = _own_and_new(table, wanted)
    if not new or (not among_others and _stood_at(table, new) is not None):
        return None
    return (
        f"Excel does not say which cells of sheet {table.sheet} its charts and pictures cover, so "
        "that no place for a status is seen to be free there"
    )


def _own_and_new(table: Table, wanted: Iterable[Column]) -> tuple[dict[Column, int], list[Column]]:
    """Wanted columns that go into columns of the table, and those that need a place beside it."""
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
    return places, new


def _stood_at(table: Table, kinds: list[Column]) -> int | None:
    """The first of the columns where all of these stood, if that counts for more than sight."""
    start = table.former.get(kinds[0], 0)
    if not table.grid.unknown & _TAKES_ROOM or start <= table.last_column:
        return None
    together = all(table.former.get(kind) == start + n for n, kind in enumerate(kinds))
    return start if together else None


def _beyond_all(table: Table) -> int:
    """The first column beyond all that a sheet is seen to hold, merged on as it may be.

    The last heading may reach further if nothing stands below it: so headings of comments do.
    """
    grid = table.grid
    last = grid.last_column
    rows = [row for row, column in grid.cells if column == last]
    heads_nothing = table.header_row - _MOST_HEADING_ROWS < max(rows, default=0) <= table.header_row
    roles = [column.role for column in table.columns if column.index == last]
    in_table = any(block.last_column >= last for block in grid.tables)  # none is merged in those
    if heads_nothing and not in_table and all(role in _OFTEN_MERGED for role in roles):
        return last + _MERGED_ON
    return last + 1


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
    ours = set(table.former.values())
    for block in grid.held:
        wide = block.width > _WIDEST  # a rule over whole rows holds no place in them
        if not wide and block.first_row <= bottom and block.last_row >= top:
            held = set(range(block.first_column, block.last_column + 1))
            taken |= held - ours  # a note on a cell of ours does not drive us off it
    for block in _ranges_in_formulas(grid):
        if block.first_row <= bottom and block.last_row >= top:
            taken.update(range(block.first_column, block.last_column + 1))
    start = table.last_column + 1
    if grid.unknown & _TAKES_ROOM:
        start = max(start, _beyond_all(table))
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
