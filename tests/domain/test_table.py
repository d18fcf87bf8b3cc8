"""A table says itself where its places are on the sheet, whichever way its periods run."""

from __future__ import annotations

import dataclasses

import pytest

from xl_scorecard.domain.arrangement import AS_IT_STANDS, TURNED
from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.scorecard import Column, IndicatorRow, Layout, Role, Table

COLUMNS = (Column(1, "Measure", Role.INDICATOR), Column(8, "Target", Role.TARGET))


ARRANGED = {Layout.WIDE: AS_IT_STANDS, Layout.TRANSPOSED: TURNED}


def _table(layout: Layout) -> Table:
    # the grid as the table reads it: of a transposed one, the sheet turned
    cells = {(3, 1): Cell(3, 1, "Children seen"), (3, 8): Cell(3, 8, 0.8)}
    seen = IndicatorRow(3, "", "Children seen", "", 1)
    grid, how = Grid("Q3", cells), ARRANGED[layout]
    return Table(grid, 1, 1, COLUMNS, rows=(seen,), layout=layout, arrangement=how)


def test_rows_of_an_upright_table_are_rows_of_the_sheet() -> None:
    table = _table(Layout.WIDE)
    assert table.upright
    assert table.place(3, 8) == "H3"
    assert table.letters(8) == "H"
    assert table.name_cell(table.rows[0]) == "A3"
    assert table.at(3, 8) == table.cell(3, 8) == Cell(3, 8, 0.8)


def test_rows_of_a_transposed_table_are_columns_of_the_sheet() -> None:
    table = _table(Layout.TRANSPOSED)
    assert not table.upright
    assert table.place(3, 8) == "C8"
    assert table.letters(8) == "8"
    assert table.name_cell(table.rows[0]) == "C1"


def test_a_cell_of_a_transposed_table_has_its_place_on_the_sheet() -> None:
    table = _table(Layout.TRANSPOSED)
    target = table.cell(3, 8)
    assert target is not None
    assert (target.ref, target.value) == ("C8", 0.8)
    assert table.at(8, 3) == table.shown(3, 8) == target


@pytest.mark.parametrize("layout", ARRANGED)
def test_turning_a_place_twice_changes_nothing(layout: Layout) -> None:
    table = _table(layout)
    assert table.on_sheet(*table.on_sheet(3, 8)) == (3, 8)


def test_a_table_that_was_read_does_not_change() -> None:
    table = _table(Layout.WIDE)
    with pytest.raises(dataclasses.FrozenInstanceError):
        table.rows = ()  # type: ignore[misc]
