"""What is worked out from a figure and its target is neither."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.grids import grid, percent
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.header import read_header
from xl_scorecard.reading.words.heading_words import HeadingWords

WORDS = HeadingWords({})


def _roles(rows: list[list[Any]], bottom: int = 2, merged: tuple[str, ...] = ()) -> list[Role]:
    header = read_header(grid(rows, merged), bottom, WORDS)
    assert header is not None
    return [column.role for column in header.columns]


def _in_threes(*below: str) -> list[list[Any]]:
    return [
        ["Measure", "Q2 2018/19", None, None, "Q3 2018/19", None, None],
        [None, *below, *below],
    ]


MERGED = ("A1:A2", "B1:D1", "E1:G1")
EACH = [Role.INDICATOR, *[Role.TARGET, Role.OUTTURN, Role.CHANGE] * 2]


@pytest.mark.parametrize("called", ["%", "Performance", "Score", "RAG %", "Ratio"])
def test_a_ratio_to_the_plan_beside_it_is_no_figure_whatever_it_is_called(called: str) -> None:
    rows = [
        ["Trees", 200, 190, percent(0.95), 200, 210, percent(1.05)],
        ["Ponds", 40, 41, percent(1.025), 40, 38, percent(0.95)],
        ["Hedges", 8, 7, percent(0.88), 8, 8, percent(1)],
    ]
    assert _roles([*_in_threes("Planned", "Delivered", called), *rows], merged=MERGED) == EACH


def test_so_it_is_in_hundreds_and_as_a_difference() -> None:
    rows = [["Trees", 200, 190, 95, 200, 210, 10], ["Ponds", 40, 41, 102.5, 40, 38, -2],
            ["Hedges", 8, 7, 87.5, 8, 8, 0]]  # fmt: skip
    assert _roles([*_in_threes("Plan", "Actual", "Result"), *rows], merged=MERGED) == EACH


def test_slips_in_one_quarter_make_no_figure_of_its_ratio() -> None:
    rows = [
        ["Trees", 200, 190, percent(0.95), 200, 11, percent(1.05)],
        ["Ponds", 40, 41, percent(1.025), 40, 61, percent(0.95)],
        ["Hedges", 8, 7, percent(0.88), 8, 8, percent(1)],
    ]
    first = [(row[:4], row[4:]) for row in rows]
    thrice = [[*ours, *ours[1:], *last] for ours, last in first]
    top = ["Measure", "Q1 2018/19", None, None, "Q2 2018/19", None, None, "Q3 2018/19", None, None]
    below = [None, *["Planned", "Delivered", "Score"] * 3]
    merged = ("A1:A2", "B1:D1", "E1:G1", "H1:J1")
    assert _roles([top, below, *thrice], merged=merged) == [*EACH, *EACH[1:4]]


def test_so_it_is_beside_numbers_typed_as_text() -> None:
    rows = [["Trees", 200, "190", percent(0.95), "200", 210, "105%"],
            ["Ponds", 40, "41", percent(1.025), "40", 38, "95%"]]  # fmt: skip
    assert _roles([*_in_threes("Plan", "Actual", "Result"), *rows], merged=MERGED) == EACH


def test_before_there_are_figures_its_words_tell() -> None:
    rows: list[list[Any]] = [["Trees", 200, None, None, 200], ["Ponds", 40, None, None, 40]]
    for called in ("% of plan", "Achievement %", "Var"):
        assert _roles([*_in_threes("Plan", "Done", called), *rows], merged=MERGED) == EACH


def test_a_share_beside_the_count_it_is_made_of_stays_the_figure() -> None:
    rows = [
        ["Trees", percent(0.8), 190, percent(0.75), percent(0.8), 210, percent(0.84)],
        ["Ponds", percent(0.9), 41, percent(0.88), percent(0.9), 38, percent(0.8)],
    ]
    roles = _roles([*_in_threes("Target", "No.", "%"), *rows], merged=MERGED)
    assert roles == [Role.INDICATOR, *[Role.TARGET, Role.NUMERATOR, Role.OUTTURN] * 2]


@pytest.mark.parametrize("called", ["Var.", "% diff", "Deviation", "+/-", "% of target"])
def test_a_variance_is_neither_tolerance_nor_figure(called: str) -> None:
    rows = [["Measure", "Target", "Q3 2018/19", called], ["Trees", 200, 190, -10],
            ["Ponds", 40, 41, 1]]  # fmt: skip
    assert _roles(rows, 1) == [Role.INDICATOR, Role.TARGET, Role.OUTTURN, Role.CHANGE]


def test_a_tolerance_that_happens_to_be_what_a_figure_is_short_by_is_one() -> None:
    rows = [["Measure", "Target", "Tolerance", "Q3 2018/19"], ["Trees", 200, 10, 190],
            ["Ponds", 40, 2, 38]]  # fmt: skip
    assert _roles(rows, 1) == [Role.INDICATOR, Role.TARGET, Role.TOLERANCE, Role.OUTTURN]


def test_of_two_targets_the_one_with_figures_counts() -> None:
    rows = [["Goal", "Measure", "Target", "Q3 2018/19"], ["Greener streets", "Trees", "> 200", 190],
            ["Cleaner water", "Ponds", "40 or more", 41]]  # fmt: skip
    assert _roles(rows, 1) == [Role.SECTION, Role.INDICATOR, Role.TARGET, Role.OUTTURN]


def test_of_three_numbers_the_small_one_is_the_variance() -> None:
    rows = [["Trees", 200, 190, 10, 200, 180, 20], ["Ponds", 40, 38, 2, 40, 31, 9],
            ["Hedges", 8, 7, 1, 8, 6, 2]]  # fmt: skip
    assert _roles([*_in_threes("Plan", "Actual", "Left"), *rows], merged=MERGED) == EACH


def test_so_it_is_where_the_plan_is_divided_by_the_figure() -> None:
    rows = [["Trees", 2, 4, percent(0.5), 3, 2, percent(1.5)],
            ["Ponds", 40, 32, percent(1.25), 40, 50, percent(0.8)]]  # fmt: skip
    assert _roles([*_in_threes("Plan", "Actual", "% of plan"), *rows], merged=MERGED) == EACH


def test_a_month_typed_once_is_over_the_columns_headed_as_those_below_the_next() -> None:
    rows: list[list[Any]] = [
        ["Measure", "Apr-18", None, None, "May-18", None, None],
        [None, *("Target", "Actual", "Achievement %") * 2],
        ["Trees", 10, 9, 90, 10, 11, 110],
        ["Ponds", 4, 5, 125, 4, 4, 100],
    ]
    header = read_header(grid(rows), 2, WORDS)
    assert header is not None
    assert [str(c.period) for c in header.columns[1:]] == ["2018-04"] * 3 + ["2018-05"] * 3
    assert [c.role for c in header.columns] == EACH


def test_achieved_is_the_figure_where_figures_stand_below_it() -> None:
    title = ["Performance, Q3 2018/19"]
    heads = ["Measure", "Planned", "Achieved"]
    figures = [title, [], heads, ["Trees", 10, 9], ["Ponds", 4, 5]]
    words = [title, [], [*heads, "Result"], ["Trees", 10, "Yes", 12], ["Ponds", 4, "No", 3]]
    assert _roles(figures, 3) == [Role.INDICATOR, Role.TARGET, Role.OUTTURN]
    assert _roles(words, 3)[2:] != [Role.OUTTURN, Role.OUTTURN]
    assert _roles(words, 3)[3] is Role.OUTTURN


def test_performance_beside_a_target_and_a_rating_is_the_figure() -> None:
    rows = [["Performance, Q3 2018/19"], [], ["Measure", "Performance", "Target", "RAG"],
            ["Trees", 9, 10, "Red"], ["Ponds", 5, 4, "Green"]]  # fmt: skip
    assert _roles(rows, 3) == [Role.INDICATOR, Role.OUTTURN, Role.TARGET, Role.RAG]
