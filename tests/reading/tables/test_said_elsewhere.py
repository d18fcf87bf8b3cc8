"""Figures whose period stands elsewhere than above them, or in the words of exports and boards."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.reading.real.pages import Page, Row, book
from tests.reading.real.understood import aims, by_period, measure, names, read, read_rows
from xl_scorecard.domain.scorecard import Layout
from xl_scorecard.errors import WorkbookError

TWO: list[Row] = [["Fires attended", 30, 40], ["Hoax calls", 9, 8]]


@pytest.mark.parametrize(
    "heads",
    [
        ["KPI", "Month ending", "Result", "Goal"], ["MeasureTitle", "Date", "Actual", "Target"],
        ["KPIName", "PeriodEnd", "ActualValue", "TargetValue"],
    ],
)  # fmt: skip
def test_a_long_table_may_have_its_headings_in_other_words(tmp_path: Path, heads: Row) -> None:
    rows: list[Row] = [
        [name, dt.date(2019, month, 30), figure + month, aim]
        for month in (6, 7, 8) for name, figure, aim in TWO
    ]  # fmt: skip
    found = read_rows(tmp_path, [heads, *rows])
    assert [table.layout for table in found.tables] == [Layout.LONG]
    assert by_period(measure(found, "Hoax calls"))["2019-08"] == 17
    assert aims(found) == [40, 8]


def test_a_quarter_has_the_year_of_the_title(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Board pack"], ["July - September 2019 (Q2 2019/20)"], [],
        ["What we track", "Q2 result", "Q2 target", "How it went"],
        ["Fires attended", 30, 40, "Well"], ["Hoax calls", 9, 8, "Badly"],
    ]  # fmt: skip
    found = read_rows(tmp_path, rows)
    assert str(found.period) == "2019/20 Q2"
    assert aims(found) == [40, 8]


def test_a_heading_of_names_in_own_words_will_do_beside_figure_and_target(tmp_path: Path) -> None:
    rows: list[Row] = [["Our promise", "Actual Q2 2019/20", "Target"], *TWO]
    assert names(read_rows(tmp_path, rows)) == ["Fires attended", "Hoax calls"]


def test_a_list_of_people_with_a_target_is_none(tmp_path: Path) -> None:
    rows: list[Row] = [["Budget holder", "Actual Q2 2019/20", "Target saving"], *TWO]
    with pytest.raises(WorkbookError):
        read_rows(tmp_path, rows)


@pytest.mark.parametrize(
    ("sheet", "title"),
    [
        ("Performance", "Report to the Audit Committee: quarter 2 2019/20"),
        ("Quarter 2 2019-20", "Report to the Audit Committee, 12 November 2019"),
    ],
)
def test_the_latest_figure_is_of_the_quarter_that_title_or_sheet_name(
    tmp_path: Path, sheet: str, title: str
) -> None:
    rows: list[Row] = [[title], [], ["Local indicator", "Latest result", "Target"], *TWO]
    found = read(book(tmp_path / "s.xlsx", Page(sheet, rows)))
    assert str(found.period) == "2019/20 Q2"
    assert aims(found) == [40, 8]


@pytest.mark.parametrize(
    "heads", [["2017/18", "2018/19", "Apr-Sep 2018", "Apr-Sep 2019"],
              ["2017/18", "2018/19", "YTD 2018/19", "YTD 2019/20"]],
)  # fmt: skip
def test_the_year_so_far_stands_beside_the_last_and_whole_years(tmp_path: Path, heads: Row) -> None:
    rows: list[Row] = [
        ["Crimes to the end of Q2 2019/20"], [], ["Kind of crime", *heads],
        ["Burglary", 80, 90, 41, 44], ["Robbery", 30, 20, 13, 14],
    ]  # fmt: skip
    found = read_rows(tmp_path, rows)
    latest = [max(m.outturns) for m in found.measures]
    assert [m.outturns[p].value for m, p in zip(found.measures, latest, strict=True)] == [44, 14]


def test_a_year_to_date_that_says_not_until_when_is_the_reason(tmp_path: Path) -> None:
    rows: list[Row] = [["Measure", "YTD 2018/19", "YTD 2019/20"], ["Burglary", 41, 44]]
    with pytest.raises(WorkbookError, match=r'"YTD 2018/19" do not say which period.*--period'):
        read_rows(tmp_path, rows)


def test_dot_is_no_two_words(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Measure", "Q1 2019/20", "Q2 2019/20", "DoT"],
        ["Burglary", 41, 44, "Better"],
    ]
    (found,) = read_rows(tmp_path, rows).measures
    assert found.typed_travel is not None
