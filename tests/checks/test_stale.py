"""Figures left standing from the period before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, findings, scorecard

_QUARTERS = ("Q3 2017/18", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Comment")
_RISING = (3986, 4320, 3874, 3512)


def _found(
    folder: Path, *rows: tuple[Cell, ...], unit: str = "count", headings: tuple[Cell, ...] = ()
) -> list[str | None]:
    named = [(f"A{n}", f"Contacts {n}", *cells) for n, cells in enumerate(rows, 1)]
    book = scorecard(
        folder / "b.xlsx", named, ("Ref", "Measure", *(headings or _QUARTERS)),
        number_format="General",
    )  # fmt: skip
    rules = "name: s\nindicators:\n" + "".join(
        f"  - {{id: A{n}, name: Contacts {n}, unit: {unit}}}\n" for n in range(1, len(rows) + 1)
    )
    return [cell for check, cell in findings(checked(book, rules)) if check == "stale-repeat"]


def test_the_same_four_digits_again_are_named(tmp_path: Path) -> None:
    assert _found(tmp_path, (*_RISING, 3512, None), (24, 25, 24, 26, 26, None)) == ["G4"]


def test_a_share_to_many_decimals_is_named(tmp_path: Path) -> None:
    shares = (0.84127, 0.85342, 0.82911, 0.83651, 0.83651, None)
    assert _found(tmp_path, shares, unit="percent") == ["G4"]


@pytest.mark.parametrize(
    "row",
    [
        (*_RISING, 3748, None),
        (*_RISING, 3512, "Q2 figure; Q3 is awaited"),
        (3986, 3986, 3874, 3512, 3512, None),  # it stood still before
        (24, 31, 28, 26, 26, None),  # small numbers come out the same by chance
        (0.84, 0.85, 0.82, 0.83, 0.83, None),
        (None, None, 3874, 3512, 3512, None),
    ],
)
def test_what_can_be_the_same_is_none(tmp_path: Path, row: tuple[Cell, ...]) -> None:
    assert _found(tmp_path, row) == []


def test_a_column_that_is_the_one_before_is_named_once(tmp_path: Path) -> None:
    rows = [(20 + n, 25 + n, 21 + n, 27 + n, 27 + n, None) for n in range(5)]
    assert _found(tmp_path, *rows) == ["G4"]
    assert _found(tmp_path, *rows[:4], (20, 21, 22, 23, 24, None)) == []


def _section(*rows: tuple[Cell, ...]) -> list[tuple[Cell, ...]]:
    return [(*row, None) for row in rows]


_ALWAYS = ((84.2, 86.1, 83.7, 85.5, 85.5), (51, 68, 47, 62, 62), (7.4, 8.1, 6.9, 7.7, 7.7))


def test_three_rows_of_a_section_do_not_all_repeat_by_chance(tmp_path: Path) -> None:
    assert _found(tmp_path, *_section(*_ALWAYS)) == ["G4"]
    assert _found(tmp_path, *_section(*_ALWAYS[:2], (7.4, 8.1, 6.9, 7.7, 7.9))) == []
    assert _found(tmp_path, *_section(*_ALWAYS[:2])) == []
    small = ((3, 4, 5, 3, 3), (1, 2, 1, 3, 3), (8, 7, 9, 8, 8))
    assert _found(tmp_path, *_section(*small)) == []


def test_rows_that_often_stand_still_or_say_why_prove_nothing_but_may_be_among_them(
    tmp_path: Path,
) -> None:
    still, marked = (14, 14, 15, 15, 15), (61, 67, 58, 64, "64 [p]")
    assert _found(tmp_path, *_section(still, marked, *_ALWAYS[:2])) == ["G6"]
    assert _found(tmp_path, *_section(still, marked, _ALWAYS[0])) == []
    said = [(*row, "Q2 figure; Q3 is awaited") for row in _ALWAYS]
    assert _found(tmp_path, *said) == []


def test_a_rolling_year_to_many_digits_never_comes_out_the_same(tmp_path: Path) -> None:
    rows = [("A1", "Journeys", 20412, 20817, 21307, 20655, 20655)]
    book = scorecard(
        tmp_path / "b.xlsx", rows, ("Ref", "Measure", *_QUARTERS[:-1]), number_format="0"
    )
    rules = (
        "name: s\nindicators:\n"
        "  - {id: A1, name: Journeys, unit: count, basis: rolling 12 months}\n"
    )
    found = [cell for check, cell in findings(checked(book, rules)) if check == "stale-repeat"]
    assert found == ["G4"]
