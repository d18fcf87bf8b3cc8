"""Rows that add up other rows, or count the indicators by their ratings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.scorecard import IndicatorRow, Role, Table
from xl_scorecard.reading.words.row_names import is_colour, is_sub_total, is_tally, may_count

Known = Callable[[str, str], bool]
"""Whether a rule is about a reference or name."""


class _Label(NamedTuple):
    """What a row is called where it is no indicator, and in which column."""

    text: str
    column: int


@dataclass(frozen=True, eq=False)
class Sums:
    """Which rows of a table are sums of others; what has a reference or a rule is an indicator."""

    table: Table
    known: Known

    def is_sub_total(self, row: IndicatorRow) -> bool:
        """Whether a row adds up other rows, by its name."""
        return is_sub_total(row.name) and not self._is_an_indicator(row)

    def is_tally(self, row: IndicatorRow) -> bool:
        """Whether a row counts indicators: by its name, or as a colour beside another; it is not
        judged, though the count may stand in any column, that of targets too."""
        grid, labels = self.table.grid, self._labels(row)
        counts = any(counts_indicators(grid, row.row, at, text) for text, at in labels)
        if not counts or self.known(row.reference, row.name):
            return False
        if not self._holds(row, Role.OUTTURN):
            return not self._is_said_how_judged(row)
        return not self._holds(row, Role.TARGET) and not self._holds(row, Role.POLARITY)

    def _labels(self, row: IndicatorRow) -> Iterator[_Label]:
        """Its name where no reference goes with it; the words that stand where references do."""
        references = self.table.first(Role.REFERENCE)
        if references is None or not row.reference:
            yield _Label(row.name, row.name_column)
            return
        cell = self.table.grid.cell(row.row, references.index)
        if cell is not None and references.index > row.name_column and _is_a_count(cell):
            yield _Label(row.name, row.name_column)  # a count where references stand
        if row.name == row.reference or row.name.isdigit():
            yield _Label(row.reference, references.index)

    def _holds(self, row: IndicatorRow, role: Role) -> bool:
        return any(True for _ in self._cells(row, role))

    def _cells(self, row: IndicatorRow, role: Role) -> Iterator[Cell]:
        for column in self.table.by_role(role):
            cell = self.table.grid.cell(row.row, column.index)
            if cell is not None:
                yield cell

    def _is_said_how_judged(self, row: IndicatorRow) -> bool:
        """Whether a row without a figure says which way is good, or has a target that is no count:
        that of an indicator whose figure is still to come."""
        ways = any(cell.text for cell in self._cells(row, Role.POLARITY))
        return ways or not all(map(_is_a_count, self._cells(row, Role.TARGET)))

    def _is_an_indicator(self, row: IndicatorRow) -> bool:
        return bool(row.reference) or self.known(row.reference, row.name)


def counts_indicators(grid: Grid, row: int, column: int, text: str) -> bool:
    """Whether a label says that its row counts indicators: by itself, `Total green`, or in a run
    of such: a colour above another, `Not rated` below `Total red`."""
    if is_tally(text):
        return True
    if not may_count(text):
        return False
    run = [*_run(grid, row, column, -1), text, *_run(grid, row, column, 1)]
    return any(map(is_tally, run)) or sum(map(is_colour, run)) > 1


def _run(grid: Grid, row: int, column: int, step: int) -> Iterator[str]:
    """The labels next to a row, up or down, as far as they may count."""
    while (cell := grid.cell(row := row + step, column)) and may_count(cell.text):
        yield cell.text


def _is_a_count(cell: Cell) -> bool:
    number = cell.value
    return isinstance(number, float) and number == int(number) and "%" not in cell.number_format
