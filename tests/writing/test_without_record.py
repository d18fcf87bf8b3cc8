"""Our columns are taken out with their looks also where the record of them is gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from tests.support.books import More, cleared, refreshed_into, scorecard
from tests.support.readers import opened

OURS = "G3:J6"


def _saved_by_openpyxl(tmp_path: Path, more: More | None = None) -> Path:
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx", more=more))
    path = tmp_path / "out" / "q3.xlsx"
    book = openpyxl.load_workbook(path)
    book.save(path)
    return path


def _formatted(path: Path, reference: str) -> list[str]:
    page = opened(path)["Scorecard"]
    return [cell.coordinate for row in page[reference] for cell in row if cell.has_style]


def test_formats_and_widths_of_ours_go_after_a_save_that_drops_the_record(tmp_path: Path) -> None:
    path = _saved_by_openpyxl(tmp_path)
    assert len(_formatted(path, OURS)) == 16
    cleared(path)
    assert _formatted(path, OURS) == []
    widths = opened(path)["Scorecard"].column_dimensions
    assert [letter for letter in "GHIJ" if letter in widths] == []
    assert opened(path)["Scorecard"].max_column == 6


def test_cells_of_a_stretch_that_officers_formatted_stay_formatted(tmp_path: Path) -> None:
    def stretch(book: Any, page: Any) -> None:
        ruled = book.add_format({"bottom": 1})
        for row in range(2, 6):
            for column in range(6, 15):
                page.write_blank(row, column, None, ruled)

    path = _saved_by_openpyxl(tmp_path, stretch)
    cleared(path)
    assert len(_formatted(path, OURS)) == 16
    assert len(_formatted(path, "K3:O6")) == 20
    assert {c.value for row in opened(path)["Scorecard"][OURS] for c in row} == {None}
