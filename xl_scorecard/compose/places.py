"""Where our columns go, table by table; those beside each other are looked at together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xl_scorecard.compose.placing import (
    Placed,
    place_columns,
    why_not_beside,
    written_kinds,
)
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.our_columns import OurColumns
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.scorecard import Layout, Scorecard, Table
from xl_scorecard.errors import WorkbookError

_DOWN = "Periods run down the scorecard, so there is no row beside which a status could stand"
_ANYWHERE = (
    "The scorecard has a block an indicator, so there is no row beside which a status could stand"
)


@dataclass(frozen=True)
class Place:
    """A table with its rows, and where its columns of ours go.

    They are `placed` beside it, or stand on a sheet of ours for the reason `elsewhere`.
    `among_others` says that another table stands in the same rows.
    """

    table: Table
    rows: list[AssessedRow]
    among_others: bool
    placed: Placed | None = None
    elsewhere: str | None = None
    next_below: int | None = None
    """The first row of the next table below it on the sheet."""


def places(scorecard: Scorecard, rows: Sequence[AssessedRow], wanted: list[Column]) -> list[Place]:
    """The places of every table that has rows; raises WorkbookError (too_large)."""
    found: list[Place] = []
    for table in scorecard.tables:
        mine = [row for row in rows if row.table is table]
        if not mine:
            continue
        among = any(_in_the_same_rows(table, other) for other in scorecard.tables)
        if not table.upright:
            why_not = _DOWN if table.layout is Layout.TRANSPOSED else _ANYWHERE
            found.append(Place(table, mine, among, elsewhere=why_not))
            continue
        kinds = written_kinds(table, wanted)
        used = [
            column
            for other in found
            if other.placed is not None and _in_the_same_rows(table, other.table)
            for column in other.placed.columns.values()
        ]
        why = why_not_beside(table, kinds, used, among_others=among)
        placed = None
        if why is None:
            placed = place_columns(table, kinds, used, among_others=among)
        found.append(Place(table, mine, among, placed, why, _next_below(table, scorecard.tables)))
    return found


def _next_below(table: Table, tables: Sequence[Table]) -> int | None:
    tops = (other.header_top for other in tables if other.sheet == table.sheet)
    return min((top for top in tops if top > table.last_row), default=None)


def our_columns(ask_places: Callable[[], Sequence[Place]]) -> list[OurColumns]:
    """The columns that a refresh would write beside tables; none where there is no room."""
    try:
        found = ask_places()
    except WorkbookError:
        return []
    return [
        OurColumns(place.table, tuple(sorted(place.placed.columns.values())))
        for place in found
        if place.placed is not None
    ]


def _in_the_same_rows(table: Table, other: Table) -> bool:
    """Whether another table stands beside one."""
    if other is table or other.sheet != table.sheet or not other.upright:
        return False
    return other.header_top <= table.last_row and table.header_top <= other.last_row
