from __future__ import annotations

import pytest

from tests.support.grids import grid, percent
from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.reading.tables.locate import locate
from xl_scorecard.reading.words.heading_words import HeadingWords

HEADINGS = ["Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"]
SEEN = ["A1", "Children seen", percent(0.8), percent(0.75), percent(0.84)]
PLANS = ["B1", "Plans reviewed", percent(0.9), percent(0.81), percent(0.85)]
BLANK: list[object] = []


def _located(rows: list[list[object]], *merged: str) -> list[Table]:
    return locate(grid(rows, merged), HeadingWords({}))


def _rows(table: Table) -> list[tuple[int, str, str, str]]:
    return [(row.row, row.reference, row.name, row.section) for row in table.rows]


def test_the_header_is_found_below_a_title_and_a_key() -> None:
    key = ["Key", None, "Good", "Amber", "Red"]
    (table,) = _located([["Scorecard"], key, ["As at 14 January 2019"], BLANK, HEADINGS, SEEN])
    assert table.header_row == 5
    assert _rows(table) == [(6, "A1", "Children seen", "")]


def test_a_row_with_a_name_alone_is_a_section() -> None:
    (table,) = _located([HEADINGS, ["Front door"], SEEN, ["Care"], PLANS], "A2:E2")
    assert _rows(table) == [
        (3, "A1", "Children seen", "Front door"),
        (5, "B1", "Plans reviewed", "Care"),
    ]


@pytest.mark.parametrize("word", ["Target", "Plan", "Trajectory", "Standard", "Monthly target"])
def test_a_row_of_targets_right_below_each_indicator_is_its_own(word: str) -> None:
    rows = [["Measure", "Apr 2024", "May 2024"], ["Calls", 9, 8], [word, 10, 10],
            ["Visits", 40, 50], [word, 45, 45]]  # fmt: skip
    (table,) = _located(rows)
    assert [(row.name, row.target_row) for row in table.rows] == [("Calls", 3), ("Visits", 5)]
    assert [left.what for left in table.left_out] == ["target row"] * 2


def test_a_label_that_stands_elsewhere_too_is_no_row_of_targets() -> None:
    rows = [["Measure", "Apr 2024", "May 2024"], ["Calls", 9, 8], ["Plan", 10, 10],
            ["Plan", 45, 45], ["Visits", 40, 50]]  # fmt: skip
    (table,) = _located(rows)
    assert [(row.name, row.target_row) for row in table.rows] == [("Calls", None), ("Visits", None)]


def test_spaces_beside_the_name_of_a_section_are_nothing() -> None:
    (table,) = _located([HEADINGS, [None, "Front door", " ", " ", " "], SEEN])
    assert _rows(table) == [(3, "A1", "Children seen", "Front door")]


def test_a_section_column_typed_once_speaks_for_the_rows_below() -> None:
    rows = [
        ["Theme", *HEADINGS],
        ["Front door", *SEEN],
        [None, *PLANS],
        ["Care", "C1", "Health checks", None, None, percent(0.7)],
    ]
    (table,) = _located(rows)
    assert [row.section for row in table.rows] == ["Front door", "Front door", "Care"]


def test_a_row_without_a_figure_counts_if_it_has_reference_and_name() -> None:
    (table,) = _located([HEADINGS, SEEN, ["C1", "Health checks"]])
    assert [row.reference for row in table.rows] == ["A1", "C1"]


def test_blank_rows_within_a_table_do_not_end_it() -> None:
    (table,) = _located([HEADINGS, SEEN, BLANK, BLANK, PLANS])
    assert [row.row for row in table.rows] == [2, 5]


def test_notes_far_below_do_not_belong_to_it() -> None:
    notes = ["*", "Figures are provisional", None, None, 2018]
    (table,) = _located([HEADINGS, SEEN, *[BLANK] * 10, notes])
    assert [row.row for row in table.rows] == [2]


def test_a_second_header_begins_a_second_table() -> None:
    other = ["Ref", "Measure", "Target", "Nov-18", "Dec-18"]
    tables = _located([HEADINGS, SEEN, BLANK, other, PLANS])
    assert [(t.header_row, [r.reference for r in t.rows]) for t in tables] == [
        (1, ["A1"]),
        (4, ["B1"]),
    ]
    assert [str(period) for period in tables[1].periods] == ["2018-11", "2018-12"]


@pytest.mark.parametrize(
    "naming", ["INDICATORS - EARLY HELP BOROUGH WIDE PERFORMANCE", "Measures (health)", "KPI"]
)
def test_a_second_header_may_say_what_it_is_about(naming: str) -> None:
    other = [naming, "Target Green", "Nov-18", "Dec-18"]
    tables = _located([HEADINGS[1:], SEEN[1:], BLANK, other, PLANS[1:]])
    names = [[row.name for row in table.rows] for table in tables]
    assert names == [["Children seen"], ["Plans reviewed"]]
    assert [str(period) for period in tables[1].periods] == ["2018-11", "2018-12"]


