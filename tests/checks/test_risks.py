"""Registers of risks beside a scorecard: scores, and the words for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.support.books import Cell, More, checked, refreshed_into, scorecard

PRODUCT, BAND, SCALE = "risk-product", "risk-band", "risk-off-scale"
HEADINGS = ("Ref", "Risk", "Likelihood", "Impact", "Score", "Level")
RISKS = (
    ("R1", "Practice", 3, 4, 12, "Moderate"),
    ("R2", "Workforce", 4, 3, 12, "Moderate"),
    ("R3", "Placements", 4, 4, 16, "High"),
    ("R4", "Education", 3, 4, 12, "Moderate"),
)


def _beside(rows: Sequence[Sequence[Cell]], sheet: str = "Risks", key: Sequence[str] = ()) -> More:
    """A register from A1 on, on a sheet of its own, with lines of a key well below it."""

    def more(book: Any, _: Any) -> None:
        page = book.add_worksheet(sheet)
        for row, cells in enumerate(rows):
            page.write_row(row, 0, cells)
        for row, line in enumerate(key, len(rows) + 2):
            page.write_string(row, 1, line)

    return more


def _found(
    folder: Path, rows: Sequence[Sequence[Cell]], key: Sequence[str] = ()
) -> list[tuple[str, str | None, str | None, str | None]]:
    outcome = checked(scorecard(folder / "q3.xlsx", more=_beside(rows, key=key)))
    return [(f.check, f.cell, f.found, f.expected) for f in outcome.findings if f.sheet == "Risks"]


def _with(place: int, *risk: Cell) -> tuple[Sequence[Cell], ...]:
    """The risks, one of them another."""
    return (HEADINGS, *RISKS[:place], risk, *RISKS[place + 1 :])


def test_a_register_that_is_right_has_no_finding(tmp_path: Path) -> None:
    assert _found(tmp_path, (HEADINGS, *RISKS)) == []


def test_four_times_three_is_not_sixteen(tmp_path: Path) -> None:
    rows = _with(1, "R2", "Workforce", 4, 3, 16, "High")
    assert _found(tmp_path, rows) == [(PRODUCT, "E3", "16", "12")]


def test_numbers_typed_as_text_and_with_words_are_read(tmp_path: Path) -> None:
    rows = (
        ("Ref", "Risk", "Likelihood", "Impact", "Score"),
        ("R1", "Practice", "3 - Possible", "4 - Major", "12 (Moderate)"),
        ("R2", "Workforce", "4", "4", "16 (High)"),
        ("R3", "Placements", "Likely (4)", "3", "High 15"),
    )
    assert _found(tmp_path, rows) == [(PRODUCT, "E4", "15", "12")]


def test_inherent_and_residual_scores_are_each_of_their_own_factors(tmp_path: Path) -> None:
    rows = (
        ("Risk", "Likelihood", "Impact", "Inherent", "Likelihood", "Impact", "Residual"),
        ("Practice", 4, 5, 20, 3, 4, 12),
        ("Workforce", 4, 4, 16, 2, 4, 12),
        ("Placements", 5, 4, 20, 2, 3, 6),
    )
    assert _found(tmp_path, rows) == [(PRODUCT, "G3", "12", "8")]


@pytest.mark.parametrize(
    "scores",
    [
        (7, 7, 8, 7),  # likelihood and impact added
        (17, 18, 21, 17),  # looked up in a matrix of their own
        (None, None, None, None),
    ],
)
def test_scores_that_are_no_products_are_made_in_another_way(
    tmp_path: Path, scores: Sequence[Cell]
) -> None:
    rows = [(*risk[:4], score) for risk, score in zip(RISKS, scores, strict=True)]
    assert _found(tmp_path, (HEADINGS[:5], *rows)) == []


def test_a_likelihood_of_nought_is_off_the_scale(tmp_path: Path) -> None:
    rows = _with(1, "R2", "Workforce", 0, 3, 0, "Low")
    assert _found(tmp_path, rows) == [(SCALE, "C3", "0", "whole steps from 1 to 5")]


ALONE = (("Risk", "Risk score"), ("A", 12), ("B", 16), ("C", 20), ("D", 6))


@pytest.mark.parametrize(("score", "found"), [(14, True), (23, True), (15, False), (18, False)])
def test_a_score_alone_must_be_a_product(tmp_path: Path, score: int, *, found: bool) -> None:
    cells = [cell for _, cell, *_ in _found(tmp_path, (*ALONE, ("E", score)))]
    assert cells == (["B6"] if found else [])


def test_two_scores_that_are_no_products_are_no_slip(tmp_path: Path) -> None:
    assert _found(tmp_path, (*ALONE, ("E", 14), ("F", 11))) == []


def test_a_word_that_other_risks_contradict_is_found(tmp_path: Path) -> None:
    rows = _with(1, "R2", "Workforce", 4, 3, 12, "High")
    assert _found(tmp_path, (*rows, ("R5", "Budget", 4, 3, 12, "Moderate"))) == [
        (BAND, "F3", "High", "Moderate")
    ]
    turned = _with(2, "R3", "Placements", 4, 4, 16, "Low")
    assert _found(tmp_path, turned) == [(BAND, "F4", "Low", "Moderate")]


def test_impact_may_weigh_more_than_likelihood(tmp_path: Path) -> None:
    rows = (
        HEADINGS,
        ("R1", "Practice", 2, 5, 10, "High"),
        ("R2", "Workforce", 4, 3, 12, "Moderate"),
        ("R3", "Placements", 5, 2, 10, "Moderate"),
        ("R4", "Education", 1, 5, 5, "Moderate"),
        ("R5", "Budget", 5, 1, 5, "Low"),
    )
    assert _found(tmp_path, rows) == []


def test_the_key_on_the_sheet_says_what_a_score_is_called(tmp_path: Path) -> None:
    key = ("Low (1-6)", "Moderate 8 - 12", "High: 15 to 25")
    rows = _with(2, "R3", "Placements", 4, 4, 16, "Moderate")
    assert _found(tmp_path, rows) == []  # without a key, all may be Moderate
    assert _found(tmp_path, rows, key) == [(BAND, "F4", "Moderate", "High")]
    assert _found(tmp_path, (HEADINGS, *RISKS), key) == []


def test_a_key_to_something_else_is_not_held_against_the_risks(tmp_path: Path) -> None:
    key = ("Low: 80 to 100", "Moderate: 60 to 79", "High: 0 to 59")
    assert _found(tmp_path, (HEADINGS, *RISKS), key) == []


def test_a_register_below_the_scorecard_is_read_too_and_linked_to(tmp_path: Path) -> None:
    def below(_: Any, page: Any) -> None:
        rows = (HEADINGS, *RISKS[:3], ("R4", "Education", 3, 4, 16, "Moderate"))
        for row, cells in enumerate(rows, 11):
            page.write_row(row, 0, cells)

    path = scorecard(tmp_path / "q3.xlsx", more=below)
    outcome = refreshed_into(tmp_path / "out", path)
    assert [(f.sheet, f.cell) for f in outcome.findings if f.check == PRODUCT] == [
        ("Scorecard", "E16")
    ]


def test_the_checks_sheet_leads_to_a_register_of_its_own(tmp_path: Path) -> None:
    rows = _with(1, "R2", "Workforce", 4, 3, 16, "High")
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx", more=_beside(rows)))
    page = openpyxl.load_workbook(tmp_path / "out" / "q3.xlsx")["Checks"]
    links = [str(row[2].value) for row in page if "HYPERLINK" in str(row[2].value)]
    assert len(links) == 1
    assert "#'Risks'!" in links[0]
    assert "'Risks'!$E$3" in links[0]


@pytest.mark.parametrize(
    "line",
    [
        "Low 1 to 6, Medium 8 to 12, High 15 to 25",
        "Key: Low (1-6); Medium (8-12); High (15-25)",
        "Low: 1 – 6 Medium: 8 – 12 High: 15 – 25",
        "1-6 Low, 8-12 Medium, 15-25 High",
    ],
)
def test_a_key_in_one_line_says_what_each_word_stands_for(tmp_path: Path, line: str) -> None:
    rows = (
        HEADINGS,
        ("R1", "Practice", 1, 4, 4, "Low"),
        ("R2", "Workforce", 4, 4, 16, "Medium"),
        ("R3", "Placements", 3, 3, 9, "Medium"),
        ("R4", "Education", 4, 5, 20, "High"),
    )
    assert _found(tmp_path, rows, (line,)) == [(BAND, "F3", "Medium", "High")]


def test_a_sentence_with_one_word_and_one_range_is_no_key(tmp_path: Path) -> None:
    rows = (HEADINGS, *RISKS[:3], ("R4", "Education", 4, 5, 20, "High"))
    assert _found(tmp_path, rows, ("High demand in weeks 1 to 4 of the term",)) == []


@pytest.mark.parametrize("score", [16, 24])
def test_six_is_off_a_scale_whose_key_ends_with_25(tmp_path: Path, score: int) -> None:
    rows = _with(2, "R3", "Placements", 6, 4, score, "High")
    key = ("Low 1 to 6, Moderate 8 to 12, High 15 to 25",)
    assert (SCALE, "C4", "6", "whole steps from 1 to 5") in _found(tmp_path, rows, key)
    assert not [each for each in _found(tmp_path, rows) if each[0] == SCALE]  # who knows
    larger = ("Low 1 to 6, Moderate 8 to 12, High 15 to 36",)
    assert not [each for each in _found(tmp_path, rows, larger) if each[0] == SCALE]
