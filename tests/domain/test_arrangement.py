"""Where a cell that is read stands on the sheet, however it was arranged."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.arrangement import AS_IT_STANDS, TURNED, Anew, Arrangement


@pytest.mark.parametrize("arrangement", [AS_IT_STANDS, TURNED])
def test_there_and_back_is_the_same_place(arrangement: Arrangement) -> None:
    assert arrangement.arranged(*arrangement.on_sheet(3, 8)) == (3, 8)


def test_turned_a_row_is_a_column() -> None:
    assert TURNED.on_sheet(3, 8) == (8, 3)


def test_a_cell_arranged_anew_is_told_by_its_place_on_the_sheet() -> None:
    anew = Anew({(2, 1): (4, 2), (2, 2): (9, 3)})
    assert anew.on_sheet(2, 2) == (9, 3)
    assert anew.arranged(9, 3) == (2, 2)
    assert anew.arranged(1, 1) is None


def test_what_stands_nowhere_is_told_by_the_first_cell_of_its_row() -> None:
    anew = Anew({(2, 1): (4, 2), (3, 1): (11, 2)})
    assert anew.on_sheet(3, 5) == (11, 2)


def test_a_cell_that_speaks_for_several_rows_is_read_in_the_first() -> None:
    shared = Anew({(3, 2): (1, 1), (2, 2): (1, 1)})
    assert shared.arranged(1, 1) == (2, 2)
