"""Each finding links to its cell, wherever that has gone since the refresh."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Refreshed
from tests.support.books import SHEET, refreshed_into, scorecard
from tests.support.office import Office
from tests.support.paths import CHILDREN
from tests.support.readers import opened
from tests.writing.officers import FOUR, ROWS, edit

NAMELESS = (None, None, "High", 0.8, 0.7, 0.6)


def _linked(path: Path, sheet: str) -> list[tuple[object, object]]:
    """Check and cell of each finding whose link leads to a sheet."""
    known, written = opened(path)["Checks"], opened(path, formulas=True)["Checks"]
    (table,) = known.tables.values()
    rows = range(6, int(table.ref.rpartition("L")[2]) + 1)
    return [
        (known[f"I{row}"].value, known[f"C{row}"].value)
        for row in rows
        if f"HYPERLINK(\"#'{sheet}'!\"&ADDRESS(" in str(written[f"C{row}"].value)
    ]


def test_every_finding_about_a_cell_links_to_it(refreshed: Refreshed) -> None:
    found = refreshed.workbook(CHILDREN)["findings"]
    expected = [(f["check"], f["cell"]) for f in found if f["cell"] is not None]
    assert _linked(refreshed.file(CHILDREN), "Scorecard") == expected


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """D1, in row 7, is over 100%; a row without a name stands in row 8."""
    path = scorecard(tmp_path / "q3.xlsx", [*ROWS, NAMELESS])
    refreshed_into(tmp_path / "out", path, FOUR)
    out = tmp_path / "out" / path.name
    assert _linked(out, SHEET) == [("percent-over-100", "F7"), ("row-without-name", "F8")]
    return out


def test_links_lead_to_the_same_cells_where_they_are_computed_anew(
    book: Path, soffice: Office
) -> None:
    computed = soffice.recalculated(book)
    page = opened(computed)["Checks"]
    assert [page["C6"].value, page["C7"].value] == ["F7", "F8"]


def test_a_link_follows_an_indicator_whose_row_was_sorted(book: Path, soffice: Office) -> None:
    def swap(workbook: Any) -> None:
        page = workbook[SHEET]
        for one, other in zip(page["A4:F4"][0], page["A7:F7"][0], strict=True):
            one.value, other.value = other.value, one.value

    page = opened(soffice.recalculated(edit(book, swap)))["Checks"]
    assert [page["C6"].value, page["C7"].value] == ["F4", "F8"]


def test_a_link_says_refresh_where_its_row_is_gone(book: Path, soffice: Office) -> None:
    def gone(workbook: Any) -> None:
        workbook[SHEET]["A7"] = "E1"
        workbook[SHEET]["B7"] = "Something else"

    page = opened(soffice.recalculated(edit(book, gone)))["Checks"]
    assert [page["C6"].value, page["C7"].value] == ["Refresh", "F8"]
