"""The rows below a header: indicators, what they stand under, and where they end."""

from __future__ import annotations

from typing import Any

from tests.support.grids import grid, percent
from xl_scorecard.domain.scorecard import Table
from xl_scorecard.reading.headers.header import read_header
from xl_scorecard.reading.rows.rows import Rows, read_rows
from xl_scorecard.reading.words.heading_words import HeadingWords

WORDS = HeadingWords({})
HEADINGS = ["Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"]
SEEN = ["A1", "Children seen", percent(0.8), percent(0.75), percent(0.84)]
PLANS = ["B1", "Plans reviewed", percent(0.9), percent(0.81), percent(0.85)]


def _read(*rows: list[Any], known: str = "no rule") -> Rows:
    sheet = grid([HEADINGS, *rows])
    header = read_header(sheet, 1, WORDS)
    assert header is not None
    table = Table(sheet, header.top, header.bottom, header.columns)
    return read_rows(table, WORDS, lambda _, name: name == known)


def _named(rows: Rows) -> list[tuple[str, str]]:
    return [(row.name, row.section) for row in rows.indicators]


def _left(rows: Rows) -> list[tuple[str, str]]:
    return [(left.where, left.what) for left in rows.left_out]


def test_six_blank_rows_are_a_gap_and_seven_end_the_table() -> None:
    six, seven = _read(SEEN, *[[]] * 6, PLANS), _read(SEEN, *[[]] * 7, PLANS)
    assert [row.row for row in six.indicators] == [2, 9]
    assert [row.row for row in seven.indicators] == [2]
    assert (six.end, seven.end) == (10, 9)


def test_a_key_after_a_gap_ends_the_table_at_the_gap() -> None:
    rows = _read(SEEN, [], ["Key to colours"], ["Green", "on target"])
    assert (_named(rows), rows.end) == ([("Children seen", "")], 4)


ACTIONS = [["1", "Recruit three", "J Smith", "soon"], ["2", "Ask for more", "A Khan", "May"]]


def test_a_list_of_actions_after_a_gap_is_of_no_indicators() -> None:
    """Who does it stands under the target, and by when under one period."""
    for head in (["No", "Action", "Owner", "Review"], ["", "Action", "Who", "By when"]):
        for title in ([], [["Actions"]]):
            rows = _read(SEEN, PLANS, [], *title, head, *ACTIONS)
            assert (len(rows.indicators), rows.end - len(title) <= 5) == (2, True)


def test_rows_of_words_that_nothing_heads_are_asked_about() -> None:
    """They may be indicators that nobody has figures of yet."""
    rows = _read(SEEN, PLANS, [], *ACTIONS)
    assert len(rows.indicators) == 4


def test_words_in_a_row_after_a_gap_end_no_table_whose_figures_go_on() -> None:
    rows = _read(SEEN, [], ["C1", "Calls taken", "see the plan", "from the new system"], PLANS)
    assert [row.row for row in rows.indicators] == [2, 4, 5]
    rows = _read(
        SEEN, [], ["C1", "Calls taken", "No target", "soon"], ["D1", "Visits", None, "soon"]
    )
    assert [row.row for row in rows.indicators] == [2, 4, 5]


def test_a_reference_as_high_in_the_outline_ends_the_section_of_the_heading() -> None:
    later = ["2", *PLANS[1:]]
    rows = _read(["1", "Front door"], ["1.1", *SEEN[1:]], later)
    assert _named(rows) == [("Children seen", "Front door"), ("Plans reviewed", "")]


def test_a_name_above_its_figure_and_target_is_no_section() -> None:
    figures: list[Any] = [None, percent(0.75), percent(0.84)]
    rows = _read(["Care"], PLANS, [None, "Children seen"], [None, "Target", *figures],
                 [None, "Actual", *figures])  # fmt: skip
    seen = rows.indicators[-1]
    assert (seen.name, seen.section, seen.row, seen.name_row, seen.target_row) == (
        "Children seen", "Care", 6, 4, 5,
    )  # fmt: skip
    assert _left(rows) == [("A2", "section heading"), ("B5:E5", "target row")]


def test_a_total_is_left_out_unless_a_rule_knows_it() -> None:
    total: list[Any] = [None, "Total", None, 12, 14]
    assert _left(_read(SEEN, total)) == [("B3:E3", "sub-total")]
    assert _named(_read(SEEN, total, known="Total")) == [("Children seen", ""), ("Total", "")]


def test_what_looks_like_a_heading_below_the_last_indicator_is_a_footnote() -> None:
    assert _left(_read(["Care"], SEEN, ["Provisional until March"])) == [
        ("A2", "section heading"),
        ("A4", "footnote"),
    ]


def test_a_row_that_a_rule_knows_needs_no_figure_unless_its_name_stands_again_below() -> None:
    bare: list[Any] = [None, "Plans reviewed"]
    assert _named(_read(SEEN, bare, known="Plans reviewed"))[-1] == ("Plans reviewed", "")
    again = _read(bare, [None, *PLANS[1:]], known="Plans reviewed")
    assert [row.row for row in again.indicators] == [3]


def test_a_sentence_behind_a_mark_is_no_indicator() -> None:
    for mark in ("Note", "*", "(a)"):
        rows = _read(SEEN, PLANS, [mark, "B1 was counted anew from 1 April 2018."])
        assert [row.reference for row in rows.indicators] == ["A1", "B1"]


def test_a_sentence_behind_a_reference_like_the_others_is_an_indicator_without_figures() -> None:
    rows = _read(SEEN, PLANS, ["B2", "Parents say that they are listened to."])
    assert [row.reference for row in rows.indicators] == ["A1", "B1", "B2"]
