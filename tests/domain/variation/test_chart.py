"""XmR charts: against a second implementation, and what holds of any series."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.variation import by_definition
from xl_scorecard.domain.variation.chart import Charted, chart
from xl_scorecard.domain.variation.limits import limits_of
from xl_scorecard.domain.variation.special_causes import Cause, one_side, trend

FIGURES = st.one_of(
    st.integers(0, 12).map(float),
    st.integers(0, 1000).map(float),
    st.integers(0, 1000).map(lambda n: n / 10),
)
SERIES = st.lists(st.one_of(FIGURES, FIGURES, FIGURES, FIGURES, st.none()), max_size=60) | st.lists(
    FIGURES, min_size=6, max_size=40
)


@st.composite
def _drifting(draw: st.DrawFn) -> list[float | None]:
    """A series in which runs and trends are likely."""
    steps = draw(st.lists(st.integers(-1, 3), min_size=8, max_size=40))
    sign = draw(st.sampled_from((1, -1)))
    value, found = 500, []
    for step in steps:
        value += sign * step
        found.append(float(value))
    return [*found]


@given(
    SERIES | _drifting(),
    st.sets(st.integers(1, 40), max_size=3),
    st.none() | st.integers(1, 20),
    st.booleans(),
)
def test_every_point_is_as_the_definitions_have_it(
    series: list[float | None], anew: set[int], baseline: int | None, screen: bool
) -> None:
    begins = sorted(place for place in anew if place < len(series))
    points = chart(series, begins, baseline, screen=screen)
    expected = by_definition.charted(series, begins, baseline, screen=screen)
    assert len(points) == len(expected) == len(series)
    for point, (mean, upper, causes) in zip(points, expected, strict=True):
        assert (point.limits is None) == (mean is None)
        assert {cause.value for cause in point.causes} == causes
        if point.limits is not None and mean is not None and upper is not None:
            assert math.isclose(point.limits.mean, mean, rel_tol=1e-12, abs_tol=1e-9)
            assert math.isclose(point.limits.upper, upper, rel_tol=1e-12, abs_tol=1e-9)


@given(st.lists(FIGURES, min_size=6, max_size=40))
def test_turned_upside_down_what_was_high_is_low(series: list[float]) -> None:
    upright, turned = chart(series), chart([1000 - value for value in series])
    assert [(p.causes, p.way) for p in upright] == [(p.causes, -p.way) for p in turned]


@given(st.floats(-1e6, 1e6), st.integers(6, 60))
def test_what_never_moves_has_no_special_cause(value: float, times: int) -> None:
    assert all(point.causes == () for point in chart([value] * times))


def test_a_rounding_beyond_the_limit_is_none() -> None:
    """0.1 + 0.2 is a shade more than 0.3, which was typed."""
    assert all(not point.causes for point in chart([0.3] * 11 + [0.1 + 0.2]))


def test_limits_are_there_from_six_figures_and_firm_from_twelve() -> None:
    figures = [4.0, 6.0] * 6
    assert limits_of(figures[:5]) is None
    for count in (6, 11, 12):
        found = limits_of(figures[:count])
        assert found is not None
        assert found.trial == (count < 12)
        assert found.figures == count
        assert found.moving_range == 2


def test_a_gap_gives_no_range_and_ends_a_run() -> None:
    found = limits_of([4.0, 6, None, 10, 12, 14, 12, 14])
    assert found is not None
    assert (found.figures, found.moving_range) == (6, 2)
    assert one_side([1, 1, 1, 1, 0, 1, 1, 1]) == [0] * 8
    assert trend([1.0, 2, 3, 4, None, 5, 6, 7, 8]) == [0] * 9


def test_figures_apart_from_each_other_give_no_limits() -> None:
    assert limits_of([5.0, None, 6.0, None] * 6) is None


def test_a_rise_that_turns_to_a_fall_is_told_by_the_fall_at_its_top() -> None:
    up = [float(value) for value in range(7)]
    marks = trend([*up, *reversed(up[:-1])])
    assert marks == [1] * 6 + [-1] * 7


def test_a_point_outside_that_ends_a_rise_below_the_mean_is_told_as_outside() -> None:
    series = [50.0, 51, 50, 51, 50, 51, 50, 51, 50, 51, 50, 51, 10]
    point = chart(series)[-1]
    assert point.causes[0] is Cause.OUTSIDE
    assert point.way == -1


def test_two_beyond_the_limit_count_as_near_it_for_the_third() -> None:
    """NHS England's own chart counts what lies beyond a limit since 2023."""
    base = [10.0, 11] * 8
    points = chart([*base, 14.0, 12.6, 10.0], baseline=16)
    limits = points[0].limits
    assert limits is not None
    assert (limits.mean, round(limits.upper, 2)) == (10.5, 13.16)
    assert points[16].causes == (Cause.OUTSIDE, Cause.NEAR_LIMIT)
    assert points[17].causes == (Cause.NEAR_LIMIT,)


def test_a_baseline_of_places_is_for_the_stretch_that_has_them() -> None:
    series: list[float | None] = [10.0, 11] * 6 + [20.0, 21] * 6
    points = chart(series, baseline=(0, 11))
    assert points[12].limits == points[0].limits
    assert all(Cause.OUTSIDE in point.causes for point in points[12:])
    rebased = chart(series, [12], (0, 11))
    assert not any(point.causes for point in rebased)
    assert isinstance(rebased[12], Charted)
    assert rebased[12].limits is not None
    assert rebased[12].limits.mean == 20.5