def test_the_header_of_something_else_ends_the_table() -> None:
    risks = ["Ref", "Risk", "Likelihood", "Impact", "Score"]
    (table,) = _located([HEADINGS, SEEN, risks, ["R1", "Staffing", 3, 4, 12]])
    assert [row.reference for row in table.rows] == ["A1"]


def test_a_name_that_begins_like_a_heading_is_still_a_row() -> None:
    measures = ["B1", "Measures agreed with families", "TBC", "c", "c"]
    (table,) = _located([HEADINGS, SEEN, measures, ["C1", "Plans", None, 2016, 2018]])
    assert [row.reference for row in table.rows] == ["A1", "B1", "C1"]


def test_a_reference_that_is_a_number_is_read_as_it_is_shown() -> None:
    (table,) = _located([HEADINGS, [17, "Children seen", None, 5, 6]])
    assert _rows(table) == [(2, "17", "Children seen", "")]


def test_columns_beyond_an_empty_stretch_are_not_part_of_it() -> None:
    far = [None] * 5
    (table,) = _located([[*HEADINGS, *far, "Q1 2016/17"], [*SEEN, *far, 99]])
    assert table.last_column == 5


def test_periods_are_in_order_of_time_wherever_they_stand() -> None:
    (table,) = _located([["Measure", "2018/19", "2016/17", "2017/18"], ["Seen", 3, 1, 2]])
    assert [str(period) for period in table.periods] == ["2016/17", "2017/18", "2018/19"]


def test_an_empty_rag_column_is_ours_to_fill_and_a_typed_one_is_not() -> None:
    headings = [*HEADINGS, "RAG"]
    (empty,) = _located([headings, SEEN, PLANS])
    (typed,) = _located([headings, [*SEEN, "G"], PLANS])
    column = empty.rag_column()
    assert column is not None
    assert (column.index, column.role) == (6, Role.RAG)
    assert typed.rag_column() is None


def test_of_two_empty_rag_columns_neither_is_taken() -> None:
    (table,) = _located([[*HEADINGS, "RAG", "Status"], SEEN, PLANS])
    assert table.rag_column() is None


def test_a_sheet_without_a_scorecard_has_no_table() -> None:
    assert _located([["Name", "Telephone"], ["Jo", "01234"]]) == []
    assert _located([]) == []
    assert _located([HEADINGS]) == []


def test_grades_in_a_known_order_are_figures() -> None:
    rows: list[list[object]] = [
        ["Measure", "Target", "Q1 2023/24", "Q2 2023/24"],
        ["Opinion on payroll", "Substantial", "Limited", "Reasonable"],
        ["Opinion on grants", "Reasonable", "Reasonable", "Reasonable"],
    ]
    (table,) = _located(rows)
    assert [row.name for row in table.rows] == ["Opinion on payroll", "Opinion on grants"]
    same = [rows[0], ["Seen", None, "No", "No"], ["Filed", None, "No", "No"]]
    assert _located(same) == []


def test_a_standard_over_names_is_what_is_measured() -> None:
    rows: list[list[object]] = [
        ["Standard", "Level required", "Quarter to Sep 2023", "Quarter to Dec 2023", "Outcome"],
        ["4 hours from arrival to admission", "95%", 0.7, 0.8, "Not met"],
        ["28 days to a diagnosis of cancer", "75%", 0.7, 0.8, "Met"],
    ]
    tables = locate(grid(rows), HeadingWords({}), by_shape=True)
    assert [[c.role for c in table.columns] for table in tables] == [
        [Role.INDICATOR, Role.TARGET, Role.OUTTURN, Role.OUTTURN, Role.RAG]
    ]


YEAR = ["Apr-18", "May-18", "Jun-18", "Jul-18", "Aug-18", "Sep-18", "Oct-18", "Nov-18", "Dec-18"]


def _by_shape(headings: list[str]) -> int:
    rows = [["Children seen", *range(60, 60 + len(headings))], ["Plans agreed", *range(40)]]
    cut = [[name, *map(float, figures[: len(headings)])] for name, *figures in rows]
    return len(locate(grid([[None, *headings], *cut]), HeadingWords({}), by_shape=True))


def test_a_slip_in_a_heading_of_a_series_leaves_it_one() -> None:
    """The year of January is the one that is mistyped: the checks say so, where it is read."""
    assert _by_shape([*YEAR, "Jan-18", "Feb-19", "Mar-19"]) == 1
    assert _by_shape([*YEAR, "Jan-20", "Feb-19", "Mar-19"]) == 1
    assert _by_shape(["Mar-19", "Feb-19", "Jan-18", *reversed(YEAR)]) == 1


def test_dates_in_no_order_are_no_series() -> None:
    assert _by_shape(["Jul-18", "Apr-18", "Dec-18", "May-18", "Nov-18", "Aug-18"]) == 0
    assert _by_shape(["Jul-18", "Apr-18", "Dec-18"]) == 0
