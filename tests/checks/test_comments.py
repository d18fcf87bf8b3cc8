"""Red rows without a comment, and comments that are not a row's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

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


def test_without_a_tolerance_a_row_rated_red_is_red(tmp_path: Path) -> None:
    why = (0.7, "Red", _WHY)
    assert _found(tmp_path, (0.7, "Red", None), why, why, tolerance="") == ["G4"]
    assert _found(tmp_path, (0.7, None, None), why, why, tolerance="") == []


_PLAIN = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "Comment")
_TWO = """\
name: s
indicators:
  - {id: A1, name: Seen, unit: percent}
  - {id: B1, name: Plans, unit: percent}
"""


def _copied(folder: Path, first: str, second: str, before: str = "") -> list[str | None]:
    def earlier(book: Any, _: Any) -> None:
        if before:
            page = book.add_worksheet("Q2")
            page.write_row(2, 0, ("Ref", "Measure", "Q2 2018/19", "Comment"))
            page.write_row(3, 0, ("A1", "Seen", 0.78, before))
            page.write_row(4, 0, ("B1", "Plans", 0.66, "Two posts are vacant."))

    rows = [("A1", "Seen", 0.78, 0.84, first), ("B1", "Plans", 0.66, 0.61, second)]
    book = scorecard(folder / "b.xlsx", rows, _PLAIN, sheet="Q3", more=earlier)
    return [c for check, c in findings(checked(book, _TWO)) if check == "comment-repeated"]


def test_a_comment_with_the_figure_of_another_row_is_named(tmp_path: Path) -> None:
    words = "Rose to 84% after the recruitment."
    assert _copied(tmp_path, words, words) == ["E5"]
    assert _copied(tmp_path, words, words.upper()) == ["E5"]
    assert _copied(tmp_path, words, "Rose after the recruitment.") == []


def test_what_two_measures_may_well_share_is_not_named(tmp_path: Path) -> None:
    for words in ("Two of four posts are vacant.", "Rose to 84%, plans fell to 61%.", "84%"):
        assert _copied(tmp_path, words, words) == []


def test_last_quarters_comment_with_the_figure_of_then_is_named(tmp_path: Path) -> None:
    words = "Now at 78% after the recruitment."
    assert _copied(tmp_path, words, "Short of staff.", before=words) == ["E4"]
    assert _copied(tmp_path, words, "Short of staff.", before="Up to 78%.") == []
    constant = "Counts the 12 months to date."
    assert _copied(tmp_path, constant, "Short of staff.", before=constant) == []


def test_a_running_total_too_is_held_against_the_quarter_before(tmp_path: Path) -> None:
    words, headings = "74 in all, as planned by then.", ("Measure", "Q2 2018/19", "Comment")
    now = ("Measure", "Q2 2018/19", "Q3 2018/19", "Comment")

    def write(book: Any, _: Any) -> None:
        page = book.add_worksheet("Q2 2018-19")
        page.write_row(2, 0, headings)
        page.write_row(3, 0, ("Carers approved (year to date)", 74, words))

    rows = [("Carers approved (year to date)", 74, 113, words)]
    book = scorecard(tmp_path / "b.xlsx", rows, now, sheet="Q3 2018-19", number_format="0",
                     more=write)  # fmt: skip
    rules = "name: s\nindicators:\n  - {id: A1, name: Carers approved (year to date)}\n"
    assert ("comment-repeated", "D4") in findings(checked(book, rules))


@pytest.mark.parametrize(
    ("own", "said"),
    [(0.80575, "80.6% in Q3, as planned."), (0.19, "19.0% in Q3, as planned.")],
)
def test_a_comment_may_give_a_figure_as_its_cell_shows_it(
    tmp_path: Path, own: float, said: str
) -> None:
    def copied(of_first: float, of_second: float) -> list[str | None]:
        rows = [("A1", "Seen", 0.7, of_first, said), ("B1", "Plans", 0.66, of_second, said)]
        outcome = checked(scorecard(tmp_path / "b.xlsx", rows, _PLAIN), _TWO)
        return [cell for check, cell in findings(outcome) if check == "comment-repeated"]

    assert copied(own, 0.325) == ["E5"]
    assert copied(own, own) == []
    assert copied(0.5, 0.325) == []
