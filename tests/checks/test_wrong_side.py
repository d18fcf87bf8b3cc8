"""Amber thresholds on the better side of their targets."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, findings, scorecard

_HEADINGS = ("Ref", "Measure", "Good is", "Target", "Amber threshold", "Q2 2018/19", "Q3 2018/19")
_OTHERS = (("Plans", "High", 0.9, 0.85, 0.8, 0.8), ("Visits", "Low", 0.2, 0.25, 0.3, 0.3))


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (("Waits", "Low", 0.2, 0.15, 0.3, 0.3), ["E4"]),
        (("Seen", "High", 0.8, 0.85, 0.7, 0.7), ["E4"]),
        (("Waits", "Low", 0.2, 0.25, 0.3, 0.3), []),
        (("Seen", "High", 0.8, 0.75, 0.7, 0.7), []),
        (("Seen", "High", 0.8, 0.8, 0.7, 0.7), []),  # there is no amber
        (("Seen", "Neither", 0.8, 0.85, 0.7, 0.7), []),
    ],
)
def test_a_threshold_on_the_better_side_is_named(
    tmp_path: Path, row: tuple[Cell, ...], cells: list[str]
) -> None:
    assert _found(tmp_path, row, *_OTHERS) == cells


def test_a_column_that_has_most_of_them_so_means_something_else(tmp_path: Path) -> None:
    row = ("Waits", "Low", 0.2, 0.15, 0.3, 0.3)
    assert _found(tmp_path, row, _OTHERS[0]) == []
    assert _found(tmp_path, row, ("Seen", "High", 0.8, 0.85, 0.7, 0.7), *_OTHERS) == []


def _found(folder: Path, *rows: tuple[Cell, ...]) -> list[str | None]:
    named = [(f"A{n}", *row) for n, row in enumerate(rows, 1)]
    book = scorecard(folder / "b.xlsx", named, _HEADINGS)
    rules = "name: s\nindicators:\n" + "".join(
        f"  - {{id: {key}, name: {name}, unit: percent}}\n" for key, name, *_ in named
    )
    outcome = checked(book, rules)
    return [cell for check, cell in findings(outcome) if check == "tolerance-wrong-side"]
