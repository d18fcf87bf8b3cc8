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
