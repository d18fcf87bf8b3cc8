"""Rows as performance officers lay them out: counts and targets below names, outlines, remarks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.reading.real.pages import Row, pct
from tests.reading.real.understood import aims, by_period, names, only_table, read_rows, unclear
from xl_scorecard.domain.scorecard import Scorecard
from xl_scorecard.errors import WorkbookError


def _left_out(scorecard: Scorecard) -> list[str]:
    return [left.what for left in only_table(scorecard).left_out]


class TestNoScorecard:
    @pytest.mark.parametrize("heading", ["Ward", "LA name", "School", "Cost Centre", "Row Labels"])
    def test_places_people_and_accounts_by_year_are_no_indicators(
        self, tmp_path: Path, heading: str
    ) -> None:
        rows: list[Row] = [
            ["Table 1: numbers at 31 March"],
            [heading, "2015", "2016", "2017"],
            ["Abbey", 8000, 8100, 8200],
            ["Castle", 9000, 9100, 9200],
        ]
        with pytest.raises(WorkbookError, match="no sheet has a header row"):
            read_rows(tmp_path, rows)

    @pytest.mark.parametrize(
        "rows",
        [
            [["No", "Decision", "Date", "Owner", "Value £"],
             ["1", "Approve the plan", dt.date(2018, 10, 1), "JS", 1000],
             ["2", "Approve the budget", dt.date(2018, 11, 1), "AB", 2000]],
            [["School", "Phase", "Last inspection", "2017 KS2", "2018 KS2"],
             ["Abbey", "Primary", dt.date(2015, 5, 1), 62, 64],
             ["Castle", "Primary", dt.date(2016, 5, 1), 72, 74]],
        ],
        ids=["decisions", "inspections"],
    )  # fmt: skip
    def test_a_list_with_a_column_of_dates_is_no_table_by_month(
        self, tmp_path: Path, rows: list[Row]
    ) -> None:
        with pytest.raises(WorkbookError, match="no sheet has a header row"):
            read_rows(tmp_path, rows)

    @pytest.mark.parametrize("title", [None, "Performance 2018/19"])
    def test_years_down_beside_quarters_across_are_not_read_as_either(
        self, tmp_path: Path, title: str | None
    ) -> None:
        rows: list[Row] = [
            [title],
            ["Measure", "Year", "Q1", "Q2", "Q3", "Q4", "Target"],
            ["Visits made", "2017/18", 1, 2, 3, 4, 5],
            ["Visits made", "2018/19", 2, 3, 4, None, 5],
        ]
        with pytest.raises(WorkbookError, match='"Q1"'):
            read_rows(tmp_path, rows)

    def test_names_that_no_heading_tells_are_read_and_said_to_be_a_guess(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            ["Sickness days", "Apr-18", "May-18", "Jun-18"],
            ["Adults", 1, 1.1, 1.2],
            ["Children", 0.9, 0.8, 0.9],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert names(scorecard) == ["Adults", "Children"]
        assert [(f.check, f.cell) for f in unclear(scorecard)] == [("names-by-shape", "A1")]

    def test_other_headings_may_tell_a_scorecard_without_one_over_the_names(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            [None, "Target", "Q2 2018/19", "Q3 2018/19", "RAG"],
            ["Visits made", 400, 380, 412, "G"],
            ["Children waiting", 20, 25, 23, "A"],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert names(scorecard) == ["Visits made", "Children waiting"]
        assert unclear(scorecard) == []


class TestRowsOfOneName:
    @pytest.mark.parametrize("merged", [[], ["A2:A4", "A5:A7"]])
    def test_of_numerator_denominator_and_percentage_the_percentage_is_the_figure(
        self, tmp_path: Path, merged: list[str]
    ) -> None:
        rows: list[Row] = [
            ["Measure", None, "Q2 2018/19", "Q3 2018/19", "Target"],
            ["Places taken up", "Num", 220, 230, None],
            [None, "Den", 300, 310, None],
            [None, "%", pct(0.733), pct(0.742), pct(0.75)],
            ["Checks on time", "Num", 41, 44, None],
            [None, "Den", 50, 50, None],
            [None, "%", pct(0.82), pct(0.88), pct(0.9)],
        ]
        scorecard = read_rows(tmp_path, rows, merged)
        assert names(scorecard) == ["Places taken up", "Checks on time"]
        assert [m.row for m in scorecard.measures] == [4, 7]
        assert [m.name_cell for m in scorecard.measures] == ["A2", "A5"]
        assert by_period(scorecard.measures[1]) == {"2018/19 Q2": 0.82, "2018/19 Q3": 0.88}
        assert aims(scorecard) == [0.75, 0.9]
        assert _left_out(scorecard) == ["numerator row", "denominator row"] * 2

    def test_a_number_below_the_same_name_belongs_to_the_percentage(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "", "Q2 2018/19", "Q3 2018/19"],
            ["Children seen", "No.", 41, 45],
            [None, "%", pct(0.82), pct(0.9)],
            ["Plans reviewed", "No.", 91, 88],
            [None, "%", pct(0.91), pct(0.88)],
        ]
        scorecard = read_rows(tmp_path, rows, ["A2:A3", "A4:A5"])
        assert [(m.name, m.row) for m in scorecard.measures] == [
            ("Children seen", 3), ("Plans reviewed", 5),
        ]  # fmt: skip

    def test_the_councils_own_row_is_the_figure_beside_england_and_target(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            ["Measure", None, "2016/17", "2017/18"],
            ["Visits on time", "Anyshire", pct(0.81), pct(0.82)],
            [None, "England", pct(0.8), pct(0.81)],
            [None, "Target", pct(0.85), pct(0.85)],
            ["Plans on time", "Anyshire", pct(0.71), pct(0.72)],
            [None, "England", pct(0.7), pct(0.71)],
            [None, "Target", pct(0.75), pct(0.75)],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert names(scorecard) == ["Visits on time", "Plans on time"]
        assert by_period(scorecard.measures[0]) == {"2016/17": 0.81, "2017/18": 0.82}
        assert aims(scorecard) == [0.85, 0.75]

    def test_several_figures_of_one_name_are_told_apart_by_what_stands_beside_it(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            ["Measure", None, "2016/17", "2017/18"],
            ["Persistent absence", "Primary", pct(0.08), pct(0.09)],
            [None, "Secondary", pct(0.13), pct(0.14)],
            ["Exclusions", "Primary", 3, 4],
            [None, "Secondary", 30, 31],
        ]
        scorecard = read_rows(tmp_path, rows, ["A2:A3", "A4:A5"])
        assert names(scorecard) == [
            "Persistent absence: Primary", "Persistent absence: Secondary", "Exclusions: Primary",
            "Exclusions: Secondary",
        ]  # fmt: skip

    def test_a_column_of_units_with_a_name_in_each_row_joins_no_rows(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Unit", "Q2 2018/19", "Q3 2018/19"],
            ["Children seen", "No.", 41, 45],
            ["Children seen on time", "%", pct(0.82), pct(0.9)],
        ]
        assert names(read_rows(tmp_path, rows)) == ["Children seen", "Children seen on time"]


class TestRowsNamedByKind:
    ROWS: tuple[Row, ...] = (
        ("Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"),
        ("Visits made", 377, 380, 412),
        ("Target", 400, 400, 410),
        ("Children waiting", 28, 25, 23),
        ("Target", 30, 30, 20),
    )

    def test_a_row_named_target_is_that_of_the_indicator_above(self, tmp_path: Path) -> None:
        scorecard = read_rows(tmp_path, list(self.ROWS))
        assert names(scorecard) == ["Visits made", "Children waiting"]
        assert aims(scorecard) == [410, 20]

    def test_an_indicator_may_be_named_planned_or_red(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Q2 2018/19", "Q3 2018/19"],
            ["Seen", 75, 82],
            ["Planned", 71, 66],
            ["Red", 3, 4],
        ]
        assert names(read_rows(tmp_path, rows)) == ["Seen", "Planned", "Red"]

    def test_counts_and_targets_below_a_heading_leave_it_the_percentage(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            ["Measure", "Q2 2018/19", "Q3 2018/19"],
            ["Children in need"],
            ["Reviews on time"],
            ["Numerator", 41, 44],
            ["Denominator", 50, 50],
            ["Target", pct(0.9), pct(0.95)],
            ["%", pct(0.82), pct(0.88)],
            ["Visits on time"],
            ["Numerator", 61, 64],
            ["Denominator", 80, 80],
            ["%", pct(0.76), pct(0.8)],
            ["Target", pct(0.8), pct(0.85)],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert [(m.name, m.section, m.row, m.name_cell) for m in scorecard.measures] == [
            ("Reviews on time", "Children in need", 7, "A3"),
            ("Visits on time", "Children in need", 11, "A8"),
        ]
        assert aims(scorecard) == [0.95, 0.85]

    def test_so_it_is_where_periods_run_down(self, tmp_path: Path) -> None:
        turned = [list(column) for column in zip(*self.ROWS, strict=True)]
        scorecard = read_rows(tmp_path, [["Quarter", *turned[0][1:]], *turned[1:]])
        assert names(scorecard) == ["Visits made", "Children waiting"]
        assert aims(scorecard) == [410, 20]

    def test_a_target_may_name_its_indicator(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Month", "Calls offered", "% answered", "Average wait", "Target % answered"],
            ["Oct-18", 1000, pct(0.9), 30, pct(0.92)],
            ["Nov-18", 1010, pct(0.91), 31, pct(0.92)],
            ["Dec-18", 1020, pct(0.93), 29, pct(0.92)],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert names(scorecard) == ["Calls offered", "% answered", "Average wait"]
        assert aims(scorecard) == [None, 0.92, None]

    def test_control_limits_are_no_indicators(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Month", "A&E within 4 hours", "Mean", "UCL", "Lower control limit"],
            *([f"{month}-18", 0.9, 0.91, 0.95, 0.87] for month in ("Oct", "Nov", "Dec")),
        ]
        assert names(read_rows(tmp_path, rows)) == ["A&E within 4 hours"]


class TestOutlines:
    HEADINGS: Row = ("", "Outcome / measure", "Q2 2018/19", "Q3 2018/19", "Target")

    def test_a_number_that_others_continue_heads_them(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            self.HEADINGS,
            ["1", "Safer communities"],
            ["1.1", "Burglary per 1,000", 2.8, 2.7, 2.5],
            ["1.2", "Incidents", 95, 80, 290],
            ["2", "Healthy lives"],
            ["2.1", "Quitters", 40, 60, 120],
            ["2.2", "A survey not yet made"],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert [(m.id, m.section) for m in scorecard.measures] == [
            ("1.1", "Safer communities"), ("1.2", "Safer communities"), ("2.1", "Healthy lives"),
            ("2.2", "Healthy lives"),
        ]  # fmt: skip

    def test_a_name_that_ends_with_a_colon_heads_the_parts_below_it_and_no_more(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            ["Ref", "Measure", "Q2 2018/19", "Q3 2018/19"],
            ["1", "Timeliness of assessments:"],
            ["a)", "within 45 days", pct(0.8), pct(0.82)],
            ["b)", "within 60 days", pct(0.9), pct(0.92)],
            ["2", "Visits made", 380, 412],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert [m.section for m in scorecard.measures] == [
            "Timeliness of assessments:", "Timeliness of assessments:", "",
        ]  # fmt: skip

    def test_a_sentence_below_every_indicator_is_a_remark(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Q2 2018/19", "Q3 2018/19"],
            ["Visits made", 380, 412],
            ["Visits rose because two new staff started"],
            ["Children waiting", 25, 23],
            ["Waiting times remain above target, plan in place"],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert [m.section for m in scorecard.measures] == ["", ""]
        assert _left_out(scorecard) == ["remark", "remark"]
