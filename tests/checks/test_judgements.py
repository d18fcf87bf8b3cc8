"""Judgements that officers typed against what the rule gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import HEADINGS, ROWS, RULES, Cell, checked, findings, scorecard
from xl_scorecard.checks.judgements import statuses_meant
from xl_scorecard.domain.bands import CONCERN, RAG


def _found(
    folder: Path, heading: str, *words: Cell, rules: str = RULES
) -> list[tuple[str, str | None]]:
    """The findings where these words are typed beside a good, an acceptable and an amber row."""
    rows = [[*row, word] for row, word in zip(ROWS, words, strict=True)]
    return findings(checked(scorecard(folder / "q3.xlsx", rows, [*HEADINGS, heading]), rules))


@pytest.mark.parametrize("words", [("Good", "Acceptable", "Amber"), ("G", None, "A"),
                                   ("GREEN", "acceptable", " amber ")])  # fmt: skip
def test_words_that_agree_are_not_flagged(tmp_path: Path, words: tuple[Cell, ...]) -> None:
    assert _found(tmp_path, "RAG", *words) == []


def test_a_word_that_the_rule_contradicts_is_an_error(tmp_path: Path) -> None:
    found = _found(tmp_path, "RAG", "Amber", "R", "Good")
    assert found == [("rag-typed-differs", cell) for cell in ("G4", "G5", "G6")]


@pytest.mark.parametrize("words", [("tbc", "see note", "n/a"), ("B", "*", "?")])
def test_words_that_mean_no_status_are_not_flagged(tmp_path: Path, words: tuple[Cell, ...]) -> None:
    assert _found(tmp_path, "RAG", *words) == []


def test_a_word_beside_a_gap_is_not_said_to_differ(tmp_path: Path) -> None:
    rows = [[*ROWS[0][:5], "TBC", "Red"], *ROWS[1:]]
    workbook = scorecard(tmp_path / "q3.xlsx", rows, [*HEADINGS, "RAG"])
    assert findings(checked(workbook)) == []


def test_a_rag_that_a_formula_gives_was_not_typed(tmp_path: Path) -> None:
    def formula(book: Any, page: Any) -> None:
        for row in (3, 4, 5):
            page.write_formula(row, 6, '="Red"', None, "Red")

    workbook = scorecard(tmp_path / "q3.xlsx", ROWS, [*HEADINGS, "RAG"], more=formula)
    assert findings(checked(workbook)) == []


def test_words_of_travel_are_held_against_the_figures(tmp_path: Path) -> None:
    # 75 to 82 with high good, 25 to 23 with low good, 70 to 66 with high good
    assert _found(tmp_path, "DoT", "Improved", "Better", "Worse") == []
    assert _found(tmp_path, "DoT", "Worse", "Deteriorated", "Static") == [
        ("dot-typed-differs", cell) for cell in ("G4", "G5", "G6")
    ]


@pytest.mark.parametrize(
    ("word", "statuses"),
    [
        ("Good", {"good"}), ("green", {"good"}), ("g", {"good"}), ("Yellow", {"yellow"}),
        ("R", {"red"}), ("Not rated", {"not_rated"}), ("no data", {"no_data"}),
        ("blue", None), ("", None),
    ],
)  # fmt: skip
def test_a_typed_word_means_a_status_of_the_rating(word: str, statuses: set[str] | None) -> None:
    assert statuses_meant(word, CONCERN) == statuses


def test_good_means_green_where_there_is_no_band_called_good() -> None:
    assert statuses_meant("Good", RAG) == {"green"}
    assert statuses_meant("Yellow", RAG) is None
