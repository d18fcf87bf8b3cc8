"""Blocks of rows, an indicator each, worked on since: the register follows their cells."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import yaml

from tests.live.desk import Act, Desk, Work
from tests.support.books import SHEET, refreshed_into

QUARTERS = ("Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
OF_A_BLOCK = 5
FIGURES = {
    "Lamps lit": (80, 82, 90),
    "Bins emptied": (70, 75, 84),
    "Roads swept": (60, 66, 60),
    "Gates oiled": (9, 8, 7),
}


@pytest.fixture(scope="module")
def edited(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second block deleted, two rows put into the first, and 91 typed into that,
    and the last heading of the fourth changed."""
    folder = tmp_path_factory.mktemp("blocks")
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = SHEET
    for name, figures in FIGURES.items():
        for row in ([name], [None, *QUARTERS], ["Actual", *figures], ["Target", 90, 90, 90], []):
            page.append(row)
    book.save(folder / "book.xlsx")
    indicators = [
        {"id": name, "name": name, "good_is": "high", "unit": "count", "tolerance": 5}
        for name in FIGURES
    ]
    rules = yaml.safe_dump({"name": "b", "rating": "rag", "indicators": indicators})
    output = refreshed_into(folder / "out", folder / "book.xlsx", rules).output
    acts: tuple[Act, ...] = (
        ("insert rows", SHEET, 3, 2),
        ("delete rows", SHEET, OF_A_BLOCK + 3, OF_A_BLOCK),
        ("number", SHEET, f"D{OF_A_BLOCK + 2 + 3}", 91),
        ("text", SHEET, f"D{2 * OF_A_BLOCK + 2 + 2}", "Q4 2018/19"),
    )
    result = folder / "edited.xlsx"
    assert output is not None
    assert desk.does([Work(Path(output), acts, result)]) == {}
    return result


def _register(path: Path) -> dict[object, dict[object, object]]:
    rows = list(openpyxl.load_workbook(path, data_only=True)["Indicators"].values)
    top = next(number for number, row in enumerate(rows) if row[0] == "Reference")
    found = (dict(zip(rows[top], row, strict=True)) for row in rows[top + 1 :])
    return {row["Name"]: row for row in found if row["Name"]}


def test_a_block_is_judged_by_what_stands_in_it_now_wherever_that_is(edited: Path) -> None:
    rows = _register(edited)
    said = ("Status", "Outturn", "Cell")
    assert [rows["Lamps lit"][what] for what in said] == ["Green", 90, "D5"]
    assert [rows["Roads swept"][what] for what in said] == ["Green", 91, "D10"]


def test_a_block_that_was_deleted_waits_for_a_refresh_and_is_no_error(edited: Path) -> None:
    row = _register(edited)["Bins emptied"]
    assert [row[what] for what in ("Status", "Direction", "Change")] == ["Refresh"] * 3
    summary = openpyxl.load_workbook(edited, data_only=True)["Summary"]
    told = [cell for line in summary.iter_rows(values_only=True) for cell in line]
    assert "#REF!" not in told


def test_a_block_whose_own_heading_was_changed_waits_for_a_refresh(edited: Path) -> None:
    assert _register(edited)["Gates oiled"]["Status"] == "Refresh"
