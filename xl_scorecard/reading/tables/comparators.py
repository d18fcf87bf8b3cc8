"""The figures of single authorities in tables that the rule set names, for each indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from xl_scorecard.domain.benchmarks.benchmark import Named
from xl_scorecard.domain.benchmarks.kinds import kind_of_key
from xl_scorecard.domain.cell_ref import Range
from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.period_words import parse_period, tidy
from xl_scorecard.domain.said_comparators import Comparators
from xl_scorecard.domain.said_places import parse_areas, parse_spot
from xl_scorecard.domain.scorecard import IndicatorRow, Table
from xl_scorecard.reading.rows.row_shapes import text_of


def with_comparators(
    tables: Sequence[Table], grids: Iterable[Grid], said: Sequence[Comparators], starts: int
) -> list[Table]:
    """The tables with what the named ones have of each indicator, found by its reference, else by
    its name; what is called so twice there is not taken."""
    if not said:
        return list(tables)
    there = {grid.sheet.casefold(): grid for grid in grids}
    lines = [
        _Lines(there[each.sheet.casefold()], each, starts)
        for each in said
        if each.sheet.casefold() in there
    ]
    return [replace(table, named_others=dict(_of_rows(table, lines))) for table in tables]


def _of_rows(table: Table, lines: Sequence[_Lines]) -> Iterator[tuple[int, tuple[Named, ...]]]:
    for row in table.rows:
        found = tuple(named for line in lines if (named := line.of(row)) is not None)
        if found:
            yield row.row, found


class _Lines:
    """A named table, a line an indicator."""

    def __init__(self, grid: Grid, said: Comparators, starts: int) -> None:
        self._grid = grid
        self._said = said
        spot = parse_spot(said.names)
        self._down = spot.column is None
        period = parse_period(said.period, starts) if said.period else None
        self._period = period.period if period is not None else None
        at = spot.row if self._down else spot.column
        cells = [c for c in grid.cells.values() if (c.row if self._down else c.column) == at]
        called = Counter(tidy(text_of(cell)) for cell in cells)
        self._keys = {
            text: cell for cell in cells if called[text := tidy(text_of(cell))] == 1 and text
        }

    def of(self, row: IndicatorRow) -> Named | None:
        """The line of an indicator."""
        names = (row.full_reference, row.reference, row.full_name, row.name)
        key = next((self._keys[t] for n in names if (t := tidy(n)) in self._keys), None)
        if key is None:
            return None
        areas = tuple(self._areas(key))
        cells = tuple(cell for area in areas for cell in self._cells(area))
        kind = kind_of_key(self._said.kind)
        return Named(self._grid.sheet, kind, self._period, key, cells, areas)

    def _areas(self, key: Cell) -> Iterator[Range]:
        for area in parse_areas(self._said.figures):
            if self._down and area.rows:
                yield area.rows[0], key.column, area.rows[-1], key.column
            elif not self._down and area.columns:
                yield key.row, area.columns[0], key.row, area.columns[-1]

    def _cells(self, area: Range) -> Iterator[Cell | None]:
        top, left, bottom, right = area
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                yield self._grid.cell(row, column)
