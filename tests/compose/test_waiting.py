"""The line at the top of the Summary that says what waits for a refresh."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.books import HEADINGS, ROWS, SHEET, refreshed_into, scorecard
from tests.support.office import Office, Values
from tests.support.readers import opened

LATER = (*HEADINGS, "Q4 2018/19")


def _later(page: Any) -> None:
    page["G5"] = 0.31


def _further_row(page: Any) -> None:
    for column, value in enumerate(("D1", "Lamps mended", "High", 0.9, 0.8, 0.85), 1):
        page.cell(7, column, value)


def _put_in(page: Any) -> None:
    """As a row looks that was put in between others: nothing of ours stands in it."""
    _further_row(page)
    for column in range(8, page.max_column + 1):
        page.cell(7, column).value = None


def _renamed(page: Any) -> None:
    page["A5"] = "B9"


def _text(page: Any) -> None:
    page["F5"] = "about a third"


def _figure(page: Any) -> None:
    page["F5"] = 0.19


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (_figure, ""),
        (_later, "Q4 2018/19 has figures since: refresh. "),
        (_further_row, "Rows that are new, or called otherwise than at the refresh: 1. "),
        (_put_in, "Rows that are new, or called otherwise than at the refresh: 1. "),
        (_text, "Refresh the scorecard: indicators whose status waits for it: 1. "),
        (
            _renamed,
            (
                "Refresh the scorecard: indicators whose status waits for it: 1. "
                "Rows that are new, or called otherwise than at the refresh: 1. "
            ),
        ),
    ],
)
def test_what_waits_for_a_refresh_is_said_at_once(
    tmp_path: Path, soffice: Office, edit: Callable[[Any], None], says: str
) -> None:
    rows = [(*row, None) for row in ROWS]
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx", rows, LATER))
    path = tmp_path / "out" / "q3.xlsx"
    assert (Values(path).at("Summary", 4, 1) or "") == ""
    book = opened(path, formulas=True)
    edit(book[SHEET])
    book.save(path)
    assert (Values(soffice.recalculated(path)).at("Summary", 4, 1) or "") == says


SHEETS = 70


def _sheets(folder: Path) -> Path:
    """A scorecard on seventy sheets, the next quarter's column of all but one blank."""

    def wards(book: Any, _: Any) -> None:
        for number in range(SHEETS):
            page = book.add_worksheet(f"Ward {number} of the city's best")
            figures = (0.8, 0.81, 0.82, 0.7) if number == 3 else (0.8, 0.81, 0.82)
            page.write_row(0, 0, LATER)
            page.write_row(1, 0, (f"W{number}", f"Lamps mended {number}", "High", *figures))

    return scorecard(folder / "q3.xlsx", [(*row, None) for row in ROWS], LATER, more=wards)


def test_no_formula_names_more_sheets_than_excel_takes_characters(
    tmp_path: Path, soffice: Office
) -> None:
    """Sums over a hundred and fifty sheets in one formula were over 8,192 characters."""
    rules = "name: many\ndefaults: {tolerance: 5 points, unit: percent}\nindicators:\n"
    rules += "".join(f"  - {{id: W{n}, name: Lamps mended {n}}}\n" for n in range(SHEETS))
    refreshed_into(tmp_path / "out", _sheets(tmp_path), rules)
    path = tmp_path / "out" / "q3.xlsx"
    stored = Values(path).row("Summary", 4)
    book = opened(path, formulas=True)
    formulas = [str(cell.value) for cell in book["Summary"][4] if cell.value]
    assert 50 < max(formula.count("!") for formula in formulas) <= 60
    book["Ward 69 of the city's best"]["G2"] = 0.31
    book.save(path)
    changed = Values(soffice.recalculated(path)).row("Summary", 4)
    assert (stored[0], changed[0]) == ("", "Q4 2018/19 has figures since: refresh. ")
    differ = [(was, now) for was, now in zip(stored, changed, strict=True) if was != now]
    assert differ[1:] == [(0.0, 1.0), (0.0, 1.0)]  # that there are more, and those of ten sheets


def test_what_lacks_a_target_is_counted_for_the_committee(tmp_path: Path) -> None:
    rows = [*ROWS, ("D1", "Lamps mended", "High", None, 0.8, 0.85)]
    rules = "name: small\ndefaults: {tolerance: 5 points, unit: percent}\nindicators:\n"
    rules += "  - {id: D1, name: Lamps mended, target: {2017/18: 90%}}\n"
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx", rows), rules)
    said = str(Values(tmp_path / "out" / "q3.xlsx").at("Summary", 4, 1))
    assert said == "Indicators without a target for the period: 1. See Checks."


def test_the_summary_says_by_which_rules_and_version(tmp_path: Path) -> None:
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx"))
    said = str(Values(tmp_path / "out" / "q3.xlsx").at("Summary", 2, 1))
    assert said.startswith("Position at 31 December 2018: Q3 2018/19. Rated by the rules small, ")
