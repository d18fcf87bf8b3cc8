"""A sheet that is formatted to the last row costs no more than what it holds."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import xlwings
from openpyxl.utils import range_boundaries

from tests.button.payload import payload_of
from tests.support.books import SHEET, scorecard
from xl_scorecard.button.content_area import BAND, bands, last_content
from xl_scorecard.button.live_sheets import LiveSheets
from xl_scorecard.button.open_book import OpenBook

_LAST_ROW = 1_048_576


class Area:
    """A range of Excel's: its search passes over hidden rows, its kinds of cells do not."""

    def __init__(self, held: dict[tuple[int, int], bool], address: str) -> None:
        self._left, self._top, self._right, self._bottom = range_boundaries(address)
        self._held = held

    def _in(self, *, hidden: bool) -> list[tuple[int, int]]:
        return [
            (row, column)
            for (row, column), is_hidden in self._held.items()
            if self._top <= row <= self._bottom and self._left <= column <= self._right
            if hidden or not is_hidden
        ]

    def find(self, text: str, *, direction: str, order: str) -> Any:
        assert (text, direction) == ("*", "backward")
        key = (lambda at: at) if order == "rows" else (lambda at: (at[1], at[0]))
        found = max(self._in(hidden=False), key=key, default=None)
        return found and SimpleNamespace(row=found[0], column=found[1])

    def get_special_cells(self, kind: str) -> list[Any]:
        if kind == "formulas":
            return []
        cells = (SimpleNamespace(row=row, column=column) for row, column in self._in(hidden=True))
        return [SimpleNamespace(last_cell=cell) for cell in cells]


class Sheet:
    """A sheet of Excel on the desktop, used to its last row; `held` says where cells hold
    something, and whether they are hidden."""

    def __init__(self, held: dict[tuple[int, int], bool]) -> None:
        self.used_range = SimpleNamespace(address="$A:$Z")  # as Excel says it
        engine = SimpleNamespace(engine=SimpleNamespace(name="excel"))
        self.book = SimpleNamespace(app=engine)
        self._held = held

    def range(self, address: str) -> Area:
        return Area(self._held, address)


@pytest.mark.parametrize(
    ("held", "last"),
    [({}, (1, 1)), ({(2, 3): False, (40, 1): False, (7, 12): False}, (40, 12)),
     ({(40, 12): False, (9_000, 2): True}, (9_000, 12)),
     ({(40, 12): False, (3, 20): True}, (40, 20))],
)  # fmt: skip
def test_excel_is_asked_for_the_last_cell_with_content_hidden_ones_too(
    held: dict[tuple[int, int], bool], last: tuple[int, int]
) -> None:
    assert last_content(Sheet(held)) == last


def test_where_excel_cannot_search_what_it_sent_is_looked_through_from_the_bottom(
    tmp_path: Path,
) -> None:
    sent = payload_of(scorecard(tmp_path / "q3.xlsx"))
    page = sent["sheets"][0]
    page["values"] += [[""] * 6 for _ in range(60_000)]
    page["used_range_address"] = f"A1:F{len(page['values'])}"
    book = xlwings.Book(json=sent)
    assert last_content(book.sheets[0]) == (6, 6)
    grid = LiveSheets(OpenBook(book), [], lambda _, __: True).whole(SHEET)
    assert (grid.last_row, grid.last_column) == (6, 6)


def test_a_long_sheet_is_read_in_bands_that_cover_it_once() -> None:
    covered = [row for first, last in bands(30_001, 10) for row in range(first, last + 1)]
    assert covered == list(range(1, 30_002))
    assert all((last - first + 1) * 10 <= BAND for first, last in bands(30_001, 10))
