"""Months by their number in the financial year, and shares of what was done in time."""

from __future__ import annotations

from pathlib import Path

from tests.reading.real.pages import Row
from tests.reading.real.understood import (
    aims,
    names,
    only_table,
    periods,
    read_grids,
    read_rows,
    roles,
)
from tests.support.drafts import draft_of, entries
from tests.support.grids import grid


def test_months_by_number_are_read_where_nothing_else_names_a_period(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Board report, Month 5 2018/19"],
        ["Measure", "Good is", "M03", "M04", "M05", "M05 plan"],
        ["Otters seen", "High", 7, 9, 8, 10],
        ["Nests lost", "Low", 3, 4, 4, 5],
    ]
    scorecard = read_rows(tmp_path, rows)
    assert list(periods(only_table(scorecard)).values()) == ["2018-06", "2018-07", "2018-08"]
    assert aims(scorecard) == [10, 5]


def test_the_share_in_time_is_the_figure_beside_a_number_of_cases() -> None:
    scorecard = read_grids(
        grid(
            [
                ["Measure", "Q2 2018/19", None, "Q3 2018/19", None],
                [None, "Forms", "% within SLA", "Forms", "% within SLA"],
                ["Births registered", 212, 0.957, 241, 0.963],
                ["Deaths registered", 88, 0.966, 101, 0.931],
            ],
            merged=["A1:A2", "B1:C1", "D1:E1"],
        )
    )
    assert [list(m.outturns.values())[-1].value for m in scorecard.measures] == [0.963, 0.931]


def test_what_is_done_in_time_is_good_whatever_the_name_says(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path,
        ("Measure", "Target", "Q2 2018/19 % in time", "Q3 2018/19 % in time"),
        ("Deaths registered", 0.9, 0.88, 0.91),
        ("Births registered", 0.9, 0.88, 0.91),
    )
    assert any(line.startswith("good_is: high") for line in entries(draft, "deaths"))


def test_names_that_say_what_is_to_be_reduced_are_names() -> None:
    scorecard = read_grids(
        grid(
            [
                ["Promise", "2016/17", "2017/18", "Target for 2017/18", "Outcome"],
                ["Reduce litter in the parks", 70, 60, 65, "Met"],
                ["Increase visits to the parks", 900, 950, 1000, "Not met"],
                ["Reduce broken swings", 7, 6, 6, "Met"],
            ]
        )
    )
    assert names(scorecard)[0] == "Reduce litter in the parks"
    assert "target" in roles(only_table(scorecard)).values()
