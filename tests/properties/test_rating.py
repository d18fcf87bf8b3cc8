from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.strategies import (
    JUDGED,
    OWN,
    POLARITIES,
    RANGES,
    RATINGS,
    TARGETS,
    TOLERANCES,
    figures,
)
from xl_scorecard.domain.amount import Target, Tolerance
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.rating.change import direction, relative_change, travel
from xl_scorecard.rating.status import status_of

MIRROR = {Polarity.HIGH: Polarity.LOW, Polarity.LOW: Polarity.HIGH, Polarity.PLAN: Polarity.PLAN}


def _rank(rating: Rating, status: str) -> int:
    """0 for the best band."""
    return [band.status for band in rating.bands].index(status)


@given(figures(), figures(), TARGETS, TOLERANCES, RATINGS)
def test_a_better_outturn_is_never_rated_worse(
    one: float, other: float, target: Target, tolerance: Tolerance | None, rating: Rating
) -> None:
    low, high = sorted((one, other))
    ranks = {
        (polarity, value): _rank(rating, status_of(value, target, polarity, tolerance, rating))
        for polarity in (Polarity.HIGH, Polarity.LOW)
        for value in (low, high)
    }
    assert ranks[Polarity.HIGH, high] <= ranks[Polarity.HIGH, low]
    assert ranks[Polarity.LOW, low] <= ranks[Polarity.LOW, high]


@given(figures(0), figures(0), TARGETS, TOLERANCES, RATINGS, st.sampled_from([-1, 1]))
def test_where_plan_is_good_a_nearer_outturn_is_never_rated_worse(
    one: float,
    other: float,
    target: Target,
    tolerance: Tolerance | None,
    rating: Rating,
    side: int,
) -> None:
    near, far = sorted((one, other))
    ranks = [
        _rank(
            rating,
            status_of(target.value + side * off, target, Polarity.PLAN, tolerance, rating),
        )
        for off in (near, far)
    ]
    assert ranks[0] <= ranks[1]


@given(figures(), TARGETS, TOLERANCES, RATINGS, JUDGED)
def test_polarity_is_a_mirror(
    outturn: float, target: Target, tolerance: Tolerance | None, rating: Rating, polarity: Polarity
) -> None:
    mirrored = status_of(-outturn, Target(-target.value), MIRROR[polarity], tolerance, rating)
    assert status_of(outturn, target, polarity, tolerance, rating) == mirrored


@given(st.one_of(st.none(), TARGETS, RANGES), POLARITIES, TOLERANCES, RATINGS)
def test_a_missing_outturn_is_never_red(
    target: Target | None, polarity: Polarity | None, tolerance: Tolerance | None, rating: Rating
) -> None:
    assert status_of(None, target, polarity, tolerance, rating) == "no_data"


@given(TARGETS, TOLERANCES, st.one_of(RATINGS, st.just(OWN)), JUDGED)
def test_meeting_the_target_exactly_is_always_the_best_status(
    target: Target, tolerance: Tolerance | None, rating: Rating, polarity: Polarity
) -> None:
    status = status_of(target.value, target, polarity, tolerance, rating)
    assert status == rating.bands[0].status


@given(figures(), TARGETS, TOLERANCES, TOLERANCES, RATINGS, JUDGED)
def test_a_wider_tolerance_never_rates_worse(
    outturn: float,
    target: Target,
    one: Tolerance | None,
    other: Tolerance | None,
    rating: Rating,
    polarity: Polarity,
) -> None:
    def width(tolerance: Tolerance | None) -> float:
        return tolerance.in_unit(target.value) if tolerance is not None else 0

    narrow, wide = sorted((one, other), key=width)
    ranks = [
        _rank(rating, status_of(outturn, target, polarity, tolerance, rating))
        for tolerance in (narrow, wide)
    ]
    assert ranks[1] <= ranks[0]


@given(figures(), RANGES, TOLERANCES, RATINGS, JUDGED)
def test_a_range_is_met_exactly_inside_it(
    outturn: float, target: Target, tolerance: Tolerance | None, rating: Rating, polarity: Polarity
) -> None:
    assert target.upper is not None
    met = status_of(outturn, target, polarity, tolerance, rating) == rating.bands[0].status
    assert met == (target.value <= outturn <= target.upper)


@given(figures(), figures(), st.one_of(st.none(), TARGETS, RANGES))
def test_the_word_for_a_move_turns_round_with_the_move(
    one: float, other: float, target: Target | None
) -> None:
    turned = {"improved": "worsened", "worsened": "improved", "static": "static", None: None}
    for polarity in [*Polarity, None]:
        there, back = travel(one, other, polarity, target), travel(other, one, polarity, target)
        if "static" in (there, back) and there != back:  # too little of the larger one alone
            ends = (0.0, 0.0) if target is None else (target.value, target.upper or target.value)
            far = [max(ends[0] - figure, figure - ends[1], 0) for figure in (one, other)]
            moved = min(abs(one - other), abs(far[0] - far[1]) if target else math.inf)
            assert moved <= 0.0005 * max(abs(one), abs(other)) + 1e-9
        else:
            assert back == turned[there]


@given(figures(), figures())
def test_the_sign_of_a_change_is_the_way_of_its_arrow(now: float, before: float) -> None:
    change = relative_change(now, before)
    if change is None:
        assert before == 0
    else:
        too_little = abs(change) < 0.0005 + 1e-9  # which a change column shows as 0.0%
        signs = {"up": change > 0, "down": change < 0, "level": too_little}
        assert signs[direction(now, before) or ""]
