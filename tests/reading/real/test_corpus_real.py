"""The real workbooks of the corpus, and what a person who opens them makes of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.real.understood import by_period, measure, periods, read, roles, typed, values
from xl_scorecard.domain.cell_ref import column_letters, parse_range
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Gap, Polarity
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.scorecard import Layout, Role, Scorecard, Table
from xl_scorecard.errors import WorkbookError


def _workbook(corpus: Path, number: str) -> Path:
    (path,) = (corpus / "real").glob(f"{number}_*.xls*")
    return path


def _read_or_refused(path: Path) -> Scorecard | None:
    """A workbook as understood, or None where the answer is that it holds no scorecard."""
    try:
        return read(path)
    except WorkbookError as refused:
        if refused.kind != "no_scorecard":
            raise
        return None


def _table(scorecard: Scorecard, sheet: str) -> Table:
    (table,) = (table for table in scorecard.tables if table.sheet == sheet)
    return table


@pytest.fixture(scope="module")
def monthly(corpus: Path) -> Scorecard:
    return read(_workbook(corpus, "01"))


@pytest.fixture(scope="module")
def dashboards(corpus: Path) -> Scorecard:
    return read(_workbook(corpus, "17"), period="Q1 2020/21")  # which its officers know


@pytest.fixture(scope="module")
def ridership(corpus: Path) -> Scorecard:
    return read(_workbook(corpus, "30"))


class TestMeasuresByDate:
    """01: measures by weeks on one sheet, by months on another, and a list of events."""

    def test_the_sheet_of_months_is_the_scorecard(self, monthly: Scorecard) -> None:
        table = _table(monthly, "month")
        assert (table.header_row, table.layout) == (1, Layout.WIDE)
        assert {letter: roles(table)[letter] for letter in "ABC"} == {
            "A": "reference", "B": "indicator", "C": "comment",
        }  # fmt: skip

    def test_its_dates_are_thirty_three_months(self, monthly: Scorecard) -> None:
        found = periods(_table(monthly, "month"))
        assert (len(found), found["D"], found["AJ"]) == (33, "2020-01", "2022-09")
        assert str(monthly.period) == "2022-09"

    def test_it_has_seven_measures(self, monthly: Scorecard) -> None:
        assert [(m.id, m.name) for m in monthly.measures if m.sheet == "month"] == [
            ("1", "Attendances"), ("5", "Capacity"), ("10", "Answers per day"), ("11", "Widgets"),
            ("16", "% Test passes"), ("43", "Miles of smiles"), ("99", "Problems"),
        ]  # fmt: skip

    def test_its_values_are_read(self, monthly: Scorecard) -> None:
        by_id = {m.id: values(m) for m in monthly.measures if m.sheet == "month"}
        assert (by_id["1"]["D"], by_id["1"]["AJ"]) == (264, 97)
        assert by_id["16"]["D"] == pytest.approx(0.385559055866346)
        assert (by_id["99"]["D"], by_id["99"]["E"], by_id["99"]["AJ"]) == (0, 1, 1)
        assert not any(
            isinstance(value, Gap) for found in by_id.values() for value in found.values()
        )

    def test_weeks_are_not_taken_for_months(self, monthly: Scorecard) -> None:
        weekly = [m for m in monthly.measures if m.sheet == "week"]
        assert not any(p.grain is Grain.MONTH for m in weekly for p in m.outturns)

    def test_a_list_of_events_is_no_scorecard(self, monthly: Scorecard) -> None:
        assert "events" not in {m.sheet for m in monthly.measures}
        assert "events" not in {table.sheet for table in monthly.tables}


class TestRuleTable:
    """02: what each measure is held against, without a period or an outturn."""

    def test_measures_without_periods_have_no_outturn(self, corpus: Path) -> None:
        scorecard = _read_or_refused(_workbook(corpus, "02"))
        if scorecard is None:
            return
        (table,) = scorecard.tables
        assert table.periods == []
        assert all(not m.outturns for m in scorecard.measures)
        found = {m.name: (m.polarity, m.target.value if m.target else None)
                 for m in scorecard.measures}  # fmt: skip
        assert len(found) == 8
        assert found["Attendances"] == (Polarity.NEITHER, None)
        assert found["% Test passes"] == (Polarity.HIGH, 0.9)
        assert found["Problems"] == (Polarity.LOW, 0)


class TestDashboards:
    """17: projects by measures of cost and time, each rated on five points over four quarters."""

    PROJECTS = ("Mars", "Sea of Tranquility", "Apollo 13", "Falcon 9", "Columbia")

    @pytest.mark.parametrize(("sheet", "rows"), [("Finance", 7), ("Schedule", 7)])
    def test_each_project_is_a_row(self, dashboards: Scorecard, sheet: str, rows: int) -> None:
        found = [m for m in dashboards.measures if m.sheet == sheet]
        assert tuple(m.name for m in found) == self.PROJECTS
        assert [m.row for m in found] == list(range(rows, rows + 5))
        assert {m.section for m in found} == {"Roads, Places and Environment"}

    @pytest.mark.parametrize("sheet", ["Finance", "Schedule"])
    def test_the_header_has_two_rows(self, dashboards: Scorecard, sheet: str) -> None:
        table = _table(dashboards, sheet)
        assert (table.header_top, table.header_row) == (2, 3)
        assert roles(table)["B"] == "section"
        assert roles(table)["C"] == "indicator"

    def test_the_delivery_confidence_of_this_quarter_is_a_rating(
        self, dashboards: Scorecard
    ) -> None:
        assert roles(_table(dashboards, "Finance"))["O"] == "rag"
        assert roles(_table(dashboards, "Schedule"))["V"] == "rag"
        rated = {
            sheet: [typed(m) for m in dashboards.measures if m.sheet == sheet]
            for sheet in ("Finance", "Schedule")
        }
        assert rated == {
            "Finance": ["A", "A/G", "A/R", "R", "G"], "Schedule": ["G", "R", "A/R", "A", "A/G"],
        }  # fmt: skip

    def test_the_ratings_of_earlier_quarters_are_not_todays(self, dashboards: Scorecard) -> None:
        found = roles(_table(dashboards, "Finance"))
        assert {found.get(letter, "other") for letter in "PQRS"} <= {"rag", "other"}

    def test_a_change_against_last_quarter_is_a_change(self, dashboards: Scorecard) -> None:
        found = roles(_table(dashboards, "Finance"))
        assert (found["G"], found["H"]) == ("change", "change")

    def test_three_months_ago_is_the_quarter_before(self, dashboards: Scorecard) -> None:
        found = {
            column_letters(c.index): str(c.period)
            for c in _table(dashboards, "Finance").columns
            if c.period is not None
        }
        assert found == {
            "O": "2020/21 Q1", "P": "2019/20 Q4", "Q": "2019/20 Q3", "R": "2019/20 Q2",
        }  # fmt: skip


class TestRidership:
    """30: fares by calendar year, the latest first, under headings and with sub-totals."""

    TOTALS = (20, 30, 36, 45, 51)
    SYSTEM_TOTALS = (42, 52, 55)
    INDICATORS = (
        *range(8, 20), *range(22, 30), *range(32, 36), *range(37, 42), 44, *range(47, 51), 53, 54,
    )  # fmt: skip

    def test_years_run_backwards_from_2017_to_1985(self, ridership: Scorecard) -> None:
        (table,) = ridership.tables
        assert table.header_row == 6
        found = periods(table)
        assert list(found.values()) == [str(year) for year in range(2017, 1984, -1)]
        assert str(ridership.period) == "2017"

    def test_a_starred_year_is_that_year(self, ridership: Scorecard) -> None:
        assert periods(ridership.tables[0])["E"] == "2015"

    def test_names_stand_in_the_second_column(self, ridership: Scorecard) -> None:
        assert [c.index for c in ridership.tables[0].by_role(Role.INDICATOR)] == [2]

    def test_every_line_of_figures_is_an_indicator_and_sub_totals_are_none(
        self, ridership: Scorecard
    ) -> None:
        rows = [m.row for m in ridership.measures if m.row not in self.SYSTEM_TOTALS]
        assert rows == list(self.INDICATORS)
        left_out = {
            row
            for left in ridership.tables[0].left_out
            if left.what == "sub-total"
            for row in range(parse_range(left.where)[0], parse_range(left.where)[2] + 1)
        }
        assert left_out >= set(self.TOTALS)

    def test_headings_are_sections(self, ridership: Scorecard) -> None:
        sections = {m.row: m.section for m in ridership.measures}
        assert "ADULT" in sections[8]
        assert "ADULT" in sections[19]
        assert "SENIOR/STUDENT" in sections[22]
        assert "CHILDREN" in sections[32]
        assert "RAIL" in sections[50]

    def test_indicators_of_one_name_are_told_apart_by_their_section(
        self, ridership: Scorecard
    ) -> None:
        cash = [m for m in ridership.measures if m.name == "CASH"]
        assert [m.row for m in cash] == [19, 29, 35]
        assert len({m.section for m in cash}) == 3

    def test_values_and_gaps_are_read(self, ridership: Scorecard) -> None:
        tokens = by_period(measure(ridership, "TOKENS"))
        assert (tokens["2017"], tokens["2015"], tokens["1985"]) == (76106, 110945, 128207)
        trolley = by_period(measure(ridership, "TROLLEY COACH"))
        assert trolley["2017"] == 0
        twin = by_period(measure(ridership, "TWIN-GO PASS"))
        assert twin["2017"] in (Gap.NOT_AVAILABLE, Gap.NOT_APPLICABLE)
        assert twin["2002"] == 762

    def test_the_notes_at_the_foot_are_left_out(self, ridership: Scorecard) -> None:
        assert max(m.row for m in ridership.measures) <= 55


class TestAccessibleTables:
    """32: a workbook of the kind statistics are published in, without a period anywhere."""

    def test_letters_with_numbers_are_no_scorecard(self, corpus: Path) -> None:
        assert _read_or_refused(_workbook(corpus, "32")) is None


@pytest.mark.parametrize("number", ["01", "17", "30"])
def test_every_value_is_the_cells_own(corpus: Path, number: str) -> None:
    """A figure as understood, put back into the form of its cell, is what stands in the cell."""
    scorecard = read(_workbook(corpus, number), period="Q1 2020/21" if number == "17" else None)
    grids = {table.sheet: table.grid for table in scorecard.tables}
    for found in scorecard.measures:
        for outturn in found.outturns.values():
            cell: Cell | None = grids[found.sheet].cell(outturn.row, outturn.column)
            if outturn.value is None:
                assert cell is None or not isinstance(cell.value, float), outturn.cell
            elif outturn.as_text is None:
                assert cell is not None
                assert cell.value == pytest.approx(outturn.value * outturn.factor), (
                    f"{column_letters(outturn.column)}{outturn.row}"
                )
