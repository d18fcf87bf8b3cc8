"""Our columns keep out of what the officers' own formulas look over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import HEADINGS, SHEET, More, refreshed_into, scorecard
from tests.support.office import Office, Values
from tests.support.readers import opened


def _board(formula: str, *, name: str | None = None) -> More:
    """A formula on a sheet Board, with a name that it uses if need be."""

    def more(book: Any, _page: Any) -> None:
        book.add_worksheet("Board").write_formula("B2", f"={formula}")
        if name is not None:
            book.define_name("Figures", f"={name}")

    return more


def _chart(book: Any, _page: Any) -> None:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": f"={SHEET}!$E$4:$I$4"})
    book.add_worksheet("Board").insert_chart("B2", chart)


WHOLE_ROWS = {
    "COUNTIF": _board(f'COUNTIF({SHEET}!3:6,"*")'),
    "LOOKUP": _board(f"LOOKUP(9.99E+307,{SHEET}!4:4)"),
    "an open range": _board(f"AVERAGE({SHEET}!E4:XFD4)"),
    "a name": _board("SUM(Figures)", name=f"OFFSET({SHEET}!$E$4,0,0,3,COUNTA({SHEET}!$3:$3)-4)"),
    "A:Z": _board(f'COUNTIF({SHEET}!A:Z,"Good")'),
    "A1:Z100": _board(f'COUNTIF({SHEET}!A1:Z100,"Good")'),
}
NEAR = {
    "another sheet's": _board(f"COUNTA({SHEET}!D3:I6)"),
    "one over several sheets": _board(f"COUNTA({SHEET}:Board!G4:I6)"),
    "a chart": _chart,
}


@pytest.mark.parametrize("more", WHOLE_ROWS.values(), ids=list(WHOLE_ROWS))
def test_what_looks_over_every_place_sends_the_statuses_to_a_sheet_of_their_own(
    tmp_path: Path, more: More
) -> None:
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx", more=more))
    book = opened(tmp_path / "out" / "q3.xlsx")
    assert "looks over" in str(book["Ratings"]["A3"].value)
    assert book[SHEET].max_column == 6


@pytest.mark.parametrize("more", NEAR.values(), ids=list(NEAR))
def test_what_looks_over_the_next_columns_moves_ours_beyond_them(
    tmp_path: Path, more: More
) -> None:
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx", more=more))
    book = opened(tmp_path / "out" / "q3.xlsx")
    assert "Ratings" not in book.sheetnames
    assert str(book[SHEET]["J3"].value).startswith("Status")
    assert book[SHEET]["G3"].value is None


def test_a_formula_that_stays_within_the_table_moves_nothing(tmp_path: Path) -> None:
    more = _board(f"SUM({SHEET}!E4:F6)+COUNTA({SHEET}!A:F)")
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx", more=more))
    assert str(opened(tmp_path / "out" / "q3.xlsx")[SHEET]["G3"].value).startswith("Status")


@pytest.mark.parametrize("more", [WHOLE_ROWS["a name"], NEAR["another sheet's"]])
def test_a_second_refresh_gives_the_same_bytes(tmp_path: Path, more: More) -> None:
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx", more=more))
    first = tmp_path / "out" / "q3.xlsx"
    once = tmp_path / "once" / "q3.xlsx"
    once.parent.mkdir()
    once.write_bytes(first.read_bytes())
    refreshed_into(tmp_path / "again", once)
    assert (tmp_path / "again" / "q3.xlsx").read_bytes() == first.read_bytes()


@pytest.mark.parametrize(
    "more", [WHOLE_ROWS["a name"], WHOLE_ROWS["LOOKUP"], NEAR["another sheet's"]]
)
def test_their_formulas_give_what_they_gave(tmp_path: Path, more: More, soffice: Office) -> None:
    plain = scorecard(tmp_path / "q3.xlsx", more=more)
    refreshed_into(tmp_path / "out", plain)
    before, after = (
        Values(soffice.recalculated(path)).at("Board", 2, 2)
        for path in (plain, tmp_path / "out" / "q3.xlsx")
    )
    assert before == after != ""


def _with_room_beside_the_table(folder: Path, looks: str | None) -> Path:
    """A refreshed workbook in which a note between the table and our columns was deleted since, and
    a formula typed that looks somewhere."""

    def note(_: Any, page: Any) -> None:
        page.write_string("G3", "A note")

    refreshed_into(folder / "out", scorecard(folder / "q3.xlsx", more=note))
    path = folder / "out" / "q3.xlsx"
    book = opened(path, formulas=True)
    assert str(book[SHEET]["H3"].value).startswith("Status")
    book[SHEET]["G3"] = None
    if looks is not None:
        book.create_sheet("Board")["B2"] = looks
    book.save(path)
    return path


@pytest.mark.parametrize("looks", [f'=COUNTIF({SHEET}!H4:H6,"Good")', f"=COUNTA({SHEET}!H3:K6)"])
def test_columns_of_ours_that_a_formula_was_made_for_stay_where_they_are(
    tmp_path: Path, looks: str
) -> None:
    refreshed_into(tmp_path / "again", _with_room_beside_the_table(tmp_path, looks))
    again = tmp_path / "again" / "q3.xlsx"
    page = opened(again)[SHEET]
    assert page["G3"].value is None
    assert str(page["H3"].value).startswith("Status")
    refreshed_into(tmp_path / "twice", again)
    assert (tmp_path / "twice" / "q3.xlsx").read_bytes() == again.read_bytes()


@pytest.mark.parametrize("looks", [None, f"=SUM({SHEET}!E4:F6)"])
def test_where_none_was_they_move_up_to_the_table(tmp_path: Path, looks: str | None) -> None:
    refreshed_into(tmp_path / "again", _with_room_beside_the_table(tmp_path, looks))
    assert str(opened(tmp_path / "again" / "q3.xlsx")[SHEET]["G3"].value).startswith("Status")


BELOW = {
    "cells below the table": ("COUNTA(G8:J8)", (), "G3:J7"),
    "a whole row": ("COUNTA(8:8)", (), "G3:J7"),
    "what may come to stand below": ("COUNTA(A7:Z11)", (), "G3:J6"),
    "their own column of statuses": ("COUNTA(G4:G20)", ("RAG",), "H3:J6"),
}


@pytest.mark.parametrize(("formula", "more", "block"), BELOW.values(), ids=list(BELOW))
def test_rows_that_wait_below_the_table_keep_out_of_it_too(
    tmp_path: Path, soffice: Office, formula: str, more: tuple[str, ...], block: str
) -> None:
    """A cell that waits shows nothing, and is counted by COUNTA all the same."""
    path = scorecard(
        tmp_path / "q3.xlsx",
        headings=(*HEADINGS, *more),
        more=lambda _, page: page.write_formula("B12", f"={formula}"),
    )
    refreshed_into(tmp_path / "out", path)
    after = tmp_path / "out" / "q3.xlsx"
    # what is theirs and filled for them is counted: three statuses, and else nothing
    counted = Values(soffice.recalculated(after)).at(SHEET, 12, 2)
    assert counted == (3 if more else 0)
    names = opened(after).defined_names
    first = next(name for name in names if name.startswith("xl_scorecard.cells.1."))
    assert names[first].attr_text.replace("$", "") == f"'{SHEET}'!{block}"
