"""The register in an open workbook: one table from press to press, whole each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.button.desktop import press_on_desktop
from tests.button.models import Book, Cell, read_book
from tests.button.payload import Results, results_in
from tests.button.pressed import press
from tests.support.books import done, rule_file, scorecard
from tests.writing.officers import FOUR, ROWS

SHEET, TABLE = "Indicators", "ScorecardIndicators"
Press = Callable[[Book, Results, Path], Any]


@pytest.fixture(params=[press, press_on_desktop], ids=["web", "desktop"])
def button(request: pytest.FixtureRequest) -> Press:
    """The button, in either Excel."""
    pressed: Press = request.param
    return pressed


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A scorecard of four indicators, not refreshed."""
    return scorecard(tmp_path / "q3.xlsx", ROWS)


@pytest.fixture
def results(plain: Path, tmp_path: Path) -> Results:
    """What its cells and ours come to."""
    rules = rule_file(tmp_path, FOUR)
    done(xl_scorecard.refresh(plain, rules=rules, out=tmp_path / "out"))
    return results_in(tmp_path / "out" / plain.name)


@pytest.fixture
def open_book(plain: Path, results: Results, tmp_path: Path, button: Press) -> Book:
    """The workbook once the button was pressed."""
    book = read_book(plain)
    button(book, results, tmp_path / "rules.yaml")
    return book


def _again(book: Book, results: Results, folder: Path, button: Press) -> Counter[str]:
    actions, _ = button(book, results, folder / "rules.yaml")
    return Counter(action["func"] for action in actions)


def test_pressed_again_the_table_is_neither_deleted_nor_added(
    open_book: Book, results: Results, tmp_path: Path, button: Press
) -> None:
    before = dict(open_book[SHEET].tables)
    assert list(before) == [TABLE]
    sent = _again(open_book, results, tmp_path, button)
    assert (sent["addTable"], sent["sheetDelete"], sent["resizeTable"]) == (0, 0, 4)
    assert open_book[SHEET].tables == before


def test_a_name_that_officers_gave_the_table_stays_in_excel(
    open_book: Book, results: Results, tmp_path: Path, button: Press
) -> None:
    open_book[SHEET].tables["KPIs"] = open_book[SHEET].tables.pop(TABLE)
    _again(open_book, results, tmp_path, button)
    assert list(open_book[SHEET].tables) == ["KPIs"]


def test_rows_that_were_filtered_out_show_again(
    open_book: Book, results: Results, tmp_path: Path, button: Press
) -> None:
    page = open_book[SHEET]
    page.criteria[TABLE] = {12}
    page.hidden_rows |= {7, 8}
    _again(open_book, results, tmp_path, button)
    assert (page.hidden_rows, page.criteria) == (set(), {})


def test_a_column_of_theirs_in_the_table_stays_in_it_in_excel(
    open_book: Book, results: Results, tmp_path: Path, button: Press
) -> None:
    page = open_book[SHEET]
    top, left, bottom, right = page.tables[TABLE]
    page.cells[top, right + 1] = Cell("Owner")
    page.cells[top + 2, right + 1] = Cell("Cllr Smith")
    page.tables[TABLE] = top, left, bottom, right + 1
    _again(open_book, results, tmp_path, button)
    assert page.tables[TABLE] == (top, left, bottom, right + 1)
    assert page.cells[top + 2, right + 1].content == "Cllr Smith"


def test_a_table_that_was_made_cells_again_is_a_table_again(
    open_book: Book, results: Results, tmp_path: Path, button: Press
) -> None:
    before = dict(open_book[SHEET].tables)
    open_book[SHEET].tables.clear()
    _again(open_book, results, tmp_path, button)
    assert open_book[SHEET].tables == before


def test_a_name_of_theirs_is_not_taken_in_excel(
    plain: Path, results: Results, tmp_path: Path, button: Press
) -> None:
    book = read_book(plain)
    book.names[TABLE.upper()] = "Scorecard!$A$1"
    button(book, results, tmp_path / "rules.yaml")
    assert list(book[SHEET].tables) == [f"{TABLE}2"]
