"""Which cells of a row of percentages decide how its others are read."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.steady import Steady
from xl_scorecard.reading.figures.series import FigurePlace
from xl_scorecard.reading.figures.steadiness import steadiness

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
    return steadiness(places, cells, goal, None)


@pytest.mark.parametrize(
    ("figures", "number_format"),
    [
        ((84.2, 83.0, 85.1, 79.0, 80.0), "General"),
        ((None, "n/a", None, "TBC", None), "General"),
        (("84.2%", None, "83%", "79%", "80%"), "General"),
    ],
)
def test_a_row_that_is_plainly_kept_in_one_way_has_no_bounds_of_its_own(
    figures: tuple[Typed, ...], number_format: str
) -> None:
    assert _steady(*figures, number_format=number_format) is None


@pytest.mark.parametrize("number_format", ["General", "0.0%"])
@pytest.mark.parametrize("figures", [(0.842, 0.83, 0.9, 0.79, 0.8), (None, None, None, None, 0.9)])
def test_fractions_stay_so_with_a_percent_format_or_without_unless_a_sign_is_far_below_them(
    figures: tuple[Typed, ...], number_format: str
) -> None:
    steady = _steady(*figures, number_format=number_format)
    assert steady is not None
    assert steady.everywhere
    # beside 83%, 0.842 is nearer to 84.2% than to 0.842%; beside 5% nobody could tell
    assert (steady.factor, steady.up_to) == (1, 1)
    assert steady.above < 0 < 0.05 < steady.signs_from < 0.3


@pytest.mark.parametrize("number_format", ["General", "0.0%"])
def test_fractions_beside_a_share_in_words_stay_so_up_to_some_times_that(
    number_format: str,
) -> None:
    steady = _steady(0.1, 0.12, 0.11, 0.13, 0.1, target="under 10%", number_format=number_format)
    assert steady is not None
    # 0.9 beside 10% is nearer to 90% than to 0.9% by hardly more than nothing
    assert (steady.everywhere, steady.up_to) == (True, 0.5)


@pytest.mark.parametrize("number_format", ["General", "0.0%"])
def test_fractions_beside_a_target_of_80_stay_so_while_that_is_10_or_more(
    number_format: str,
) -> None:
    steady = _steady(0.842, 0.83, 0.9, 0.79, 0.8, target=80.0, number_format=number_format)
    assert steady is not None
    assert (steady.everywhere, steady.target_above) == (True, 0.1)  # beside 8, 0.9 would be 0.9%


def test_formats_count_where_they_decide_what_is_read() -> None:
    # with its format 0.9 is 90%, without it, beside 1.1, 0.9%
    assert _steady(0.9, 1.1, 1.2, 0.9, 1.0, number_format="0%") is None
    bare = _steady(0.9, 1.1, 1.2, 0.9, 1.0)
    assert bare is not None
    assert bare.factor == 100


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
