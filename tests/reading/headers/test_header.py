from __future__ import annotations

import datetime as dt

import pytest

from tests.support.grids import grid
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.header import Header, read_header
from xl_scorecard.reading.headers.title import title_period
from xl_scorecard.reading.words.heading_words import HeadingWords

WORDS = HeadingWords({})


def _periods(header: Header | None) -> dict[int, str]:
    assert header is not None
    return {c.index: str(c.period) for c in header.columns if c.role is Role.OUTTURN}


def _header(sheet: Grid, bottom: int) -> Header | None:
    return read_header(sheet, bottom, WORDS)


def test_a_plain_row_of_headings_is_a_header() -> None:
    header = _header(grid([["Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"]]), 1)
    assert header is not None
    assert [column.role for column in header.columns] == [
        Role.REFERENCE, Role.INDICATOR, Role.TARGET, Role.OUTTURN, Role.OUTTURN,
    ]  # fmt: skip
    assert _periods(header) == {4: "2018/19 Q2", 5: "2018/19 Q3"}


def test_a_merged_year_above_completes_its_quarters() -> None:
    rows = [["Measure", "2017/18", None, "2018/19", None], [None, "Q3", "Q4", "Q1", "Q2"]]
    header = _header(grid(rows, ["A1:A2", "B1:C1", "D1:E1"]), 2)
    assert header is not None
    assert header.top == 1
    assert _periods(header) == {
        2: "2017/18 Q3", 3: "2017/18 Q4", 4: "2018/19 Q1", 5: "2018/19 Q2",
    }  # fmt: skip


def test_a_year_typed_once_without_merging_speaks_for_the_quarters_to_its_right() -> None:
    rows = [[None, "2017/18", None, "2018/19", None], ["Measure", "Q3", "Q4", "Q1", "Q2"]]
    assert _periods(_header(grid(rows), 2)) == {
        2: "2017/18 Q3", 3: "2017/18 Q4", 4: "2018/19 Q1", 5: "2018/19 Q2",
    }  # fmt: skip


@pytest.mark.parametrize("blank", [None, " "])
@pytest.mark.parametrize("merged", [(), ("D1:E1", "F1:H1")])
def test_months_may_stand_above_the_row_that_heads_names(
    blank: str | None, merged: tuple[str, ...]
) -> None:
    rows = [
        [None, None, "Year", 2024.0, None, 2025.0, None, None],
        [None, None, "Month of", "November", "December", "January", "February", "March"],
        ["Site", "KPI", "Target", *[blank] * 5],
        ["Oak", "Beds", 5, 1, 2, 3, 4, 5],
    ]
    header = _header(grid(rows, merged), 3)
    assert header is not None
    assert header.top == 1
    assert [c.role for c in header.columns][1:3] == [Role.INDICATOR, Role.TARGET]
    assert _periods(header) == {
        4: "2024-11", 5: "2024-12", 6: "2025-01", 7: "2025-02", 8: "2025-03",
    }  # fmt: skip


def test_months_under_a_financial_year_fall_into_its_two_calendar_years() -> None:
    rows = [[None, "2018/19", None, None], ["Measure", "Nov", "Dec", "Jan"]]
    header = _header(grid(rows, ["B1:D1"]), 2)
    assert _periods(header) == {2: "2018-11", 3: "2018-12", 4: "2019-01"}


def test_real_dates_are_months() -> None:
    header = _header(grid([["Measure", dt.date(2018, 11, 30), dt.date(2018, 12, 31)]]), 1)
    assert _periods(header) == {2: "2018-11", 3: "2018-12"}


def test_benchmarks_targets_and_comments_that_name_a_period_are_no_outturns() -> None:
    headings = ["Measure", "Q3 2018/19", "Q3 Target (2018/19)", "England 2017/18", "Comments Q3"]
    header = _header(grid([[*headings, "2013/14 all Wales comparative data"]]), 1)
    assert header is not None
    assert _periods(header) == {2: "2018/19 Q3"}
    roles = [column.role for column in header.columns]
    assert roles[2:5] == [Role.TARGET, Role.BENCHMARK, Role.COMMENT]


def test_a_year_below_a_benchmark_heading_is_a_benchmark() -> None:
    rows = [["Measure", "Q3 2018/19", "England", None], [None, None, "2016/17", "2017/18"]]
    header = _header(grid(rows, ["A1:A2", "B1:B2", "C1:D1"]), 2)
    assert header is not None
    assert _periods(header) == {2: "2018/19 Q3"}
    assert [c.role for c in header.columns][2:] == [Role.BENCHMARK, Role.BENCHMARK]


def test_a_title_above_is_no_group_heading_but_gives_its_year() -> None:
    rows = [["Performance scorecard 2018/19", None, None], ["Measure", "Q2", "Q3 2018/19"]]
    header = _header(grid(rows, ["A1:C1"]), 2)
    assert header is not None
    assert header.top == 2
    assert _periods(header) == {2: "2018/19 Q2", 3: "2018/19 Q3"}


def test_without_a_period_or_a_name_there_is_no_header() -> None:
    assert _header(grid([["Measure", "Target", "RAG"]]), 1) is None
    assert _header(grid([["Colour", "Q2 2018/19", "Q3 2018/19"]]), 1) is None


def test_daily_dates_are_no_reporting_periods() -> None:
    days = [dt.date(2018, 12, day) for day in range(1, 11)]
    assert _header(grid([["Measure", *days]]), 1) is None


def test_what_was_achieved_by_a_day_is_the_figure_of_its_month() -> None:
    header = _header(grid([["Indicator", "Baseline", "Target", "Achieved\n31-12-2024"]]), 1)
    assert _periods(header) == {4: "2024-12"}


def test_the_year_may_start_in_another_month() -> None:
    header = read_header(grid([["Measure", "Q3 2018"]]), 1, HeadingWords({}, 1))
    assert header is not None
    assert header.columns[1].period is not None
    assert header.columns[1].period.last_day == dt.date(2018, 9, 30)


def test_codes_beside_names_are_told_where_titles_of_sections_stand_among_them() -> None:
    table = [["PI", "Performance indicator", "Q2 2018/19", "Q3 2018/19"]]
    rows = [
        *table, ["1.1", "Bins emptied", 8, 9], ["1.2", "Bins washed", 7, 6],
        ["Aim 2: Clean streets", None, None, None],
        *table, ["2.1", "Streets swept", 3, 5], ["2.2", "Gullies swept", 1, 2],
    ]  # fmt: skip
    header = _header(grid(rows), 1)
    assert header is not None
    assert [column.role for column in header.columns][:2] == [Role.REFERENCE, Role.INDICATOR]


def test_days_of_a_plan_above_and_beside_a_table_are_no_title_of_it() -> None:
    days = [dt.date(2022, 9, 1), dt.date(2022, 9, 14), dt.date(2022, 10, 21)]
    plan = grid([[None, None, f"Step {n}", day] for n, day in enumerate(days)], sheet="Plan")
    assert title_period(plan, 5, (), 4) is None
    dates = grid([["From", days[0]], ["To", days[1]]], sheet="Plan")
    said = title_period(dates, 4, (), 4)
    assert said is not None
    assert str(said.period) == "2022-09"
