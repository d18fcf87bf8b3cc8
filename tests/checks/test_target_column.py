"""A scorecard without any target, whose rows are to be rated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard

MISSING = "required-column-missing"
RULES = """\
name: s
indicators:
  - {id: A1, name: Children seen, unit: percent, good_is: high}
  - {id: B1, name: Plans reviewed, unit: percent, good_is: high}
"""
TOLERANT = RULES.replace("indicators", "defaults: {tolerance: 5 points}\nindicators")
HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "RAG")
ROWS = (("A1", "Children seen", 0.75, 0.82), ("B1", "Plans reviewed", 0.7, 0.66))


def _found(
    folder: Path,
    rules: str,
    headings: tuple[str, ...] = HEADINGS,
    rows: tuple[tuple[Cell, ...], ...] = ROWS,
) -> list[tuple[str | None, str]]:
    outcome = checked(scorecard(folder / "s.xlsx", rows, headings), rules)
    return [(f.cell, f.severity) for f in outcome.findings if f.check == MISSING]


def test_rules_that_say_all_but_the_target_show_that_one_is_meant(tmp_path: Path) -> None:
    assert _found(tmp_path, TOLERANT) == [("B3", "error")]


def test_judgements_alone_are_a_lesser_finding(tmp_path: Path) -> None:
    rated = tuple((*row, word) for row, word in zip(ROWS, ("Green", "Red"), strict=True))
    assert _found(tmp_path, RULES, rows=rated) == [("B3", "warning")]


def test_a_scorecard_for_information_needs_no_targets(tmp_path: Path) -> None:
    assert _found(tmp_path, RULES) == []
    neither = TOLERANT.replace("good_is: high", "good_is: neither")
    assert _found(tmp_path, neither) == []


@pytest.mark.parametrize(
    ("rules", "headings"),
    [
        (TOLERANT.replace("Children seen,", "Children seen, target: 80%,"), HEADINGS),
        (TOLERANT, ("Ref", "Measure", "Target", "Q3 2018/19", "RAG")),
    ],
)
def test_one_target_of_rule_or_column_will_do(
    tmp_path: Path, rules: str, headings: tuple[str, ...]
) -> None:
    assert _found(tmp_path, rules, headings) == []


def test_a_column_under_another_heading_is_found_missing_until_it_is_named(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Plimsoll line", "Q3 2018/19", "RAG")
    assert _found(tmp_path, TOLERANT, headings) == [("B3", "error")]
    named = f"workbook: {{headings: {{target: [Plimsoll line]}}}}\n{TOLERANT}"
    assert _found(tmp_path, named, headings) == []


def test_a_column_of_which_way_is_good_without_targets_is_for_information(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Good is", "Q2 2018/19", "Q3 2018/19", "DoT")
    rows = (("A1", "Children seen", "High", 0.75, 0.82, "↑"),
            ("B1", "Plans reviewed", "High", 0.7, 0.66, "↓"))  # fmt: skip
    assert _found(tmp_path, RULES, headings, rows) == [("B3", "info")]
    unrated = RULES.replace("indicators", "columns: [direction]\nindicators")
    assert _found(tmp_path, unrated, headings, rows) == []
    assert _found(tmp_path, RULES, (*headings[:5], "Target"), rows) == []
