"""Where the button's columns go when things lie in the way that Excel tells, or does not tell."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import xlwings

import xl_scorecard
from tests.button.desktop import press_on_desktop
from tests.button.models import Book, Box, Cell, Place, Sheet, read_book
from tests.button.payload import payload_of, results_in
from tests.button.pressed import our_columns, press
from tests.button.waiting import without_waiting_rows
from tests.support.books import HEADINGS, ROWS, SHEET, More, rule_file, scorecard
from xl_scorecard.button import refresh

Press = Callable[..., Any]
ENGINES = {"desktop": press_on_desktop, "web": press}
_G, _I, _N, _O = 7, 9, 14, 15  # columns
_RAG = [*HEADINGS, "RAG"]
_COMMENTARY = [*HEADINGS, "Commentary"]
# one pixel, black
_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763606060"
    "0000000400012734274a0000000049454e44ae426082"
)


@pytest.fixture(params=ENGINES.values(), ids=ENGINES)
def pressed(request: pytest.FixtureRequest) -> Press:
    return request.param  # type: ignore[no-any-return]


def _both(path: Path, pressed: Press) -> tuple[Sheet, Sheet, Book]:
    """The scorecard refreshed as a file and by the button, and the button's workbook."""
    rules = rule_file(path.parent)
    (outcome,) = xl_scorecard.refresh(path, rules=rules, out=path.parent / "out").workbooks
    assert outcome.outcome == "refreshed", outcome.error
    button = read_book(path)
    pressed(button, results_in(path), rules)
    file = read_book(path.parent / "out" / path.name)
    if pressed is press:
        without_waiting_rows(file, read_book(path))
    return file[SHEET], button[SHEET], button


def _ours(before: Path, after: Sheet) -> set[Place]:
    """The cells that hold something since."""
    return set(after.filled) - set(read_book(before)[SHEET].filled)


def _first(path: Path, sheet: Sheet) -> int:
    return min((column for _, column in _ours(path, sheet)), default=0)


# -- the officers' own RAG column ------------------------------------------------------------------


def _coloured(*fills: str | None, names: str | None = None) -> More:
    """A RAG column coloured by hand, and perhaps the names beside it."""

    def more(book: Any, page: Any) -> None:
        for row, fill in enumerate(fills, 3):
            if fill is not None:
                page.write_blank(row, _G - 1, None, book.add_format({"bg_color": fill}))
        for row, line in enumerate(ROWS, 3) if names is not None else ():
            page.write_string(row, 1, str(line[1]), book.add_format({"bg_color": names}))

    return more


@pytest.mark.parametrize("fills", [("#00B050", "#FFC000", "#FF0000"), (None, None, "#FF0000")])
def test_a_rag_column_coloured_by_hand_is_not_written_into(
    fills: tuple[str | None, ...], pressed: Press, tmp_path: Path
) -> None:
    path = scorecard(tmp_path / "q3.xlsx", headings=_RAG, more=_coloured(*fills))
    file, button, _ = _both(path, pressed)
    assert not [at for at in _ours(path, button) if at[1] == _G]
    assert _ours(path, button) == _ours(path, file)


