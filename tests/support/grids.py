"""Small sheets as grids of plain cells, without a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from xl_scorecard.domain.cell_ref import parse_range
from xl_scorecard.domain.grid import Block, Cell, Grid


@dataclass(frozen=True)
class percent:  # noqa: N801 (reads as a word in a row of cells)
    """A number in a cell with a percent format of so many decimals."""

    value: float
    decimals: int = 0

    @property
    def number_format(self) -> str:
        """`0%`, `0.0%` and so on."""
        return f"0.{'0' * self.decimals}%" if self.decimals else "0%"


def grid(rows: Sequence[Sequence[Any]], merged: Iterable[str] = (), sheet: str = "Q3") -> Grid:
    """A sheet with these rows from A1 on; None is an empty cell."""
    cells = {
        (row, column): _cell(row, column, value)
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value is not None
    }
    return Grid(sheet, cells, merged=[Block(*parse_range(reference)) for reference in merged])


def _cell(row: int, column: int, value: Any) -> Cell:
    if isinstance(value, percent):
        return Cell(row, column, value.value, number_format=value.number_format)
    if isinstance(value, int) and not isinstance(value, bool):
        return Cell(row, column, float(value))

    return Cell(row, column, value)
