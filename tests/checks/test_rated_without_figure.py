"""Ratings typed where there is no figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, findings, scorecard

_HEADINGS = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG")
_OTHERS = [
    ("B1", "Visits made", 0.8, 0.7, 0.82, "Green"),
    ("C1", "Plans written", 0.8, 0.7, 0.6, "Red"),
]


def _found(
    folder: Path, row: tuple[Cell, ...], headings: tuple[Cell, ...] = _HEADINGS
) -> list[str | None]:
    width = len(headings) - len(_HEADINGS)
    others = [(*other[:5], *[0.8] * width, other[5]) for other in _OTHERS]
    book = scorecard(folder / "b.xlsx", [("A1", "Children seen", *row), *others], headings)
    rules = "name: s\nindicators:\n" + "".join(
        f"  - {{id: {key}, name: {name}, unit: percent, good_is: high, tolerance: 5 points}}\n"
        for key, name in (("A1", "Children seen"), ("B1", "Visits made"), ("C1", "Plans written"))
    )
    return [cell for check, cell in findings(checked(book, rules)) if check == "rag-without-value"]


@pytest.mark.parametrize("figure", [None, "TBC", "[c]", "c", "n/a", "[x]"])
def test_a_rating_beside_a_blank_or_a_marker_is_named(tmp_path: Path, figure: Cell) -> None:
    assert _found(tmp_path, (0.8, 0.7, figure, "Green")) == ["F4"]


@pytest.mark.parametrize(
    ("figure", "rag"),
    [
        (0.82, "Green"),
        ("TBC", None),
        ("TBC", "n/a"),
        ("TBC", "No data"),
        ("On schedule", "Green"),  # told in words, and judged by them
        ("Not started", "Red"),
        ("<5", "Green"),
        ("Annual", "Green"),  # that of the year
        ("not due", "Green"),
    ],
)
def test_what_can_be_rated_or_is_not_is_none(tmp_path: Path, figure: Cell, rag: Cell) -> None:
    assert _found(tmp_path, (0.8, 0.7, figure, rag)) == []


def test_a_rating_of_the_quarters_last_month_is_none(tmp_path: Path) -> None:
    headings = (*_HEADINGS[:5], "Dec-18", "RAG")
    assert _found(tmp_path, (0.8, 0.7, None, 0.82, "Green"), headings) == []
    assert _found(tmp_path, (0.8, 0.7, None, None, "Green"), headings) == ["G4"]
