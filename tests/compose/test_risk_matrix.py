"""The risks of a workbook stand in a matrix of likelihood and impact on the Summary."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.support.books import refreshed_into, scorecard
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


def test_each_risk_stands_in_its_place(tmp_path: Path) -> None:
    book = scorecard(
        tmp_path / "q3.xlsx", ROWS, ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
        number_format="General",
    )  # fmt: skip
    refreshed_into(tmp_path / "out", book, RULES)
    values = Values(tmp_path / "out" / "q3.xlsx")
    row, _ = values.find("Summary", "Impact 4")
    # across, the likelihood from 1 to 5
    assert values.row("Summary", row)[1:6] == ["", "", "1", "2, 3", ""]
    listed, _ = values.find("Summary", "Workforce")
    assert values.row("Summary", listed)[1:6] == [2, 4, 4, 16, "High"]


def test_each_risk_says_which_way_its_score_went_and_who_owns_it(tmp_path: Path) -> None:
    book = scorecard(
        tmp_path / "q3.xlsx", ROWS, ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
        number_format="General",
    )  # fmt: skip
    refreshed_into(tmp_path / "out", book, RULES)
    values = Values(tmp_path / "out" / "q3.xlsx")
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
    book = scorecard(
        tmp_path / "q3.xlsx", (*ROWS[:3], *many), ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
        number_format="General",
    )  # fmt: skip
    refreshed_into(tmp_path / "out", book, RULES)
    sheet = openpyxl.load_workbook(tmp_path / "out" / "q3.xlsx")["Summary"]
    formulas = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert max(map(len, formulas)) <= 500
