"""Targets for years to come are not held against today's figures."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.real.understood import aims, read_grids
from tests.support.grids import grid
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.scorecard import Scorecard


def _read(aim: str, *periods: str) -> Scorecard:
    rows: list[list[Any]] = [["Otters seen", 7, 9, 30], ["Nests found", 3, 4, 9]]
    return read_grids(grid([["Measure", *periods, aim], *rows]))


@pytest.mark.parametrize(
    ("aim", "periods"),
    [
        ("2030 goal", ("2017", "2018")),
        ("Target for 2022/23", ("2017/18", "2018/19")),
        ("Ambition 2025", ("Q2 2018/19", "Q3 2018/19")),
    ],
)
def test_a_goal_years_ahead_is_doubted(aim: str, periods: tuple[str, str]) -> None:
    scorecard = _read(aim, *periods)
    assert aims(scorecard) == [None, None]
    assert [d.about for m in scorecard.measures for d in m.doubts] == [About.SPAN] * 2


@pytest.mark.parametrize(
    ("aim", "periods"),
    [("2018 goal", ("2017", "2018")), ("Target for 2018/19", ("2017/18", "2018/19"))],
)
def test_a_goal_of_the_year_is_not(aim: str, periods: tuple[str, str]) -> None:
    assert aims(_read(aim, *periods)) == [30, 9]
