"""Figures of earlier quarters against the sheets that were about them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.books import Cell, checked, findings, scorecard

_HEADINGS = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_NAMES = ("Children seen", "Plans reviewed", "Visits made")
_RULES = "name: s\nindicators:\n" + "".join(
    f"  - {{id: A{n}, name: {name}, unit: percent}}\n" for n, name in enumerate(_NAMES, 1)
)
_BEFORE = ((0.78, 0.81), (0.66, 0.7), (0.5, 0.55))


def _found(
    folder: Path, now: Sequence[Sequence[Cell]], before: Sequence[Sequence[Cell]] = _BEFORE
) -> list[tuple[str, str | None]]:
    def earlier(book: Any, _: Any) -> None:
        page, shown = book.add_worksheet("Q2"), book.add_format({"num_format": "0.0%"})
        page.write_row(2, 0, _HEADINGS[:4])
        for row, cells in enumerate(before):
            page.write_row(3 + row, 0, (f"A{row + 1}", _NAMES[row], *cells), shown)

    rows = [
        (f"A{n}", name, *cells) for n, (name, cells) in enumerate(zip(_NAMES, now, strict=True), 1)
    ]
    book = scorecard(folder / "b.xlsx", rows, _HEADINGS, sheet="Q3", more=earlier)
    return [found for found in findings(checked(book, _RULES)) if found[0] == "history-changed"]


@pytest.mark.parametrize(
    ("first", "cells"),
    [
        ((0.78, 0.83, 0.84), ["D4"]),
        ((0.79, 0.83, 0.84), ["C4", "D4"]),
        ((0.78, 0.81, 0.84), []),
        ((0.78, "83% [r]", 0.84), []),
        ((0.78, None, 0.84), []),
    ],
)
def test_a_changed_figure_is_named_unless_it_is_marked(
    tmp_path: Path, first: Sequence[Cell], cells: list[str]
) -> None:
    found = _found(tmp_path, (first, (0.66, 0.7, 0.72), (0.5, 0.55, 0.6)))
    assert found == [("history-changed", cell) for cell in cells]


def test_a_figure_that_was_provisional_or_is_stated_finer_has_not_changed(tmp_path: Path) -> None:
    now = ((0.78, 0.814, 0.84), (0.66, 0.7, 0.72), (0.5, 0.56, 0.6))
    before = ((0.78, 0.81), (0.66, 0.7), (0.5, "55% (p)"))
    assert _found(tmp_path, now, before) == []


def test_a_whole_number_among_figures_with_decimals_is_no_rounding_of_another(
    tmp_path: Path,
) -> None:
    fine = (0.772, 0.838, 0.841), (0.663, 0.71, 0.722), (0.5, 0.55, 0.6)
    published = (0.772, 0.838), (0.663, 0.714), (0.5, 0.55)
    assert _found(tmp_path, fine, published) == [("history-changed", "D5")]


def test_where_most_figures_are_others_they_count_something_else(tmp_path: Path) -> None:
    now = ((0.7, 0.83, 0.84), (0.6, 0.75, 0.72), (0.5, 0.55, 0.6))
    assert _found(tmp_path, now) == []
