"""Arrows over a break, and arrows from a figure that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, findings, scorecard

_HEADINGS = ("Ref", "Measure", "Q3 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "DoT")
_CHECKS = ("dot-across-break", "dot-no-previous", "dot-typed-differs")


def _found(
    folder: Path, *cells: Cell, more: str = "", headings: tuple[Cell, ...] = _HEADINGS
) -> list[tuple[str, str | None]]:
    rows = [("A1", "Children seen", *cells), ("B1", "Visits made", 0.5, 0.6, 0.6, 0.7, "↑")]
    rules = (
        "name: s\ndefaults: {unit: percent, good_is: high}\nindicators:\n"
        f"  - {{id: A1, name: Children seen{more}}}\n  - {{id: B1, name: Visits made}}\n"
    )
    found = findings(checked(scorecard(folder / "b.xlsx", rows, headings), rules))
    return [each for each in found if each[0] in _CHECKS]


@pytest.mark.parametrize("word", ["↑", "→", "Improved", "Up", "Static"])
def test_any_move_over_a_break_is_named(tmp_path: Path, word: str) -> None:
    found = _found(tmp_path, None, 0.7, 0.763, 0.864, word, more=", breaks: [2018/19 Q3]")
    assert found == [("dot-across-break", "G4")]


def test_a_break_marked_in_the_cell_counts_and_an_earlier_one_does_not(tmp_path: Path) -> None:
    assert _found(tmp_path, None, 0.7, 0.763, "86.4% [b]", "↑") == [("dot-across-break", "G4")]
    assert _found(tmp_path, None, 0.7, "76.3% [b]", 0.864, "↑") == []


@pytest.mark.parametrize("word", ["break", "n/a", "-", "not comparable", None])
def test_that_there_is_no_move_is_right(tmp_path: Path, word: Cell) -> None:
    assert _found(tmp_path, None, 0.7, 0.763, 0.864, word, more=", breaks: [2018/19 Q3]") == []
    assert _found(tmp_path, None, None, None, 0.864, word) == []


def test_an_arrow_from_a_suppressed_or_a_first_figure_is_named(tmp_path: Path) -> None:
    assert _found(tmp_path, None, 0.7, "[c]", 0.8, "↑") == [("dot-no-previous", "G4")]
    assert _found(tmp_path, None, None, None, 0.8, "↑") == [("dot-no-previous", "G4")]


def test_the_whole_of_last_year_is_nothing_that_a_quarter_moved_from(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "2017/18", "Q2 2018/19", "Q3 2018/19", "Q4 2018/19", "DoT")
    rows = [("A1", "Children seen", 0.71, 0.7, "[c]", 0.8, "↑")]
    book = scorecard(tmp_path / "b.xlsx", rows, headings)
    rules = "name: s\nindicators:\n  - {id: A1, name: Children seen, unit: percent}\n"
    found = [f for f in findings(checked(book, rules)) if f[0] in _CHECKS]
    assert found == [("dot-no-previous", "G4")]


def test_an_arrow_that_may_be_told_from_another_figure_is_none(tmp_path: Path) -> None:
    assert _found(tmp_path, 0.6, None, "[c]", 0.8, "↑") == []  # a year ago
    assert _found(tmp_path, None, 0.7, None, 0.8, "↑") == []  # the last one there is
    assert _found(tmp_path, None, 0.7, "TBC", 0.8, "↑") == []


def test_where_only_one_period_stands_there_the_others_are_elsewhere(tmp_path: Path) -> None:
    rows = [("A1", "Children seen", 0.8, "↑"), ("B1", "Visits made", 0.7, "↓")]
    book = scorecard(tmp_path / "b.xlsx", rows, ("Ref", "Measure", "Q3 2018/19", "DoT"))
    rules = (
        "name: s\ndefaults: {unit: percent, good_is: high}\nindicators:\n"
        "  - {id: A1, name: Children seen}\n  - {id: B1, name: Visits made}\n"
    )
    assert [f for f in findings(checked(book, rules)) if f[0] in _CHECKS] == []
