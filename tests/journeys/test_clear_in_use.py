"""Formulas of the officers that look at cells of ours on purpose stop `clear --in-place`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import SHEET, cleared, done, failure, refreshed_into, scorecard
from tests.support.command import xl_scorecard as command
from tests.support.packages import patched, replacing

# Ours stand from column G on, in rows 3 to 6: status, direction, change, change on year, trend.
ON_PURPOSE = {
    'COUNTIF(Scorecard!A1:A2,"a")': 'COUNTIF(Scorecard!G4:G6,"Good")',
    "Scorecard!A1": "Summary!B6",
}
BESIDE = "SUM(Scorecard!E4:F6)"


def _dashboard(book: Any, _: Any) -> None:
    page = book.add_worksheet("Dash board")
    for row, formula in enumerate((*ON_PURPOSE, BESIDE)):
        page.write_formula(row, 1, f"={formula}")


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """A refreshed workbook whose officers count our statuses and show our Summary's figures."""
    plain = scorecard(tmp_path / "plain.xlsx", more=_dashboard)
    refreshed_into(tmp_path / "out", plain)

    def pointed(content: bytes) -> bytes:
        for placeholder, formula in ON_PURPOSE.items():
            content = content.replace(
                f"<f>{placeholder}</f>".encode(), f"<f>{formula}</f>".encode()
            )
        return content

    return patched(
        tmp_path / "out" / "plain.xlsx",
        tmp_path / "used.xlsx",
        {"xl/worksheets/sheet2.xml": pointed},
    )


def test_clearing_in_place_lists_the_formulas_that_look_at_ours_and_changes_nothing(
    used: Path,
) -> None:
    before = used.read_bytes()
    error = failure(xl_scorecard.clear(used, in_place=True))
    assert error.kind == "in_use"
    assert "2 formulas look" in error.message
    assert f"'Dash board'!B1 ('{SHEET}'!G4:G6)" in error.message
    assert "'Dash board'!B2 ('Summary'!B6)" in error.message
    assert "B3" not in error.message
    assert used.read_bytes() == before


def test_force_clears_all_the_same(used: Path) -> None:
    assert command("clear", used, "--in-place", "--force").status == 0
    assert b"xl_scorecard" not in used.read_bytes()
    assert done(xl_scorecard.clear(used, in_place=True)).outcome == "unchanged"


def test_a_cleared_copy_leaves_the_results_in_the_workbook_that_was_read(
    used: Path, tmp_path: Path
) -> None:
    assert done(xl_scorecard.clear(used, out=tmp_path / "clean")).outcome == "cleared"


def test_formulas_over_the_officers_own_cells_are_no_reason(tmp_path: Path) -> None:
    plain = scorecard(tmp_path / "plain.xlsx", more=_dashboard)
    refreshed_into(tmp_path / "out", plain)
    copy = shutil.copy(tmp_path / "out" / "plain.xlsx", tmp_path / "copy.xlsx")
    assert cleared(Path(copy)).outcome == "cleared"


def test_names_that_lie_over_ours_count_as_well(tmp_path: Path) -> None:
    def named(book: Any, _: Any) -> None:
        book.define_name("Statuses", "=Scorecard!$A$1:$A$2")

    plain = scorecard(tmp_path / "plain.xlsx", more=named)
    refreshed_into(tmp_path / "out", plain)
    used = patched(
        tmp_path / "out" / "plain.xlsx",
        tmp_path / "used.xlsx",
        {"xl/workbook.xml": replacing("Scorecard!$A$1:$A$2", "Scorecard!$G$4:$G$6")},
    )
    error = failure(xl_scorecard.clear(used, in_place=True))
    assert (error.kind, "the name Statuses" in error.message) == ("in_use", True)
