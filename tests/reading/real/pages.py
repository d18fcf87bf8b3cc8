"""Workbooks as officers build them, written by openpyxl: merged groups, odd fonts, hidden parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

Row = Sequence[Any]
More = Callable[[Worksheet], None]


@dataclass(frozen=True)
class pct:  # noqa: N801 (reads as a word in a row of cells)
    """A fraction in a cell with a percent format."""

    value: float
    number_format: str = "0.0%"


@dataclass(frozen=True)
class wingding:  # noqa: N801
    """A character set in the Wingdings font."""

    text: str
    font: str = "Wingdings"


@dataclass(frozen=True)
class bold:  # noqa: N801
    """A value set in bold."""

    value: Any


@dataclass(frozen=True)
class shown:  # noqa: N801
    """A number or date in a number format of its own."""

    value: float | dt.date
    number_format: str


@dataclass
class Page:
    """One sheet: its rows from A1 on (None is an empty cell), what is merged, hidden, and more."""

    title: str
    rows: Sequence[Row]
    merged: Iterable[str] = ()
    hidden_rows: Iterable[int] = ()
    hidden_columns: Iterable[str] = ()
    hidden: bool = False
    widths: Mapping[str, float] = field(default_factory=dict)
    more: More | None = None


def book(path: Path, *pages: Page) -> Path:
    """A workbook of these sheets."""
    workbook = Workbook()
    assert workbook.active is not None
    workbook.remove(workbook.active)
    for page in pages:
        sheet = workbook.create_sheet(page.title)
        for row, values in enumerate(page.rows, 1):
            for column, value in enumerate(values, 1):
                _write(sheet, row, column, value)
        for reference in page.merged:
            sheet.merge_cells(reference)
        for row in page.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for letter in page.hidden_columns:
            sheet.column_dimensions[letter].hidden = True
        if page.hidden:
            sheet.sheet_state = "hidden"
        if page.more is not None:
            page.more(sheet)
    workbook.save(path)
    return path


def _write(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    if value is None:
        return
    cell = sheet.cell(row, column)
    if isinstance(value, bold):
        cell.font = Font(bold=True)
        value = value.value
    if isinstance(value, wingding):
        cell.font = Font(name=value.font)
        value = value.text
    elif isinstance(value, pct | shown):
        cell.number_format = value.number_format
        value = value.value
    cell.value = value
