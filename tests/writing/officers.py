"""A scorecard on whose sheets of ours officers put something, and ways to do so and to look."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

from tests.support.books import Cell
from tests.support.readers import opened

NOTE = "Agreed with Cllr Smith: recovery plan due May"
# Against 80% with 5 points of tolerance B is 14 points short and C 20; D is over 100%.
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("A1", "Children seen", "High", 0.8, 0.75, 0.82),
    ("B1", "Plans reviewed", "High", 0.8, 0.7, 0.66),
    ("C1", "Visits made", "High", 0.8, 0.7, 0.6),
    ("D1", "Reviews held", "High", 0.8, 0.9, 1.4),
)
FOUR = """\
name: small
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: A1, name: Children seen, good_is: high}
  - {id: B1, name: Plans reviewed, good_is: high}
  - {id: C1, name: Visits made, good_is: high}
  - {id: D1, name: Reviews held, good_is: high}
"""


def edit(path: Path, how: Callable[[Any], None]) -> Path:
    """Do something to a workbook with openpyxl, which keeps no results of formulas."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        workbook = openpyxl.load_workbook(path, rich_text=True)
    how(workbook)
    workbook.save(path)
    return path


def type_on(path: Path, sheet: str, cell: str, value: object) -> Path:
    """Type something into a cell."""

    def type_it(workbook: Any) -> None:
        workbook[sheet][cell] = value

    return edit(path, type_it)


def worse(path: Path) -> Path:
    """B1 falls from 66% to 10%: it becomes the worst; A1 is over 100%: another finding, before."""
    type_on(path, "Scorecard", "F5", 0.1)
    return type_on(path, "Scorecard", "F4", 1.5)


def all_of(path: Path, sheet: str, text: str) -> list[str]:
    """The cells of a sheet with a text."""
    rows = opened(path)[sheet].iter_rows()
    return [c.coordinate for row in rows for c in row if c.value is not None and text == c.value]


def finding_row(path: Path, indicator: str) -> int:
    """The row of the finding about an indicator over 100%."""
    page = opened(path)["Checks"]
    return next(
        row
        for row in range(6, page.max_row + 1)
        if page[f"D{row}"].value == indicator and page[f"H{row}"].value == "percent-over-100"
    )
