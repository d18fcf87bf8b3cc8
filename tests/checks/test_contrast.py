"""Letters that hardly stand out from their cell, and ratings that are colours alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import More, checked, refreshed_into, scorecard

CONTRAST, COLOUR = "contrast-low", "status-colour-only"
GREEN, AMBER, RED = "#00B050", "#FFC000", "#FF0000"
HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q2 2018/19", "Q3 2018/19", "RAG")
WORDS = ("Green", "Amber", "Red")
ROWS = (
    ("A1", "Children seen", "High", 0.8, 0.75, 0.82),
    ("B1", "Children waiting", "Low", 0.2, 0.25, 0.23),
    ("C1", "Plans reviewed", "High", 0.8, 0.7, 0.66),
)


def _found(path: Path, check: str) -> list[tuple[str | None, str | None]]:
    return [(f.cell, f.found) for f in checked(path).findings if f.check == check]


def _rated(**looks: Any) -> More:
    """Ratings in words in column G, from row 4 on, all of one look."""

    def more(book: Any, page: Any) -> None:
        shown = book.add_format(looks)
        for row, word in enumerate(WORDS, 3):
            page.write_string(row, 6, word, shown)

    return more


@pytest.mark.parametrize(
    ("looks", "found"),
    [
        ({"font_color": AMBER}, [("G4", "#FFC000 on #FFFFFF")]),  # 1.6 to 1
        ({"font_color": RED}, [("G4", "#FF0000 on #FFFFFF")]),  # 4.0 to 1
        ({"font_color": RED, "bold": True}, []),  # large, for all that is known
        ({"font_color": "#FFFFFF", "bg_color": GREEN}, [("G4", "#FFFFFF on #00B050")]),
        ({"bg_color": AMBER}, []),
        ({"font_color": "#C00000"}, []),
        ({"font_color": "#FFFFFF"}, []),  # meant not to show
        ({}, []),
    ],
)
def test_letters_must_stand_out_by_four_and_a_half_to_one(
    tmp_path: Path, looks: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    path = scorecard(tmp_path / "q3.xlsx", ROWS, HEADINGS, more=_rated(**looks))
    assert _found(path, CONTRAST) == found


@pytest.mark.parametrize(("colour", "severity"), [(AMBER, "warning"), (RED, "info")])
def test_red_on_white_is_only_a_remark(tmp_path: Path, colour: str, severity: str) -> None:
    path = scorecard(tmp_path / "q3.xlsx", ROWS, HEADINGS, more=_rated(font_color=colour))
    assert [f.severity for f in checked(path).findings if f.check == CONTRAST] == [severity]


def test_what_a_conditional_format_colours_is_not_looked_at(tmp_path: Path) -> None:
    def more(book: Any, page: Any) -> None:
        _rated(font_color=AMBER)(book, page)
        dark = book.add_format({"bg_color": "#000000"})
        page.conditional_format("G4:G6", {"type": "no_blanks", "format": dark})

    path = scorecard(tmp_path / "q3.xlsx", ROWS, HEADINGS, more=more)
    assert _found(path, CONTRAST) == []


def test_what_is_hidden_is_not_looked_at(tmp_path: Path) -> None:
    def more(book: Any, page: Any) -> None:
        _rated(font_color=AMBER)(book, page)
        page.set_row(3, options={"hidden": True})

    path = scorecard(tmp_path / "q3.xlsx", ROWS, HEADINGS, more=more)
    assert [cell for cell, _ in _found(path, CONTRAST)] == ["G5"]


def test_our_own_colours_neither_add_a_finding_nor_hide_one(tmp_path: Path) -> None:
    def more(book: Any, page: Any) -> None:
        page.write_number("F4", 0.82, book.add_format({"font_color": AMBER, "num_format": "0%"}))

    path = scorecard(tmp_path / "q3.xlsx", more=more)
    refreshed_into(tmp_path / "out", path)
    before = _found(path, CONTRAST)
    assert before == [("F4", "#FFC000 on #FFFFFF")]
    assert _found(tmp_path / "out" / "q3.xlsx", CONTRAST) == before


def _coloured(*texts: str) -> More:
    def more(book: Any, page: Any) -> None:
        for row, (text, colour) in enumerate(zip(texts, (GREEN, AMBER, RED), strict=True), 3):
            shown = book.add_format({"bg_color": colour})
            page.write(row, 6, text or None, shown)

    return more


def test_ratings_of_colour_alone_are_one_finding_at_the_first(tmp_path: Path) -> None:
    path = scorecard(tmp_path / "q3.xlsx", ROWS, HEADINGS, more=_coloured("", "", ""))
    assert _found(path, COLOUR) == [("G4", "a colour alone")]


@pytest.mark.parametrize("texts", [WORDS, ("G", "A", "R"), ("✓", "●", "✗")])
def test_a_word_or_sign_in_the_coloured_cell_will_do(
    tmp_path: Path, texts: tuple[str, ...]
) -> None:
    path = scorecard(tmp_path / "q3.xlsx", ROWS, HEADINGS, more=_coloured(*texts))
    assert _found(path, COLOUR) == []


def test_coloured_figures_are_no_ratings_without_a_word(tmp_path: Path) -> None:
    def more(book: Any, page: Any) -> None:
        for row, colour in enumerate((GREEN, AMBER, RED), 3):
            shown = book.add_format({"bg_color": colour, "num_format": "0%"})
            page.write_number(row, 5, ROWS[row - 3][5], shown)

    assert _found(scorecard(tmp_path / "q3.xlsx", more=more), COLOUR) == []
