"""Where scorecards stand and how they are laid out in the workbooks councils send round."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl.drawing.image import Image
from openpyxl.styles import PatternFill
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image as Picture

from tests.reading.real.pages import Page, Row, bold, book, pct, shown
from tests.reading.real.understood import (
    basis,
    by_period,
    measure,
    names,
    only_table,
    periods,
    read,
    read_rows,
    roles,
    rules,
    typed,
    unclear,
    values,
)
from xl_scorecard.domain.cell_ref import parse_range
from xl_scorecard.domain.indicator import Basis, Gap
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.scorecard import Layout, LeftOut, Measure, Role, Scorecard, Table

HEADINGS: Row = ["Ref", "Measure", "Good is", "Target", "Q2 2018/19", "Q3 2018/19"]
SEEN: Row = ["A1", "Children seen", "High", pct(0.8), pct(0.75), pct(0.82)]
WAITING: Row = ["B1", "Children waiting", "Low", 20, 25, 23]
PLANS: Row = ["C1", "Plans reviewed", "High", pct(0.8), pct(0.7), pct(0.66)]
VISITS: Row = ["D1", "Visits made", "High", 400, 380, 412]
BLANK: Row = ()
FOUR: list[Row] = [SEEN, WAITING, PLANS, VISITS]
FOUR_NAMES = ["Children seen", "Children waiting", "Plans reviewed", "Visits made"]


def _left_out(scorecard: Scorecard) -> list[LeftOut]:
    return [*scorecard.left_out, *(left for table in scorecard.tables for left in table.left_out)]


def _what_of_row(scorecard: Scorecard, row: int) -> set[str]:
    """What is said of a row that was left out."""
    return {
        left.what
        for left in _left_out(scorecard)
        if left.where and parse_range(left.where)[0] <= row <= parse_range(left.where)[2]
    }


def _said(scorecard: Scorecard) -> list[str]:
    """What reading found, finding by finding, as an officer reads it."""
    return [" ".join(filter(None, [f.message, f.found, f.expected])) for f in unclear(scorecard)]


def _said_to_be_hidden(scorecard: Scorecard) -> list[str]:
    """What is said of hidden rows, columns and sheets, in findings or of what was left out."""
    left = [f"{left.what} {left.why}" for left in _left_out(scorecard)]
    return [text for text in [*_said(scorecard), *left] if "hidden" in text.casefold()]


def _naming(messages: list[str], *words: str) -> list[str]:
    """The messages that name all of these."""
    return [message for message in messages if all(word in message for word in words)]


class TestWhere:
    def test_every_scorecard_sheet_is_read_and_the_others_are_named(self, tmp_path: Path) -> None:
        guidance: list[Row] = [["How to fill in the scorecard"], ["Type the outturn in column E"]]
        data: list[Row] = [
            ["Child ID", "Date of birth", "Date of referral", "Outcome"],
            *([1000 + n, dt.date(2010, 1, 1 + n), dt.date(2018, 10, 1 + n), "NFA"]
              for n in range(20)),
        ]  # fmt: skip
        scorecard = read(
            book(
                tmp_path / "s.xlsx",
                Page("Guidance", guidance),
                Page("Early Help", [HEADINGS, SEEN, WAITING]),
                Page("Data", data),
                Page("Social Care", [["Social Care"], BLANK, HEADINGS, PLANS, VISITS]),
            )
        )
        assert [(m.sheet, m.name) for m in scorecard.measures] == [
            ("Early Help", "Children seen"), ("Early Help", "Children waiting"),
            ("Social Care", "Plans reviewed"), ("Social Care", "Visits made"),
        ]  # fmt: skip
        assert [table.sheet for table in scorecard.tables] == ["Early Help", "Social Care"]

    def test_tables_one_above_the_other_are_read_each_under_its_own_header(
        self, tmp_path: Path
    ) -> None:
        months: Row = ["Ref", "Measure", "Good is", "Target", "Nov-18", "Dec-18"]
        rows = [["Early Help"], HEADINGS, SEEN, WAITING, BLANK, ["Social Care"], months, PLANS]
        scorecard = read_rows(tmp_path, rows)
        assert [(t.header_row, [r.name for r in t.rows]) for t in scorecard.tables] == [
            (2, ["Children seen", "Children waiting"]), (7, ["Plans reviewed"]),
        ]  # fmt: skip
        assert by_period(measure(scorecard, "Plans reviewed")) == {"2018-11": 0.7, "2018-12": 0.66}

    def test_tables_side_by_side_are_read_each_from_its_own_columns(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Early Help", None, None, None, "Social Care"],
            ["Measure", "Target", "Q3 2018/19", None, "Measure", "Target", "Q3 2018/19"],
            ["Children seen", pct(0.8), pct(0.82), None, "Plans reviewed", pct(0.9), pct(0.66)],
            ["Children waiting", 20, 23, None, "Visits made", 400, 412],
            [None, None, None, None, "Health checks", 60, 58],
        ]
        scorecard = read_rows(tmp_path, rows)
        found = {
            m.name: (m.row, m.target.value if m.target else None, values(m))
            for m in scorecard.measures
        }
        assert found == {
            "Children seen": (3, 0.8, {"C": 0.82}),
            "Children waiting": (4, 20, {"C": 23}),
            "Plans reviewed": (3, 0.9, {"G": 0.66}),
            "Visits made": (4, 400, {"G": 412}),
            "Health checks": (5, 60, {"G": 58}),
        }
        assert len(scorecard.tables) == 2

    def test_a_logo_a_title_a_key_and_dates_may_stand_above(self, tmp_path: Path) -> None:
        logo = tmp_path / "logo.png"
        Picture.new("RGB", (60, 40), "navy").save(logo)

        def with_logo(sheet: Worksheet) -> None:
            sheet.add_image(Image(str(logo)), "A1")

        rows: list[Row] = [
            BLANK,
            BLANK,
            [None, None, bold("Children's Services Performance Scorecard")],
            [None, None, "Quarter 3 2018/19"],
            ["Produced by", "Business Intelligence", None, "Date", dt.date(2019, 1, 14)],
            ["Key", "Green", "on target", "Amber", "within 5%", "Red"],
            BLANK,
            HEADINGS,
            *FOUR,
        ]
        scorecard = read_rows(tmp_path, rows, more=with_logo)
        table = only_table(scorecard)
        assert (table.header_top, table.header_row) == (8, 8)
        assert names(scorecard) == FOUR_NAMES

    @pytest.mark.parametrize("apart", [0, 1, 2])
    def test_footnotes_below_are_no_indicators(self, tmp_path: Path, apart: int) -> None:
        notes: list[Row] = [
            ["* Figures for Q3 2018/19 are provisional"],
            ["1. Source: Department for Education, 2018"],
            ["Data extracted on 14 January 2019"],
        ]
        scorecard = read_rows(tmp_path, [HEADINGS, *FOUR, *[BLANK] * apart, *notes])
        assert names(scorecard) == FOUR_NAMES
        assert [m.section for m in scorecard.measures] == [""] * 4

    def test_a_footnote_left_out_is_said(self, tmp_path: Path) -> None:
        scorecard = read_rows(tmp_path, [HEADINGS, *FOUR, BLANK, ["* Figures are provisional"]])
        assert _what_of_row(scorecard, 7) == {"footnote"}

    def test_spacer_rows_do_not_end_a_table(self, tmp_path: Path) -> None:
        rows = [HEADINGS, BLANK, SEEN, BLANK, WAITING, BLANK, BLANK, PLANS, BLANK, VISITS]
        assert [m.row for m in read_rows(tmp_path, rows).measures] == [3, 5, 8, 10]

    def test_spacer_columns_do_not_end_a_table(self, tmp_path: Path) -> None:
        def spaced(row: Row) -> Row:
            return [row[0], row[1], None, row[2], None, row[3], None, None, row[4], None, row[5]]

        scorecard = read_rows(tmp_path, [spaced(HEADINGS), *(spaced(row) for row in FOUR)])
        assert periods(only_table(scorecard)) == {"I": "2018/19 Q2", "K": "2018/19 Q3"}
        assert values(measure(scorecard, "Visits made")) == {"I": 380, "K": 412}
        target = measure(scorecard, "Visits made").target
        assert target is not None
        assert target.value == 400

    @pytest.mark.parametrize("word", ["Sub-total", "Subtotal", "SUB-TOTAL", "Total", "Grand total"])
    def test_totals_are_no_indicators_and_are_said(self, tmp_path: Path, word: str) -> None:
        total: Row = [None, bold(word), None, None, 405, 435]
        scorecard = read_rows(tmp_path, [HEADINGS, WAITING, VISITS, total, BLANK, PLANS])
        assert names(scorecard) == ["Children waiting", "Visits made", "Plans reviewed"]
        assert _what_of_row(scorecard, 4) == {"sub-total"}

    def test_an_indicator_of_a_total_is_an_indicator(self, tmp_path: Path) -> None:
        rows: list[Row] = [HEADINGS, ["E1", "Total referrals received", "High", 90, 88, 92], SEEN]
        assert names(read_rows(tmp_path, rows)) == ["Total referrals received", "Children seen"]

    def test_hidden_rows_are_read_and_said(self, tmp_path: Path) -> None:
        scorecard = read_rows(tmp_path, [HEADINGS, *FOUR], hidden_rows=[3])
        assert names(scorecard) == FOUR_NAMES
        hidden = _said_to_be_hidden(scorecard)
        assert hidden

    def test_hidden_columns_are_read_and_said(self, tmp_path: Path) -> None:
        scorecard = read_rows(tmp_path, [HEADINGS, *FOUR], hidden_columns=["E"])
        assert values(measure(scorecard, "Visits made")) == {"E": 380, "F": 412}
        hidden = _said_to_be_hidden(scorecard)
        assert hidden

    def test_hidden_sheets_are_read_and_said(self, tmp_path: Path) -> None:
        scorecard = read(
            book(
                tmp_path / "s.xlsx",
                Page("Scorecard", [HEADINGS, SEEN, WAITING]),
                Page("Last year", [HEADINGS, PLANS, VISITS], hidden=True),
            )
        )
        assert names(scorecard) == FOUR_NAMES
        hidden = _said_to_be_hidden(scorecard)
        assert hidden

    def test_nothing_is_said_of_hiding_where_nothing_is_hidden(self, tmp_path: Path) -> None:
        hidden = _said_to_be_hidden(read_rows(tmp_path, [HEADINGS, *FOUR]))
        assert hidden == []

    def test_an_excel_table_is_read_as_a_range_is(self, tmp_path: Path) -> None:
        def as_table(sheet: Worksheet) -> None:
            sheet.add_table(ExcelTable(displayName="Scores", ref="B4:G8"))

        def moved(row: Row) -> Row:
            return [None, *row]

        rows = [["Scorecard"], BLANK, BLANK, moved(HEADINGS), *(moved(row) for row in FOUR)]
        scorecard = read_rows(tmp_path, rows, more=as_table)
        assert names(scorecard) == FOUR_NAMES
        assert periods(only_table(scorecard)) == {"F": "2018/19 Q2", "G": "2018/19 Q3"}

    @pytest.mark.parametrize(("last", "column"), [(1_000_000, 16384), (65536, 256)])
    def test_formatting_far_beyond_the_table_is_not_part_of_it(
        self, tmp_path: Path, last: int, column: int
    ) -> None:
        grey = PatternFill("solid", fgColor="D9D9D9")

        def inflated(sheet: Worksheet) -> None:
            for row in (1, 3, last):
                sheet.cell(row, column).fill = grey
            for beyond in range(7, 60):
                sheet.cell(1, beyond).fill = grey

        scorecard = read_rows(tmp_path, [HEADINGS, *FOUR], more=inflated)
        assert names(scorecard) == FOUR_NAMES
        assert only_table(scorecard).last_column == 6

    def test_stray_spaces_far_beyond_the_table_are_not_part_of_it(self, tmp_path: Path) -> None:
        def strayed(sheet: Worksheet) -> None:
            for row, column in ((1, 200), (3, 256), (4000, 2), (9, 40)):
                sheet.cell(row, column).value = " "

        scorecard = read_rows(tmp_path, [HEADINGS, *FOUR], more=strayed)
        assert names(scorecard) == FOUR_NAMES
        assert only_table(scorecard).last_column == 6


class TestSections:
    @pytest.mark.parametrize(
        ("rows", "merged"),
        [
            ([["Front door"], ["Care"]], ["A2:F2", "A5:F5"]),
            ([[bold("Front door")], [bold("Care")]], []),
            ([["Front door"], ["Care"]], []),
            ([[None, "Front door"], [None, "Care"]], []),
            ([[None, bold("Front door")], [None, bold("Care")]], ["B2:F2", "B5:F5"]),
        ],
        ids=["merged", "bold", "first column", "name column", "merged from the name on"],
    )
    def test_a_row_that_only_names_something_is_a_section(
        self, tmp_path: Path, rows: list[Row], merged: list[str]
    ) -> None:
        front, care = rows
        scorecard = read_rows(
            tmp_path, [HEADINGS, front, SEEN, WAITING, care, PLANS, VISITS], merged
        )
        assert [(m.name, m.section) for m in scorecard.measures] == [
            ("Children seen", "Front door"), ("Children waiting", "Front door"),
            ("Plans reviewed", "Care"), ("Visits made", "Care"),
        ]  # fmt: skip
        assert _what_of_row(scorecard, 2) == _what_of_row(scorecard, 5) == {"section heading"}

    def test_one_section_name_stands_beside_ten_rows(self, tmp_path: Path) -> None:
        rows: list[Row] = [["Priority", *HEADINGS]]
        rows += [
            ["Keeping children safe" if n == 0 else None, f"K{n}", f"Safe {n}", "High", 5, n, n + 1]
            for n in range(10)
        ]
        rows += [["Growing up well", "G1", "Well", "High", 5, 3, 4]]
        scorecard = read_rows(tmp_path, rows, ["A2:A11"])
        assert [m.section for m in scorecard.measures] == [
            *["Keeping children safe"] * 10, "Growing up well",
        ]  # fmt: skip

    def test_a_section_beside_its_rows_needs_no_heading_of_its_own(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            [None, *HEADINGS],
            ["Front door", *SEEN],
            [None, *WAITING],
            ["Care", *PLANS],
            [None, *VISITS],
        ]
        scorecard = read_rows(tmp_path, rows, ["A2:A3", "A4:A5"])
        assert [m.section for m in scorecard.measures] == [
            "Front door", "Front door", "Care", "Care",
        ]  # fmt: skip

    def test_a_section_row_may_repeat_the_header(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Front door", *HEADINGS[1:]], SEEN, WAITING, BLANK, ["Care", *HEADINGS[1:]], PLANS,
        ]  # fmt: skip
        assert names(read_rows(tmp_path, rows)) == [
            "Children seen", "Children waiting", "Plans reviewed",
        ]  # fmt: skip


def _deep(depth: int) -> tuple[list[Row], list[str]]:
    """A header of so many rows over the columns Ref, Measure, Target, Q2, Q3."""
    named: Row = ["Ref", "Measure", "Target"]
    if depth == 1:
        return [[*named, "Q2 2018/19", "Q3 2018/19"]], []
    above: list[Row] = [[None] * 3 + ["Children's Services"], [None] * 3 + ["Performance"]]
    rows = [*above[4 - depth :], [None] * 3 + ["2018/19"], [None] * 3 + ["Q2", "Q3"]]
    rows[0] = [*named, *rows[0][3:]]
    merged = [f"{letter}1:{letter}{depth}" for letter in "ABC"]
    merged += [f"D{row}:E{row}" for row in range(1, depth)]
    return rows, merged


class TestHeaders:
    @pytest.mark.parametrize("depth", [1, 2, 3, 4])
    def test_a_header_has_one_to_four_rows(self, tmp_path: Path, depth: int) -> None:
        header, merged = _deep(depth)
        body = [[row[0], row[1], row[3], row[4], row[5]] for row in FOUR]
        scorecard = read_rows(tmp_path, [["Scorecard"], *header, *body], [_down(m) for m in merged])
        table = only_table(scorecard)
        assert (table.header_top, table.header_row) == (2, 1 + depth)
        assert roles(table) == {
            "A": "reference", "B": "indicator", "C": "target", "D": "outturn", "E": "outturn",
        }  # fmt: skip
        assert periods(table) == {"D": "2018/19 Q2", "E": "2018/19 Q3"}
        assert names(scorecard) == FOUR_NAMES

    def test_a_quarter_takes_its_year_from_the_merged_cell_above(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "2017/18", None, None, None, "2018/19", None, None],
            [None, "Q1", "Q2", "Q3", "Q4", "Q1", "Q2", "Q3"],
            ["Children seen", 1, 2, 3, 4, 5, 6, 7],
            ["Visits made", 8, 9, 10, 11, 12, 13, 14],
        ]
        scorecard = read_rows(tmp_path, rows, ["A1:A2", "B1:E1", "F1:H1"])
        assert by_period(measure(scorecard, "Children seen")) == {
            "2017/18 Q1": 1, "2017/18 Q2": 2, "2017/18 Q3": 3, "2017/18 Q4": 4,
            "2018/19 Q1": 5, "2018/19 Q2": 6, "2018/19 Q3": 7,
        }  # fmt: skip

    @pytest.fixture
    def repeated(self, tmp_path: Path) -> Path:
        """Actual, target and RAG under each of two quarters of a year."""
        rows: list[Row] = [
            ["Measure", "2018/19", None, None, None, None, None],
            [None, "Q2", None, None, "Q3", None, None],
            [None, "Actual", "Target", "RAG", "Actual", "Target", "RAG"],
            ["Children seen", pct(0.75), pct(0.7), "G", pct(0.82), pct(0.85), "A"],
            ["Visits made", 380, 400, "R", 412, 410, "G"],
        ]
        merged = ["A1:A3", "B1:G1", "B2:D2", "E2:G2"]
        return book(tmp_path / "s.xlsx", Page("Scorecard", rows, merged))

    def test_repeated_headings_are_told_apart_by_their_group(self, repeated: Path) -> None:
        scorecard = read(repeated)
        assert roles(only_table(scorecard)) == {
            "A": "indicator", "B": "outturn", "C": "target", "D": "rag", "E": "outturn",
            "F": "target", "G": "rag",
        }  # fmt: skip
        assert periods(only_table(scorecard)) == {"B": "2018/19 Q2", "E": "2018/19 Q3"}
        said = _said(scorecard)
        assert not _naming(said, "Target")

    def test_each_quarter_is_held_against_its_own_target_and_status(self, repeated: Path) -> None:
        latest, earlier = read(repeated), read(repeated, period="Q2 2018/19")
        for scorecard, targets, statuses in (
            (latest, [0.85, 410], ["A", "G"]),
            (earlier, [0.7, 400], ["G", "R"]),
        ):
            found = [m.target_for(scorecard.period) for m in scorecard.measures]
            assert [target.value if target else None for target in found] == targets
            assert [typed(m) for m in scorecard.measures] == statuses

    def test_line_breaks_and_odd_spaces_in_headings_are_spaces(self, tmp_path: Path) -> None:
        headings: Row = [
            "Ref.", "Performance\nIndicator", "Good  is", " Target\u00a0", "Q2\n2018/19",
            "Q3\u00a02018/19 ",
        ]  # fmt: skip
        scorecard = read_rows(tmp_path, [headings, *FOUR])
        assert roles(only_table(scorecard)) == {
            "A": "reference", "B": "indicator", "C": "polarity", "D": "target", "E": "outturn",
            "F": "outturn",
        }  # fmt: skip
        assert periods(only_table(scorecard)) == {"E": "2018/19 Q2", "F": "2018/19 Q3"}


def _down(reference: str) -> str:
    """A range one row further down."""
    top, left, bottom, right = parse_range(reference)
    return f"{chr(64 + left)}{top + 1}:{chr(64 + right)}{bottom + 1}"


class TestOtherLayouts:
    @pytest.mark.parametrize("heading", ["Period", "Quarter", "Reporting period", None])
    def test_a_table_may_have_its_periods_down_and_its_measures_across(
        self, tmp_path: Path, heading: str | None
    ) -> None:
        rows: list[Row] = [
            ["Children's scorecard"],
            BLANK,
            [heading, "Children seen", "Children waiting", "Visits made"],
            ["Q1 2018/19", pct(0.71), 28, 377],
            ["Q2 2018/19", pct(0.75), 25, 380],
            ["Q3 2018/19", pct(0.82), "TBC", 412],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert only_table(scorecard).layout is Layout.TRANSPOSED
        assert {m.name: by_period(m) for m in scorecard.measures} == {
            "Children seen": {"2018/19 Q1": 0.71, "2018/19 Q2": 0.75, "2018/19 Q3": 0.82},
            "Children waiting": {"2018/19 Q1": 28, "2018/19 Q2": 25, "2018/19 Q3": Gap.AWAITED},
            "Visits made": {"2018/19 Q1": 377, "2018/19 Q2": 380, "2018/19 Q3": 412},
        }
        assert {o.cell for o in measure(scorecard, "Visits made").outturns.values()} == {
            "D4", "D5", "D6",
        }  # fmt: skip

    def test_months_as_dates_may_run_down(self, tmp_path: Path) -> None:
        rows: list[Row] = [["Month", "Attendances", "Breaches", "Admissions"]]
        rows += [
            [shown(dt.date(2018, month, 1), "mmm-yy"), 900 + month, month, 300 + month]
            for month in range(1, 13)
        ]
        scorecard = read_rows(tmp_path, rows)
        assert only_table(scorecard).layout is Layout.TRANSPOSED
        breaches = by_period(measure(scorecard, "Breaches"))
        assert breaches == {f"2018-{month:02d}": month for month in range(1, 13)}

    def test_a_target_row_of_a_transposed_table_gives_the_targets(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Period", "Children seen", "Children waiting"],
            ["Target", pct(0.8), 20],
            ["Q2 2018/19", pct(0.75), 25],
            ["Q3 2018/19", pct(0.82), 23],
        ]
        scorecard = read_rows(tmp_path, rows)
        found = {m.name: m.target.value if m.target else None for m in scorecard.measures}
        assert found == {"Children seen": 0.8, "Children waiting": 20}
        assert all(set(by_period(m)) == {"2018/19 Q2", "2018/19 Q3"} for m in scorecard.measures)

    def test_a_group_above_the_measures_of_a_transposed_table_is_their_section(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            [None, "Front door", None, "Care", None],
            ["Period", "Children seen", "Children waiting", "Plans reviewed", "Visits made"],
            ["Q2 2018/19", pct(0.75), 25, pct(0.7), 380],
            ["Q3 2018/19", pct(0.82), 23, pct(0.66), 412],
        ]
        scorecard = read_rows(tmp_path, rows, ["B1:C1", "D1:E1"])
        assert [(m.name, m.section) for m in scorecard.measures] == [
            ("Children seen", "Front door"), ("Children waiting", "Front door"),
            ("Plans reviewed", "Care"), ("Visits made", "Care"),
        ]  # fmt: skip

    @pytest.mark.parametrize("backwards", [False, True])
    def test_a_table_may_have_a_row_for_each_measure_and_period(
        self, tmp_path: Path, backwards: bool
    ) -> None:
        body: list[Row] = [
            ["A1", "Children seen", "Q1 2018/19", pct(0.71), pct(0.8)],
            ["A1", "Children seen", "Q2 2018/19", pct(0.75), pct(0.8)],
            ["A1", "Children seen", "Q3 2018/19", pct(0.82), pct(0.85)],
            ["B1", "Children waiting", "Q1 2018/19", 28, 20],
            ["B1", "Children waiting", "Q2 2018/19", "c", 20],
            ["B1", "Children waiting", "Q3 2018/19", 23, 22],
        ]
        body = body[::-1] if backwards else body
        headings: Row = ["Ref", "Indicator", "Period", "Value", "Target"]
        scorecard = read_rows(tmp_path, [headings, *body])
        table = only_table(scorecard)
        assert table.layout is Layout.LONG
        assert {m.id: by_period(m) for m in scorecard.measures} == {
            "A1": {"2018/19 Q1": 0.71, "2018/19 Q2": 0.75, "2018/19 Q3": 0.82},
            "B1": {"2018/19 Q1": 28, "2018/19 Q2": Gap.SUPPRESSED, "2018/19 Q3": 23},
        }
        found = {m.id: m.target_for(scorecard.period) for m in scorecard.measures}
        assert {key: target and target.value for key, target in found.items()} == {
            "A1": 0.85, "B1": 22,
        }  # fmt: skip
        place = measure(scorecard, "Children seen").outturns[scorecard.period].cell
        assert place == ("D5" if backwards else "D4")

    def test_a_long_table_may_hold_its_period_in_real_dates(self, tmp_path: Path) -> None:
        rows: list[Row] = [["Measure", "Theme", "Month", "Actual", "Target", "RAG"]]
        rows += [
            [name, "Care", shown(dt.date(2018, month, 1), "mmm-yy"), start + month, 20, "G"]
            for month in (10, 11, 12)
            for name, start in (("Children waiting", 10), ("Visits made", 400))
        ]
        scorecard = read_rows(tmp_path, rows)
        assert only_table(scorecard).layout is Layout.LONG
        assert by_period(measure(scorecard, "Visits made")) == {
            "2018-10": 410, "2018-11": 411, "2018-12": 412,
        }  # fmt: skip
        assert {m.section for m in scorecard.measures} == {"Care"}

    def test_an_ordinary_table_is_wide(self, tmp_path: Path) -> None:
        assert only_table(read_rows(tmp_path, [HEADINGS, *FOUR])).layout is Layout.WIDE


def _figures(headings: Row) -> list[Row]:
    """Two indicators under headings of periods, 1, 2, 3... and 11, 12, 13..."""
    count = len(headings)
    return [
        ["Measure", *headings],
        ["Children waiting", *range(1, count + 1)],
        ["Visits made", *range(11, count + 11)],
    ]


MIXED = (
    "R12M to Dec-18", "YTD", "Oct-18", "Nov-18", "Dec-18", "Q2 2018/19", "Q3 2018/19",
    "Apr-Dec 2018", "2017/18 Outturn",
)  # fmt: skip


class TestPeriods:
    def test_periods_may_run_backwards(self, tmp_path: Path) -> None:
        rows = _figures(["Q3 2018/19", "Q2 2018/19", "Q1 2018/19", "2017/18"])
        scorecard = read_rows(tmp_path, rows)
        assert by_period(measure(scorecard, "Children waiting")) == {
            "2018/19 Q3": 1, "2018/19 Q2": 2, "2018/19 Q1": 3, "2017/18": 4,
        }  # fmt: skip
        assert str(scorecard.period) == "2018/19 Q3"

    @pytest.mark.parametrize(
        ("starts", "ends"),
        [
            ("January", dt.date(2018, 9, 30)), ("April", dt.date(2018, 12, 31)),
            ("July", dt.date(2019, 3, 31)), ("September", dt.date(2019, 5, 31)),
            ("October", dt.date(2019, 6, 30)),
        ],
    )  # fmt: skip
    def test_a_financial_year_starts_in_the_month_the_rule_set_says(
        self, tmp_path: Path, starts: str, ends: dt.date
    ) -> None:
        year = "2018" if starts == "January" else "2018/19"
        path = book(tmp_path / "s.xlsx", Page("S", _figures([f"Q2 {year}", f"Q3 {year}"])))
        scorecard = read(path, rules(starts))
        assert scorecard.period.last_day == ends
        assert scorecard.period.grain is Grain.QUARTER

    def test_years_of_a_calendar_scorecard_are_calendar_years(self, tmp_path: Path) -> None:
        path = book(tmp_path / "s.xlsx", Page("S", _figures([2016, 2017, 2018])))
        for rule_set in (rules("January"), rules()):
            scorecard = read(path, rule_set)
            assert by_period(measure(scorecard, "Visits made")) == {
                "2016": 11, "2017": 12, "2018": 13,
            }  # fmt: skip
            assert scorecard.period.last_day == dt.date(2018, 12, 31)

    def test_columns_of_several_bases_and_lengths_are_told_apart(self, tmp_path: Path) -> None:
        scorecard = read_rows(tmp_path, _figures(list(MIXED)))
        table = only_table(scorecard)
        found = periods(table)
        assert {letter: found[letter] for letter in "DEFGHJ"} == {
            "D": "2018-10", "E": "2018-11", "F": "2018-12", "G": "2018/19 Q2", "H": "2018/19 Q3",
            "J": "2017/18",
        }  # fmt: skip
        assert basis(table, "B") is Basis.ROLLING_12_MONTHS
        assert basis(table, "C") is basis(table, "I") is Basis.YEAR_TO_DATE
        assert basis(table, "J") is Basis.ANNUAL

    @pytest.mark.parametrize("backwards", [False, True])
    def test_a_series_never_mixes_bases_or_lengths_of_period(
        self, tmp_path: Path, backwards: bool
    ) -> None:
        headings = list(MIXED)[::-1] if backwards else list(MIXED)
        scorecard = read_rows(tmp_path, _figures(headings))
        table = only_table(scorecard)
        for found in scorecard.measures:
            monthly, quarterly = _series(found, Grain.MONTH), _series(found, Grain.QUARTER)
            offset = 10 if found.name == "Visits made" else 0
            headed = {heading: position + offset for position, heading in enumerate(headings, 1)}
            assert monthly == {
                "2018-10": headed["Oct-18"], "2018-11": headed["Nov-18"],
                "2018-12": headed["Dec-18"],
            }  # fmt: skip
            assert quarterly == {
                "2018/19 Q2": headed["Q2 2018/19"], "2018/19 Q3": headed["Q3 2018/19"],
            }  # fmt: skip
            assert _series(found, Grain.YEAR) == {"2017/18": headed["2017/18 Outturn"]}
            assert len(_bases(table, found)) == 1

    def test_a_period_headed_twice_is_found(self, tmp_path: Path) -> None:
        scorecard = read_rows(tmp_path, _figures(["Q1 2018/19", "Q2 2018/19", "Q2 2018/19"]))
        said = _said(scorecard)
        assert _naming(said, "Q2 2018/19") or _naming(said, "2018/19 Q2")

    def test_a_period_left_out_of_a_run_is_found(self, tmp_path: Path) -> None:
        scorecard = read_rows(tmp_path, _figures(["Q4 2017/18", "Q1 2018/19", "Q3 2018/19"]))
        said = _said(scorecard)
        assert _naming(said, "Q2 2018/19") or _naming(said, "2018/19 Q2")

    @pytest.mark.parametrize(
        "headings",
        [
            ["Q2 2018/19", "Q3 2018/19"],
            ["Oct-18", "Nov-18", "Dec-18", "Q3 2018/19", "2017/18"],
            ["2018/19", "2017/18", "2016/17"],
        ],
    )
    def test_nothing_is_found_in_an_ordinary_run_of_periods(
        self, tmp_path: Path, headings: list[str]
    ) -> None:
        assert unclear(read_rows(tmp_path, _figures(headings))) == []

    def test_forms_of_one_year_on_one_sheet_are_one_line_of_time(self, tmp_path: Path) -> None:
        rows = _figures(["Q1 1819", "Qtr 2 2018/19", "2018/19 Q3", "Quarter 4 (2018-19)"])
        assert list(periods(only_table(read_rows(tmp_path, rows))).values()) == [
            "2018/19 Q1", "2018/19 Q2", "2018/19 Q3", "2018/19 Q4",
        ]  # fmt: skip


def _series(found: Measure, grain: Grain) -> dict[str, float | None]:
    return {str(p): o.value for p, o in found.outturns.items() if p.grain is grain}


def _bases(table: Table, found: Measure) -> set[Basis | None]:
    """The bases of the months and quarters of a measure's series."""
    columns = {column.index: column.basis for column in table.by_role(Role.OUTTURN)}
    return {columns[o.column] for p, o in found.outturns.items() if p.grain is not Grain.YEAR}


