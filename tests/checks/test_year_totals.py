"""Years and years to date against their quarters and months."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard

_YEAR = ("Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Q4 2018/19", "2018/19")
_TO_DATE = ("Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "YTD")
_CALLS = (1120, 1240, 1190, 1305, 4855)
_LETTERS = (310, 290, 335, 327, 1262)


def _found(
    folder: Path,
    *rows: tuple[Cell, ...],
    headings: tuple[Cell, ...] = _YEAR,
    unit: str = "count",
    name: str = "Visits",
    shown: str = "0",
) -> list[tuple[str | None, str | None]]:
    named = [(f"A{n}", f"{name} {n}", *cells) for n, cells in enumerate(rows, 1)]
    book = scorecard(folder / "b.xlsx", named, ("Ref", "Measure", *headings), number_format=shown)
    rules = "name: s\nindicators:\n" + "".join(
        f"  - {{id: A{n}, name: {name} {n}, unit: {unit}}}\n" for n in range(1, len(rows) + 1)
    )
    outcome = checked(book, rules)
    return [(f.cell, f.expected) for f in outcome.findings if f.check == "cumulative-not-sum"]


def test_a_year_that_is_no_sum_where_those_of_other_rows_are_is_named(tmp_path: Path) -> None:
    found = _found(tmp_path, (110, 115, 108, 121, 464), _CALLS, _LETTERS)
    assert found == [("G4", "454")]


@pytest.mark.parametrize(
    "row",
    [
        (110, 115, 108, 121, 454),
        (640, 651, 655, 671, 671),  # the last: a number at a time
        (110, 115, 108, 121, 113.5),  # the mean
        (110, 115, 108, 121, 260),  # each person counted once
        (110, None, 108, 121, 464),
        (10, 22, 36, 47, 47),  # quarters to date
        (110, 115, 110, 120, 460),  # rounded to fives
    ],
)
def test_what_is_no_sum_or_cannot_be_told_is_none(tmp_path: Path, row: tuple[Cell, ...]) -> None:
    assert _found(tmp_path, row, _CALLS, _LETTERS) == []


def test_without_other_rows_that_add_up_nothing_is_said(tmp_path: Path) -> None:
    assert _found(tmp_path, (110, 115, 108, 121, 464)) == []
    assert _found(tmp_path, (110, 115, 108, 121, 464), _CALLS) == []
    assert _found(tmp_path, (110, 115, 108, 121, 464), (310, 290, 335, 327, 1270)) == []


def test_other_years_of_the_row_tell_as_well(tmp_path: Path) -> None:
    headings = tuple(
        f"{quarter}{year}"
        for year in ("2016/17", "2017/18", "2018/19")
        for quarter in ("Q1 ", "Q2 ", "Q3 ", "Q4 ", "")
    )
    row = (*_CALLS, *_LETTERS, 110, 115, 108, 121, 464)
    assert _found(tmp_path, row, headings=headings) == [("Q4", "454")]


def test_a_quarter_is_held_against_its_months(tmp_path: Path) -> None:
    headings = ("Apr 2018", "May 2018", "Jun 2018", "Q1 2018/19")
    rows = ((36, 41, 39, 126), (112, 124, 119, 355), (31, 29, 33, 93))
    assert _found(tmp_path, *rows, headings=headings) == [("F4", "116")]


def test_a_year_to_date_beside_the_quarters_is_held_against_them(tmp_path: Path) -> None:
    rows = ((110, 115, 108, 343), (1120, 1240, 1190, 3550), (310, 290, 335, 935))
    assert _found(tmp_path, *rows, headings=_TO_DATE) == [("F4", "333")]
    right = ((110, 115, 108, 333), *rows[1:])
    assert _found(tmp_path, *right, headings=_TO_DATE) == []


def test_amounts_are_summed_as_they_were_rounded(tmp_path: Path) -> None:
    others = ((1.1, 1.2, 1.2, 1.3, 4.9), (3.1, 2.9, 3.4, 3.3, 12.6))
    near, far = (1.14, 1.24, 1.14, 1.24, 4.8), (1.1, 1.2, 1.1, 1.2, 5.1)
    assert _found(tmp_path, near, *others, unit="currency", shown="0.0") == []
    assert _found(tmp_path, far, *others, unit="currency", shown="0.0") == [("G4", "4.6")]


def test_shares_are_no_sums(tmp_path: Path) -> None:
    rows = ((0.2, 0.21, 0.2, 0.22, 0.84), (0.1, 0.1, 0.1, 0.1, 0.4), (0.1, 0.2, 0.1, 0.2, 0.6))
    assert _found(tmp_path, *rows, unit="percent", shown="0%") == []


_QUARTERS = ("Q3 2017/18", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_STARTED = (44, 56, 46, 49, 45)


def _to_date(
    folder: Path,
    own: tuple[Cell, ...],
    to_date: tuple[Cell, ...],
    *,
    named: str = "Starts (year to date)",
    own_named: str = "Starts",
    headings: tuple[Cell, ...] = _QUARTERS,
    rule: str = "",
    turned: bool = False,
) -> list[tuple[str | None, str | None, str]]:
    rows = [("A1", own_named, *own), ("A2", "Visits", *own[::-1]), ("A3", named, *to_date)]
    rows = rows[::-1] if turned else rows
    book = scorecard(folder / "b.xlsx", rows, ("Ref", "Measure", *headings), number_format="0")
    rules = (
        "name: s\nindicators:\n"
        f'  - {{id: A1, name: "{own_named}"}}\n  - {{id: A2, name: Visits}}\n'
        f'  - {{id: A3, name: "{named}"{rule}}}\n'
    )
    return [
        (f.cell, f.expected, f.message)
        for f in checked(book, rules).findings
        if f.check == "cumulative-not-sum"
    ]


def test_a_row_to_date_is_held_against_the_row_of_each_quarter(tmp_path: Path) -> None:
    (found,) = _to_date(tmp_path, _STARTED, (144, 200, 46, 95, 145))
    assert found[:2] == ("G6", "140")
    assert found[2] == (
        'Starts (year to date), Q3 2018/19: 145 is stated, but Q1 2018/19 to Q3 2018/19 of "Starts"'
        " (E4 to G4) make 140"
    )
    (found,) = _to_date(tmp_path, _STARTED, (144, 200, 46, 95, 145), turned=True)
    assert found[0] == "G4"


def test_rows_of_other_names_are_a_sum_where_enough_quarters_say_so(tmp_path: Path) -> None:
    headings = (*(f"Q{n} 2017/18" for n in (1, 2, 3, 4)), *(f"Q{n} 2018/19" for n in (1, 2, 3)))
    other = {
        "named": "People on a course", "rule": ", basis: year to date",
        "own_named": "New this quarter", "headings": headings,
    }  # fmt: skip
    own = (41, 39, 44, 56, 46, 49, 45)
    right = (41, 80, 124, 180, 46, 95, 140)
    assert _to_date(tmp_path, own, right, **other) == []  # type: ignore[arg-type]
    (found,) = _to_date(tmp_path, own, (*right[:-1], 143), **other)  # type: ignore[arg-type]
    assert found[:2] == ("I6", "140")
    few = tuple(None if n < 4 else f for n, f in enumerate((*right[:-1], 143)))
    assert _to_date(tmp_path, own, few, **other) == []  # type: ignore[arg-type]


def test_of_a_wrong_quarter_only_the_first_sum_is_told(tmp_path: Path) -> None:
    headings = tuple(f"{month} 2018" for month in ("Apr", "May", "Jun", "Jul", "Aug", "Sep"))
    own, right = (11, 12, 19, 14, 9, 17), (11, 23, 36, 50, 59, 76)  # June was 13
    found = _to_date(tmp_path, own, right, headings=headings)
    assert [(cell, expected) for cell, expected, _ in found] == [("E6", "42")]


@pytest.mark.parametrize(
    ("own", "to_date"),
    [
        (_STARTED, (144, 200, 46, 95, 140)),
        (_STARTED, (144, 200, 46, 90, 128)),  # each person once
        ((44, 56, None, 49, 45), (144, 200, 46, 95, 145)),
        ((44, 56, 45, 50, 45), (145, 200, 45, 95, 145)),  # rounded to fives
    ],
)
def test_what_is_the_sum_or_never_was_is_none(
    tmp_path: Path, own: tuple[Cell, ...], to_date: tuple[Cell, ...]
) -> None:
    assert _to_date(tmp_path, own, to_date) == []
