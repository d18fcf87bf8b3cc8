"""Tables that are not a row an indicator with periods across: read, rated, written, taken out."""

from __future__ import annotations

from pathlib import Path

import pytest

import xl_scorecard
from tests.support.books import cleared, done
from tests.support.formulas import disagreements
from tests.support.layouts import LAYOUTS, laid_out
from tests.support.office import Office
from tests.support.readers import opened

# on target; 3 over 20, of which 2 are tolerated; 6 points short, of which 5 are tolerated
EXPECTED = {
    "Children seen": ("good", 0.82, "improved"),
    "Children waiting": ("yellow", 23.0, "improved"),
    "Plans reviewed": ("yellow", 0.84, "worsened"),
}

every = pytest.mark.parametrize("layout", LAYOUTS)


def _refreshed(folder: Path, layout: str) -> tuple[Path, Path]:
    before = laid_out(folder, layout)
    run = xl_scorecard.refresh(before, rules=folder / "rules.yaml", out=folder / "out")
    assert done(run).outcome == "refreshed"
    return before, folder / "out" / before.name


@every
def test_indicators_are_rated_alike_however_the_table_is_laid_out(
    tmp_path: Path, layout: str
) -> None:
    path = laid_out(tmp_path, layout)
    outcome = done(xl_scorecard.check(path, rules=tmp_path / "rules.yaml"))
    assert outcome.period == "2018/19 Q3"
    assert outcome.findings == []
    found = {i.name: (i.status, i.value, i.travel) for i in outcome.indicators}
    assert found == EXPECTED


@every
def test_the_cell_named_holds_the_outturn(tmp_path: Path, layout: str) -> None:
    path = laid_out(tmp_path, layout)
    outcome = done(xl_scorecard.check(path, rules=tmp_path / "rules.yaml"))
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
    again = done(xl_scorecard.refresh(after, rules=rules, in_place=True))
    assert (again.outcome, after.read_bytes()) == ("unchanged", once)
    cleared(after)
    assert opened(after).sheetnames == ["Scorecard"]
    original, left = opened(before)["Scorecard"], opened(after)["Scorecard"]
    assert [[c.value for c in row] for row in left.iter_rows()] == [
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
    assert book.sheetnames == ["Scorecard", "Ratings", "Summary", "Indicators", "Checks"]
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
