"""Clear takes out of the open workbook what a press put in, and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import xlwings

from tests.button.desktop import DesktopBook, press_on_desktop
from tests.button.models import Book, Cell, read_book
from tests.button.payload import Results, payload, results_in
from tests.button.pressed import everything
from tests.button.replayer import replay
from tests.support import paths
from tests.support.books import RULES, refreshed_into, rule_file, scorecard
from xl_scorecard.button import clear
from xl_scorecard.errors import WorkbookError


def _cleared(book: Book, results: Results) -> list[str]:
    live = xlwings.Book(json=payload(book, results))
    stay = clear(DesktopBook(live, book, Counter()))
    replay(book, live.json()["actions"])
    return stay


def _state(book: Book) -> Any:
    state = everything(book)
    for sheet in book.sheets:
        state[sheet.name].pop("widths")
    return state


@pytest.fixture
def pressed(tmp_path: Path) -> tuple[Any, Book, Results]:
    """What a workbook was, the workbook once pressed, and what its formulas come to."""
    path = scorecard(tmp_path / "q3.xlsx")
    book = read_book(path)
    before = _state(book)
    rules = rule_file(tmp_path, RULES)
    press_on_desktop(book, results_in(path), rules)
    refreshed_into(tmp_path / "out", path)
    return before, book, results_in(tmp_path / "out" / path.name)


def test_after_refresh_and_clear_the_workbook_is_as_it_was(
    pressed: tuple[Any, Book, Results],
) -> None:
    before, book, results = pressed
    assert _cleared(book, results) == []
    assert _state(book) == before


def test_what_was_typed_into_our_columns_and_sheets_stays(
    pressed: tuple[Any, Book, Results],
) -> None:
    _, book, results = pressed
    book["Scorecard"].cells[5, 7] = Cell("See the note")
    book["Summary"].cells[40, 26] = Cell("Recovery plan due May")
    assert _cleared(book, results) == ["Summary"]
    assert book.sheet_names == ["Scorecard", "Summary"]
    assert book["Scorecard"].cells[5, 7].content == "See the note"
    assert {at: c.content for at, c in book["Summary"].filled.items()} == {
        (40, 26): "Recovery plan due May"
    }


def test_a_formula_of_theirs_that_looks_at_a_sheet_of_ours_is_named(
    pressed: tuple[Any, Book, Results],
) -> None:
    _, book, results = pressed
    book["Scorecard"].cells[20, 2] = Cell(formula="=COUNTA(Indicators!A:A)")
    before = _state(book)
    with pytest.raises(WorkbookError, match="Scorecard!B20 looks at the sheet Indicators"):
        _cleared(book, results)
    assert _state(book) == before


def test_where_nothing_is_ours_that_is_said(tmp_path: Path) -> None:
    book = read_book(paths.EARLY_HELP)
    with pytest.raises(WorkbookError, match="nothing of the button's"):
        _cleared(book, results_in(paths.EARLY_HELP))
