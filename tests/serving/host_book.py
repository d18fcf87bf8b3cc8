"""A workbook as the stand-in for Excel (`office.js`) takes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl.utils.datetime import to_excel

from tests.button.models import Book, Box, Cell, Sheet, read_book, reference_of
from tests.button.payload import results_in

_OURS = Box(10.0, 10.0, 360.0, 216.0)
Results = Mapping[tuple[str, int, int], object]


def host_book(path: Path) -> dict[str, Any]:
    """A workbook file as it is with the file just opened."""
    book, results = read_book(path), results_in(path)
    return {
        "name": book.name,
        "active": book.active,
        "selection": book.selection,
        "names": [_name(book, name, text) for name, text in book.names.items()],
        "sheets": [_sheet(sheet, results) for sheet in book.sheets],
    }


def _name(book: Book, name: str, text: str) -> dict[str, str]:
    """Excel quotes the name of a sheet only where it must."""
    formula = f"={text.removeprefix('=')}"
    for sheet in book.sheet_names:
        if sheet.isidentifier():
            formula = formula.replace(f"='{sheet}'!", f"={sheet}!")
    return {"name": name, "formula": formula}


def _sheet(sheet: Sheet, results: Results) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "visibility": "Visible" if sheet.visible else "Hidden",
        "gridlines": sheet.gridlines,
        "cells": {
            f"{row},{column}": [
                _value(cell, results.get((sheet.name, row, column))),
                cell.number_format,
            ]
            for (row, column), cell in sheet.cells.items()
        },
        "charts": [
            {"name": chart.name or f"Chart {number}", "chartType": "Line",
             **_place(chart.box or _OURS)}
            for number, chart in enumerate(sheet.charts, 1)
        ],
        "shapes": [
            {"name": f"Picture {number}", "type": "Image", "lockAspectRatio": True, **_place(box)}
            for number, box in enumerate(sheet.pictures, 1)
        ],
        "tables": [
            {"name": name, "address": reference_of(area)} for name, area in sheet.tables.items()
        ],
    }  # fmt: skip


def _place(box: Box) -> dict[str, float]:
    return {"left": box.left, "top": box.top, "width": box.width, "height": box.height}


def _value(cell: Cell, result: object) -> object:
    """A cell's value as Excel keeps it: dates are numbers."""
    value = cell.value if cell.formula is None else result
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date | dt.time | dt.timedelta):
        return to_excel(value)
    return value
