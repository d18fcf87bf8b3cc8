"""The column of streaks: words as of the refresh that ask for one once what they rest on changed.

LibreOffice computes every formula anew after an edit.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.journeys.test_streaks import HEADINGS, ROWS
from tests.support.books import cleared, refreshed_into, scorecard
from tests.support.formulas import disagreements
from tests.support.office import Office, Values
from tests.support.readers import opened

RULES = """\
name: streaks
columns: [rag, streak]
defaults: {tolerance: 5, unit: count}
indicators:
  - {id: A1, name: Visits made}
  - {id: B1, name: Letters sent}
  - {id: C1, name: Plans agreed}
  - {id: D1, name: Calls taken}
"""
WORDS = {
    "A1": "Below tolerance for the third quarter running (against today's target)",
    "B1": "Best on record (since Q3 2017/18)",
    "C1": "",
    "D1": "",
}
LAST, BESIDE = len(HEADINGS), len(HEADINGS) + 2
"""The columns of the reported figure and of streaks."""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Four indicators by quarter, refreshed."""
    source = scorecard(tmp_path / "q3.xlsx", ROWS, HEADINGS, number_format="General")
    refreshed_into(tmp_path / "out", source, RULES)
    return tmp_path / "out" / "q3.xlsx"


def _edited(book: Path, office: Office, edit: Callable[[Worksheet], None]) -> dict[object, object]:
    workbook = opened(book, formulas=True)
    edit(workbook["Scorecard"])
    changed = book.with_name("edited.xlsx")
    workbook.save(changed)
    return _shown(Values(office.recalculated(changed)))


def _shown(values: Values) -> dict[object, object]:
    return {
        values.at("Scorecard", row, 1): values.at("Scorecard", row, BESIDE) or ""
        for row in range(4, 8)
    }


def test_the_heading_says_as_of_when_and_the_words_stand_on_the_register_too(book: Path) -> None:
    values = Values(book)
    assert values.at("Scorecard", 3, BESIDE) == "Streak as of the refresh for Q3 2018/19"
    assert _shown(values) == WORDS
    row, column = values.find("Indicators", "Streak")
    assert [values.at("Indicators", at, column) or "" for at in range(row + 1, row + 5)] == list(
        WORDS.values()
    )


def test_what_is_stored_is_what_a_program_computes(
    book: Path, tmp_path: Path, soffice: Office
) -> None:
    assert disagreements(tmp_path / "q3.xlsx", book, soffice) == []


@pytest.mark.parametrize(("row", "column", "typed"), [
    (4, LAST, 62), (4, LAST - 3, 77), (4, 4, 81), (4, 3, "Low"), (4, LAST - 4, "n/a"),
])  # fmt: skip
def test_a_changed_figure_target_or_way_that_is_good_asks_for_a_refresh(
    book: Path, soffice: Office, row: int, column: int, typed: float | str
) -> None:
    def edit(page: Worksheet) -> None:
        page.cell(row, column).value = typed

    assert _edited(book, soffice, edit) == {**WORDS, "A1": "Refresh"}


def test_rows_that_are_sorted_take_their_words_along(book: Path, soffice: Office) -> None:
    def edit(page: Worksheet) -> None:
        for column in range(1, LAST + 1):
            one, other = page.cell(4, column), page.cell(6, column)
            one.value, other.value = other.value, one.value

    assert _edited(book, soffice, edit) == WORDS


def test_refreshing_again_changes_nothing_and_clearing_takes_it_out(
    book: Path, tmp_path: Path
) -> None:
    first = book.read_bytes()
    refreshed_into(tmp_path / "again", book, RULES)
    assert (tmp_path / "again" / "q3.xlsx").read_bytes() == first
    cleared(book)
    assert Values(book).sheets == ["Scorecard"]
    assert opened(book)["Scorecard"].max_column == LAST


def test_it_stands_beside_the_columns_of_variation(tmp_path: Path, soffice: Office) -> None:
    source = scorecard(tmp_path / "q3.xlsx", ROWS, HEADINGS, number_format="General")
    refreshed_into(tmp_path / "out", source, RULES.replace("streak]", "variation, streak]"))
    book = tmp_path / "out" / "q3.xlsx"
    assert disagreements(source, book, soffice) == []
    values = Values(book)
    assert values.at("Scorecard", 4, BESIDE + 1) == WORDS["A1"]
    headings = [cell.value for cell in opened(book)["Indicators"][5]]
    assert headings.index("Figures charted") + 1 == headings.index("Streak")
