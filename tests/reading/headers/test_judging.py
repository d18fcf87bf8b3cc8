"""Columns that judge, told by their cells where the heading does not say so."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.grids import grid
from tests.support.last_column import role_of_last
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.header import read_header
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import role_of


@pytest.mark.parametrize(
    ("heading", "cells", "role"),
    [
        ("Mark", ["Green", "Red", "Amber"], Role.RAG),
        ("Light", ["G", "R", "A"], Role.RAG),
        ("Attained?", ["Yes", "No", "Yes"], Role.RAG),
        ("Attained?", ["Y", "N", "Y"], Role.RAG),
        ("Figure", ["Lower is better", "Higher is better", "Higher is better"], Role.POLARITY),
        ("Outcome", ["Met", "Not met", "Met"], Role.RAG),
        ("Outcome", ["Safer streets", "Clean air", "Safer streets"], Role.SECTION),
        ("We want it", ["Higher", "Lower", "Higher"], Role.POLARITY),
        ("Wanted", ["▲", "▼", "▲"], Role.POLARITY),
        ("Compared with 2017", ["Higher", "Lower", "Higher"], Role.OTHER),
        ("Since last time", ["↑", "↓", "→"], Role.OTHER),  # "last": of another period
        ("Movement", ["↑", "↓", "→"], Role.TRAVEL),
    ],
)
def test_cells_tell_what_a_column_judges(heading: str, cells: list[Any], role: Role) -> None:
    assert role_of_last(heading, cells) is role


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Risk", ["Red", "Amber", "Green"]),  # of the risk, not of the figure
        ("Statutory", ["Yes", "No", "Yes"]),
        ("Ward", ["A", "R", "B"]),
        ("Importance", ["High", "Low", "High"]),
        ("Officer", ["Green", "Brown", "White"]),
    ],
)
def test_other_columns_of_such_words_judge_nothing(heading: str, cells: list[Any]) -> None:
    assert role_of_last(heading, cells) not in (Role.RAG, Role.POLARITY, Role.TRAVEL)


@pytest.mark.parametrize(
    "heading",
    ["Peers", "Nat. avg", "Sector average", "Nearest neighbours", "Median of peers", "UK mean"],
)
def test_what_others_do_is_a_benchmark(heading: str) -> None:
    assert role_of(heading) is Role.BENCHMARK


@pytest.mark.parametrize("heading", ["County", "Sector", "Providers", "Rolling average"])
def test_a_place_or_an_average_alone_is_none(heading: str) -> None:
    assert role_of(heading) is not Role.BENCHMARK


def test_a_national_target_is_a_benchmark_beside_the_councils_own() -> None:
    rows = [["Measure", "National target", "Target", "Q3 2018/19"], ["Ponds cleaned", 9, 5, 6]]
    header = read_header(grid(rows), 1, HeadingWords({}))
    assert header is not None
    assert [c.role for c in header.columns][1:3] == [Role.BENCHMARK, Role.TARGET]
    alone = [["Measure", "National target", "Q3 2018/19"], ["Ponds cleaned", 9, 6]]
    header = read_header(grid(alone), 1, HeadingWords({}))
    assert header is not None
    assert header.columns[1].role is Role.TARGET


@pytest.mark.parametrize(
    "heading",
    ["Which way is better?", "Desired trend", "Preferred direction of travel",
     "Is high or low good?", "Lower or higher is better", "Better to be", "Direction sought"],
)  # fmt: skip
def test_which_way_is_good_has_many_headings(heading: str) -> None:
    assert role_of(heading) is Role.POLARITY


@pytest.mark.parametrize("heading", ["Direction of travel", "Trend", "Is it on track?"])
def test_where_a_figure_went_is_not_which_way_is_good(heading: str) -> None:
    assert role_of(heading) is not Role.POLARITY
