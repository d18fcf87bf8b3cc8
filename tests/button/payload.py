"""A workbook as the JSON that an Office.js client of xlwings sends with every press."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xlwings
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import from_excel

from tests.button.models import Book, Box, Cell, Sheet, area_of, read_book, reference_of, split
from tests.support.readers import opened

_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
Results = Mapping[tuple[str, int, int], object]
_MIDNIGHT = dt.datetime(1899, 12, 30)
_OURS = Box(10.0, 10.0, 360.0, 216.0)


def payload_of(path: Path, *, dates_as_numbers: bool = False) -> dict[str, Any]:
    """The JSON for a workbook file as it would be with the file just opened.

    Only dates in a format of the category Date come as dates; `dates_as_numbers` makes the others
    of them all.
    """
    sent = payload(read_book(path), results_in(path))
    if dates_as_numbers:
        for sheet in sent["sheets"]:
            sheet["values"] = [[_as_number(value) for value in line] for line in sheet["values"]]
    return sent


def _as_number(value: object) -> object:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return value
    since = dt.datetime.fromisoformat(value.removesuffix("Z")) - _MIDNIGHT
    return since / dt.timedelta(days=1)


def results_in(path: Path) -> dict[tuple[str, int, int], object]:
    """The values stored in a workbook file, those of formulas among them."""
    return {
        (sheet.title, cell.row, cell.column): cell.value
        for sheet in opened(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def payload(book: Book, results: Results) -> dict[str, Any]:
    """The JSON for a model; what its formulas come to is looked up in the results."""
    return {
        "client": "Office.js",
        "version": xlwings.__version__,
        "book": {
            "name": book.name,
            "active_sheet_index": book.active,
            "selection": book.selection,
        },
        "names": [_name(book, name, text) for name, text in book.names.items()],
        "sheets": [_sheet(sheet, results) for sheet in book.sheets],
    }


def _name(book: Book, name: str, text: str) -> dict[str, Any]:
    refers_to = text.removeprefix("=")
    index = address = None
    try:
        sheet, reference = split(refers_to)
        index, address = book.sheet_names.index(sheet), reference_of(area_of(reference))
    except (AssertionError, ValueError):
        pass  # a constant, a formula or a range that is gone
    return {
        "name": name,
        "sheet_index": index,
        "address": address,
        "refers_to": f"={_as_excel_quotes(refers_to)}",
        "scope_sheet_name": None,
        "scope_sheet_index": None,
        "book_scope": True,
    }


def _as_excel_quotes(refers_to: str) -> str:
    """Excel quotes the name of a sheet only where it must."""
    if refers_to.startswith('"'):
        return refers_to
    sheet, mark, rest = refers_to.partition("!")
    bare = sheet.strip("'")
    return f"{bare if bare.isidentifier() else sheet}{mark}{rest}"


def _sheet(sheet: Sheet, results: Results) -> dict[str, Any]:
    used = sheet.used
    bottom, right = used[2:] if used is not None else (1, 1)
    nothing = Cell()
    values = [
        [
            _sent(sheet, row, column, sheet.cells.get((row, column), nothing), results)
            for column in range(1, right + 1)
        ]
        for row in range(1, bottom + 1)
    ]
    return {
        "name": sheet.name,
        "values": values,
        "used_range_address": reference_of(used) if used is not None else None,
        "visibility": "Visible" if sheet.visible else "Hidden",
        "show_gridlines": sheet.gridlines,
        "print_area": sheet.print_area,
        "pictures": [_picture(number, box) for number, box in enumerate(sheet.pictures, 1)],
        "shapes": [
            {"name": box.name, "type": "GeometricShape", **_place(box)} for box in sheet.shapes
        ],
        "charts": [
            _chart(number, chart.name, chart.box or _OURS)
            for number, chart in enumerate(sheet.charts, 1)
        ],
        "notes": [],
        "tables": [_table(name, reference_of(area)) for name, area in sheet.tables.items()],
        "pivot_tables": [],
    }


def _chart(number: int, name: str | None, box: Box) -> dict[str, Any]:
    return {"name": name or f"Chart {number}", "chart_type": "Line", **_place(box)}


def _picture(number: int, box: Box) -> dict[str, Any]:
    return {"name": f"Picture {number}", "lock_aspect_ratio": True, **_place(box)}


def _place(box: Box) -> dict[str, float]:
    return {"left": box.left, "top": box.top, "width": box.width, "height": box.height}


def _table(name: str, address: str) -> dict[str, Any]:
    return {
        "name": name,
        "range_address": address,
        "header_row_range_address": None,
        "data_body_range_address": address,
        "total_row_range_address": None,
        "show_headers": True,
        "show_totals": False,
        "table_style": "TableStyleMedium2",
        "show_autofilter": True,
    }


def _sent(sheet: Sheet, row: int, column: int, cell: Cell, results: Results) -> object:
    value = cell.value
    if cell.formula is not None:
        value = results.get((sheet.name, row, column))
    if value is None:
        return ""
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int | float) and not is_date_format(cell.number_format):
        return value
    return _as_client_says_dates(value)


def _as_client_says_dates(value: object) -> str:
    """Cells of the category Date or Time come as `2018-12-31T00:00:00.000Z`."""
    if isinstance(value, int | float):
        value = from_excel(value)
    if isinstance(value, dt.timedelta):
        value = _MIDNIGHT + value
    elif isinstance(value, dt.time):
        value = dt.datetime.combine(_MIDNIGHT.date(), value)
    elif isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        value = dt.datetime.combine(value, dt.time())
    assert isinstance(value, dt.datetime), value
    return f"{value.isoformat(timespec='milliseconds')}Z"
