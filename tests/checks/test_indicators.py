"""Rows against rules: unknown, repeated and missing indicators."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.support.books import ROWS, RULES, Cell, checked, scorecard
from xl_scorecard.domain.outcome import FindingResult


def _found(folder: Path, rows: Sequence[Sequence[Cell]], rules: str = RULES) -> list[FindingResult]:
    return checked(scorecard(folder / "q3.xlsx", rows), rules).findings


def test_a_row_no_rule_is_about_is_an_error_but_still_rated(tmp_path: Path) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx", [*ROWS, ("Z9", "Dental", "High", 0.8, 0.7, 0.79)])
    outcome = checked(workbook)
    (finding,) = outcome.findings
    assert (finding.check, finding.severity, finding.cell) == ("indicator-no-rule", "error", "B7")
    assert outcome.indicators[-1].status == "acceptable"


def test_a_row_that_is_nearly_known_is_given_a_hint(tmp_path: Path) -> None:
    rows = [*ROWS[:2], ("C9", "Plans reviewed in time", "High", 0.8, 0.7, 0.66)]
    rules = RULES.replace("name: Plans reviewed", "name: Plans reviewed on time")
    unknown = next(f for f in _found(tmp_path, rows, rules) if f.check == "indicator-no-rule")
    assert "did you mean C1, Plans reviewed on time?" in unknown.message


def test_an_indicator_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, [*ROWS, ROWS[0]])
    assert (finding.check, finding.severity, finding.cell) == ("indicator-duplicate", "error", "B7")
    assert "row 4" in finding.message
    assert "row 7" in finding.message


def test_a_rule_whose_row_is_gone_is_a_warning(tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, ROWS[:2])
    assert (finding.check, finding.severity) == ("rule-no-indicator", "warning")
    assert (finding.indicator, finding.cell) == ("C1", None)


def test_a_complete_scorecard_has_none(tmp_path: Path) -> None:
    assert _found(tmp_path, ROWS) == []


def test_a_misspelt_row_is_one_finding_and_its_rule_not_gone(tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, [*ROWS[:2], ("", "Plans reveiwed", "High", 0.8, 0.7, 0.66)])
    assert (finding.check, finding.cell) == ("indicator-no-rule", "B6")
    assert (finding.found, finding.expected) == ("Plans reveiwed", "C1 (Plans reviewed)")


_BROKEN_DOWN = """\
name: small
indicators:
  - {id: A1, name: Contacts, unit: count}
  - {id: A2, name: Referrals, unit: count}
  - {id: M, name: Male, unit: count}
  - {id: F, name: Female, unit: count}
  - {id: P, name: of which police, unit: count}
"""


def test_rows_that_break_down_one_row_after_the_other_do_not_stand_twice(tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("", "Contacts", "", None, 30, 32), ("", "Male", "", None, 14, 17),
        ("", "Female", "", None, 16, 15), ("", "of which police", "", None, 3, 4),
        ("", "Referrals", "", None, 20, 21), ("", "Male", "", None, 9, 10),
        ("", "Female", "", None, 11, 11), ("", "of which police", "", None, 2, 1),
    ]  # fmt: skip
    assert _found(tmp_path, rows, _BROKEN_DOWN) == []


def test_rows_pasted_twice_do(tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("", "Contacts", "", None, 30, 32), ("", "Male", "", None, 14, 17),
        ("", "Female", "", None, 16, 15), ("", "of which police", "", None, 3, 4),
        ("", "Referrals", "", None, 20, 21), ("", "Male", "", None, 14, 17),
    ]  # fmt: skip
    (finding,) = _found(tmp_path, rows, _BROKEN_DOWN)
    assert (finding.check, finding.cell) == ("indicator-duplicate", "B9")


TWO_TEAMS = """\
name: small
defaults: {good_is: high, tolerance: 5 points}
indicators:
  - {id: N1, name: Visits on time, section: North team, target: 90%}
  - {id: S1, name: Visits on time, section: South team, target: 60%}
"""


def test_of_two_indicators_with_one_name_the_section_says_which_is_meant(tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("South team",), ("Visits on time", 0.7, 0.65), ("North team",),
        ("Visits on time", 0.9, 0.85),
    ]  # fmt: skip
    book = scorecard(tmp_path / "q3.xlsx", rows, ("Measure", "Q2 2018/19", "Q3 2018/19"))
    outcome = checked(book, TWO_TEAMS)
    assert [(i.id, i.target, i.status) for i in outcome.indicators] == [
        ("S1", 0.6, "good"), ("N1", 0.9, "acceptable"),
    ]  # fmt: skip
    assert outcome.findings == []


def test_where_nothing_says_which_of_two_is_meant_neither_rates_the_row(tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [("Visits on time", 0.7, 0.65), ("Calls taken", 0.9, 0.85)]
    book = scorecard(tmp_path / "q3.xlsx", rows, ("Measure", "Q2 2018/19", "Q3 2018/19"))
    rules = f"{TWO_TEAMS}  - {{id: C1, name: Calls taken, target: 80%}}\n"
    outcome = checked(book, rules)
    assert [(i.status, i.target) for i in outcome.indicators] == [
        ("not_rated", None),
        ("good", 0.8),
    ]
    found = next(f for f in outcome.findings if f.check == "indicator-no-rule")
    assert (found.cell, found.expected) == ("A4", "N1 of North team or S1 of South team")
