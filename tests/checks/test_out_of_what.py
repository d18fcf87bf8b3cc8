"""What a share is out of, against the row that has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard

_HEADINGS = ("Ref", "Measure", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_PLANS = (877, 875, 885, 861)
_TOPS = (735, 747, 764, 743)
_SHARES = (0.838, 0.854, 0.863, 0.864)
Figures = tuple[Cell, ...]


def _found(
    folder: Path,
    *below: tuple[str, Figures],
    shares: Figures = _SHARES,
    plans: Figures = _PLANS,
    more: str = "",
) -> list[tuple[str | None, str | None]]:
    def write(book: object, page: object) -> None:
        shown = book.add_format({"num_format": "0.0%"})  # type: ignore[attr-defined]
        for column, share in enumerate(shares, 2):
            if share is not None:
                page.write_number(4, column, share, shown)  # type: ignore[attr-defined]

    rows = [
        ("A2", "Children on a plan", *plans),
        ("A1", "Children seen", *(None for _ in shares)),
        *((None, name, *figures) for name, figures in below),
    ]
    book = scorecard(folder / "b.xlsx", rows, _HEADINGS, number_format="0", more=write)
    rules = (
        "name: s\nindicators:\n"
        f"  - {{id: A1, name: Children seen, unit: percent{more}}}\n"
        "  - {id: A2, name: Children on a plan, unit: count}\n"
    )
    outcome = checked(book, rules)
    return [(f.cell, f.expected) for f in outcome.findings if f.check == "denominator-disagrees"]


def test_a_denominator_that_else_is_the_same_as_another_row_is_named(tmp_path: Path) -> None:
    below = ("Numerator", _TOPS), ("Denominator", (877, 875, 885, 860))
    assert _found(tmp_path, *below) == [("F7", "861")]


@pytest.mark.parametrize(
    "bases",
    [
        _PLANS,
        (877, 875, 880, 860),  # as many differ as agree: another number of children
        (870, 866, 879, 861),
        (877, None, None, 860),
    ],
)
def test_one_that_is_the_same_or_seldom_is_no_slip(tmp_path: Path, bases: Figures) -> None:
    assert _found(tmp_path, ("Numerator", _TOPS), ("Denominator", bases)) == []


def test_small_numbers_are_the_same_by_chance(tmp_path: Path) -> None:
    below = ("Numerator", (5, 6, 5, 6)), ("Denominator", (12, 11, 13, 12))
    shares = (0.417, 0.545, 0.385, 0.5)
    assert _found(tmp_path, *below, shares=shares, plans=(12, 11, 13, 15)) == []


def test_of_a_share_without_its_denominator_it_is_said_what_it_needs(tmp_path: Path) -> None:
    assert _found(tmp_path, ("Numerator", _TOPS)) == [("F5", "86.3%")]


@pytest.mark.parametrize(
    "shares",
    [
        (0.838, 0.854, 0.863, 0.863),
        (0.838, 0.85, 0.87, 0.864),  # it is of something else
        (0.838, 0.854, None, 0.864),
        (0.838, 0.854, 0.863, 0.7),  # far off: not a slip in the number of children
    ],
)
def test_a_share_that_the_row_gives_or_hardly_ever_gives_is_none(
    tmp_path: Path, shares: Figures
) -> None:
    assert _found(tmp_path, ("Numerator", _TOPS), shares=shares) == []
