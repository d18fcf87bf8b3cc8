"""What the grid of an open sheet says besides values, what it does not know, what asking costs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import xlwings

import xl_scorecard
from tests.button.desktop import DesktopBook, press_on_desktop
from tests.button.models import Book, Cell, read_book
from tests.button.payload import payload, payload_of, results_in
from tests.support.books import SHEET, More, rule_file, scorecard
from tests.support.paths import CHILDREN, CHILDRENS_RULES
from xl_scorecard.button.live_sheets import LiveSheets
from xl_scorecard.button.open_book import OpenBook
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.grid import Block, Grid
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.reading.sheets.file_sheets import FileSheets
from xl_scorecard.reading.sheets.files import open_package


def _on_desktop(book: Book, results: Any, asked: Counter[str] | None = None) -> LiveSheets:
    live = xlwings.Book(json=payload(book, results))
    desktop = DesktopBook(live, book, Counter() if asked is None else asked)
    return LiveSheets(OpenBook(desktop), [], lambda _, __: True)


def _desktop(path: Path) -> Grid:
    return _on_desktop(read_book(path), results_in(path)).whole(SHEET)


def _web(path: Path) -> Grid:
    book = xlwings.Book(json=payload_of(path))
    return LiveSheets(OpenBook(book), [], lambda _, __: True).whole(SHEET)


def _file(path: Path) -> Grid:
    with open_package(path) as package:
        return FileSheets(Workbook(package)).whole(SHEET)


def test_a_file_tells_everything(tmp_path: Path) -> None:
    assert _file(scorecard(tmp_path / "q3.xlsx")).unknown == frozenset()


def test_the_desktop_is_not_asked_for_number_formats_and_fonts(tmp_path: Path) -> None:
    known = _desktop(scorecard(tmp_path / "q3.xlsx"))
    assert known.unknown == {
        Aspect.NUMBER_FORMATS, Aspect.FONTS, Aspect.STOPPING_FORMATS, Aspect.PROTECTION,
    }  # fmt: skip


def test_the_web_does_not_tell_merges_colours_and_what_is_hidden(tmp_path: Path) -> None:
    assert _web(scorecard(tmp_path / "q3.xlsx")).unknown == {
        Aspect.NUMBER_FORMATS, Aspect.FONTS, Aspect.STOPPING_FORMATS, Aspect.PRINT_AREAS,
        Aspect.MERGED, Aspect.COLOURS, Aspect.HIDDEN, Aspect.PROTECTION,
    }  # fmt: skip


def _rich(book: Any, page: Any) -> None:
    page.merge_range("A1:D1", "Performance of the service")
    page.merge_range("H3:H5", "A note")
    page.add_table("J3:K6", {"columns": [{"header": "Team"}, {"header": "Post"}]})
    page.set_column("C:C", None, None, {"hidden": True})
    page.set_column("E:F", 20)
    page.set_row(4, None, None, {"hidden": True})
    page.set_row(2, 40)
    page.write_blank("G4", None, book.add_format({"bg_color": "#00B050"}))


def test_the_desktop_tells_what_a_file_tells(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx", more=_rich)
    desktop, file = _desktop(path), _file(path)
    for told in ("merged", "tables", "hidden_rows", "hidden_columns", "hidden", "floating"):
        assert (told, getattr(desktop, told)) == (told, getattr(file, told))
    assert (desktop.hidden_rows, desktop.hidden_columns) == ({5}, {3})
    assert [desktop.fill_at(row, 7) for row in (3, 4, 5)] == [None, "#00B050", None]


def test_what_is_hidden_is_a_finding_on_the_desktop_as_it_is_of_a_file(tmp_path: Path) -> None:
    def more(book: Any, page: Any) -> None:
        page.set_column("C:C", None, None, {"hidden": True})
        page.set_row(4, None, None, {"hidden": True})

    path, rules = scorecard(tmp_path / "q3.xlsx", more=more), rule_file(tmp_path)
    (closed,) = xl_scorecard.check(path, rules=rules).workbooks
    expected = [(f.cell, f.message) for f in closed.findings if f.check == "hidden-data"]
    assert len(expected) == 2
    book = read_book(path)
    press_on_desktop(book, results_in(path), rules)
    checks = book["Checks"].filled
    found = [
        (checks[row, 3], checks[row, 5].value)
        for (row, column), cell in checks.items()
        if column == 9 and cell.value == "hidden-data"
    ]
    assert [words for _, words in found] == [words for _, words in expected]


@pytest.mark.parametrize("engine", [_desktop, _web])
def test_a_hidden_sheet_is_told(engine: Any, tmp_path: Path) -> None:
    def hide(book: Any, page: Any) -> None:
        book.add_worksheet("Front").activate()
        page.hide()

    assert engine(scorecard(tmp_path / "q3.xlsx", more=hide)).hidden
    assert not engine(scorecard(tmp_path / "shown.xlsx")).hidden


def test_a_sheet_that_the_menus_do_not_unhide_is_hidden(tmp_path: Path) -> None:
    book = read_book(scorecard(tmp_path / "q3.xlsx"))
    sheets = _on_desktop(book, {})
    book[SHEET].visible = 2  # as Excel on Windows says
    assert sheets.whole(SHEET).hidden


def test_empty_cells_merged_beyond_all_that_is_used_are_told(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    book = read_book(path)
    book[SHEET].merges = {(3, 9, 4, 11)}
    grid = _on_desktop(book, results_in(path)).whole(SHEET)
    assert grid.merged == [Block(3, 9, 4, 11)]


def test_a_column_of_one_colour_is_told_cell_by_cell(tmp_path: Path) -> None:
    def more(book: Any, page: Any) -> None:
        grey = book.add_format({"bg_color": "#EEEEEE"})
        for row in range(10):
            page.write_blank(row, 8, None, grey)

    known = _desktop(scorecard(tmp_path / "q3.xlsx", more=more))
    assert {known.fill_at(row, 9) for row in range(1, 11)} == {"#EEEEEE"}
    assert known.fill_at(11, 9) is None


# -- what asking costs -----------------------------------------------------------------------------


def _many(folder: Path, rows: int, more: More | None = None) -> Path:
    lines = [(f"A{n}", f"Measure {n}", "High", 0.8, 0.75, 0.82) for n in range(1, rows + 1)]
    return scorecard(folder / f"{rows}.xlsx", lines, more=more)


def test_questions_do_not_grow_with_the_rows_of_a_plain_sheet(tmp_path: Path) -> None:
    totals = []
    for rows in (10, 1_000):
        path = _many(tmp_path, rows, lambda book, page: page.write_string("G3", "RAG"))
        asked: Counter[str] = Counter()
        sheet = _on_desktop(read_book(path), results_in(path), asked).whole(SHEET)
        assert [sheet.fill_at(row, 7) for row in range(4, rows + 4)] == [None] * rows
        totals.append(asked.total())
    assert totals == [totals[0]] * 2, totals
    assert totals[0] < 20


def test_the_sample_with_its_many_merges_takes_some_hundred_questions() -> None:
    asked: Counter[str] = Counter()
    press_on_desktop(read_book(CHILDREN), results_in(CHILDREN), CHILDRENS_RULES, asked)
    assert asked.total() < 700, asked


def test_a_sheet_too_mixed_to_ask_about_is_not_asked_for_long(tmp_path: Path) -> None:
    path = _many(tmp_path, 900)
    book = read_book(path)
    book[SHEET].merges = {(row, 1, row, 2) for row in range(10, 900, 2)}
    book[SHEET].hidden_rows = set(range(11, 900, 2))
    asked: Counter[str] = Counter()
    grid = _on_desktop(book, results_in(path), asked).whole(SHEET)
    assert grid.unknown >= {Aspect.MERGED, Aspect.HIDDEN}
    assert asked.total() < 4_000
    assert Block(10, 1, 10, 2) in grid.merged  # those found so far are known all the same


def test_a_sheet_with_little_on_it_is_asked_all_the_same(tmp_path: Path) -> None:
    book = read_book(scorecard(tmp_path / "q3.xlsx"))
    book[SHEET].cells = {(1, 1): Cell("Nothing yet")}
    assert _on_desktop(book, {(SHEET, 1, 1): "Nothing yet"}).whole(SHEET).merged == []


def test_the_desktop_tells_the_print_area(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx")
    book = read_book(path)
    book.sheets[0].print_area = "$A$1:$F$6,$H:$I"
    grid = _on_desktop(book, results_in(path)).whole(SHEET)
    assert grid.printed == [Block(1, 1, 6, 6), Block(1, 8, 1_048_576, 9)]
