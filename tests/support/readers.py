"""Workbooks as openpyxl reads them: a reader that shares no code with ours."""

from __future__ import annotations

import warnings
from pathlib import Path

import openpyxl


def opened(path: Path, *, formulas: bool = False) -> openpyxl.Workbook:
    """The workbook, with stored values or formulas; what openpyxl cannot keep is no matter here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(path, data_only=not formulas)


def values(path: Path, sheet: str, reference: str) -> list[list[object]]:
    """The stored values of a range, row by row."""
    return [[cell.value for cell in row] for row in opened(path)[sheet][reference]]
