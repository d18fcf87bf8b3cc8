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
