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


def finding_row(path: Path, indicator: str, check: str = "percent-over-100") -> int:
    """The row of the finding about an indicator over 100%, or of another check."""
    page = opened(path)["Checks"]
    at = columns_of_checks(path)
    return next(
        row
        for row in range(6, page.max_row + 1)
        if page[f"{at['Indicator']}{row}"].value == indicator
        and page[f"{at['Check']}{row}"].value == check
    )


def columns_of_checks(path: Path) -> dict[str, str]:
    """The letters of the columns of findings, by their headings."""
    (heading,) = all_of(path, "Checks", "What is wrong")
    page = opened(path)["Checks"]
    row = "".join(filter(str.isdigit, heading))
    return {str(cell.value): cell.column_letter for cell in page[int(row)] if cell.value}


def accept(path: Path, indicator: str, reason: str, check: str = "percent-over-100") -> Path:
    """An officer accepts a finding and says why."""
    row, at = finding_row(path, indicator, check), columns_of_checks(path)

    def pick(workbook: Any) -> None:
        workbook["Checks"][f"{at['Accepted']}{row}"] = "accepted"
        workbook["Checks"][f"{at['Reason']}{row}"] = reason

    return edit(path, pick)
