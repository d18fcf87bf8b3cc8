"""Rows whose name and reference were lost: said, and no part of the indicator above them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, findings, scorecard
from xl_scorecard.domain.outcome import Outcome

_HEADINGS = ("Section", "Ref", "Measure", "Unit", "Good is", "Target", "Q2 2018/19", "Q3 2018/19")
_ROWS: list[tuple[Cell, ...]] = [
    ("Front door", "F1", "Contacts received", "Number", "Neither", None, 310, 305),
    ("Front door", "F2", "Days from contact to decision", "Days", "Low", 10, 11, 9),
    ("Housing", "H1", "Repairs a home", "Rate", "Low", 3, 2, 2.5),
    ("Housing", "H2", "Homes relet in time", "%", "High", 90, 85, 91),
    ("Housing", "H3", "Homes let", "Number", "High", 40, 38, 44),
]
_RULES = "name: s\ndefaults: {tolerance: 1}\nindicators:\n" + "".join(
    f"  - {{id: {ref}, name: {name}, good_is: {str(good).lower()}}}\n"
    for _, ref, name, _, good, *_ in _ROWS
)
_TITLE_AND_HEADINGS = 3
_NO_ROW = ("rule-no-indicator", None)


def _without(folder: Path, place: int, columns: tuple[str, ...]) -> Outcome:
    kept = [_HEADINGS.index(column) for column in columns]
    rows = [[row[column] for column in kept] for row in _ROWS]
    for column in ("Ref", "Measure"):
        if column in columns:
            rows[place][columns.index(column)] = None
    book = scorecard(folder / "b.xlsx", rows, columns, number_format="0")
    return checked(book, _RULES)


@pytest.mark.parametrize("place", range(len(_ROWS)))
@pytest.mark.parametrize("left_out", [(), ("Section",), ("Ref",), ("Section", "Ref")])
def test_a_row_that_lost_its_name_is_said_and_the_one_above_it_is_sound(
    tmp_path: Path, place: int, left_out: tuple[str, ...]
) -> None:
    columns = tuple(heading for heading in _HEADINGS if heading not in left_out)
    outcome = _without(tmp_path, place, columns)
    row = _TITLE_AND_HEADINGS + 1 + place
    newest = "ABCDEFGH"[len(columns) - 1]
    assert set(findings(outcome)) == {("row-without-name", f"{newest}{row}"), _NO_ROW}
    assert {measure.id for measure in outcome.indicators} == {
        str(ref) for at, (_, ref, *_) in enumerate(_ROWS) if at != place
    }


def test_a_count_below_its_share_is_none_that_lost_its_name(tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("H2", "Homes relet in time", "%", "High", 90, 85, 91),
        (None, None, "Number", "Neither", None, 38, 44),
        ("F2", "Days from contact to decision", "Days", "Low", 10, 11, 9),
    ]
    outcome = checked(
        scorecard(tmp_path / "b.xlsx", rows, _HEADINGS[1:], number_format="0"), _RULES
    )
    assert "row-without-name" not in {check for check, _ in findings(outcome)}
    assert [measure.id for measure in outcome.indicators] == ["H2", "F2"]


def test_a_number_and_a_rate_of_one_name_are_two_where_the_rules_say_so(tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("Children in care", "Number", "Low", 300, 310, 305),
        (None, "per 10,000", "Low", 60, 62, 61),
        ("Homes let", "Number", "High", 40, 38, 44),
    ]
    names = ("Children in care: Number", "Children in care: per 10,000", "Homes let")
    rules = "name: s\ndefaults: {tolerance: 1}\nindicators:\n" + "".join(
        f"  - {{id: A{n}, name: '{name}'}}\n" for n, name in enumerate(names)
    )
    book = scorecard(tmp_path / "b.xlsx", rows, _HEADINGS[2:], number_format="0")
    outcome = checked(book, rules)
    assert [measure.id for measure in outcome.indicators] == ["A0", "A1", "A2"]


def test_a_line_of_figures_above_the_first_name_may_belong_to_the_headings(tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [
        (None, None, None, 30, 31), ("H3", "Homes let", "High", 38, 44),
        ("F1", "Contacts received", "Low", 310, 305),
    ]  # fmt: skip
    headings = ("Ref", "Measure", "Good is", "Q2 2018/19", "Q3 2018/19")
    outcome = checked(scorecard(tmp_path / "b.xlsx", rows, headings, number_format="0"), _RULES)
    assert "row-without-name" not in {check for check, _ in findings(outcome)}


def test_days_below_a_rate_are_no_part_of_it(tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("F1", "Contacts received", "Number", "Neither", None, 310, 305),
        ("H1", "Repairs a home", "per 10,000", "Low", 3, 2, 2.5),
        (None, None, "Days", "Low", 10, 11, 9),
    ]
    outcome = checked(
        scorecard(tmp_path / "b.xlsx", rows, _HEADINGS[1:], number_format="0"), _RULES
    )
    assert ("row-without-name", "G6") in findings(outcome)
    assert [measure.id for measure in outcome.indicators] == ["F1", "H1"]
