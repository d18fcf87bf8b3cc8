"""Habits of those who build scorecards: figures in pairs, remarks between rows, notes below."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.real.pages import Row
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
    values,
)
from xl_scorecard.errors import WorkbookError


class TestPairs:
    """A target or status beside each quarter, under headings that do not repeat the quarter."""

    ROWS: tuple[Row, ...] = (
        ("Measure", "Q2 2018/19", "Target", "RAG", "Q3 2018/19", "Target", "RAG"),
        ("Visits made", 380, 400, "R", 412, 410, "G"),
        ("Children waiting", 25, 30, "G", 23, 20, "A"),
    )

    def test_a_status_to_the_right_of_a_quarter_is_of_that_quarter(self, tmp_path: Path) -> None:
        scorecard = read_rows(tmp_path, list(self.ROWS))
        assert [typed(m) for m in scorecard.measures] == ["G", "A"]

    def test_a_target_to_the_right_of_a_quarter_is_of_that_quarter(self, tmp_path: Path) -> None:
        scorecard = read_rows(tmp_path, list(self.ROWS))
        assert aims(scorecard) == [410, 20]
        assert unclear(scorecard) == []

    def test_headings_may_name_the_quarter_of_a_target_status_and_travel(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            ["Measure", "Q2 Target", "Q2 2018/19", "Q2 RAG", "Q3 Target", "Q3 2018/19",
             "Q3 Status", "Q3 DoT", "Q3 Comments"],
            ["Visits made", 400, 380, "R", 410, 412, "G", "↑", "On track"],
            ["Children waiting", 30, 25, "G", 20, 23, "A", "↓", None],
        ]  # fmt: skip
        scorecard = read_rows(tmp_path, rows)
        assert list(roles(only_table(scorecard)).values()) == [
            "indicator", "target", "outturn", "rag", "target", "outturn", "rag", "travel",
            "comment",
        ]  # fmt: skip
        assert aims(scorecard) == [410, 20]
        assert [typed(m) for m in scorecard.measures] == ["G", "A"]

    def test_a_quarter_and_the_year_to_date_may_stand_under_one_quarter(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            ["Measure", "Q2 2018/19", None, "Q3 2018/19", None],
            [None, "Quarter", "YTD", "Quarter", "YTD"],
            ["Visits made", 380, 757, 412, 1169],
            ["Calls answered", 25, 53, 23, 76],
        ]
        scorecard = read_rows(tmp_path, rows, ["A1:A2", "B1:C1", "D1:E1"])
        found = periods(only_table(scorecard))
        assert (found["B"], found["D"]) == ("2018/19 Q2", "2018/19 Q3")
        mixed = [{"B", "D"} & set(values(m)) and {"C", "E"} & set(values(m))
                 for m in scorecard.measures]  # fmt: skip
        assert not any(mixed)

    def test_a_row_of_targets_is_not_read_as_outturns(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Type", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"],
            ["Visits made", "Actual", 377, 380, 412],
            [None, "Target", 400, 400, 410],
            ["Calls answered", "Actual", 28, 25, 23],
            [None, "Target", 30, 30, 20],
        ]
        try:
            scorecard = read_rows(tmp_path, rows, ["A2:A3", "A4:A5"])
        except WorkbookError as refused:
            if refused.kind != "no_scorecard":
                raise
            return  # to say that it cannot be read is better than to misread it
        assert names(scorecard) == ["Visits made", "Calls answered"]
        assert [list(by_period(m).values()) for m in scorecard.measures] == [
            [377, 380, 412], [28, 25, 23],
        ]  # fmt: skip


class TestRemarks:
    HEADINGS: Row = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19")

    def test_a_comment_across_the_table_is_no_section(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            self.HEADINGS,
            ["A1", "Calls answered", 5, 5, 6],
            ["Comment: Calls were up in Q3 2018/19 because of the flood."],
            ["A2", "Visits made", 7, 7, 8],
            ["Comment: Steady; the two vacancies have been filled."],
            ["A3", "Plans reviewed", 7, 7, 8],
            ["Comment: None."],
        ]
        scorecard = read_rows(tmp_path, rows, ["A3:E3", "A5:E5", "A7:E7"])
        assert names(scorecard) == ["Calls answered", "Visits made", "Plans reviewed"]
        assert [m.section for m in scorecard.measures] == ["", "", ""]

    @pytest.mark.parametrize("apart", [0, 1])
    def test_numbered_notes_are_no_indicators(self, tmp_path: Path, apart: int) -> None:
        blank: Row = ()
        rows: list[Row] = [
            self.HEADINGS,
            ["A1", "Calls answered", 5, 5, 6],
            ["A2", "Visits made", 7, 7, 8],
            *[blank] * apart,
            ["Notes"],
            [1, "Calls at weekends are not counted"],
            [2, "Visits are provisional until the audit"],
        ]
        assert names(read_rows(tmp_path, rows)) == ["Calls answered", "Visits made"]

    @pytest.mark.parametrize(
        "heading",
        ["England 2017/18", "National 2017/18", "SN 2017/18", "Stat Neighbours 2017/18",
         "2017/18 England", "Nat Ave 2017/18", "England (2017/18)", "SN average 2017/18"],
    )  # fmt: skip
    def test_a_benchmark_of_a_year_is_no_outturn(self, tmp_path: Path, heading: str) -> None:
        rows: list[Row] = [
            ["Measure", "2016/17", "2017/18", heading, "Q3 2018/19"],
            ["Visits made", 380, 400, 390, 410],
            ["Children waiting", 25, 30, 28, 23],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert roles(only_table(scorecard))["D"] == "benchmark"
        assert set(by_period(scorecard.measures[0])) == {"2016/17", "2017/18", "2018/19 Q3"}