def test_an_empty_rag_column_is_filled_where_its_colours_can_be_asked(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx", headings=_RAG)
    file, button, _ = _both(path, press_on_desktop)
    assert _ours(path, button) == _ours(path, file)
    assert {at for at in _ours(path, button) if at[1] == _G} == {
        (row, _G)
        for row in range(4, 10)  # three rows wait for indicators
    }


def test_an_empty_rag_column_is_left_alone_where_its_colours_cannot_be_asked(
    tmp_path: Path,
) -> None:
    path = scorecard(tmp_path / "q3.xlsx", headings=_RAG)
    _, button, _ = _both(path, press)
    assert _first(path, button) == _G + 1


def test_a_rag_column_in_the_colour_of_the_names_is_empty_all_the_same(tmp_path: Path) -> None:
    grey = "#EEEEEE"
    path = scorecard(tmp_path / "q3.xlsx", headings=_RAG, more=_coloured(*[grey] * 3, names=grey))
    file, button, _ = _both(path, press_on_desktop)
    assert _ours(path, button) == _ours(path, file)
    assert (4, _G) in _ours(path, button)


def test_a_rag_column_that_was_filled_once_is_filled_again(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx", headings=_RAG)
    _, _, book = _both(path, press_on_desktop)
    assert without_waiting_rows(book, read_book(path)) >= {(7, _G), (9, _G)}
    columns = {kind: at for _, kind, at in our_columns(book)}
    press(book, results_in(path), rule_file(tmp_path))
    assert {kind: at for _, kind, at in our_columns(book)} == columns
    assert columns["rag"] == [(4, _G), (5, _G), (6, _G)]


def test_rows_that_waited_go_where_nobody_says_what_is_merged(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    _, _, book = _both(path, press_on_desktop)
    assert {row for row, _ in _ours(path, book[SHEET])} == {*range(3, 10)}
    press(book, results_in(path), rule_file(tmp_path))
    assert {row for row, _ in _ours(path, book[SHEET])} == {*range(3, 7)}


# -- what floats -----------------------------------------------------------------------------------


def _chart_at(cell: str) -> More:
    def more(book: Any, page: Any) -> None:
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": f"={SHEET}!$F$4:$F$6"})
        page.insert_chart(cell, chart)

    return more


def _picture_at(cell: str, wide: int, high: int) -> More:
    def more(book: Any, page: Any) -> None:
        from io import BytesIO

        size = {"image_data": BytesIO(_PICTURE), "x_scale": wide, "y_scale": high}
        page.insert_image(cell, "dot.png", size)

    return more


@pytest.mark.parametrize(
    ("more", "last"),
    [
        (_chart_at("G2"), _N),
        (_chart_at("J2"), 17),
        (_picture_at("G3", 200, 60), 10),
    ],
    ids=["chart beside", "chart further on", "picture beside"],
)
def test_no_column_goes_below_something_that_floats(
    more: More, last: int, pressed: Press, tmp_path: Path
) -> None:
    path = scorecard(tmp_path / "q3.xlsx", more=more)
    file, button, _ = _both(path, pressed)
    assert _first(path, file) == last + 1 or _first(path, file) == _G
    if pressed is press_on_desktop:
        assert _ours(path, button) == _ours(path, file)
    else:
        assert _first(path, button) > last


def test_a_chart_below_the_table_is_not_in_the_way_where_its_place_is_known(
    tmp_path: Path,
) -> None:
    path = scorecard(tmp_path / "q3.xlsx", more=_chart_at("G9"))
    _, button, _ = _both(path, press_on_desktop)
    assert _first(path, button) == _G


def test_a_logo_over_the_tables_first_columns_is_not_in_the_way(
    pressed: Press, tmp_path: Path
) -> None:
    path = scorecard(tmp_path / "q3.xlsx", more=_picture_at("A1", 90, 40))
    _, button, _ = _both(path, pressed)
    assert _first(path, button) == _G


def test_where_nobody_says_what_floats_the_statuses_have_a_sheet_of_their_own(
    tmp_path: Path,
) -> None:
    path = scorecard(tmp_path / "q3.xlsx", more=_chart_at("AZ2"))  # far off, as points go
    _, button, book = _both(path, press)
    assert _ours(path, button) == set()
    ratings = book["Ratings"]
    assert ratings.cells[3, 1].value == (
        "Excel does not say which cells of sheet Scorecard its charts and pictures cover, so that "
        "no place for a status is seen to be free there; it stands here, and follows the "
        "scorecard's own cells."
    )
    assert [ratings.cells[row, 1].value for row in (6, 7, 8)] == [line[1] for line in ROWS]
    assert (ratings.cells[6, 4].formula or "").startswith("=IFERROR(INDEX('Indicators'!$M:$M,")


def test_a_client_that_leaves_charts_out_has_not_said_that_there_are_none(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    sent = payload_of(path)
    for sheet in sent["sheets"]:
        for key in ("charts", "shapes", "show_gridlines"):
            del sheet[key]
    live = xlwings.Book(json=sent)
    refresh(live, rules=rule_file(tmp_path))
    added = [a["args"][1] for a in live.json()["actions"] if a["func"] == "addSheet"]
    assert added == ["Ratings", "Summary", "Indicators", "Checks"]


def test_our_columns_stay_where_they_stand_though_a_chart_came_to_float_somewhere(
    tmp_path: Path,
) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    _, _, book = _both(path, press)
    columns = list(our_columns(book))
    book[SHEET].charts.append(read_book(_charted(tmp_path))[SHEET].charts[0])
    press(book, results_in(path), rule_file(tmp_path))
    assert list(our_columns(book)) == columns


def _charted(folder: Path) -> Path:
    return scorecard(folder / "charted.xlsx", more=_chart_at("AZ2"))


def test_notes_are_no_pictures(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    book = read_book(path)
    book[SHEET].shapes.append(Box(300.0, 30.0, 100.0, 60.0, "Comment 1", "comment"))
    press_on_desktop(book, results_in(path), rule_file(tmp_path))
    assert _first(path, book[SHEET]) == _G


def test_a_button_drawn_over_cells_is_in_the_way(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    book = read_book(path)
    edge = book[SHEET].left(_I)
    book[SHEET].shapes.append(Box(edge, 30.0, 96.0, 30.0, "Refresh", "form_control"))
    press_on_desktop(book, results_in(path), rule_file(tmp_path))
    assert _first(path, book[SHEET]) == _I + 2  # it ends where K begins


def test_columns_that_are_hidden_count_for_nothing_in_where_a_chart_lies(tmp_path: Path) -> None:
    def more(book: Any, page: Any) -> None:
        _chart_at("G2")(book, page)
        page.set_column("C:D", None, None, {"hidden": True})

    path = scorecard(tmp_path / "q3.xlsx", more=more)
    file, button, _ = _both(path, press_on_desktop)
    assert _first(path, button) == _first(path, file) == _O


# -- merged cells and tables -----------------------------------------------------------------------


def _merged(reference: str) -> More:
    return lambda book, page: page.merge_range(reference, "Commentary", book.add_format())


@pytest.mark.parametrize(
    ("reference", "columns"),
    [("G3:I3", (7, 9)), ("G3:K3", (7, 11)), ("I3:K3", (9, 11)), ("G2:I3", (7, 9))],
)
def test_nothing_is_written_into_a_merged_heading(
    reference: str, columns: tuple[int, int], pressed: Press, tmp_path: Path
) -> None:
    path = scorecard(tmp_path / "q3.xlsx", more=_merged(reference))
    file, button, _ = _both(path, pressed)
    first, last = columns
    assert not [at for at in _ours(path, button) if first <= at[1] <= last]
    if pressed is press_on_desktop:
        assert _ours(path, button) == _ours(path, file)


def test_comments_below_their_heading_show_that_it_is_one_column(tmp_path: Path) -> None:
    rows = [[*row, "Up since June"] for row in ROWS]
    path = scorecard(tmp_path / "q3.xlsx", rows, _COMMENTARY)
    _, button, _ = _both(path, press)
    assert _first(path, button) == _G + 1


def test_what_stands_elsewhere_on_the_sheet_is_passed_where_merges_are_unknown(
    tmp_path: Path,
) -> None:
    def more(book: Any, page: Any) -> None:
        page.write_string(20, 8, "Signed off by")

    path = scorecard(tmp_path / "q3.xlsx", more=more)
    file, button, _ = _both(path, press)
    assert (_first(path, file), _first(path, button)) == (_G, _I + 1)


def test_a_place_once_taken_is_kept_when_comments_are_typed(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx", headings=_COMMENTARY)
    _, _, book = _both(path, press)
    columns = list(our_columns(book))
    again = deepcopy(book)
    again[SHEET].cells[4, _G] = Cell("Up since June")
    press(again, {**results_in(path), (SHEET, 4, _G): "Up since June"}, rule_file(tmp_path))
    assert list(our_columns(again)) == columns


def test_a_table_beside_is_passed(pressed: Press, tmp_path: Path) -> None:
    def more(book: Any, page: Any) -> None:
        page.add_table("H3:J6", {"columns": [{"header": h} for h in ("Team", "Post", "Since")]})

    path = scorecard(tmp_path / "q3.xlsx", more=more)
    file, button, _ = _both(path, pressed)
    assert _ours(path, button) == _ours(path, file)
    assert _first(path, button) > 10
