"""Ratings that say none, are misspelt, unknown, or differ from those of a second column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import Cell, More, checked, scorecard

_HEADINGS = ("Ref", "Measure", "Good is", "Polarity", "Target", "Q2 2018/19", "Q3 2018/19", "RAG",
             "RAG", "Comment")  # fmt: skip
_ROWS: tuple[tuple[Cell, ...], ...] = (
    ("High", "High", 0.82, "Green", "G", None),
    ("High", "Low", 0.83, "Green", "Amber", None),  # each pair of columns differs
    ("Low", "Low", 0.86, "N/A", None, None),  # red by the rule
    ("High", "Higher is better", 0.9, "Blue", None, None),
    ("High", "High", 0.6, "On target", "Met", None),  # red by the rule
    ("High", "High", 0.84, "Met", "Met", None),
    ("High", "High", 0.7, "n/a", None, "Too few cases to rate"),
    ("High", "High", 0.81, "-", "-", None),
    ("High", "High", 0.66, "Redd", None, None),
    ("High", "High", 0.77, "Amver", None, None),
    ("High", None, 0.84, "TBC", None, None),
    ("High", "High", 0.82, "Monitor", None, None),
    ("High", "High", 0.83, "Green", "Green", None),
    ("High", "High", 0.83, "Green", "Green", None),
    ("High", "High", 0.79, "Amber", "Amber", None),
)
_NEW = ("rag-not-given", "rag-unknown", "columns-contradict", "rag-typed-differs")


def _rows(**other: Cell) -> list[list[Cell]]:
    return [
        [f"A{at}", f"Measure {at}", good, way, 0.8, 0.8, now, *(other.get(f"A{at}", rag), *rest)]
        for at, (good, way, now, rag, *rest) in enumerate(_ROWS)
    ]


def _found(
    folder: Path,
    rows: list[list[Cell]],
    rating: str = "rag",
    title: str = "",
    more: More | None = None,
) -> set[str]:
    rules = f"name: s\nrating: {rating}\ndefaults: {{tolerance: 5 points, unit: percent}}\n"
    named = "".join(f"  - {{id: A{at}, name: Measure {at}}}\n" for at in range(len(rows)))
    book = scorecard(
        folder / "b.xlsx", rows, _HEADINGS, more=more or (lambda _, page: page.write(0, 5, title))
    )
    found = checked(book, f"{rules}indicators:\n{named}").findings
    return {f"{f.check} {f.cell} {f.severity}" for f in found if f.check in _NEW}


def test_each_is_named_in_its_cell_and_what_may_mean_nothing_is_not(tmp_path: Path) -> None:
    assert _found(tmp_path, _rows()) == {
        "columns-contradict D5 warning",
        "columns-contradict I5 warning",
        "rag-not-given H6 warning",
        "rag-unknown H7 info",
        "rag-typed-differs H8 error",
        "rag-not-given H10 info",  # the comment may say why
        "rag-unknown H12 warning",
        "rag-unknown H13 warning",
    }


def test_what_the_sheet_explains_or_does_throughout_is_its_own_way(tmp_path: Path) -> None:
    explained = _found(tmp_path, _rows(), title="Blue: completed")
    assert "rag-unknown H7 info" not in explained
    often = _rows(**{f"A{at}": "N/A" for at in (2, 7, 10, 11, 12, 13)})
    assert not [each for each in _found(tmp_path, often) if "not-given" in each]


@pytest.mark.parametrize(
    ("key", "is_explained"),
    [
        (("Blue", "Completed, no longer reported"), True),
        (("Blue = completed",), True),
        (("Blue badges issued",), False),
    ],
)
def test_a_key_on_another_sheet_explains_a_colour(
    tmp_path: Path, key: tuple[str, ...], *, is_explained: bool
) -> None:
    def write(book: Any, _: Any) -> None:
        book.add_worksheet("Key").write_row(0, 0, key)

    assert ("rag-unknown H7 info" in _found(tmp_path, _rows(), more=write)) is not is_explained


def test_a_side_of_the_target_is_held_against_the_figure_where_high_is_good(
    tmp_path: Path,
) -> None:
    sides = {"A0": "Above", "A2": "Above", "A3": "Below", "A4": "below target", "A12": "Over"}
    rows = _rows(**sides)  # 82%, 86% (low is good), 90%, 60% and 83% against 80%
    found = {cell for cell in _found(tmp_path, rows) if "rag-typed-differs" in cell}
    assert found == {"rag-typed-differs H7 error"}
