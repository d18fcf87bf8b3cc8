"""Red rows without a comment."""

from __future__ import annotations

from pathlib import Path

from tests.support.books import Cell, checked, findings, scorecard

_HEADINGS = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG", "Comment")
_WHY = "Two posts are vacant."


def _found(folder: Path, *rows: tuple[Cell, ...], tolerance: str = "5 points") -> list[str | None]:
    named = [(f"A{n}", f"Plans {n}", 0.8, 0.7, *cells) for n, cells in enumerate(rows, 1)]
    book = scorecard(folder / "b.xlsx", named, _HEADINGS)
    told = f", tolerance: {tolerance}" if tolerance else ""
    rules = "name: s\nrating: rag\nindicators:\n" + "".join(
        f"  - {{id: A{n}, name: Plans {n}, unit: percent, good_is: high{told}}}\n"
        for n in range(1, len(rows) + 1)
    )
    outcome = checked(book, rules)
    return [cell for check, cell in findings(outcome) if check == "comment-missing-red"]


_RED, _GREEN = (0.5, None, None), (0.9, None, None)
_RED_WHY, _GREEN_WHY = (0.5, None, _WHY), (0.9, None, "Up.")


def test_the_one_red_row_without_a_comment_is_named(tmp_path: Path) -> None:
    assert _found(tmp_path, _RED, _RED_WHY, _RED_WHY, _GREEN) == ["G4"]
    assert _found(tmp_path, _RED, _GREEN_WHY, _GREEN_WHY, _GREEN_WHY) == ["G4"]


def test_where_comments_are_few_none_is_missing(tmp_path: Path) -> None:
    assert _found(tmp_path, _RED, _GREEN, _GREEN) == []
    assert _found(tmp_path, _RED, _GREEN_WHY, _GREEN) == []
    assert _found(tmp_path, _RED, _RED, _RED_WHY, _GREEN_WHY, _GREEN) == []
    assert _found(tmp_path, _RED, *[_GREEN] * 5, _GREEN_WHY, _GREEN_WHY) == []


def test_what_an_officer_rated_better_or_may_be_better_is_not_red(tmp_path: Path) -> None:
    amber = (0.5, "Amber", None)
    assert _found(tmp_path, amber, _RED_WHY, _RED_WHY) == []
    assert _found(tmp_path, _RED, _RED_WHY, _RED_WHY, tolerance="") == []
