"""Rows beside an indicator that are none: counts it is made of, tallies, the year before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import checked, findings, scorecard
from tests.support.grids import grid, percent
from xl_scorecard.domain.scorecard import IndicatorRow, Table
from xl_scorecard.reading.headers.header import read_header
from xl_scorecard.reading.rows.rows import Rows, read_rows
from xl_scorecard.reading.words.heading_words import HeadingWords

WORDS = HeadingWords({})
HEADINGS = ["Ref", "Measure", "Target", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"]
REPAIRS = ["H1", "Repairs done at first visit", percent(0.9), percent(0.8), percent(0.75),
           percent(0.88)]  # fmt: skip
DONE: list[Any] = [None, "of which: first time", None, 80, 90, 132]
ALL: list[Any] = [None, "All repairs", None, 100, 120, 150]


def _read(*rows: list[Any], known: str = "no rule", headings: list[str] = HEADINGS) -> Rows:
    sheet = grid([headings, *rows])
    header = read_header(sheet, 1, WORDS)
    assert header is not None
    table = Table(sheet, header.top, header.bottom, header.columns)
    return read_rows(table, WORDS, lambda _, name: name == known)


def _parts(row: IndicatorRow) -> tuple[int, int | None, int | None]:
    return row.row, row.numerator_row, row.denominator_row


@pytest.mark.parametrize(
    ("top", "base"),
    [
        ("Numerator - repairs done", "Denominator - repairs ordered"),
        ("NUM", "DENOM"),
        ("Repairs done at once (numerator)", "Repairs ordered (denominator)"),
    ],
)
def test_rows_named_numerator_and_denominator_are_no_indicators(top: str, base: str) -> None:
    rows = _read(REPAIRS, [None, top, None, 1, 2, 3], [None, base, None, 4, 5, 6])
    assert [_parts(row) for row in rows.indicators] == [(2, 3, 4)]
    assert [left.what for left in rows.left_out] == ["numerator row", "denominator row"]


def test_they_may_stand_above_the_share() -> None:
    above = [[None, "Numerator", None, 1, 2, 3], [None, "Denominator", None, 4, 5, 6]]
    rows = _read(*above, REPAIRS)
    assert [_parts(row) for row in rows.indicators] == [(4, 2, 3)]


def test_so_they_are_below_headings_that_are_repeated() -> None:
    headings: list[Any] = ["Measure", "Q1 16/17", "Q2 16/17", 2018]
    counts: list[list[Any]] = [["Numerator", 1, 2, 3], ["Denominator", 4, 5, 6]]
    north, south = ["North", 0.25, 0.4, 0.5], ["South", 0.25, 0.4, 0.5]
    rows = _read(north, *counts, headings, south, *counts, headings=headings)
    assert [_parts(row) for row in rows.indicators] == [(2, 3, 4), (6, 7, 8)]


def test_two_counts_that_give_the_share_above_and_say_so_are_its_parts() -> None:
    assert [_parts(row) for row in _read(REPAIRS, DONE, ALL).indicators] == [(2, 3, 4)]
    assert [_parts(row) for row in _read(REPAIRS, ALL, DONE).indicators] == [(2, 4, 3)]


def test_one_wrong_count_among_others_alike_is_a_part_still() -> None:
    wrong = [*DONE[:4], 12, 13]
    rows = _read(REPAIRS, DONE, ALL, ["H2", *REPAIRS[1:]], wrong, ALL)
    assert [_parts(row) for row in rows.indicators] == [(2, 3, 4), (5, 6, 7)]


def test_counts_with_a_reference_target_or_rule_of_their_own_are_indicators() -> None:
    for row in (["H2", *DONE[1:]], [*DONE[:2], 100, *DONE[3:]]):
        assert len(_read(REPAIRS, row, ALL).indicators) == 3
    assert len(_read(REPAIRS, DONE, ALL, known="All repairs").indicators) == 3


def test_counts_that_do_not_give_the_share_are_indicators() -> None:
    other = [None, "of which: by gas engineers", None, 14, 90, 21]
    assert len(_read(REPAIRS, other, ALL).indicators) == 3


def test_a_share_is_held_against_the_rows_of_its_parts(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19")
    rows = (
        ("H1", "Repairs done at first visit", "80%", "75%"),
        ("", "Numerator", 80, 140),  # of 150 is 93.3%
        ("", "Denominator", 100, 150),
    )
    book = scorecard(tmp_path / "book.xlsx", rows, headings, number_format="0")
    outcome = checked(book, "name: h\nindicators: [{id: H1, name: Repairs, unit: percent}]\n")
    assert [item.id for item in outcome.indicators] == ["H1"]
    assert ("numerator-denominator-mismatch", "D4") in findings(outcome)


@pytest.mark.parametrize(
    "name",
    ["KPIs missing target", "Total Amber", "No. of indicators rated Red", "% of measures improving",
     "Targets met this quarter", "Reds and ambers in total"],
)  # fmt: skip
def test_a_row_that_counts_indicators_is_none(name: str) -> None:
    rows = _read(REPAIRS, [None, name, None, 1, 2, "2 of 3"])
    assert [left.what for left in rows.left_out] == ["tally"]


def test_green_amber_and_red_one_below_the_other_are_a_tally() -> None:
    rows = _read(REPAIRS, *([None, colour, None, 1, 2, 2] for colour in ("Green", "Amber", "Red")))
    assert len(rows.indicators) == 1


@pytest.mark.parametrize("name", ["Green waste collected", "Targeted visits on time", "Red"])
def test_an_indicator_may_speak_of_colours_and_targets(name: str) -> None:
    assert len(_read(REPAIRS, [None, name, None, 1, 2, 3]).indicators) == 2


def test_a_tally_with_a_target_or_reference_is_an_indicator() -> None:
    name = "KPIs on target"
    assert len(_read(REPAIRS, [None, name, percent(0.8), 1, 1, 1]).indicators) == 2
    assert len(_read(REPAIRS, ["C1", name, None, 1, 1, 1]).indicators) == 2


@pytest.mark.parametrize(
    "said", ["Prior year", "Same month last year", "PY", "Previous year actual"]
)
def test_a_row_of_the_year_before_is_no_indicator(said: str) -> None:
    headings = ["Measure", "Row", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"]
    rows = _read(
        ["Lamps lit", "Actual", 1, 2, 3], [None, said, 4, 5, 6], ["Calls", "Actual", 7, 8, 9],
        [None, said, 1, 1, 1], headings=headings,
    )  # fmt: skip
    assert [(row.name, row.row) for row in rows.indicators] == [("Lamps lit", 2), ("Calls", 4)]
    assert [left.what for left in rows.left_out] == ["last year row"] * 2


def test_headings_that_are_repeated_head_the_next_section_and_are_no_indicator() -> None:
    headings: list[Any] = ["Measure", "Q1 16/17", "Q2 16/17", 2018]
    rows = _read(
        ["North 1", 4, 5, 6], ["South"], headings, ["South 1", 3, 4, 5], headings=headings,
    )  # fmt: skip
    assert [(row.name, row.section) for row in rows.indicators] == [
        ("North 1", ""), ("South 1", "South"),
    ]  # fmt: skip


def test_a_row_of_periods_is_no_indicator() -> None:
    headings = ["Measure", "Jan-19", "Feb-19", "Apr-19"]
    rows = _read(["Term", "Q4 2018/19", "Q4 2018/19", "Q1 2019/20"], ["Calls", 3, 4, 5],
                 headings=headings)  # fmt: skip
    assert [left.what for left in rows.left_out] == ["row of periods"]


def test_an_indicator_whose_figures_are_all_blank_still_has_its_rows() -> None:
    headings = ["Measure", "Row", "Q1 2018/19", "Q2 2018/19"]
    rows = _read(
        ["Lamps lit", "Actual"], [None, "Target", 4, 5], ["Calls", "Actual", 7, 8],
        [None, "Target", 1, 1], headings=headings,
    )  # fmt: skip
    assert [(row.name, row.row, row.target_row) for row in rows.indicators] == [
        ("Lamps lit", 2, 3), ("Calls", 4, 5),
    ]  # fmt: skip
