"""Figures read otherwise than they stand: the formulas agree, and follow once they are mended."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.support.books import SHEET, refreshed_into
from tests.support.formulas import disagreements
from tests.support.office import Office, Values
from tests.support.packages import patched, replacing

RULES = """\
name: odd
defaults: {tolerance: 5 points, unit: percent, good_is: high}
indicators:
  - {id: A1, name: Typed in hundreds}
  - {id: B1, name: A date}
  - {id: C1, name: Two columns differ}
"""
STATUS = 8


def _workbook(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(SHEET)
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        rows: list[list[Any]] = [
            ["Ref", "Measure", "Target", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Q3 2018/19"],
            ["A1", "Typed in hundreds", 0.8, 0.75, 0.78, 81.5, None],
            ["B1", "A date", 0.8, 0.75, 0.78, dt.date(2018, 12, 31), None],
            ["C1", "Two columns differ", 0.8, 0.75, 0.78, 0.83, 0.63],
        ]
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if isinstance(value, dt.date):
                    page.write_datetime(row, column, value, day)
                elif value is not None:
                    page.write(row, column, value)
    return path


@pytest.fixture
def refreshed(tmp_path: Path) -> tuple[Path, Path]:
    before = _workbook(tmp_path / "q3.xlsx")
    outcome = refreshed_into(tmp_path / "out", before, RULES)
    assert [i.status for i in outcome.indicators] == ["good", "no_data", "no_data"]
    assert outcome.indicators[0].value == 0.815
    return before, tmp_path / "out" / "q3.xlsx"


def test_formulas_come_to_what_the_report_says(
    refreshed: tuple[Path, Path], soffice: Office
) -> None:
    before, after = refreshed
    assert [Values(after).at(SHEET, row, STATUS) for row in (2, 3, 4)] == [
        "Good", "No data", "No data",
    ]  # fmt: skip
    assert disagreements(before, after, soffice) == []


@pytest.mark.parametrize(
    ("typed", "instead", "row", "status"),
    [
        ("81.5", "0.772", 2, "Acceptable"),  # 2.8 points short, not a hundredth of that
        ("43465", "0.61", 3, "Red"),  # 19 points short of 80% with 5 tolerated
        ("0.83", "0.85", 4, "Good"),
    ],
)
def test_a_mended_cell_counts_as_it_stands(
    refreshed: tuple[Path, Path], tmp_path: Path, soffice: Office, typed: str, instead: str,
    row: int, status: str,
) -> None:  # fmt: skip
    _, after = refreshed
    edit = replacing(f"<v>{typed}</v>", f"<v>{instead}</v>")
    mended = patched(after, tmp_path / "mended.xlsx", {"xl/worksheets/sheet1.xml": edit})
    computed = Values(soffice.recalculated(mended))
    assert computed.at(SHEET, row, STATUS) == status
