"""A column that tells rows of one indicator apart, whatever it is headed."""

from __future__ import annotations

from typing import Any

from tests.reading.real.understood import only_table, read_grids
from tests.support.grids import grid
from xl_scorecard.domain.scorecard import Measure, Table

PERIODS = (("Q2 2018/19", 4), ("Q3 2018/19", 5))


def _read(*rows: Any) -> tuple[Table, list[Measure]]:
    scorecard = read_grids(grid([list(row) for row in rows], sheet="Ferries"))
    return only_table(scorecard), scorecard.measures


def _by_quarter(*firsts: str) -> list[tuple[Any, ...]]:
    """A row for each first cell, indicator and period."""
    return [
        (first, name, period, figure)
        for first in firsts
        for name in ("Sailings on time", "Sailings cancelled")
        for period, figure in PERIODS
    ]


def test_rows_of_one_period_are_told_apart_by_what_crosses_them() -> None:
    rows = _by_quarter("East pier", "West pier")
    table, measures = _read(("Berth", "Indicator", "Quarter", "Result"), *rows)
    assert [m.name for m in measures] == [
        "Sailings on time: East pier", "Sailings cancelled: East pier",
        "Sailings on time: West pier", "Sailings cancelled: West pier",
    ]  # fmt: skip
    assert not table.repeated


def test_so_it_is_with_periods_across() -> None:
    rows = [
        (berth, name, 4, 5)
        for name in ("Sailings on time", "Sailings cancelled")
        for berth in ("East pier", "West pier")
    ]
    _, measures = _read(("Berth", "Indicator", "Q2 2018/19", "Q3 2018/19"), *rows)
    assert [m.dimension for m in measures] == ["East pier", "West pier"] * 2


def test_what_differs_from_row_to_row_crosses_nothing() -> None:
    rows = [
        (f"return {name} {period} {again}", name, period, figure + again)
        for name in ("Sailings on time", "Sailings cancelled")
        for period, figure in PERIODS
        for again in (0, 1)
    ]
    table, measures = _read(("Source file", "Indicator", "Quarter", "Result"), *rows)
    assert [m.name for m in measures] == ["Sailings on time", "Sailings cancelled"]
    assert len(table.repeated) == 4


def test_what_says_which_figure_a_row_holds_is_no_place() -> None:
    rows = _by_quarter("Actual", "Target")
    table, measures = _read(("Series", "Indicator", "Quarter", "Result"), *rows)
    assert [m.name for m in measures] == ["Sailings on time", "Sailings cancelled"]
    assert table.repeated
