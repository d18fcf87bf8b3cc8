"""Shares that make up a whole, and what rounding does to their sum."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard

_HEADINGS = ("Ref", "Measure", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_YOUNG = (0.3, 0.31, 0.29, 0.33)
_MIDDLE = (0.29, 0.27, 0.3, 0.28)
Row = tuple[Cell, ...]


def _found(folder: Path, *rows: Row) -> list[tuple[str, str | None, str | None]]:
    named = [(f"A{n}", f"Age group {n}", *cells) for n, cells in enumerate(rows, 1)]
    book = scorecard(folder / "b.xlsx", named, _HEADINGS, number_format="0%")
    rules = "name: s\nindicators:\n" + "".join(
        f"  - {{id: A{n}, name: Age group {n}, unit: percent}}\n" for n in range(1, len(rows) + 1)
    )
    outcome = checked(book, rules)
    return [
        (f.severity, f.cell, f.found)
        for f in outcome.findings
        if f.check == "percent-parts-rounding"
    ]


def test_that_99_or_101_percent_is_rounding_is_said_once(tmp_path: Path) -> None:
    assert _found(tmp_path, _YOUNG, _MIDDLE, (0.42, 0.42, 0.4, 0.4)) == [("info", "F6", "101%")]
    assert _found(tmp_path, _YOUNG, _MIDDLE, (0.42, 0.42, 0.4, 0.38)) == [("info", "F6", "99%")]


def test_of_earlier_periods_rounding_is_not_told(tmp_path: Path) -> None:
    assert _found(tmp_path, _YOUNG, _MIDDLE, (0.42, 0.42, 0.4, 0.39)) == []


def test_what_is_more_than_rounding_is_a_warning_in_whatever_period(tmp_path: Path) -> None:
    assert _found(tmp_path, _YOUNG, _MIDDLE, (0.41, 0.42, 0.41, 0.93)) == [
        ("warning", "F6", "154%")
    ]
    assert _found(tmp_path, _YOUNG, _MIDDLE, (0.41, 0.24, 0.41, 0.39)) == [("warning", "D6", "82%")]


@pytest.mark.parametrize(
    "rows",
    [
        (_YOUNG, (0.7, 0.69, 0.71, 0.68)),  # two shares are a complement
        (_YOUNG, _MIDDLE, (0.81, 0.42, 0.2, 0.4)),
        (_YOUNG, _MIDDLE, (0.41, None, None, 0.4)),
        ((0.3, 0.3, 0.3, 0.3), (0.3, 0.3, 0.3, 0.3), (0.41, 0.41, 0.41, 0.41)),  # says little
        (_YOUNG, (0.8, 0.8, 0.79, 0.81), (0.42, 0.42, 0.4, 0.4)),
    ],
)
def test_rows_that_are_no_parts_of_one_whole_are_left_alone(
    tmp_path: Path, rows: tuple[Row, ...]
) -> None:
    assert _found(tmp_path, *rows) == []


def test_a_part_that_is_hardly_any_is_one_too(tmp_path: Path) -> None:
    rows = (_YOUNG, _MIDDLE, (0.4, 0.41, 0.41, 0.38), (0.01, 0.01, 0.005, 0.01))
    assert _found(tmp_path, *rows) == []


def _halves(
    folder: Path, second: str, *shares: tuple[float, float]
) -> list[tuple[str, str | None, str | None]]:
    rows = [
        ("A1", "% of visits made in time", *(one for one, _ in shares)),
        ("A2", "Notes taken", *(0.1 for _ in shares)),
        ("A3", second, *(other for _, other in shares)),
    ]
    book = scorecard(folder / "b.xlsx", rows, _HEADINGS, number_format="0%")
    rules = "name: s\nindicators:\n" + "".join(
        f'  - {{id: {key}, name: "{name}", unit: percent}}\n' for key, name, *_ in rows
    )
    return [
        (f.severity, f.cell, f.found)
        for f in checked(book, rules).findings
        if f.check in ("percent-parts-rounding", "complement-sum")
    ]


_NOT_IN_TIME = "% of visits not made in time"
_BEFORE = ((0.8, 0.2), (0.82, 0.18), (0.79, 0.21))


def test_of_what_is_in_time_and_what_is_not_rounding_is_said_too(tmp_path: Path) -> None:
    for last, total in ((0.17, "101%"), (0.15, "99%")):
        assert _halves(tmp_path, _NOT_IN_TIME, *_BEFORE, (0.84, last)) == [("info", "F6", total)]


def test_two_shares_that_are_farther_off_make_an_error_and_no_rounding(tmp_path: Path) -> None:
    assert _halves(tmp_path, _NOT_IN_TIME, *_BEFORE, (0.84, 0.19)) == [("error", "F6", "19%")]


def test_two_shares_of_100_percent_and_two_of_other_things_are_left_alone(tmp_path: Path) -> None:
    assert _halves(tmp_path, _NOT_IN_TIME, *_BEFORE, (0.84, 0.16)) == []
    assert _halves(tmp_path, "% of calls lost", *_BEFORE, (0.84, 0.17)) == []
