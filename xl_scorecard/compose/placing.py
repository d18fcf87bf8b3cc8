"""Where our columns go beside a table, or why no place beside it can be seen to be free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xl_scorecard.compose.trend import trend_columns
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.cell_ref import MAX_COLUMN
from xl_scorecard.domain.reach import Reference
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.errors import WorkbookError

_WIDEST = 200
_FARTHEST_OFF = 10
"""How many columns our columns move on to be out of reach of the officers' formulas."""
TAKES_ROOM = frozenset((Aspect.FLOATING, Aspect.MERGED, Aspect.TABLES))
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
        start = _out_of_reach(table, len(new), used, stood)
        if start is None:  # none is: then whoever asked `why_not_beside` puts none here
            start = stood or _free_column(table, len(new), used)
        places.update({kind: start + offset for offset, kind in enumerate(new)})
    return Placed(places, new)


def why_not_beside(
    table: Table, wanted: Iterable[Column], used: Iterable[int] = (), *, among_others: bool = False
) -> str | None:
    """Why no place beside a table can be seen to be free, in words; None where one can.

    That is where Excel does not tell what floats where. Where columns of ours stood is free, unless
    they may be those of one of the `among_others` in the same rows. It is so too where the
    officers' formulas look over every place near by: their results would change.
    """
    _, new = _own_and_new(table, wanted)
    if not new:
        return None
    stood = None if among_others else _stood_at(table, new)
    if Aspect.FLOATING in table.grid.unknown and stood is None:
        return (
            f"Excel does not say which cells of sheet {table.sheet} its charts and pictures cover, "
            "so that no place for a status is seen to be free there"
        )
    if _out_of_reach(table, len(new), used, stood) is not None:
        return None
    widest = max(_computing(_reached(table)), key=_tells_most)
    return (
        f"{widest.place} looks over {widest.words} of sheet {table.sheet}, so that a status beside "
        "the table would change what it gives"
    )


def _out_of_reach(table: Table, count: int, used: Iterable[int], stood: int | None) -> int | None:
    """The first of `count` free columns that no formula of the officers' looks over.

    What only colours or allows cells gives way where there is no other place. None where the
    formulas leave none that is at most ten columns off.
    """
    reached = _reached(table)
    near = stood or _free_column(table, count, used)
    if not reached:
        return near
    for heeded in dict.fromkeys((tuple(reached), tuple(_computing(reached)))):
        if stood and not any(r.over[1] < stood + count and r.over[3] >= stood for r in heeded):
            return stood
        try:
            start = _free_column(table, count, used, heeded)
        except WorkbookError:
            continue
        if start - near <= _FARTHEST_OFF:
            return start
    return None


def _reached(table: Table) -> list[Reference]:
    """The references that take in cells beside a table.

    Those that take in columns of ours and no others were made for what stands in them: were these
    to move, such a formula would lose its result.
    """
    return [reference for reference in _beside(table) if not _is_made_for_ours(reference, table)]


def _beside(table: Table) -> list[Reference]:
    """The references that take in cells beside a table, of ours or not."""
    beyond = table.grid.reached_beyond(table.last_column)
    return [each for each in beyond if each.takes_in(table.header_top, table.last_row)]


def _is_made_for_ours(reference: Reference, table: Table) -> bool:
    ours = set(table.former.values())
    return all(column in ours for column in range(reference.over[1], reference.over[3] + 1))


def _tells_most(reference: Reference) -> tuple[int, int, bool]:
    """Which of several is named: the one that looks farthest, in a cell rather than behind it."""
    return reference.over[3], -reference.over[1], reference.place.startswith("The formula")


def _computing(reached: Iterable[Reference]) -> list[Reference]:
    return [reference for reference in reached if reference.computes]


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
    """The first of the columns where all of these stood, if that counts for more than sight.

    So it does where somebody typed into them: were they to move, his words would stand beside other
    results, and next time in their way. So it does too where a formula of theirs was made for what
    stands in them.
    """
    start = table.former.get(kinds[0], 0)
    counts = table.grid.unknown & TAKES_ROOM or _typed_into(table) or _looked_at(table)
    if not counts or start <= table.last_column:
        return None
    together = all(table.former.get(kind) == start + n for n, kind in enumerate(kinds))
    return start if together else None


def _typed_into(table: Table) -> bool:
    """Whether anything stands in columns of ours, which are read without what is ours."""
    ours = set(table.former.values())
    rows = range(table.header_top, table.last_row + 1)
    return any(column in ours and row in rows for row, column in table.grid.cells)


def _looked_at(table: Table) -> bool:
    """Whether a reference of the officers' takes in columns of ours and no others."""
    return any(_is_made_for_ours(reference, table) for reference in _beside(table))


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


def _free_column(
    table: Table, count: int, used: Iterable[int], reached: Sequence[Reference] = ()
) -> int:
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
    for reference in reached:
        taken.update(range(reference.over[1], reference.over[3] + 1))
    start = table.last_column + 1
    if grid.unknown & TAKES_ROOM:
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


def written_kinds(table: Table, wanted: list[Column]) -> list[Column]:
    """Those of the wanted columns that are written beside a table."""
    kinds: list[Column] = [kind for kind in wanted if kind != "trend"]
    if "trend" in wanted and trend_columns(table):
        kinds.append("trend")
    if "rag" not in kinds:
        kinds.insert(0, "rag")  # the colours of the outturns rest on it
    return kinds
