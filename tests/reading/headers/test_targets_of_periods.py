"""Targets whose headings name a period: which of them is that of a figure."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.real.understood import aims, read_grids, unclear
from tests.support.grids import grid
from xl_scorecard.domain.scorecard import Role, Scorecard
from xl_scorecard.reading.words.headings import role_of


def _read(headings: list[Any], *rows: list[Any]) -> Scorecard:
    return read_grids(grid([headings, *rows]))


@pytest.mark.parametrize(
    "heading",
    ["Nov goal", "Aim Apr-Dec 2018", "Our target 18/19", "M09 plan", "Corporate target 2018/19",
     "December profile", "Aspiration 2018/19"],
)  # fmt: skip
def test_a_word_for_the_target_beside_a_period_names_it(heading: str) -> None:
    assert role_of(heading) is Role.TARGET


@pytest.mark.parametrize("heading", ["March for jobs", "Sep-18", "May", "Apr-Dec 2018"])
def test_a_month_alone_or_among_other_words_is_no_target(heading: str) -> None:
    assert role_of(heading) is None


def test_of_targets_for_several_years_the_reported_one_counts() -> None:
    scorecard = _read(
        ["Measure", "2016", "2017", "2018", "2018 limit", "2018 goal", "2019 goal", "2030 goal"],
        ["Otters seen", 7, 8, 9, None, 10, 12, 30],
        ["Nests found", 3, 3, 4, None, 5, 5, 9],
    )
    assert aims(scorecard) == [10, 5]
    assert unclear(scorecard) == []


def test_a_year_to_come_beside_a_target_that_names_none_is_not_the_target() -> None:
    scorecard = _read(
        ["Measure", "2016/17", "2017/18", "2018/19", "Target", "2030 goal"],
        ["Otters seen", 7, 8, 9, 10, 30], ["Nests found", 3, 3, 4, 5, 9],
    )  # fmt: skip
    assert aims(scorecard) == [10, 5]
    assert unclear(scorecard) == []


def test_a_target_for_the_months_so_far_is_that_of_the_figure() -> None:
    scorecard = _read(
        ["Measure", "Apr-Dec 2017", "Apr-Dec 2018", "Aim Apr-Dec 2018"],
        ["Otters seen", 7, 9, 10], ["Nests found", 3, 4, 5],
    )  # fmt: skip
    assert aims(scorecard) == [10, 5]
    assert scorecard.of_all == ()


def test_a_target_headed_by_the_last_month_is_no_unread_month() -> None:
    scorecard = _read(
        ["Measure", "Oct-18", "Nov-18", "Dec-18", "Dec plan"],
        ["Otters seen", 7, 9, 8, 10], ["Nests found", 3, 4, 4, 5],
    )  # fmt: skip
    assert aims(scorecard) == [10, 5]
    assert scorecard.of_all == ()


def test_years_of_two_digits_are_financial_years() -> None:
    scorecard = _read(
        ["Measure", "16/17", "17/18", "Our target 17/18"],
        ["Otters seen", 7, 9, 10], ["Nests found", 3, 4, 5],
    )  # fmt: skip
    assert str(scorecard.period) == "2017/18"
    assert aims(scorecard) == [10, 5]
