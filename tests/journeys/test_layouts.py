"""Tables that are not a row an indicator with periods across: read, rated, written, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

import xl_scorecard
from tests.support.formulas import disagreements
from tests.support.office import Office
from tests.support.readers import opened

RULES = """\
name: layouts
defaults: {tolerance: 10%}
indicators:
  - {id: A1, name: Children seen, unit: percent, tolerance: 5 points}
  - {id: B1, name: Children waiting}
  - {id: C1, name: Plans reviewed, unit: percent, tolerance: 5 points}
"""
QUARTERS = ("Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
FIGURES = {
    "Children seen": ("A1", "High", 0.8, (0.7, 0.71, 0.75, 0.82)),
    "Children waiting": ("B1", "Low", 20, (30, 28, 25, 23)),
    "Plans reviewed": ("C1", "High", 0.9, (0.81, 0.83, 0.85, 0.84)),
}
# on target; 3 over 20, of which 2 are tolerated; 6 points short, of which 5 are tolerated
EXPECTED = {
    "Children seen": ("good", 0.82, "improved"),
    "Children waiting": ("yellow", 23.0, "improved"),
    "Plans reviewed": ("yellow", 0.84, "worsened"),
}
Rows = Sequence[Sequence[object]]


def transposed() -> Rows:
    return [
        ["Children's scorecard"],
        ["Period", *FIGURES],
        ["Good is", *(good for _, good, _, _ in FIGURES.values())],
        ["Target", *(target for _, _, target, _ in FIGURES.values())],
        *(
            [quarter, *(figures[at] for _, _, _, figures in FIGURES.values())]
            for at, quarter in enumerate(QUARTERS)
        ),
    ]


def long() -> Rows:
    return [
        ["Ref", "Indicator", "Good is", "Period", "Value", "Target"],
        *(
            [ref, name, good, quarter, figure, target]
            for name, (ref, good, target, figures) in FIGURES.items()
            for quarter, figure in zip(QUARTERS, figures, strict=True)
        ),
    ]


def side_by_side() -> Rows:
    headings = ["Ref", "Measure", "Good is", "Target", *QUARTERS]
    lines = [
        [ref, name, good, target, *figures]
        for name, (ref, good, target, figures) in FIGURES.items()
    ]
    return [
        [*headings, None, *headings],
        [*lines[0], None, *lines[1]],
        [*lines[2]],
    ]


LAYOUTS = {"transposed": transposed, "long": long, "side by side": side_by_side}
every = pytest.mark.parametrize("layout", LAYOUTS)


def _written(folder: Path, rows: Rows) -> Path:
    path = folder / "scorecard.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Scorecard")
        percent = book.add_format({"num_format": "0.0%"})
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if value is not None:
                    page.write(row, column, value, percent if isinstance(value, float) else None)
    (folder / "rules.yaml").write_text(RULES, encoding="utf-8")
    return path


def _refreshed(folder: Path, layout: str) -> tuple[Path, Path]:
    before = _written(folder, LAYOUTS[layout]())
    (outcome,) = xl_scorecard.refresh(
        before, rules=folder / "rules.yaml", out=folder / "out"
    ).workbooks
    assert outcome.outcome == "refreshed", outcome.error
    return before, folder / "out" / before.name


@every
def test_indicators_are_rated_alike_however_the_table_is_laid_out(
    tmp_path: Path, layout: str
) -> None:
    path = _written(tmp_path, LAYOUTS[layout]())
    (outcome,) = xl_scorecard.check(path, rules=tmp_path / "rules.yaml").workbooks
    assert outcome.period == "2018/19 Q3"
    assert outcome.findings == []
    found = {i.name: (i.status, i.value, i.travel) for i in outcome.indicators}
    assert found == EXPECTED


@every
def test_the_cell_named_holds_the_outturn(tmp_path: Path, layout: str) -> None:
    path = _written(tmp_path, LAYOUTS[layout]())
    (outcome,) = xl_scorecard.check(path, rules=tmp_path / "rules.yaml").workbooks
    sheet = opened(path)["Scorecard"]
    assert [sheet[i.cell].value for i in outcome.indicators] == [
        EXPECTED[i.name][1] for i in outcome.indicators
    ]


@every
def test_what_is_written_is_live_and_computes_to_what_is_stored(
    tmp_path: Path, layout: str, soffice: Office
) -> None:
    before, after = _refreshed(tmp_path, layout)
    assert disagreements(before, after, soffice) == []


@every
def test_a_second_run_changes_nothing_and_clear_takes_everything_out(
    tmp_path: Path, layout: str
) -> None:
    before, after = _refreshed(tmp_path, layout)
    once = after.read_bytes()
    rules = tmp_path / "rules.yaml"
    (again,) = xl_scorecard.refresh(after, rules=rules, in_place=True).workbooks
    assert (again.outcome, after.read_bytes()) == ("unchanged", once)
    xl_scorecard.clear(after, in_place=True)
    assert opened(after).sheetnames == ["Scorecard"]
    original, cleared = opened(before)["Scorecard"], opened(after)["Scorecard"]
    assert [[c.value for c in row] for row in cleared.iter_rows()] == [
        [c.value for c in row] for row in original.iter_rows()
    ]


def test_a_long_table_has_its_status_beside_the_row_of_the_period(tmp_path: Path) -> None:
    _, after = _refreshed(tmp_path, "long")
    sheet = opened(after)["Scorecard"]
    assert sheet["G1"].value == "Status Q3 2018/19"
    statuses = {row: sheet.cell(row, 7).value for row in range(2, 14)}
    assert {row: word for row, word in statuses.items() if word} == {
        5: "Good", 9: "Yellow", 13: "Yellow",
    }  # fmt: skip


def test_a_transposed_table_has_its_statuses_on_a_sheet_that_says_why(tmp_path: Path) -> None:
    _, after = _refreshed(tmp_path, "transposed")
    book = opened(after)
    assert book.sheetnames == ["Scorecard", "Ratings", "Summary", "Checks"]
    sheet = book["Ratings"]
    assert "Periods run down the scorecard" in sheet["A3"].value
    rows = [[cell.value for cell in row[:4]] for row in sheet.iter_rows(min_row=6, max_row=8)]
    assert rows == [
        ["Children seen", None, 0.82, "Good"],
        ["Children waiting", None, 23, "Yellow"],
        ["Plans reviewed", None, 0.84, "Yellow"],
    ]


def test_tables_side_by_side_have_columns_of_their_own_that_say_whose_they_are(
    tmp_path: Path,
) -> None:
    _, after = _refreshed(tmp_path, "side by side")
    sheet = opened(after)["Scorecard"]
    headings = {
        cell.value: cell.column
        for cell in sheet[1]
        if isinstance(cell.value, str) and cell.value.startswith("Status")
    }
    assert headings == {
        "Status Q3 2018/19 (columns A to H)": 18, "Status Q3 2018/19 (columns J to Q)": 22,
    }  # fmt: skip
    assert [sheet.cell(2, column).value for column in headings.values()] == ["Good", "Yellow"]
