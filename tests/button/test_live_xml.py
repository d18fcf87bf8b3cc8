"""What a sheet says of itself at once is believed where Excel, asked otherwise, says the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from functools import cache

import pytest

from tests.button.models import Area, Book, Cell, Sheet, read_book
from tests.button.object_model import Calls, ComError, on_windows
from tests.button.payload import Results, results_in
from tests.support import paths
from tests.support.books import SHEET
from xl_scorecard.button.live_sheets import LiveSheets
from xl_scorecard.button.open_book import OpenBook

Doctor = Callable[[str], str]
_ASKED = "oleobj.Invoke()"
_COLUMN = 26


@pytest.fixture(scope="module")
def sample() -> Book:
    """The first sample with an edge that a merged block reaches over, and a column of fills."""
    book = read_book(paths.CHILDREN)
    sheet = book[SHEET]
    sheet.merges.add((3, 30, 5, 60))  # from within what is asked about to far beyond it
    for row in range(10, 60):
        fill = "#00B050" if row % 3 else "#FF0000"
        sheet.cells[row, _COLUMN] = Cell(fill=fill if row % 5 else None)
    return book


@cache
def _results() -> Results:
    return results_in(paths.CHILDREN)


def _told(book: Book) -> tuple[set[Area], list[str | None], Calls]:
    """The merged blocks, the fills of a column, and what was called."""
    with on_windows(deepcopy(book), _results()) as (live, calls):
        grid = LiveSheets(OpenBook(live), [], lambda *_: True).whole(SHEET)
        fills = [grid.fill_at(row, _COLUMN) for row in range(1, 90)]
    assert len(grid.merged) == len(set(grid.merged))
    merged = {(b.first_row, b.first_column, b.last_row, b.last_column) for b in grid.merged}
    return merged, fills, calls


def _truth(book: Book) -> tuple[set[Area], list[str | None]]:
    sheet: Sheet = book[SHEET]
    fills = [sheet.cells.get((row, _COLUMN), Cell()).fill for row in range(1, 90)]
    return sheet.merges, fills


def test_merged_cells_and_fills_of_a_sheet_come_in_one_answer(sample: Book) -> None:
    merged, fills, calls = _told(sample)
    assert (merged, fills) == _truth(sample)
    assert calls[_ASKED] == 1
    assert calls["Range.MergeCells"] + calls["Range.MergeArea"] < 10
    assert calls["Range.Interior"] < 10


def _no_merges(text: str) -> str:
    return re.sub(' ss:Merge(Across|Down)="[0-9]+"', "", text)


def _one_merge_less(text: str) -> str:
    return re.sub(' ss:MergeAcross="[0-9]+"', "", text, count=1)


def _one_merge_more(text: str) -> str:
    return text.replace('<Row ss:Index="90"><Cell', '<Row ss:Index="90"><Cell ss:MergeDown="1"', 1)


def _cut_off_at_the_edge(text: str) -> str:
    assert 'ss:MergeAcross="30"' in text
    return text.replace('ss:MergeAcross="30"', 'ss:MergeAcross="6"')


def _without_hidden_rows(text: str) -> str:
    """As if rows that a filter hides were left out and all below moved up."""
    return re.sub(
        'Row ss:Index="([0-9]+)"',
        lambda at: f'Row ss:Index="{int(at[1]) - (int(at[1]) > 20)}"',
        re.sub('<Row ss:Index="20">.*?</Row>\n', "", text),
    )


def _other_fills(text: str) -> str:
    return text.replace('ss:Color="#00B050"', 'ss:Color="#0000FF"')


def _fills_left_out(text: str) -> str:
    return text.replace('ss:Pattern="Solid"', 'ss:Pattern="None"')


def _refused(_: str) -> str:
    raise ComError(-2147352567, "", (0, "", "Not for this range.", "", 0, 0), None)


_LIES: tuple[Doctor, ...] = (
    _no_merges, _one_merge_less, _one_merge_more, _cut_off_at_the_edge, _without_hidden_rows,
    _other_fills, _fills_left_out, _refused, lambda _: "", lambda text: text[:-40],
)  # fmt: skip


@pytest.mark.parametrize("lie", _LIES)
def test_an_answer_that_is_not_so_is_found_out_and_cells_are_asked_one_by_one(
    lie: Doctor, sample: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.button import object_model

    told = object_model.as_xml
    monkeypatch.setattr(object_model, "as_xml", lambda *asked: lie(told(*asked)))
    merged, fills, calls = _told(sample)
    assert (merged, fills) == _truth(sample)
    assert calls["Range.MergeArea"] > 20 or calls["Range.Interior"] > 50


def test_a_sheet_without_merged_cells_and_fills_is_not_asked_for_all_of_itself() -> None:
    book = read_book(paths.CHILDREN)
    sheet = book[SHEET]
    sheet.merges = set()
    for at in list(sheet.cells):
        sheet.cells[at].fill = None
    merged, fills, calls = _told(book)
    assert (merged, set(fills)) == (set(), {None})
    assert calls[_ASKED] == 0


def test_a_sheet_that_would_give_a_long_answer_is_asked_cell_by_cell() -> None:
    cells = {(row, 1): Cell("more") for row in (1, 4_000)}
    book = Book("long.xlsx", [Sheet(SHEET, cells, merges={(1, 1, 1, 2), (9, 1, 11, 1)})])
    merged, _, calls = _told(book)
    assert (merged, calls[_ASKED]) == (book[SHEET].merges, 0)
