"""Which cells of a row of percentages decide how its others are read."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.steady import Steady
from xl_scorecard.reading.figures.series import FigurePlace
from xl_scorecard.reading.figures.steadiness import Trial

_FIRST = 24_215
PERIODS = [Period(Grain.QUARTER, _FIRST + 3 * quarter, 4) for quarter in range(5)]
Typed = float | str | None


def _steady(*figures: Typed, target: Typed = None, number_format: str = "General") -> Steady | None:
    places = [FigurePlace(period, None, 2, column) for column, period in enumerate(PERIODS, 5)]
    cells = [
        None if figure is None else Cell(2, place.column, figure, number_format=number_format)
        for place, figure in zip(places, figures, strict=True)
    ]
    goal = None if target is None else Cell(2, 3, target)
    return Trial(places, cells, goal, None).steady()


@pytest.mark.parametrize(
    ("figures", "number_format"),
    [
        ((84.2, 83.0, 85.1, 79.0, 80.0), "General"),
        ((0.842, 0.83, 0.851, 0.79, 0.8), "0.0%"),
        ((None, "n/a", None, "TBC", None), "General"),
        (("84.2%", None, "83%", "79%", "80%"), "General"),
    ],
)
def test_a_row_that_is_plainly_kept_in_one_way_has_no_bounds_of_its_own(
    figures: tuple[Typed, ...], number_format: str
) -> None:
    assert _steady(*figures, number_format=number_format) is None


def test_fractions_without_a_format_stay_so_unless_what_is_typed_is_far_below_them() -> None:
    steady = _steady(0.842, 0.83, 0.9, 0.79, 0.8)
    assert steady is not None
    assert steady.everywhere
    # beside 83%, 0.842 is nearer to 84.2% than to 0.842%; beside 5% nobody could tell
    assert (steady.factor, steady.up_to) == (1, 1)
    assert 0.05 < steady.above < 0.3


def test_one_figure_kept_otherwise_is_told_only_by_those_near_it() -> None:
    steady = _steady(0.846, 84.5, 84.4, 84.1, 84.1)
    assert steady is not None
    assert steady.everywhere
    # below 42.3 a figure would be less than half of 84.6, and 0.846 would no longer be a slip
    assert (steady.factor, steady.nearby) == (100, True)
    assert 0.423 < steady.above < 0.6


def test_a_figure_decides_where_as_many_speak_for_either_way() -> None:
    steady = _steady("[z]", 14.25, 0.1225, 10.25, None)
    assert steady is not None
    assert {PERIODS[1], PERIODS[3]} <= steady.deciding


def test_a_figure_alone_in_its_row_is_read_by_the_target() -> None:
    steady = _steady(None, None, None, None, 0.9, target=5.0)
    assert steady is not None
    assert steady.target_decides  # 0.9 beside 5 is 0.9%, beside 80 it is 90%
