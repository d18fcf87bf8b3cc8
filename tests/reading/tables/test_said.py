"""Layouts that the rule set says: read as said, whatever the sheet's own words would have told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.reading.real.pages import Page, Row, book
from tests.reading.real.understood import aims, by_period, measure, names, read, rules
from xl_scorecard.domain.rule_set import RuleSet, WorkbookHints
from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.domain.scorecard import Layout, Scorecard
from xl_scorecard.errors import WorkbookError

BLANK: Row = []
ODD: list[Row] = [
    ["Depot return"],
    ["Code", "Crew", "What we look at", "Aim", "Apr to Jun", "Jul to Sep", "Sum", "Remark"],
    ["W1", "North", "Rounds finished", 95, 91, 96, 187, "van off the road"],
    ["W2", "North", "Bins missed", 12, 15, 11, 26, None],
    [None, None, "Depot sum", 107, 106, 107, 213, None],
    ["W3", "South", "Rounds finished", 90, 88, 93, 181, None],
]


def _said(rule_set: RuleSet | None = None, *tables: dict[str, Any], **hints: Any) -> RuleSet:
    entries = [SaidTable.model_validate(table) for table in tables]
    return (rule_set or rules()).model_copy(
        update={"workbook": WorkbookHints(tables=entries, **hints)}
    )


def _read(folder: Path, rows: list[Row], *tables: dict[str, Any], sheet: str = "S") -> Scorecard:
    return read(book(folder / "s.xlsx", Page(sheet, rows)), _said(None, *tables))


class TestARowAnIndicator:
    def test_columns_that_no_word_would_tell_are_read_as_said(self, tmp_path: Path) -> None:
        scorecard = _read(
            tmp_path,
            ODD,
            {
                "sheet": "S", "header": "2", "rows": "3-6", "names": "C", "references": "A",
                "figures": {"Q1 2021/22": "E", "Q2 2021/22": "F"}, "targets": "D",
                "dimension": "B", "leave_out": {"rows": "5"},
            },
        )  # fmt: skip
        assert names(scorecard) == [
            "Rounds finished: North", "Bins missed: North", "Rounds finished: South",
        ]  # fmt: skip
        assert str(scorecard.period) == "2021/22 Q2"
        assert by_period(measure(scorecard, "Bins missed: North")) == {
            "2021/22 Q1": 15, "2021/22 Q2": 11,
        }  # fmt: skip
        assert aims(scorecard) == [95, 12, 90]
        assert [m.row for m in scorecard.measures] == [3, 4, 6]

    def test_what_is_said_of_one_column_makes_no_other_a_target(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Target", "Goal we keep to", "Q1 2021/22", "Q2 2021/22"],
            ["Rounds finished", 80, 95, 91, 96],
            ["Bins missed", 20, 12, 15, 11],
        ]
        scorecard = _read(tmp_path, rows, {"sheet": "S", "targets": "C"})
        assert aims(scorecard) == [95, 12]

    def test_every_row_said_is_read_though_it_sounds_like_a_total(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Q1 2021/22", "Q2 2021/22"],
            ["Visits made", 4, 5],
            BLANK,
            ["Total", 9, 8],
        ]
        scorecard = _read(tmp_path, rows, {"sheet": "S", "rows": "2-4"})
        assert names(scorecard) == ["Visits made", "Total"]

    def test_a_name_alone_heads_a_section(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Q1 2021/22", "Q2 2021/22"],
            ["Streets"], ["Visits made", 4, 5], ["Parks"], ["Benches mended", 2, 1],
        ]  # fmt: skip
        scorecard = _read(tmp_path, rows, {"sheet": "S", "rows": "2-5"})
        assert [m.section for m in scorecard.measures] == ["Streets", "Parks"]

    def test_the_sheets_name_may_be_the_section_or_tell_rows_apart(self, tmp_path: Path) -> None:
        rows: list[Row] = [["Measure", "Q1 2021/22", "Q2 2021/22"], ["Visits made", 4, 5]]
        pages = [Page("North", rows), Page("South", rows)]
        path = book(tmp_path / "s.xlsx", *pages)
        said = _said(None, {"sheet": "*th", "dimension": "sheet", "sections": "sheet"})
        scorecard = read(path, said)
        assert names(scorecard) == ["Visits made: North", "Visits made: South"]
        assert [m.section for m in scorecard.measures] == ["North", "South"]

    def test_two_tables_side_by_side_keep_to_their_own_columns(self, tmp_path: Path) -> None:
        half = ["Measure", "Unit", "Q1 2021/22", "Q2 2021/22"]
        rows: list[Row] = [
            [*half, None, *half],
            ["Visits made", "No.", 4, 5, None, "Tests passed", "%", 40, 50],
            ["Benches mended", "No.", 6, 7, None, "Tests taken up", "%", 60, 70],
        ]
        one = {"sheet": "S", "header": "1", "rows": "2-3", "names": "A", "figures": "C:D"}
        other = {"sheet": "S", "header": "1", "rows": "2-3", "names": "F", "figures": "H:I"}
        scorecard = _read(tmp_path, rows, one, other)
        units = {m.name: m.unit for m in scorecard.measures}
        assert units["Visits made"] == "count"
        assert units["Tests passed"] == "percent"
        assert measure(scorecard, "Tests passed").outturns[scorecard.period].value == 0.5


class TestPartsOfAnIndicator:
    ROWS: list[Row] = [  # noqa: RUF012 (a table for reading)
        [None, None, "Apr", "May"],
        ["Lamps lit", "Plan", 98, 98], [None, "Got", 97, 99], [None, "Year back", 95, 96],
        ["Lamps mended", "Plan", 40, 40], [None, "Got", 38, None], [None, "Year back", 30, 31],
    ]  # fmt: skip

    @pytest.mark.parametrize(
        "parts",
        [
            ["target", "actual", "last year"],
            {"Plan": "target", "Got": "actual", "Year back": "last year"},
        ],
    )
    def test_rows_below_an_indicator_are_what_they_are_said_to_be(
        self, tmp_path: Path, parts: Any
    ) -> None:
        scorecard = _read(
            tmp_path,
            self.ROWS,
            {
                "sheet": "S", "header": "1", "rows": "2-7", "names": "A", "figures": "C:D",
                "years": "2021/22", "parts": parts,
            },
        )  # fmt: skip
        assert names(scorecard) == ["Lamps lit", "Lamps mended"]
        lit = measure(scorecard, "Lamps lit")
        assert by_period(lit) == {"2021-04": 97, "2021-05": 99}
        assert {str(p): o.value for p, o in lit.history.items()} == {
            "2020-04": 95, "2020-05": 96, "2021-04": 97, "2021-05": 99,
        }  # fmt: skip
        assert (lit.row, lit.name_cell) == (3, "A2")
        assert aims(scorecard) == [98, 40]

    def test_numerator_and_denominator_rows_are_no_indicators(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Q1 2021/22", "Q2 2021/22"],
            ["Seen in time", 8, 9], ["all seen", 10, 10], ["share", 0.8, 0.9],
        ]  # fmt: skip
        said = {"sheet": "S", "rows": "2-4", "parts": ["numerator", "denominator", "percent"]}
        scorecard = _read(tmp_path, rows, said)
        assert names(scorecard) == ["Seen in time"]
        assert by_period(measure(scorecard, "Seen in time")) == {
            "2021/22 Q1": 0.8, "2021/22 Q2": 0.9,
        }  # fmt: skip
        assert {left.what for left in scorecard.tables[0].left_out} == {
            "numerator row", "denominator row",
        }  # fmt: skip


class TestPeriodsDown:
    ROWS: list[Row] = [  # noqa: RUF012 (a table for reading)
        ["Leisure"],
        [None, "Swims", "Gym visits"],
        ["wish", 900, 400],
        ["April", 880, 410],
        ["May", 905, 395],
    ]

    def test_a_column_an_indicator(self, tmp_path: Path) -> None:
        said = {
            "sheet": "S", "header": "A", "names": "2", "targets": "3", "figures": "4-5",
            "years": "2021/22",
        }  # fmt: skip
        scorecard = _read(tmp_path, self.ROWS, said)
        assert scorecard.tables[0].layout is Layout.TRANSPOSED
        assert by_period(measure(scorecard, "Gym visits")) == {"2021-04": 410, "2021-05": 395}
        assert aims(scorecard) == [900, 400]
        assert measure(scorecard, "Swims").outturns[scorecard.period].cell == "B5"

    def test_one_indicator_a_sheet(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Swims 2021/22"], ["When", "Wish", "Came"], ["April", 900, 880], ["May", 910, 905],
        ]  # fmt: skip
        said = {
            "sheet": "S", "names": "A1", "rows": "3-4", "periods": "A", "targets": "B",
            "figures": "C",
        }  # fmt: skip
        scorecard = _read(tmp_path, rows, said)
        swims = measure(scorecard, "Swims")  # the year is another next year
        assert by_period(swims) == {"2021-04": 880, "2021-05": 905}
        assert [o.cell for o in swims.outturns.values()] == ["C3", "C4"]
        assert swims.target_cell is not None
        assert (swims.target_cell.row, swims.target_cell.column) == (4, 2)
        assert (swims.row, swims.name_cell) == (1, "A1")

    def test_a_row_an_indicator_and_period(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["what", "when", "how many"],
            ["Swims", "Q1 2021/22", 880], ["Swims", "Q2 2021/22", 905],
            ["Gym visits", "Q1 2021/22", 410], ["Gym visits", "Q2 2021/22", 395],
        ]  # fmt: skip
        said = {"sheet": "S", "header": "1", "names": "A", "periods": "B", "figures": "C"}
        scorecard = _read(tmp_path, rows, said)
        assert by_period(measure(scorecard, "Swims")) == {"2021/22 Q1": 880, "2021/22 Q2": 905}

    def test_a_row_an_indicator_and_year(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Measure", "Year", "Q1", "Q2", "Q3", "Q4", "Target"],
            ["Swims", "2020/21", 1, 2, 3, 4, 5], [None, "2021/22", 6, 7, None, None, 8],
            ["Gym visits", "2020/21", 10, 20, 30, 40, 50],
            ["Gym visits", "2021/22", 60, 70, None, None, 80],
        ]  # fmt: skip
        said = {
            "sheet": "S", "header": "1", "names": "A", "years": "B", "figures": "C:F",
            "targets": "G",
        }  # fmt: skip
        scorecard = _read(tmp_path, rows, said)
        assert names(scorecard) == ["Swims", "Gym visits"]
        assert str(scorecard.period) == "2021/22 Q2"
        swims = measure(scorecard, "Swims")
        assert (by_period(swims)["2020/21 Q4"], by_period(swims)["2021/22 Q2"]) == (4, 7)
        assert [m.outturns[scorecard.period].cell for m in scorecard.measures] == ["D3", "D5"]
        assert aims(scorecard) == [8, 80]


class TestBlocks:
    def test_years_down_and_months_across(self, tmp_path: Path) -> None:
        rows: list[Row] = [
            ["Swims"], ["", "Apr", "May", "Mar"], ["2020/21", 1, 2, 3], ["2021/22", 4, 5, None],
            ["wish", 9, 9, 9],
        ]  # fmt: skip
        said = {
            "sheet": "S", "names": "A1", "periods": "2", "years": "A", "figures": "B3:D4",
            "targets": "5",
        }  # fmt: skip
        scorecard = _read(tmp_path, rows, said)
        assert str(scorecard.period) == "2021-05"
        found = by_period(measure(scorecard, "Swims"))
        assert (found["2020-04"], found["2021-03"], found["2021-05"]) == (1, 3, 5)
        assert measure(scorecard, "Swims").outturns[scorecard.period].cell == "C4"
        assert aims(scorecard) == [9]

    def test_a_block_that_begins_again_is_described_once(self, tmp_path: Path) -> None:
        card = [["is", "Swims"], ["wish", 900], ["Q1 2021/22", 880], ["Q2 2021/22", 905]]
        other = [["is", "Gym"], ["wish", 400], ["Q1 2021/22", 410], ["Q2 2021/22", 395]]
        said = {
            "sheet": "S", "names": "B1", "targets": "B2", "figures": "B3:B4", "periods": "A",
            "blocks": ["A1", "A6"],
        }  # fmt: skip
        scorecard = _read(tmp_path, [*card, BLANK, *other], said)
        assert [(m.name, m.row, m.name_cell) for m in scorecard.measures] == [
            ("Swims", 1, "B1"), ("Gym", 6, "B6"),
        ]  # fmt: skip
        assert aims(scorecard) == [900, 400]

    def test_each_cell_may_be_said(self, tmp_path: Path) -> None:
        rows: list[Row] = [["now", "before"], [905, 880], ["Swims, all pools"]]
        said = {
            "sheet": "S", "names": "A3", "figures": {"Q2 2021/22": "A2", "Q1 2021/22": "B2"},
        }  # fmt: skip
        scorecard = _read(tmp_path, rows, said)
        assert by_period(measure(scorecard, "Swims, all pools")) == {
            "2021/22 Q1": 880, "2021/22 Q2": 905,
        }  # fmt: skip


class TestASheetThatIsOtherwise:
    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"sheet": "Depo"}, 'there is no sheet "Depo"'),
            ({"sheet": "S", "names": "C", "rows": "3-6", "figures": "E:G", "header": "2"},
             'column G is headed "Sum", which names no period; say figures: {Q3 2018/19: G}'),
            ({"sheet": "S", "header": "9", "names": "C"}, "no column of figures is found"),
            ({"sheet": "S", "rows": "30-40", "names": "C", "figures": {"Q1 2021/22": "E"}},
             "no row there has a name and a figure"),
            ({"sheet": "S", "names": "B40", "figures": {"Q1 2021/22": "E3"}},
             "no name stands in B40"),
            ({"sheet": "S", "names": "C3", "figures": "E3:G3", "periods": "2", "rows": "3"},
             "G3 is a figure, and G2 names no period for it"),
            ({"sheet": "S", "names": "C3", "figures": "E", "periods": "A"},
             "no cell of its figures has a period; say figures: {Q3 2018/19: C9}"),
        ],
    )  # fmt: skip
    def test_says_what_is_not_there(self, tmp_path: Path, said: dict[str, Any], words: str) -> None:
        rows = [[*row] for row in ODD]
        rows[1][4:6] = ["Q1 2021/22", "Q2 2021/22"]
        with pytest.raises(WorkbookError) as caught:
            _read(tmp_path, rows, said)
        assert words in str(caught.value)

    def test_says_which_line_of_the_rule_set_it_is(self, tmp_path: Path) -> None:
        entry = SaidTable.model_validate({"sheet": "Depo", "names": "C"})
        entry.begins_on(4)
        said = rules().model_copy(update={"workbook": WorkbookHints(tables=[entry])})
        with pytest.raises(WorkbookError, match="line 4 of the rule set"):
            read(book(tmp_path / "s.xlsx", Page("Depot", ODD)), said)

    def test_of_several_sheets_the_entry_must_name_one(self, tmp_path: Path) -> None:
        path = book(tmp_path / "s.xlsx", Page("A", ODD), Page("B", ODD))
        with pytest.raises(WorkbookError, match="say sheet:"):
            read(path, _said(None, {"names": "C"}))


def test_other_sheets_are_guessed_as_ever(tmp_path: Path) -> None:
    usual: list[Row] = [["Measure", "Q1 2021/22", "Q2 2021/22"], ["Visits made", 4, 5]]
    path = book(tmp_path / "s.xlsx", Page("Odd", ODD), Page("Usual", usual))
    said = {
        "sheet": "Odd", "rows": "3-4", "names": "C", "figures": {"Q2 2021/22": "F"},
    }  # fmt: skip
    assert names(read(path, _said(None, said))) == ["Rounds finished", "Bins missed", "Visits made"]
