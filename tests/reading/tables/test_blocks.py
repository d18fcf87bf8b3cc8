"""Blocks and cards, an indicator each: read where they can be nothing else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.reading.real.pages import Page, Row, book
from tests.reading.real.understood import aims, by_period, measure, names, read, read_rows
from xl_scorecard.domain.scorecard import Layout
from xl_scorecard.errors import WorkbookError

BLANK: Row = []


def _months(first: Row) -> list[Row]:
    return [
        first, BLANK, ["Month", "Target", "Actual", "Difference"],
        ["July", 40, 38, -2], ["August", 40, 44, 4], ["September", 42, 41, -1],
    ]  # fmt: skip


class TestMonthsDown:
    def test_months_beside_target_and_actual_are_one_indicator(self, tmp_path: Path) -> None:
        scorecard = read_rows(tmp_path, _months(["Allotments let 2022/23"]))
        assert names(scorecard) == ["Allotments let"]
        assert by_period(measure(scorecard, "Allotments let")) == {
            "2022-07": 38, "2022-08": 44, "2022-09": 41,
        }  # fmt: skip
        assert aims(scorecard) == [42]
        (table,) = scorecard.tables
        assert (table.layout, table.where) == (Layout.ARRANGED, "A1:C6")

    def test_a_variance_beside_the_actual_is_no_tolerance(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Allotments let"], BLANK, ["Month", "Target", "Actual", "Variance"],
            ["July 2022", 40, 38, -2], ["August 2022", 40, 44, 4], ["September 2022", 42, 41, -1],
        ]  # fmt: skip
        assert measure(read_rows(tmp_path, rows), "Allotments let").tolerance is None

    def test_each_sheet_is_an_indicator(self, tmp_path: Path) -> None:
        pages = [
            Page("Allotments", _months(["Allotments let 2022/23"])),
            Page("Trees", _months(["Trees felled 2022/23"])),
        ]
        assert names(read(book(tmp_path / "s.xlsx", *pages))) == ["Allotments let", "Trees felled"]

    def test_blocks_may_stand_below_one_another(self, tmp_path: Path) -> None:
        rows = [
            *_months(["Allotments let 2022/23"]), BLANK, *_months(["Trees felled 2022/23"]),
        ]  # fmt: skip
        scorecard = read_rows(tmp_path, rows)
        assert names(scorecard) == ["Allotments let", "Trees felled"]
        assert [m.outturns[scorecard.period].cell for m in scorecard.measures] == ["C6", "C13"]

    def test_the_sheets_name_will_do_for_a_name(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Month", "Target", "Actual"],
            *([dt.date(2022, month, 1), 40, 30 + month] for month in (7, 8, 9)),
        ]
        scorecard = read(book(tmp_path / "s.xlsx", Page("Allotments let", rows)))
        assert by_period(measure(scorecard, "Allotments let"))["2022-09"] == 39

    def test_who_made_the_paper_is_no_name(self, tmp_path: Path) -> None:
        rows = _months(["Allotments let 2022/23"])
        rows[1] = ["Report prepared by the parks team"]
        assert names(read_rows(tmp_path, rows)) == ["Allotments let"]

    def test_of_two_lines_that_could_be_the_name_neither_is_taken(self, tmp_path: Path) -> None:
        rows: list[Row] = [["Parks and open spaces"], *_months(["Allotments let 2022/23"])]
        with pytest.raises(
            WorkbookError, match=r'sheet "Scorecard" has .* rows 5-7, .* say names:'
        ):
            read_rows(tmp_path, rows)

    def test_a_column_of_months_never_names_indicators(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Period", "Target", "Actual", "Forecast", "Actual last year"],
            ["July 2022", 40, 38, 40, 30], ["August 2022", 40, 44, 40, 31],
        ]  # fmt: skip
        with pytest.raises(WorkbookError):
            read_rows(tmp_path, rows)


class TestYearsDown:
    ROWS: list[Row] = [  # noqa: RUF012 (a table for reading)
        ["Calls to the helpline"], ["Year", "Q1", "Q2", "Q3", "Q4"],
        ["2021/22", 410, 420, 430, 440], ["2022/23", 411, 424, None, None],
        ["Target", 400, 400, 450, 450],
    ]  # fmt: skip

    def test_quarters_across_are_those_of_the_year_beside_them(self, tmp_path: Path) -> None:
        scorecard = read_rows(tmp_path, self.ROWS)
        assert str(scorecard.period) == "2022/23 Q2"
        calls = measure(scorecard, "Calls to the helpline")
        assert by_period(calls)["2021/22 Q4"] == 440
        assert calls.outturns[scorecard.period].cell == "C4"
        assert aims(scorecard) == [400]

    def test_with_names_before_the_years_it_is_something_else(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            [None, "Year", "Q1", "Q2", "Q3", "Q4"],
            ["Calls", "2021/22", 410, 420, 430, 440], ["Visits", "2022/23", 411, 424, 3, 4],
        ]  # fmt: skip
        with pytest.raises(WorkbookError):
            read_rows(tmp_path, rows)


class TestCards:
    @staticmethod
    def _card(code: str, name: str, target: float, *figures: float) -> list[Row]:
        return [
            ["Ref", code], ["Measure", name], ["Target", target],
            [None, "Q1", "Q2", "Q3"], ["Actual", *figures],
        ]  # fmt: skip

    def _cards(self, title: str) -> list[Row]:
        return [
            [title], BLANK, *self._card("L1", "Books lent", 900, 880, 905, 910), BLANK, BLANK,
            *self._card("L2", "Seats taken", 50, 44, 51, 52),
        ]  # fmt: skip

    def test_a_card_an_indicator(self, tmp_path: Path) -> None:
        scorecard = read_rows(tmp_path, self._cards("Libraries, quarter 3 2022/23"))
        assert [(m.id, m.name, m.row) for m in scorecard.measures] == [
            ("L1", "Books lent", 4), ("L2", "Seats taken", 11),
        ]  # fmt: skip
        assert str(scorecard.period) == "2022/23 Q3"
        assert aims(scorecard) == [900, 50]
        (said,) = scorecard.tables[0].said
        assert said.blocks == ["B4", "B11"]

    def test_without_a_year_the_one_thing_that_would_help_is_said(self, tmp_path: Path) -> None:
        path = book(tmp_path / "s.xlsx", Page("Libraries", self._cards("Libraries")))
        with pytest.raises(WorkbookError, match=r'"Q1" do not say which period.*--period'):
            read(path)
        assert str(read(path, period="Q3 2022/23").period) == "2022/23 Q3"


class TestIndicatorsAcross:
    ROWS: list[Row] = [  # noqa: RUF012 (a table for reading)
        ["Month", "Swims", "Gym visits"],
        ["April", 880, 410],
        ["May", 905, 395],
        ["June", 9, 4],
    ]

    def test_months_without_a_year_are_told_as_the_reason(self, tmp_path: Path) -> None:
        with pytest.raises(WorkbookError, match=r'"April" do not say which period.*--period'):
            read_rows(tmp_path, self.ROWS)

    def test_they_are_read_with_the_period_told(self, tmp_path: Path) -> None:
        path = book(tmp_path / "s.xlsx", Page("Leisure", self.ROWS))
        scorecard = read(path, period="Jun 2022")
        assert by_period(measure(scorecard, "Swims")) == {
            "2022-04": 880, "2022-05": 905, "2022-06": 9,
        }  # fmt: skip

    def test_who_told_the_period_is_not_asked_for_it_again(self, tmp_path: Path) -> None:
        rows: list[Row] = [["Month", "What"], ["April", "Swims"], ["May", "Gym"], ["June", "Pool"]]
        path = book(tmp_path / "s.xlsx", Page("Leisure", rows))
        with pytest.raises(WorkbookError) as caught:
            read(path, period="Jun 2022")
        assert "--period" not in str(caught.value)

    def test_a_title_is_none_of_the_headings(self, tmp_path: Path) -> None:
        rows = [["Leisure centres, June 2022"], BLANK, *self.ROWS]
        scorecard = read_rows(tmp_path, rows)
        assert names(scorecard) == ["Swims", "Gym visits"]
        assert "Leisure centres, June 2022" not in {c.heading for c in scorecard.tables[0].columns}

    def test_codes_that_could_be_half_years_are_no_periods(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Roads, March 2018"], BLANK, ["Kode", "Was", "eins", "zwei"],
            ["H1", "Roads mended", 21, 18], ["H2", "Holes filled", 9, 7], ["H3", "Lamps", 3, 4],
            ["P4", "Plans checked", 5, 6], ["P5", "Shops let", 7, 8],
        ]  # fmt: skip
        with pytest.raises(WorkbookError):
            read_rows(tmp_path, rows)


def _titled(
    *titles: Row, below: list[Row] | None = None, top: list[Row] | None = None
) -> list[Row]:
    """Blocks below one another: a title, four quarters, and labelled rows under them."""
    rows: list[Row] = []
    more = below or [["", "Target", 40, 41, 42, 43]]
    for n, title in enumerate(titles):
        quarters = ["", "", "Q1 2022/23", "Q2 2022/23", "Q3 2022/23", "Q4 2022/23"]
        actual = ["", "Actual", *(30 + 10 * n + q for q in range(4))]
        rows += [title, quarters, actual, *more, BLANK]
    return rows


class TestTitledBlocks:
    def test_a_reference_and_a_name_head_each_block(self, tmp_path: Path) -> None:
        rows = _titled(["P1", "Allotments let"], ["P2", "Trees felled"], ["P3", "Benches mended"])
        scorecard = read_rows(tmp_path, rows)
        assert names(scorecard) == ["Allotments let", "Trees felled", "Benches mended"]
        assert [found.row.reference for found in scorecard.rows] == ["P1", "P2", "P3"]
        assert by_period(measure(scorecard, "Trees felled")) == {
            "2022/23 Q1": 40, "2022/23 Q2": 41, "2022/23 Q3": 42, "2022/23 Q4": 43,
        }  # fmt: skip
        assert aims(scorecard) == [43, 43, 43]

    def test_their_quarters_may_have_their_year_from_the_title(self, tmp_path: Path) -> None:
        rows = _titled(["Allotments let"], ["Trees felled"])
        for row in rows:
            row[:] = [c.removesuffix(" 2022/23") if isinstance(c, str) else c for c in row]
        rows = [["Parks 2022/23"], BLANK, *rows]
        scorecard = read_rows(tmp_path, rows)
        assert names(scorecard) == ["Allotments let", "Trees felled"]
        assert str(scorecard.period) == "2022/23 Q4"

    def test_others_figures_and_rows_that_nobody_knows_are_no_figures_of_theirs(
        self, tmp_path: Path
    ) -> None:
        more: list[Row] = [["", "Target", 9, 9, 9, 9], ["", "England", 5, 5, 5, 5], ["", "Wish", 7]]
        scorecard = read_rows(tmp_path, _titled(["Allotments let"], ["Trees felled"], below=more))
        assert names(scorecard) == ["Allotments let", "Trees felled"]
        assert by_period(measure(scorecard, "Trees felled"))["2022/23 Q4"] == 43
        assert aims(scorecard) == [9, 9]

    def test_two_rows_of_figures_in_a_block_are_not_chosen_from(self, tmp_path: Path) -> None:
        below: list[Row] = [["", "Outturn", 1, 2, 3, 4], ["", "Target", 9, 9, 9, 9]]
        with pytest.raises(WorkbookError):
            read_rows(
                tmp_path, _titled(["P1", "Allotments let"], ["P2", "Trees felled"], below=below)
            )

    def test_one_of_them_is_not_enough(self, tmp_path: Path) -> None:
        with pytest.raises(WorkbookError):
            read_rows(tmp_path, _titled(["P1", "Allotments let"]))
