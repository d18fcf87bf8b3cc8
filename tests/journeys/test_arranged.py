"""A workbook whose cells were arranged for reading: everything told of it is the sheet's."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import xl_scorecard
from tests.reading.real.pages import Page, Row, book
from tests.support.books import done, rule_file

ROWS: list[Row] = [
    ["Allotments let 2022/23"], [], ["Month", "Target", "Actual", "Difference"],
    ["July", 40, 38, -2], ["August", 40, 44, 4], ["September", 42, "n/k?", None],
    ["October", 42, 41, -1],
]  # fmt: skip
RULES = """\
name: parks
indicators:
  - {id: lets, name: Allotments let, good_is: high}
"""


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return book(tmp_path / "parks.xlsx", Page("Allotments", ROWS))


def test_row_cell_and_findings_are_those_of_the_sheet(workbook: Path, tmp_path: Path) -> None:
    outcome = done(xl_scorecard.check(workbook, rules=rule_file(tmp_path, RULES)))
    (lets,) = outcome.indicators
    assert (lets.sheet, lets.row, lets.cell) == ("Allotments", 1, "C7")
    assert (lets.value, lets.target, lets.status) == (41, 42, "red")
    assert "C6" in {finding.cell for finding in outcome.findings}


def test_its_results_are_formulas_over_the_sheets_own_cells(workbook: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done(xl_scorecard.refresh(workbook, rules=rule_file(tmp_path, RULES), out=out))
    book = openpyxl.load_workbook(out / workbook.name)
    assert all(  # what stands on Ratings is looked up in the register
        str(book["Ratings"].cell(6, column).value).startswith("=IFERROR(INDEX('Indicators'!")
        for column in range(3, 8)
    )
    register = book["Indicators"]
    read = {heading.value: str(register.cell(6, heading.column).value) for heading in register[5]}
    assert "'Allotments'!$C$7" in read["Outturn: cell"]
    assert "'Allotments'!$B$7" in read["Target: cell"]  # the target of the same month
    assert "'Allotments'!$C$6" in read["Previous: cell"]
    assert read["Name"] == "Allotments let"  # A1 has a year besides, which the name has not


def test_a_second_refresh_gives_the_same_bytes_and_clear_the_first(
    workbook: Path, tmp_path: Path
) -> None:
    rules, out = rule_file(tmp_path, RULES), tmp_path / "out"
    done(xl_scorecard.refresh(workbook, rules=rules, out=out))
    once = (out / workbook.name).read_bytes()
    done(xl_scorecard.refresh(out / workbook.name, rules=rules, in_place=True))
    assert (out / workbook.name).read_bytes() == once
    done(xl_scorecard.clear(out / workbook.name, in_place=True))
    assert openpyxl.load_workbook(out / workbook.name).sheetnames == ["Allotments"]
