"""Projections worked out by hand, and what holds of any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_scorecard.domain.forecast.projecting import projected
from xl_scorecard.domain.forecast.words import words_of
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.period import Period

YEAR = Period.year(2018)


def test_a_total_to_date_by_last_years_profile() -> None:
    """60 after three quarters, when last year had 50 of 80: 60 x 80/50 = 96. On pace it is 80, with
    30 more as last year 90; quarters of 15, 25 and 20 give 75 to 85."""
    found = projected(YEAR, [15, 40, 60], [10, 30, 50, 80], 4, adds_up=True, to_date=True)
    assert found is not None
    assert (found.value, found.low, found.high, found.by_profile) == (96, 75, 96, True)
    assert words_of(found, Unit.COUNT) == (
        "Projection for 2018/19: 96 (75 to 96), by last year's profile"
    )


def test_a_total_to_date_on_pace() -> None:
    found = projected(YEAR, [15, 40, 60], [], 4, adds_up=True, to_date=True)
    assert found is not None
    assert (found.value, found.low, found.high, found.by_profile) == (80, 75, 85, False)
    assert words_of(found, Unit.COUNT) == "Projection for 2018/19: 80 (75 to 85), on pace"


def test_counts_by_quarter_come_to_the_same_total() -> None:
    found = projected(YEAR, [15, 25, 20], [10, 20, 20, 30], 4, adds_up=True, to_date=False)
    assert found is not None
    assert (found.value, found.low, found.high) == (96, 75, 96)


def test_an_average_stays_where_it_is_or_goes_as_last_year() -> None:
    """0.7, 0.8 and 0.9 are 0.8 on average; with 0.7 or 0.9 to come 0.775 or 0.825. Last year's 0.5
    three times and 0.9 went from 0.5 to 0.6: 0.8 x 0.6/0.5 = 0.96, and 0.1 more 0.9."""
    alone = projected(YEAR, [0.7, 0.8, 0.9], [], 4, adds_up=False, to_date=False)
    assert alone is not None
    assert [alone.value, alone.low, alone.high] == pytest.approx([0.8, 0.775, 0.825])
    beside = projected(YEAR, [0.7, 0.8, 0.9], [0.5, 0.5, 0.5, 0.9], 4, adds_up=False, to_date=False)
    assert beside is not None
    assert [beside.value, beside.low, beside.high] == pytest.approx([0.96, 0.775, 0.96])
    assert words_of(beside, Unit.PERCENT) == (
        "Projection for 2018/19: 96.0% (77.5% to 96.0%), by last year's profile"
    )


def test_what_is_over_or_not_known_is_not_projected() -> None:
    assert projected(YEAR, [1, 2, 3, 4], [], 4, adds_up=True, to_date=True) is None
    assert projected(YEAR, [1, None], [], 4, adds_up=True, to_date=True) is None
    assert projected(YEAR, [None, 2], [], 4, adds_up=True, to_date=False) is None
    to_date = projected(YEAR, [None, 2], [], 4, adds_up=True, to_date=True)
    assert to_date is not None
    assert (to_date.value, to_date.low, to_date.high) == (4, 4, 4)
    assert words_of(to_date, Unit.COUNT) == "Projection for 2018/19: 4, on pace"


FIGURES = st.lists(st.integers(1, 100), min_size=1, max_size=11)


@given(FIGURES, st.lists(st.integers(1, 100), min_size=12, max_size=12), st.booleans())
def test_it_lies_within_its_range_and_scales_with_the_figures(
    months: list[int], before: list[int], adds_up: bool
) -> None:
    one = projected(YEAR, months, before, 12, adds_up=adds_up, to_date=False)
    ten = projected(
        YEAR, [10 * m for m in months], [10 * m for m in before], 12, adds_up=adds_up, to_date=False
    )
    assert one is not None
    assert ten is not None
    assert one.low <= one.value <= one.high
    assert [10 * x for x in one[1:4]] == pytest.approx(list(ten[1:4]))


@given(FIGURES)
def test_a_year_that_goes_as_the_last_ends_as_it_did(months: list[int]) -> None:
    before = [*months, *[7] * (12 - len(months))]
    found = projected(YEAR, months, before, 12, adds_up=True, to_date=False)
    assert found is not None
    assert found.value == pytest.approx(sum(before))