class TestAmbiguity:
    def test_two_columns_that_could_be_the_target_are_a_finding_and_no_guess(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            ["Measure", "Target", "Goal", "Q2 2018/19", "Q3 2018/19"],
            ["Children waiting", 20, 15, 25, 23],
            ["Visits made", 400, 450, 380, 412],
        ]
        scorecard = read_rows(tmp_path, rows)
        said = _said(scorecard)
        assert _naming(said, "Target", "Goal")
        assert [m.target for m in scorecard.measures] == [None, None]

    def test_two_columns_that_could_be_the_outturn_are_a_finding_and_no_guess(
        self, tmp_path: Path
    ) -> None:
        rows: list[Row] = [
            ["Performance scorecard Quarter 3 2018/19"],
            ["Measure", "Value", "Actual", "Target"],
            ["Children waiting", 23, 24, 20],
            ["Visits made", 412, 380, 400],
        ]
        scorecard = read_rows(tmp_path, rows)
        said = _said(scorecard)
        assert _naming(said, "Value", "Actual")

    def test_the_rule_sets_headings_settle_it(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Target", "Goal", "Q2 2018/19", "Q3 2018/19"],
            ["Children waiting", 20, 15, 25, 23],
            ["Visits made", 400, 450, 380, 412],
        ]
        path = book(tmp_path / "s.xlsx", Page("Scorecard", rows))
        scorecard = read(path, rules(headings={"target": ["Goal"]}))
        assert [m.target.value if m.target else None for m in scorecard.measures] == [15, 450]
        assert unclear(scorecard) == []

    def test_a_target_for_each_period_is_not_ambiguous(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Q2 target", "Q2 2018/19", "Q3 target", "Q3 2018/19", "Year End target"],
            ["Children waiting", 30, 25, 20, 23, 15],
            ["Visits made", 390, 380, 400, 412, 1600],
        ]
        scorecard = read_rows(tmp_path, rows)
        assert unclear(scorecard) == []
        found = [m.target_for(scorecard.period) for m in scorecard.measures]
        assert [target.value if target else None for target in found] == [20, 400]
