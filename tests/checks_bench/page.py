"""Sheets as cells in memory, before they are a workbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from openpyxl.utils import get_column_letter

Content = float | str | date | None


@dataclass
class Cell:
    """What stands in a cell: `value` is the result where there is a formula."""

    value: Content = None
    shown: str = "General"
    fill: str = ""
    font: str = ""
    colour: str = ""
    bold: bool = False
    formula: str = ""
    computed: bool = True  # whether the formula's result is stored


@dataclass
class Page:
    """A sheet; rows and columns count from 1."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[str] = field(default_factory=list)
    stopping: list[tuple[str, str]] = field(default_factory=list)  # range, formula; Stop If True
    hidden: bool = False
    protected: bool = False
    print_area: str = ""

    def put(self, row: int, column: int, value: Content, shown: str = "General") -> Cell:
        """A new cell."""
        cell = self.cells[row, column] = Cell(value, shown)
        return cell

    def at(self, address: str) -> Cell:
        """The cell of an address such as K14, made where there is none."""
        return self.cells.setdefault(place(address), Cell())

    def last_row(self) -> int:
        """The lowest row with a cell."""
        return max(row for row, _ in self.cells)

    def last_column(self) -> int:
        """The rightmost column with a cell."""
        return max(column for _, column in self.cells)


def place(address: str) -> tuple[int, int]:
    """Row and column of an address."""
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(address[len(letters) :]), column


def address(row: int, column: int) -> str:
    """The address of a row and column."""
    return f"{get_column_letter(column)}{row}"
