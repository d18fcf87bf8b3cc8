"""A sheet as it is laid out, cell by cell, and a workbook made of such sheets.

Written by XlsxWriter and not by openpyxl, which stores no result beside a formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

Value = str | float | int | datetime | None
Style = dict[str, Any]

HEADING: Style = {"bold": True, "text_wrap": True, "bg_color": "#D9E1F2", "border": 1}
TITLE: Style = {"bold": True, "font_size": 14}
SMALL: Style = {"italic": True, "font_size": 9}
FILLS = {"Green": "#00B050", "Amber": "#FFC000", "Red": "#FF0000"}


@dataclass(frozen=True)
class Cell:
    """A value with its format; `formula` is what gave it, if anything."""

    value: Value
    style: Style = field(default_factory=dict)
    formula: str = ""


def address(row: int, column: int) -> str:
    """A1 for (1, 1)."""
    return str(xl_rowcol_to_cell(row - 1, column - 1))


@dataclass
class Page:
    """A sheet: cells by (row, column) from 1, merged ranges, hidden rows and columns."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False

    def put(self, row: int, column: int, value: Value | Cell, style: Style | None = None) -> str:
        """Put a value into a cell; returns its address."""
        cell = value if isinstance(value, Cell) else Cell(value, style or {})
        if cell.value is not None or cell.style:
            self.cells[row, column] = cell
        return address(row, column)

    def line(
        self, row: int, column: int, values: Sequence[Value], style: Style | None = None
    ) -> None:
        for i, value in enumerate(values):
            self.put(row, column + i, value, style)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self.merged.append((top, left, bottom, right))

    @property
    def last_row(self) -> int:
        return max((row for row, _ in self.cells), default=0)

    @property
    def last_column(self) -> int:
        return max((column for _, column in self.cells), default=0)

    def at(self, cell: str) -> Cell | None:
        """What stands at an address."""
        return next((c for place, c in self.cells.items() if address(*place) == cell), None)


def workbook_of(pages: Sequence[Page]) -> bytes:
    """The workbook's bytes; the same pages give the same bytes."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "default_date_format": "mmm-yy"})
    book.set_properties({"created": datetime(2024, 1, 15), "author": "Performance team"})
    formats: dict[str, Any] = {}
    for page in pages:
        _write(page, book, formats)
    book.close()
    return held.getvalue()


def _write(page: Page, book: Any, formats: dict[str, Any]) -> None:
    sheet = book.add_worksheet(page.name)
    if page.hidden:
        sheet.hide()
    spans = {(top, left): (bottom, right) for top, left, bottom, right in page.merged}
    for top, left, bottom, right in page.merged:
        sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, None)
    for (row, column), cell in sorted(page.cells.items()):
        style = dict(cell.style)
        if (row, column) in spans:
            style |= {"align": "center", "valign": "vcenter"}
        if isinstance(cell.value, datetime):
            style.setdefault("num_format", "mmm-yy")
        key = repr(sorted(style.items()))
        if key not in formats:
            formats[key] = book.add_format(style)
        _cell(sheet, row - 1, column - 1, cell, formats[key])
    for column, wide in _widths(page).items():
        sheet.set_column(column - 1, column - 1, wide)
    for column in page.hidden_columns:
        sheet.set_column(column - 1, column - 1, None, None, {"hidden": True})


def _widths(page: Page) -> dict[int, float]:
    """Wide enough for what stands below the title rows, names wrapped at 50 letters."""
    found: dict[int, float] = {}
    for (row, column), cell in page.cells.items():
        if row > 2 and isinstance(cell.value, str):
            found[column] = min(max(found.get(column, 9.0), 0.9 * len(cell.value) + 2), 50)
    return found


def _cell(sheet: Any, row: int, column: int, cell: Cell, style: Any) -> None:
    if cell.formula:
        sheet.write_formula(row, column, cell.formula, style, cell.value)
    elif cell.value is None:
        sheet.write_blank(row, column, None, style)
    elif isinstance(cell.value, str):
        sheet.write_string(row, column, cell.value, style)
    elif isinstance(cell.value, datetime):
        sheet.write_datetime(row, column, cell.value, style)
    else:
        sheet.write_number(row, column, cell.value, style)
