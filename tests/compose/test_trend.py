from __future__ import annotations

import pytest

from tests.support.grids import grid
from xl_scorecard.compose.trend import trend_columns
from xl_scorecard.domain.period import Grain
from xl_scorecard.reading.tables.locate import locate
from xl_scorecard.reading.words.heading_words import HeadingWords


def _trend(*headings: str, grain: Grain | None = None) -> list[str]:
    rows = [["Measure", *headings], ["Children seen", *range(1, len(headings) + 1)]]
    (table,) = locate(grid(rows), HeadingWords({}))
    return [column.heading for column in trend_columns(table, grain)]


def test_a_trend_is_the_longest_run_of_neighbouring_periods() -> None:
    run = ["Q1 2018/19", "Q2 2018/19", "Q3 2018/19"]
    assert _trend("2017/18", *run, "Dec-18") == run


@pytest.mark.parametrize(
    "headings",
    [
        ["Q2 2018/19", "Q3 2018/19"],  # two points are no trend
        ["Q1 2018/19", "Q3 2018/19", "Q4 2018/19"],  # one is missing
        ["Q3 2018/19", "Q2 2018/19", "Q1 2018/19"],  # newest first
        ["Q1 2018/19", "Target", "Q2 2018/19", "Q3 2018/19"],  # one apart
    ],
)
def test_what_is_no_run_of_three_has_no_trend(headings: list[str]) -> None:
    assert _trend(*headings) == []


def test_of_one_length_others_may_stand_between() -> None:
    found = _trend(
        "Q1 2018/19", "Sep-18", "Q2 2018/19", "Dec-18", "Q3 2018/19", grain=Grain.QUARTER
    )
    assert found == ["Q1 2018/19", "Q2 2018/19", "Q3 2018/19"]
