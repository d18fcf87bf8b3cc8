"""Rows of one name are told apart by what else stands there, and last by an earlier figure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.support.books import FIRST_ROW, HEADINGS, SHEET, Cell, refreshed_into, scorecard
from tests.support.office import Office, Values
from tests.support.readers import opened

_RULES = """\
name: shared
rating: rag
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: VISITS, name: Visits made, good_is: high}
"""
_HEADINGS = HEADINGS[1:]  # no references
# against 80% with 5 points of tolerance: met, and 14 points short
_NORTH: Sequence[Cell] = ("Visits made", "High", 0.8, 0.75, 0.82)
_SOUTH: Sequence[Cell] = ("Visits made", "High", 0.8, 0.70, 0.66)
_STATUS = 6


def _refreshed(folder: Path, rows: Sequence[Sequence[Cell]]) -> Path:
    path = scorecard(folder / "q3.xlsx", rows, _HEADINGS)
    refreshed_into(folder / "out", path, _RULES)
    return folder / "out" / path.name


def _statuses(values: Values) -> list[object]:
    return [values.at(SHEET, row, _STATUS) for row in (FIRST_ROW, FIRST_ROW + 1)]


def _swapped(path: Path) -> Path:
    """What an officer's sort does to the rows: his cells change places."""
    book = opened(path, formulas=True)
    page = book[SHEET]
    for column in range(1, _STATUS):
        above, below = page.cell(FIRST_ROW, column), page.cell(FIRST_ROW + 1, column)
        above.value, below.value = below.value, above.value
    swapped = path.with_name("swapped.xlsx")
    book.save(swapped)
    return swapped


def test_an_earlier_figure_tells_rows_of_one_name_apart(tmp_path: Path, soffice: Office) -> None:
    path = _refreshed(tmp_path, [_NORTH, _SOUTH])
    assert _statuses(Values(path)) == ["Green", "Red"]
    assert _statuses(Values(soffice.recalculated(path))) == ["Green", "Red"]


def test_their_statuses_follow_them_when_they_are_sorted(tmp_path: Path, soffice: Office) -> None:
    swapped = _swapped(_refreshed(tmp_path, [_NORTH, _SOUTH]))
    assert _statuses(Values(soffice.recalculated(swapped))) == ["Red", "Green"]


def test_a_new_figure_is_rated_in_its_own_row(tmp_path: Path, soffice: Office) -> None:
    path = _refreshed(tmp_path, [_NORTH, _SOUTH])
    book = opened(path, formulas=True)
    book[SHEET].cell(FIRST_ROW + 1, _STATUS - 1).value = 0.77  # 3 points short
    book.save(path)
    assert _statuses(Values(soffice.recalculated(path))) == ["Green", "Amber"]


def test_an_earlier_figure_typed_anew_waits_for_a_refresh(tmp_path: Path, soffice: Office) -> None:
    path = _refreshed(tmp_path, [_NORTH, _SOUTH])
    book = opened(path, formulas=True)
    book[SHEET].cell(FIRST_ROW + 1, _STATUS - 2).value = 0.71
    book.save(path)
    assert _statuses(Values(soffice.recalculated(path))) == ["Green", "Refresh"]


def test_rows_that_nothing_tells_apart_wait_for_somebody_to_name_them(
    tmp_path: Path, soffice: Office
) -> None:
    path = _refreshed(tmp_path, [_NORTH, _NORTH])
    assert _statuses(Values(path)) == ["Refresh", "Refresh"]
    assert _statuses(Values(soffice.recalculated(path))) == ["Refresh", "Refresh"]


def test_a_row_without_an_earlier_figure_is_told_from_one_that_has_it(
    tmp_path: Path, soffice: Office
) -> None:
    awaited = ("Visits made", "High", 0.8, None, 0.66)
    path = _refreshed(tmp_path, [_NORTH, awaited])
    assert _statuses(Values(path)) == ["Green", "Red"]
    assert _statuses(Values(soffice.recalculated(path))) == ["Green", "Red"]
    assert _statuses(Values(soffice.recalculated(_swapped(path)))) == ["Red", "Green"]


def test_an_error_in_the_figure_before_tells_nobody_apart(tmp_path: Path, soffice: Office) -> None:
    headings = (*_HEADINGS[:3], "Q1 2018/19", *_HEADINGS[3:])
    rows = [(*row[:3], 0.71, *row[3:]) for row in (_NORTH, _SOUTH)]
    path = scorecard(tmp_path / "q3.xlsx", rows, headings)
    book = opened(path, formulas=True)
    book[SHEET].cell(FIRST_ROW + 1, 4).value = "=1/0"
    book.save(path)
    computed = soffice.recalculated(path)
    refreshed_into(tmp_path / "out", computed, _RULES)
    after = tmp_path / "out" / computed.name
    for values in (Values(after), Values(soffice.recalculated(after))):
        assert [values.at(SHEET, row, 7) for row in (FIRST_ROW, FIRST_ROW + 1)] == ["Green", "Red"]
