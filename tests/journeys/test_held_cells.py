"""An empty cell that carries a note, a link or a rule of theirs is no place for our columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl.comments import Comment

from tests.support.books import SHEET, refreshed_into, scorecard
from tests.support.inserting import inserted_column
from tests.support.packages import patched
from tests.support.readers import opened

OURS = "xl_scorecard.cells.1.rag.direction.change.change_on_year"
HOLD: dict[str, Callable[[Any], object]] = {
    "a note": lambda page: page.write_comment("H5", "Counted again in March"),
    "a link": lambda page: page.write_url("H5", "https://example.org", string=""),
    "a list to choose from": lambda page: page.data_validation(
        "H4:H6", {"validate": "list", "source": ["Yes", "No"]}
    ),
}


def _block(path: Path) -> str:
    return str(opened(path).defined_names[OURS].attr_text)


@pytest.mark.parametrize("what", HOLD)
def test_our_columns_stand_beyond_what_an_empty_cell_holds(tmp_path: Path, what: str) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx", more=lambda _, page: HOLD[what](page))
    refreshed_into(tmp_path / "out", workbook)
    assert _block(tmp_path / "out" / "q3.xlsx") == f"'{SHEET}'!$I$3:$L$9"


@pytest.mark.parametrize(
    ("where", "last"), [("H9", 8), ("H1", 9), ("A5:F5", 9), ("A1:XFD1048576", 6)]
)
def test_what_is_held_elsewhere_or_by_whole_rows_moves_nothing(
    tmp_path: Path, where: str, last: int
) -> None:
    """Below the table's last row, 6, up to 3 rows wait for indicators, as far as nothing is held
    there."""

    def more(_: Any, page: Any) -> None:
        page.data_validation(
            where, {"validate": "any", "input_title": "Ours", "input_message": "x"}
        )

    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx", more=more))
    assert _block(tmp_path / "out" / "q3.xlsx") == f"'{SHEET}'!$G$3:$J${last}"


def test_a_note_on_a_cell_of_ours_does_not_drive_our_columns_away(tmp_path: Path) -> None:
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx"))
    book = opened(tmp_path / "out" / "q3.xlsx", formulas=True)
    book[SHEET]["H5"].comment = Comment("Looked at", "Officer")
    (tmp_path / "noted").mkdir()
    book.save(tmp_path / "noted" / "q3.xlsx")
    refreshed_into(tmp_path / "again", tmp_path / "noted" / "q3.xlsx")
    assert _block(tmp_path / "again" / "q3.xlsx") == f"'{SHEET}'!$G$3:$J$9"
    assert opened(tmp_path / "again" / "q3.xlsx")[SHEET]["H5"].comment.text == "Looked at"


def test_columns_of_ours_into_which_somebody_typed_stay_where_they_stand(tmp_path: Path) -> None:
    """An empty column was put in before them: nearer to the table there would be room again."""
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx"))
    insert = inserted_column(before=7)
    parts = {"xl/worksheets/sheet1.xml": insert, "xl/workbook.xml": insert}
    (tmp_path / "moved").mkdir()
    moved = patched(tmp_path / "out" / "q3.xlsx", tmp_path / "moved" / "q3.xlsx", parts)
    book = opened(moved, formulas=True)
    book[SHEET]["K6"] = "agreed in March"
    book.save(moved)
    refreshed_into(tmp_path / "once", moved)
    assert _block(tmp_path / "once" / "q3.xlsx") == f"'{SHEET}'!$H$3:$K$9"
    refreshed_into(tmp_path / "twice", tmp_path / "once" / "q3.xlsx")
    assert _block(tmp_path / "twice" / "q3.xlsx") == f"'{SHEET}'!$H$3:$K$9"
    assert opened(tmp_path / "twice" / "q3.xlsx")[SHEET]["K6"].value == "agreed in March"
