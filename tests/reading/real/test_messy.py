"""Headings as performance officers of councils, the NHS, police and fire services write them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.reading.real.pages import Row, pct
from tests.reading.real.understood import (
    aims,
    by_period,
    names,
    only_table,
    periods,
    read_rows,
    roles,
    typed,
    unclear,
)
from xl_scorecard.domain.scorecard import Scorecard


def _tolerances(scorecard: Scorecard) -> list[float | None]:
    return [m.tolerance.amount if m.tolerance is not None else None for m in scorecard.measures]


class TestTargets:
    def test_green_beside_red_and_amber_is_the_target(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["KPI", "Description", "Polarity", "Red", "Amber", "Green", "Nov-18", "Dec-18"],
            ["K1", "% calls answered", "H", "<75%", "75-80%", ">80%", pct(0.79), pct(0.74)],
            ["K2", "Average days to re-let", "L", ">30", "25-30", "<25", 26, 31],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert aims(scorecard) == [0.8, 25]
        assert _tolerances(scorecard) == [0.05, 5]  # amber ends at 75% and at 30

    def test_green_beside_a_target_is_not_the_target(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Target", "Green", "Q2 2018/19", "Q3 2018/19"],
            ["Visits made", 400, 390, 380, 412],
            ["Children waiting", 20, 22, 25, 23],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert aims(scorecard) == [400, 20]
        assert unclear(scorecard) == []

    def test_an_nhs_standard_is_the_target(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Integrated performance report - December 2018"],
            ["Indicator", "Standard", "Nov-18", "Dec-18", "YTD"],
            ["A&E 4 hour wait", "≥95%", pct(0.89), pct(0.88), pct(0.9)],
            ["C. difficile cases", "≤ 4", 5, 4, 30],
        ]
        assert aims(read_rows(tmp_path, rows)) == [0.95, 4]

    @pytest.mark.parametrize("word", ["Trajectory", "Profile", "Plan", "Tgt"])
    def test_a_quarters_trajectory_is_its_target(self, tmp_path: Path, word: str) -> None:
        rows: list[Row] = [
            ["Indicator", "Q1 2018/19 Actual", f"Q1 2018/19 {word}", "Q2 2018/19 Actual",
             f"Q2 2018/19 {word}"],
            ["Delayed transfers", 20, 25, 21, 24],
            ["Long stays", 120, 125, 121, 124],
        ]  # fmt: skip
        scorecard = read_rows(tmp_path, rows)
        assert aims(scorecard) == [24, 124]
        assert by_period(scorecard.measures[0]) == {"2018/19 Q1": 20, "2018/19 Q2": 21}

    def test_a_month_is_held_against_the_months_target_and_not_that_of_the_year_to_date(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            ["December 2018"],
            ["Measure", "In month", None, None, "Year to date", None, None],
            [None, "Actual", "Plan", "Variance", "Actual", "Plan", "Variance"],
            ["Admissions", 100, 110, -10, 900, 990, -90],
            ["Attendances", 200, 190, 10, 1800, 1710, 90],
        ]
        scorecard = read_rows(tmp_path, rows, ["A2:A3", "B2:D2", "E2:G2"])
        assert [by_period(m) for m in scorecard.measures] == [{"2018-12": 100}, {"2018-12": 200}]
        assert aims(scorecard) == [110, 190]

    def test_headings_may_carry_the_number_of_a_footnote(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Indicator¹", "Good is", "2016/17²", "2017/18³", "Target⁴"],
            ["Homes built", "High", 300, 320, 310],
            ["Empty homes", "Low", 90, 85, 80],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert aims(scorecard) == [310, 80]
        assert unclear(scorecard) == []


class TestYetToCome:
    @pytest.mark.parametrize(
        "heading",
        ["Est. Outturn 18/19", "2018/19 F'cast", "Expected 2018/19", "2018/19 (estimated)",
         "Projected outturn 2018/19"],
    )  # fmt: skip
    def test_an_estimate_of_the_year_is_no_outturn(self, tmp_path: Path, heading: str) -> None:
        rows: list[Row] = [
            ["Measure", "Outturn 17/18", "Target 18/19", "Apr to Dec 18", heading],
            ["Visits made", 1480, 1600, 1169, 1620],
            ["Plans reviewed", 25, 20, 23, 22],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert str(scorecard.period) == "2018-12"
        assert set(by_period(scorecard.measures[0])) == {"2017/18", "2018-12"}

    def test_an_expected_standard_is_no_forecast(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Pupils at the expected standard", None],
            [None, "2017", "2018"],
            ["Reading", pct(0.7), pct(0.74)],
            ["Maths", pct(0.74), pct(0.75)],
        ]
        scorecard = read_rows(tmp_path, rows, ["A1:A2", "B1:C1"])
        assert periods(only_table(scorecard)) == {"B": "2017", "C": "2018"}

    def test_months_of_nothing_but_zeros_are_not_the_reported_ones(self, tmp_path: Path) -> None:
        months = ["Oct-18", "Nov-18", "Dec-18", "Jan-19", "Feb-19"]
        rows: list[Row] = [
            ["Measure", *months],
            ["Visits made", 90, 91, 92, 0, 0],
            ["Children waiting", 20, 21, 22, 0, 0],
            ["Deaths", 0, 0, 0, 0, 0],
        ]
        assert str(read_rows(tmp_path, rows).period) == "2018-12"


class TestComparators:
    def test_nat_and_a_region_beside_la_are_benchmarks(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "LA 2017", "Nat 2017", "LA 2018", "Nat 2018", "South West 2018"],
            ["Reading", pct(0.7), pct(0.72), pct(0.74), pct(0.75), pct(0.73)],
            ["Maths", pct(0.74), pct(0.75), pct(0.75), pct(0.76), pct(0.74)],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert by_period(scorecard.measures[0]) == {"2017": 0.7, "2018": 0.74}
        assert [roles(only_table(scorecard))[c] for c in "CEF"] == ["benchmark"] * 3

    @pytest.mark.parametrize("own", ["LA", "Anyshire", "Trust"])
    def test_below_a_year_the_one_beside_the_national_figure_is_ours(
        self, tmp_path: Path, own: str
    ) -> None:
        rows: list[Row] = [
            ["Measure", "2017", None, "2018", None],
            [None, own, "Nat", own, "Nat"],
            ["Reading", pct(0.7), pct(0.72), pct(0.74), pct(0.75)],
            ["Maths", pct(0.74), pct(0.75), pct(0.75), pct(0.76)],
        ]
        scorecard = read_rows(tmp_path, rows, ["A1:A2", "B1:C1", "D1:E1"])
        assert by_period(scorecard.measures[1]) == {"2017": 0.74, "2018": 0.75}
        assert unclear(scorecard) == []

    def test_welsh_and_scottish_averages_are_benchmarks(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["PI Ref", "Performance Indicator / Dangosydd Perfformiad", "2016/17", "2017/18",
             "Wales Average 2017/18", "Scotland 2017/18", "RAYG"],
            ["PAM/001", "Working days lost", 9.8, 9.6, 10.4, 10.1, "Yellow"],
            ["PAM/010", "Clean streets (%)", 95.1, 95.8, 95, 94, "Green"],
        ]  # fmt: skip
        scorecard = read_rows(tmp_path, rows)
        assert list(roles(only_table(scorecard)).values()) == [
            "reference", "indicator", "outturn", "outturn", "benchmark", "benchmark", "rag",
        ]  # fmt: skip
        assert [typed(m) for m in scorecard.measures] == ["Yellow", "Green"]


class TestWhen:
    def test_the_year_to_date_of_a_year_goes_as_far_as_the_title(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Force performance - December 2018"],
            ["Measure", "This month", "Same month last year", "FYTD 2018/19", "FYTD 2017/18"],
            ["Burglary", 100, 110, 900, 950],
            ["Robbery", 20, 22, 190, 180],
        ]
        found = periods(only_table(read_rows(tmp_path, rows)))
        assert found == {"B": "2018-12", "C": "2017-12", "D": "2018-12", "E": "2017-12"}

    def test_the_year_to_date_of_a_year_is_no_whole_year(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Q1 2018/19", "Q2 2018/19", "2018/19 YTD"],
            ["Burglary", 100, 110, 210],
            ["Robbery", 20, 22, 42],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert set(by_period(scorecard.measures[0])) == {"2018/19 Q1", "2018/19 Q2"}

    def test_months_may_be_numbered_from_the_start_of_the_year(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Finance and activity 2018/19"],
            ["KPI", "Plan", *(f"M{n}" for n in range(1, 13)), "YTD"],
            ["Agency spend", 100, *range(110, 119), None, None, None, 1026],
            ["Bank spend", 100, *range(90, 99), None, None, None, 846],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert str(scorecard.period) == "2018-12"
        found = by_period(scorecard.measures[0])
        assert (found["2018-04"], found["2018-12"]) == (110, 118)
        assert "2018/19" not in found

    def test_a_quarter_may_be_named_by_its_last_month(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Quarter ending Jun 2018", "3 months to Sep 2018", "Quarter to Dec 2018"],
            ["Visits made", 377, 380, 412],
            ["Children waiting", 28, 25, 23],
        ]
        found = periods(only_table(read_rows(tmp_path, rows)))
        assert list(found.values()) == ["2018/19 Q1", "2018/19 Q2", "2018/19 Q3"]

    def test_six_months_are_no_month(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Aug-18", "Sep-18", "6 months to Sep 2018"],
            ["Visits made", 130, 125, 757],
            ["Calls answered", 30, 31, 190],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert by_period(scorecard.measures[0]) == {"2018-08": 130, "2018-09": 125}

    def test_the_latest_result_again_is_no_second_column_of_its_month(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Children's scorecard - December 2018"],
            ["Indicator", "Polarity", "Dec-18", "Nov-18", "Oct-18", "Latest Result", "Target"],
            ["% of posts filled", "H", pct(0.82), pct(0.81), pct(0.8), pct(0.82), pct(0.85)],
            ["Rate of plans per 10,000", "T", 41, 42, 43, 41, 40],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert unclear(scorecard) == []
        assert by_period(scorecard.measures[1]) == {"2018-10": 43, "2018-11": 42, "2018-12": 41}


class TestColumns:
    def test_a_number_beside_its_percentage_is_what_the_percentage_is_of(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            ["Indicator", "Q2 2018/19", None, "Q3 2018/19", None],
            [None, "No.", "%", "No.", "%"],
            ["Children seen", 40, pct(0.8), 45, pct(0.9)],
            ["Plans reviewed", 90, pct(0.9), 88, pct(0.88)],
        ]
        scorecard = read_rows(tmp_path, rows, ["A1:A2", "B1:C1", "D1:E1"])
        assert list(roles(only_table(scorecard)).values()) == [
            "indicator", "numerator", "outturn", "numerator", "outturn",
        ]  # fmt: skip
        assert by_period(scorecard.measures[0]) == {"2018/19 Q2": 0.8, "2018/19 Q3": 0.9}

    def test_indicator_may_stand_over_codes_with_the_names_beside_them(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            ["Indicator", None, "Q1 2018/19", "Q2 2018/19", "Target"],
            ["KPI 1", "Dwelling fires", 18, 19, 80],
            ["KPI 2", "False alarms", 58, 59, 200],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert [(m.id, m.name) for m in scorecard.measures] == [
            ("KPI 1", "Dwelling fires"), ("KPI 2", "False alarms"),
        ]  # fmt: skip

    def test_codes_before_the_names_need_no_heading(self, tmp_path: Path) -> None:
        months = [dt.date(2018, month, 1) for month in (4, 5, 6)]
        rows: list[Row] = [
            [None, None, "Good is", *months],
            ["1A", "Delayed transfers", "Lower", 30, 31, 32],
            ["1B", "Reviews on time", "Higher", 71, 72, 73],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert [m.id for m in scorecard.measures] == ["1A", "1B"]
        assert [m.section for m in scorecard.measures] == ["", ""]

    def test_an_export_of_a_performance_system_is_read_by_its_own_headings(
        self, tmp_path: Path
    ) -> None:
        heads = ["PI Code", "PI Short Name", "Date Range", "Value", "Target",
                 "Traffic Light Icon", "Short Term Trend Arrow", "Latest Note"]  # fmt: skip
        rows: list[Row] = [
            heads,
            *(["CS01", "Calls answered", f"Q{q} 2018/19", 80 + q, 85, "Amber", "↑", "Up"]
              for q in (1, 2, 3)),
            *(["CS02", "Complaints", f"Q{q} 2018/19", 20 + q, 25, "Green", "↓", None]
              for q in (1, 2, 3)),
        ]  # fmt: skip
        scorecard = read_rows(tmp_path, rows)
        assert names(scorecard) == ["Calls answered", "Complaints"]
        assert by_period(scorecard.measures[0]) == {
            "2018/19 Q1": 81, "2018/19 Q2": 82, "2018/19 Q3": 83,
        }  # fmt: skip
        assert [typed(m) for m in scorecard.measures] == ["Amber", "Green"]
