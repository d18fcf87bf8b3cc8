"""The risks of a workbook stand in a matrix of likelihood and impact on the Summary."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl

from tests.support.books import Cell, refreshed_into, scorecard
from tests.support.office import Values

ROWS = (
    ("A1", "Children waiting", 24, 22),
    (),
    ("Risk", "Likelihood", "Impact", "Score", "Level", "Previous score", "Risk owner"),
    ("Practice", 3, 4, 12, "Moderate", 12, "Head of Practice"),
    ("Workforce", 4, 4, 16, "High", 12, "Principal Social Worker"),
    ("Placements", 4, 4, 16, "High", 20, None),
)
RULES = "name: risks\nindicators:\n  - {id: A1, name: Children waiting, unit: count}\n"


def _refreshed(folder: Path, rows: Sequence[Sequence[Cell]] = ROWS) -> Path:
    """A refreshed scorecard with a register of risks below its indicator."""
    headings = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19")
    book = scorecard(folder / "q3.xlsx", rows, headings, number_format="General")
    refreshed_into(folder / "out", book, RULES)
    return folder / "out" / "q3.xlsx"


def test_each_risk_stands_in_its_place(tmp_path: Path) -> None:
    values = Values(_refreshed(tmp_path))
    row, _ = values.find("Summary", "Impact 4")
    # across, the likelihood from 1 to 5
    assert values.row("Summary", row)[1:6] == ["", "", "1", "2, 3", ""]
    listed, _ = values.find("Summary", "Workforce")
    assert values.row("Summary", listed)[1:6] == [2, 4, 4, 16, "High"]


def test_each_risk_says_which_way_its_score_went_and_who_owns_it(tmp_path: Path) -> None:
    values = Values(_refreshed(tmp_path))
    places = [values.find("Summary", heading)[1] for heading in ("Movement", "Owner")]
    told = [
        [values.at("Summary", values.find("Summary", risk)[0], column) for column in places]
        for risk in ("Practice", "Workforce", "Placements")
    ]
    assert told == [
        ["► Level", "Head of Practice"], ["▲ Up", "Principal Social Worker"], ["▼ Down", ""],
    ]  # fmt: skip


def test_fifteen_risks_have_no_formula_longer_than_anybody_reads(tmp_path: Path) -> None:
    many = [(f"Risk {n}", n % 5 + 1, 4, 4 * (n % 5 + 1), "High", 4, "Head") for n in range(15)]
    sheet = openpyxl.load_workbook(_refreshed(tmp_path, (*ROWS[:3], *many)))["Summary"]
    formulas = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert max(map(len, formulas)) <= 500
