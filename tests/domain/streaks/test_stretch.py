"""How far back figures are looked over: to the first gap, the first break, the first on record."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.period import Period
from xl_scorecard.domain.streaks.stretch import Bound, stretch_of

QUARTERS = [Period.quarter(2017, 3), Period.quarter(2017, 4), *(
    Period.quarter(2018, n) for n in (1, 2, 3)
)]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "begins_anew", "left", "bound"),
    [
        ([1.0, 2, 3, 4, 5], (), (1, 2, 3, 4, 5), Bound.RECORD),
        ([1.0, None, 3, 4, 5], (), (3, 4, 5), Bound.GAP),
        ([1.0, 2, 3, 4, 5], (2,), (3, 4, 5), Bound.BREAK),
        ([1.0, None, 3, 4, 5], (3,), (4, 5), Bound.BREAK),
        ([1.0, 2, 3, None, 5], (2,), (5,), Bound.GAP),
        ([1.0, 2, 3, 4, 5], (4,), (5,), Bound.BREAK),
    ],
)
def test_a_gap_or_a_break_ends_the_look_back(
    values: list[float | None],
    begins_anew: tuple[int, ...],
    left: tuple[float, ...],
    bound: Bound,
) -> None:
    found = stretch_of(QUARTERS, values, begins_anew)
    assert found is not None
    assert (found.values, found.bound) == (left, bound)
    assert found.periods == tuple(QUARTERS[-len(left) :])


def test_without_a_newest_figure_there_is_none() -> None:
    assert stretch_of(QUARTERS, [1.0, 2, 3, 4, None], ()) is None
    assert stretch_of([], [], ()) is None
