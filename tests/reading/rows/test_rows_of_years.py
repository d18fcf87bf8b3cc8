"""Rows below one name that say which year they are of, or what of a share they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.real.pages import Row
from tests.reading.real.understood import aims, by_period, measure, names, read_rows

MONTHS: Row = ["Measure", "Line", "Apr", "May", "Jun", "Jul", "Aug"]
TITLE: Row = ["Rents and lettings 2019/20"]


@pytest.mark.parametrize("before", ["2018/19", "Actual 2018-19", "2018/19 outturn", "Prior year"])
def test_figures_of_the_year_before_are_neither_indicators_nor_reported(
    tmp_path: Path, before: str
) -> None:
    rows: list[Row] = [
        TITLE, [], MONTHS,
        ["Rent collected (%)", "Actual", 96, 97.1, 97.4],
        [None, "Goal", 97, 97, 97, 98, 98],
        [None, before, 95, 95.5, 96, 96.1, 96.2],
        ["Homes let", "Actual", 31, 28, 40],
        [None, "Goal", 30, 30, 30, 30, 30],
        [None, before, 22, 25, 27, 29, 24],
    ]  # fmt: skip
    found = read_rows(tmp_path, rows)
    assert names(found) == ["Rent collected (%)", "Homes let"]
    assert str(found.period) == "2019-06"
    assert by_period(measure(found, "Homes let"))["2019-06"] == 40


def test_the_row_of_the_headings_own_year_holds_the_figures(tmp_path: Path) -> None:
    rows: list[Row] = [
        TITLE, [], MONTHS,
        ["Homes let", "2018/19", 22, 25, 27, 29, 24],
        [None, "2019/20", 31, 28, 40],
        [None, "Target 2019/20", 30, 30, 33, 30, 30],
        [None, "Target 2018/19", 20, 20, 21, 20, 20],
    ]  # fmt: skip
    found = read_rows(tmp_path, rows)
    assert names(found) == ["Homes let"]
    assert by_period(measure(found, "Homes let"))["2019-06"] == 40
    assert aims(found) == [33]


def test_years_may_stand_where_names_do_below_the_name(tmp_path: Path) -> None:
    rows: list[Row] = [
        TITLE, [], ["Measure", "Apr", "May", "Jun", "Jul", "Aug"],
        ["Homes let", 31, 28, 40], ["2018/19", 22, 25, 27, 29, 24],
        ["Garages let", 11, 12, 13], ["2018/19", 9, 9, 9, 9, 8],
    ]  # fmt: skip
    found = read_rows(tmp_path, rows)
    assert names(found) == ["Homes let", "Garages let"]
    assert str(found.period) == "2019-06"


@pytest.mark.parametrize(
    ("top", "base"),
    [("Seen", "Due"), ("Number", "Out of"), ("n", "Cohort"), ("Count", "Total"),
     ("Answered in time", "All letters")],
)  # fmt: skip
def test_two_counts_beside_their_share_are_its_parts(tmp_path: Path, top: str, base: str) -> None:
    rows: list[Row] = [
        ["Indicator", "Row", "Q2 2019/20", "Q3 2019/20", "Target"],
        ["Letters answered in time", top, 45, 66, 0.9],
        [None, base, 60, 80],
        [None, "%", 0.75, 0.825],
    ]
    (found,) = read_rows(tmp_path, rows).rows
    assert (found.row.row, found.row.numerator_row, found.row.denominator_row) == (4, 2, 3)
    assert by_period(found.measure) == {"2019/20 Q2": 0.75, "2019/20 Q3": 0.825}


def test_what_is_out_of_needs_no_second_period_to_be_told(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Indicator", "Row", "Q3 2019/20"],
        ["Letters answered in time", "Out of", 80],
        [None, "No", 66],
        [None, "Percentage", 0.825],
    ]
    found = read_rows(tmp_path, rows)
    (row,) = found.rows
    assert (row.row.row, row.row.numerator_row, row.row.denominator_row) == (4, 3, 2)


def test_places_beside_a_percentage_are_no_parts_of_it(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Indicator", "Row", "Q2 2019/20", "Q3 2019/20"],
        ["Letters answered in time", "North", 45, 66],
        [None, "South", 50, 40],
        [None, "East", 31, 49],
    ]
    assert len(names(read_rows(tmp_path, rows))) == 3
