"""What other programs read in a workbook: values, formulas, formats, names, print areas."""

from __future__ import annotations

import collections
import warnings
from collections.abc import Callable
from pathlib import Path

import openpyxl
import python_calamine

Said = dict[tuple[object, ...], object]
"""By place or name, what is said there."""
_SHOWN = 3


def read_otherwise(before: Path, after: Path, figures: collections.Counter[str]) -> list[str]:
    """What openpyxl and calamine read differently now of what was there."""
    found = []
    for name, reader in READERS.items():
        try:
            old = reader(before)
        except Exception:
            figures[f"not read by {name} before"] += 1
            continue
        try:
            new = reader(after)
        except Exception as error:
            found.append(f"{name} reads it no more: {error}")
            continue
        figures[f"{name} read the same"] += len(old)
        other = [place for place, said in old.items() if new.get(place) != said]
        if other:
            found.append(f"{name}: otherwise at {other[:_SHOWN]}")
    return found


def _book(path: Path, *, values: bool) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path, data_only=values)


def _values(path: Path) -> Said:
    return {
        (sheet.title, cell.row, cell.column): str(cell.value)
        for sheet in _book(path, values=True).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _formulas(path: Path) -> Said:
    """Formulas, those of arrays and of data tables with all that is said of them."""
    return {
        (sheet.title, cell.row, cell.column): str(getattr(cell.value, "__dict__", cell.value))
        for sheet in _book(path, values=False).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def _formats(path: Path) -> Said:
    """The looks of cells that hold something, and of those that only look like something."""
    return {
        (sheet.title, cell.row, cell.column): (
            cell.number_format,
            cell.font.b,
            cell.font.name,
            repr(cell.font.color),
            repr(cell.fill.fgColor),
            cell.fill.fill_type,
            cell.border.bottom.style,
            cell.alignment.horizontal,
            cell.protection.locked,
        )
        for sheet in _book(path, values=True).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.has_style and cell.value is not None
    }


def _names(path: Path) -> Said:
    """Names of the workbook and its sheets, print areas and titles, what is frozen and merged."""
    book = _book(path, values=False)
    said: Said = {("name", n): v.attr_text for n, v in book.defined_names.items()}
    for sheet in book.worksheets:
        title = sheet.title
        said.update({(title, "name", n): v.attr_text for n, v in sheet.defined_names.items()})
        said.update(
            {
                (title, "print area"): str(sheet.print_area),
                (title, "print titles"): str(sheet.print_titles),
                (title, "frozen"): sheet.freeze_panes,
                (title, "merged"): sorted(str(m) for m in sheet.merged_cells.ranges),
                (title, "filter"): sheet.auto_filter.ref,
                (title, "state"): sheet.sheet_state,
            }
        )
    return said


def _calamine(path: Path) -> Said:
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    found: Said = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for row, cells in enumerate(rows):
            found.update({(name, row, column): str(v) for column, v in enumerate(cells) if v != ""})
    return found


READERS: dict[str, Callable[[Path], Said]] = {
    "values by openpyxl": _values,
    "formulas by openpyxl": _formulas,
    "formats by openpyxl": _formats,
    "names, print areas and the like by openpyxl": _names,
    "values by calamine": _calamine,
}
