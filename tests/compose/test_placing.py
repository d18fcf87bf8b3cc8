"""Our columns go right of the table, clear of whatever stands or floats there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import (
    ROWS,
    SHEET,
    More,
    failure,
    refreshed_into,
    rule_file,
    scorecard,
    statuses,
)
from tests.support.readers import opened

OURS = ["Status", "Direction", "Change", "Change"]


def _headed(folder: Path, more: More | None = None) -> dict[str, str]:
    """Where our four headings went: column letter and first word."""
    workbook = scorecard(folder / "q3.xlsx", more=more)
    outcome = refreshed_into(folder / "out", workbook)
    assert outcome.outcome == "refreshed"
    header = opened(folder / "out" / "q3.xlsx")[SHEET][3]
    return {
        cell.column_letter: str(cell.value).split()[0]
        for cell in header[6:]
        if cell.value is not None and str(cell.value).split()[0] in OURS
    }


def test_they_stand_right_beside_the_table(tmp_path: Path) -> None:
    assert _headed(tmp_path) == dict(zip("GHIJ", OURS, strict=True))


def _note_at(row: int, column: int) -> More:
    return lambda book, page: page.write_string(row, column, "A note of the officers'")


@pytest.mark.parametrize(("row", "column"), [(2, 7), (3, 6), (5, 9)])
def test_a_cell_with_something_in_it_moves_them_beyond_it(
    tmp_path: Path, row: int, column: int
) -> None:
    headed = _headed(tmp_path, _note_at(row, column))
    assert list(headed.values()) == OURS
    assert min(headed) == chr(ord("A") + column + 1)


@pytest.mark.parametrize(("row", "column"), [(0, 7), (40, 7)])
def test_what_stands_above_or_below_the_table_is_in_nobodys_way(
    tmp_path: Path, row: int, column: int
) -> None:
    assert list(_headed(tmp_path, _note_at(row, column))) == list("GHIJ")


def _chart(book: Any, page: Any) -> None:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": f"={SHEET}!$E$4:$F$4"})
    page.insert_chart("H2", chart, {"x_scale": 0.3, "y_scale": 0.5})


def _picture(book: Any, page: Any) -> None:
    page.insert_textbox("H4", "A box of the officers'", {"width": 120, "height": 60})


def _merged(book: Any, page: Any) -> None:
    page.merge_range("H4:I5", "Merged")


def _list(book: Any, page: Any) -> None:
    page.add_table("H3:I6", {"columns": [{"header": "A"}, {"header": "B"}]})


@pytest.mark.parametrize("more", [_chart, _picture, _merged, _list])
def test_charts_boxes_merged_cells_and_tables_are_cleared(tmp_path: Path, more: More) -> None:
    headed = _headed(tmp_path, more)
    assert list(headed.values()) == OURS
    assert min(headed) > "H"


def test_a_sheet_that_is_full_to_its_last_column_is_too_large(tmp_path: Path) -> None:
    def full(book: Any, page: Any) -> None:
        for column in range(9, 16384, 3):
            page.write_number(3, column, 1)

    workbook = scorecard(tmp_path / "q3.xlsx", more=full)
    run = xl_scorecard.refresh(workbook, rules=rule_file(tmp_path), out=tmp_path / "out")
    assert failure(run).kind == "too_large"


def test_only_the_columns_that_are_wanted_are_added(tmp_path: Path) -> None:
    rules = (
        "name: s\ncolumns: [change]\ndefaults: {tolerance: 5 points, unit: percent}\n"
        "indicators:\n  - {id: A1, name: Children seen, good_is: high}\n"
    )
    outcome = refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx", ROWS[:1]), rules)
    assert statuses(outcome) == {"A1": "good"}
    header = opened(tmp_path / "out" / "q3.xlsx")[SHEET][3]
    # the colours rest on the status, so that stands there always
    assert [str(c.value).split()[0] for c in header[6:]] == ["Status", "Change"]
