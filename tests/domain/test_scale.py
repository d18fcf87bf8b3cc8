"""Which rows of percentages are kept as 84.2 and which as 0.842, judged as a reader would."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.scale import factor_beside, row_scale


@pytest.mark.parametrize(
    ("numbers", "factor"),
    [
        ([0.842, 0.79], 1), ([84.2, 79.0], 100), ([0.9, 0.4, 0.8], 1), ([1.0, 1.0], 1), ([], 1),
        ([0.842, 0.79, 1.2], 1),  # 120%
        ([1.02, 1.05, 0.99], 1),
        ([0.9, 0.4, 1.1], 100),  # 0.9%, 0.4%, 1.1%
        ([0.4, 1.1, 2.3], 100),
        ([0.45, 1.12, 2.31], 100),
        ([84.2, 79.0, 1.2], 100),
        ([0.0, 0.0, 80.0], 100),
    ],
)  # fmt: skip
def test_a_row_on_one_scale_has_no_slips(numbers: list[float], factor: float) -> None:
    scale = row_scale(numbers)
    assert (scale.factor, scale.slipped) == (factor, frozenset())


@pytest.mark.parametrize(
    ("numbers", "factor", "slipped"),
    [
        ([0.78, 0.81, 80], 1, {2}),
        ([78, 0.8, 81], 100, {1}),
        ([0.78, 0, 0.81, 80], 1, {3}),  # 0 is 0 on either
        ([0.78, 0.79, 80, 81], 100, {0, 1}),
        ([0.5, 50], 100, {0}),
    ],
)
def test_what_falls_among_its_neighbours_when_moved_two_places_has_slipped(
    numbers: list[float], factor: float, slipped: set[int]
) -> None:
    scale = row_scale(numbers)
    assert (scale.factor, scale.slipped) == (factor, slipped)
    assert [scale.of(place) for place in slipped] == [1 if factor == 100 else 100] * len(slipped)


@pytest.mark.parametrize(
    "numbers",
    [
        [12, 8, 0.2],  # moved, 20 is not among 8 and 12
        [3.2, 2.8, 0.9],
        [0.9, 0.4, 1.1, 45],  # 1.1 cannot be a fraction like the rest
        [5, 6, 0.1, 0.05],
        [95, 40, 0.1],
    ],
)
def test_small_percentages_and_jumps_are_no_slips(numbers: list[float]) -> None:
    assert row_scale(numbers).slipped == frozenset()


@pytest.mark.parametrize(
    ("numbers", "target", "factor", "slipped"),
    [
        ([86.4], 0.85, 100, True), ([86.4, 84.0], 0.85, 100, True), ([0.864], 85, 1, True),
        ([0.78, 0.81], 80, 1, True), ([0.78, 0.81], 0.8, 1, False), ([78, 81], 80, 100, False),
        ([0.9, 0.8], 2, 100, False),  # a target of 2% beside 0.9%
        ([0.9], 5, 100, False), ([40.0], 0.5, 100, True), ([3.0], 0.5, 100, False),
    ],
)  # fmt: skip
def test_a_target_is_held_against_the_figures(
    numbers: list[float], target: float, factor: float, slipped: bool
) -> None:
    scale = row_scale(numbers, target)
    assert (scale.factor, scale.target_slipped) == (factor, slipped)


def test_percentages_with_their_sign_decide_where_as_many_figures_are_kept_either_way() -> None:
    figures = [0.13, 0.131, 13.1, 13.9]
    assert row_scale(figures).slipped == frozenset()  # 0.13% beside 13.1% may be true
    assert row_scale(figures, None, [0.158]) == (100, {0, 1}, False)
    assert row_scale(figures, None, [0.0013]).slipped == frozenset()


def test_the_target_decides_between_two_figures() -> None:
    assert row_scale([0.78, 80], 0.8) == (1, {1}, False)
    assert row_scale([0.78, 80], 82) == (100, {0}, False)
    assert row_scale([0.78, 80], 1.5) == (1, {1}, False)  # 150% is believed of a target too


@pytest.mark.parametrize(
    ("numbers", "slipped"),
    [
        ([0.2, 0.25, 20, 25], {0, 1}),  # 20 in a hundred and 0.2: one of the two is a slip
        ([0.19, 0.25, 19, 25], set()),  # below that half a row may truly be small
    ],
)
def test_of_two_halves_of_a_row_one_has_slipped_only_where_the_other_is_plainly_in_hundreds(
    numbers: list[float], slipped: set[int]
) -> None:
    assert row_scale(numbers) == (100, slipped, False)


def test_150_percent_is_believed_among_fractions_and_a_shade_more_is_not() -> None:
    assert row_scale([0.015, 0.016, 1.5]) == (1, frozenset(), False)
    assert row_scale([0.015, 0.016, 1.51]) == (1, {2}, False)


def test_figures_within_twice_of_their_neighbours_are_among_them() -> None:
    # 0.4 moved is 40: twice 20 is among 20s, 41 is not; half of 20 is, 9 is not
    assert row_scale([20, 20, 0.4]).slipped == {2}
    assert row_scale([20, 20, 0.41]).slipped == frozenset()
    assert row_scale([20, 20, 0.1]).slipped == {2}
    assert row_scale([20, 20, 0.09]).slipped == frozenset()


@pytest.mark.parametrize(
    ("numbers", "target", "factor", "slipped"),
    [
        ([1.8, 1.9], 2, 100, False),  # all of them small percentages
        ([0.5, 0.4, 0.6], 4.9, 100, False),  # 0.5% of a target of 4.9%
        ([0.5, 0.4, 0.6], 5, 1, True),  # ten times the figures is another scale: 50% and 5%
        ([0.5, 0.4, 0.6], 10, 1, True),
        ([0.4, 0.9], 1.1, 100, False),  # the target too has one decimal, and is above 1
        ([0.4, 0.9], 1.12, 1, False),
        ([1.2, 1.4], 1.3, 100, False),
        ([0.78], 1.5, 1, False),  # 150%
        ([0.55, 1.0], 2, 100, False), ([0.9, 1.8], 80, 100, False),  # 180% is not believed
        ([], 80, 100, False), ([], 0.8, 1, False), ([0.0], 80, 100, False),
        ([0.8, -0.79], -80, 1, True),  # below zero as above it
    ],
)  # fmt: skip
def test_at_its_edges_a_target_tells_small_percentages_from_fractions(
    numbers: list[float], target: float, factor: float, slipped: bool
) -> None:
    scale = row_scale(numbers, target)
    assert (scale.factor, scale.slipped, scale.target_slipped) == (factor, frozenset(), slipped)
    assert scale.of_target == (factor if not slipped else 101 - factor)


@pytest.mark.parametrize(
    ("numbers", "factor"),
    [
        ([1.25, 1.5], 1), ([1.25, 1.5, 1.5], 1),
        ([1.25, 1.51], 100),  # 150% is believed, 151% beside 125% is not
        ([0.95, 1.0, 1.55], 1), ([0.95, 1.01, 1.55], 100),  # where half of them are above all
        ([1.5], 100), ([1.55], 100), ([1.25], 1),
    ],
)  # fmt: skip
def test_around_one_hundred_percent_most_figures_and_their_decimals_tell(
    numbers: list[float], factor: float
) -> None:
    assert row_scale(numbers).factor == factor


def test_a_target_of_80_beside_all_of_them_is_80_percent() -> None:
    assert row_scale([0.9, 1.0], 80) == (1, frozenset(), True)


def test_in_a_row_with_a_slip_the_target_is_held_against_the_figures_that_did_not_slip() -> None:
    assert row_scale([0.78, 0.81, 80], 80) == (1, {2}, True)
    assert row_scale([78, 81, 0.8], 0.8) == (100, {2}, True)
    assert row_scale([78, 81, 0.8], 80) == (100, {2}, False)


def test_a_bare_number_far_above_a_signed_percentage_is_a_percentage() -> None:
    assert factor_beside([2.0], [0.4]) == 100
    assert factor_beside([1.6], [1.5]) == 1
