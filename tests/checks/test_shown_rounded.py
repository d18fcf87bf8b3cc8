"""Figures that show, rounded, on the other side of an edge than they are rated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard

_RULES = "name: s\nrating: rag\nindicators:\n  - {id: A1, name: Tests passed, unit: percent, "


def _found(
    folder: Path, target: Cell, figure: Cell, *, good_is: str = "high", shown: str = "0%"
) -> list[tuple[str | None, str | None, str | None]]:
    headings = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19")
    rows = [("A1", "Tests passed", target, 0.9, figure)]
    book = scorecard(folder / "b.xlsx", rows, headings, number_format=shown)
    outcome = checked(book, f"{_RULES}good_is: {good_is}, tolerance: 5 points}}\n")
    return [
        (f.cell, f.found, f.expected) for f in outcome.findings if f.check == "rag-edge-display"
    ]


def test_100_percent_that_is_a_shade_less_is_named(tmp_path: Path) -> None:
    assert _found(tmp_path, 1, 0.99958) == [("E4", "100%", "99.96%")]


def test_as_many_decimals_are_said_as_tell_the_figure_from_what_shows(tmp_path: Path) -> None:
    assert _found(tmp_path, 1, 0.9999958) == [("E4", "100%", "99.9996%")]
    assert _found(tmp_path, 0.85, 0.8496, shown="0.0%") == [("E4", "85.0%", "84.96%")]


def test_the_edge_of_the_tolerance_is_one_too(tmp_path: Path) -> None:
    assert _found(tmp_path, 0.85, 0.79962) == [("E4", "80%", "79.96%")]


def test_where_low_is_good_it_is_the_other_side(tmp_path: Path) -> None:
    assert _found(tmp_path, 0.03, 0.03004, good_is="low") == [("E4", "3%", "3.004%")]
    assert _found(tmp_path, 0.03, 0.02996, good_is="low") == []


@pytest.mark.parametrize(
    ("target", "figure", "shown"),
    [
        (0.8, 0.57 + 0.23, "0%"),  # a shade less only as floats go
        (0.3, 0.1 + 0.2, "0%"),
        (0.85, 0.8542, "0%"),  # rounded, and on the same side
        (0.85, 0.8496, "General"),
        (0.85, "85%", "0%"),
        (0.855, 0.8549, "0%"),  # shows as 85%, below as well
    ],
)
def test_what_is_rated_as_it_shows_is_none(
    tmp_path: Path, target: Cell, figure: Cell, shown: str
) -> None:
    assert _found(tmp_path, target, figure, shown=shown) == []
