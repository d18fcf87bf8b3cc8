"""Figures beside the periods that no heading gives a period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.reading.real.understood import read_grids
from tests.support.grids import grid
from xl_scorecard.domain.doubt import About, Doubt

_FIGURES = [["A1", "Calls taken", 310, 320, 330], ["B1", "Letters sent", 51, 47, 55]]


def _unread(headings: Sequence[Any], rows: Sequence[Sequence[Any]] = _FIGURES) -> list[Doubt]:
    scorecard = read_grids(grid([["Ref", "Measure", *headings], *rows]))
    return [doubt for doubt in scorecard.of_all if doubt.about is About.HEADING]


@pytest.mark.parametrize(
    ("headings", "meant"),
    [
        (["Q1 2020/21", "Q2 2020/21", None], "Q3 2020/21"),
        (["Q1 2020/21", "Q2 2020/21", "Quartr 3 2020/21"], "Q3 2020/21"),
        (["Q1 2020/21", "Q2 2020/21", "Qtr three of 2020/21"], "Q3 2020/21"),
        (["Q1 2020/21", "Q2 2020/21", "W3 2020/21"], "Q3 2020/21"),
        (["Jul-20", "Aug-20", "Setpember 20"], "Sep 2020"),
        (["Jul-20", "Aug-20", "wrzesień 2020"], "Sep 2020"),
        (["Jul-20", None, "Sep-20"], "Aug 2020"),
    ],
)
def test_a_blank_or_misspelt_heading_is_named_with_what_it_may_mean(
    headings: list[Any], meant: str
) -> None:
    (doubt,) = _unread(headings)
    assert (doubt.severity.value, doubt.expected) == ("error", meant)
    assert meant in doubt.message


@pytest.mark.parametrize(
    ("headings", "cell", "meant"),
    [
        (["Jnue 2020", "Jul 2020", "Aug 2020"], "C1", "Jun 2020"),
        (["Aug 2020", "Jul 2020", "Jnue 2020"], "E1", "Jun 2020"),
        (["Quartr 4 2019/20", "Q1 2020/21", "Q2 2020/21"], "C1", "Q4 2019/20"),
    ],
)
def test_a_misspelt_heading_of_the_oldest_figures_is_a_warning(
    headings: list[Any], cell: str, meant: str
) -> None:
    (doubt,) = _unread(headings)
    assert (doubt.severity.value, doubt.cell, doubt.expected) == ("warning", cell, meant)
    assert "reported" not in doubt.message  # the newest figures are read


@pytest.mark.parametrize("heading", [None, "Baseline", "Weight", "Code", "Volume"])
def test_what_stands_before_the_oldest_figures_may_be_something_else(heading: str | None) -> None:
    assert _unread([heading, "Jul 2020", "Aug 2020"]) == []


@pytest.mark.parametrize(
    "heading",
    ["Weight", "Change", "Variance", "Rank", "Peers", "Year total", "Forecast Q3 2020/21"],
)
def test_columns_of_something_else_are_no_unread_periods(heading: str) -> None:
    assert _unread(["Q1 2020/21", "Q2 2020/21", heading]) == []


def test_figures_unlike_their_neighbours_are_none() -> None:
    rows = [["A1", "Calls taken", 310, 320, 630], ["B1", "Letters sent", 51, 47, 98]]
    rows = [[*row[:4], figure] for row, figure in zip(rows, (0.03, -0.08), strict=True)]
    assert _unread(["Q1 2020/21", "Q2 2020/21", None], rows) == []


def test_where_the_latest_run_first_the_newest_may_be_unread_too() -> None:
    (doubt,) = _unread([None, "Q2 2020/21", "Q1 2020/21"])
    assert (doubt.cell, doubt.expected) == ("C1", "Q3 2020/21")


def test_judgements_beside_unread_figures_are_not_held_against_older_ones() -> None:
    headings = ["Ref", "Measure", "Jul-20", "Aug-20", "Septmber 20", "RAG"]
    scorecard = read_grids(grid([headings, *([*row, "Green"] for row in _FIGURES)]))
    assert [measure.typed_rag for measure in scorecard.measures] == [None, None]


def test_one_figure_below_no_heading_between_columns_is_told() -> None:
    headings = ["Q1 2020/21", "Q2 2020/21", None, "Target"]
    rows = [
        ["A1", "Calls taken", 310, 320, None, 300], ["B1", "Letters sent", 51, 47, 49, 50],
        ["C1", "Forms read", 12, 14, None, 10], ["D1", "Visits made", 7, 6, None, 8],
    ]  # fmt: skip
    (doubt,) = _unread(headings, rows)
    assert (doubt.cell, doubt.found, doubt.severity.value) == ("E3", "49", "warning")


def test_a_number_of_another_kind_or_beyond_the_table_is_not() -> None:
    headings = ["Q1 2020/21", "Q2 2020/21", None, "Target"]
    rows = [
        ["A1", "Calls taken", 310, 320, 2, 300], ["B1", "Letters sent", 51, 47, None, 50],
        ["C1", "Forms read", 12, 14, None, 10], ["D1", "Visits made", 7, 6, None, 8, 7],
    ]  # fmt: skip
    assert _unread(headings, rows) == []
