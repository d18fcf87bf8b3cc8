"""Ratings of indicators that are for information only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import Cell, checked, findings, scorecard

_HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q2 2018/19", "Q3 2018/19", "RAG")
_SEEN = ("B1", "Children seen", "High", 80, 78, 82, "Green")
_RULES = """\
name: s
defaults: {unit: count, tolerance: 5 points}
indicators:
  - {id: A1, name: Children in care}
  - {id: B1, name: Children seen}
"""


def _found(
    folder: Path, rag: Cell, *, good_is: str = "Neither", fill: str | None = None
) -> list[tuple[str, str | None]]:
    def coloured(book: Any, page: Any) -> None:
        if fill is not None:
            page.write_blank(3, 6, None, book.add_format({"bg_color": fill}))

    rows = [("A1", "Children in care", good_is, None, 671, 699, rag), _SEEN]
    book = scorecard(folder / "b.xlsx", rows, _HEADINGS, number_format="0", more=coloured)
    return findings(checked(book, _RULES))


@pytest.mark.parametrize("word", ["Red", "Amber", "G", "On target"])
def test_a_rating_of_what_is_for_information_is_named_once(tmp_path: Path, word: str) -> None:
    assert _found(tmp_path, word) == [("rag-on-information-row", "G4")]


@pytest.mark.parametrize("word", ["n/a", "Not rated", "-", "For information", "Blue", None])
def test_what_says_that_it_is_not_rated_is_right(tmp_path: Path, word: Cell) -> None:
    assert _found(tmp_path, word) == []


def test_a_colour_is_a_rating_too(tmp_path: Path) -> None:
    assert _found(tmp_path, None, fill="#92D050") == [("rag-on-information-row", "G4")]
    assert _found(tmp_path, None, fill="#D9D9D9") == []


def test_a_row_that_only_lacks_its_target_is_not_for_information(tmp_path: Path) -> None:
    assert _found(tmp_path, "Red", good_is="High") == [("target-missing", "D4")]
