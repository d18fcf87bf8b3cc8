"""Which checks are off, and which count more or less."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import HEADINGS, ROWS, RULES, checked, findings, scorecard


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A percentage above 100 in F4, a number as text in E5."""
    rows = [[*ROWS[0][:5], 1.01], [*ROWS[1][:4], "25%", 0.23], ROWS[2]]
    return scorecard(tmp_path / "q3.xlsx", rows, HEADINGS)


def test_by_default_every_check_is_on(workbook: Path) -> None:
    found = sorted((f.check, f.severity) for f in checked(workbook).findings)
    assert found == [("number-as-text", "error"), ("percent-over-100", "error")]


def test_a_check_that_is_off_finds_nothing(workbook: Path) -> None:
    rules = f"{RULES}checks: {{off: [percent-over-100]}}\n"
    assert findings(checked(workbook, rules)) == [("number-as-text", "E5")]


def test_what_reading_finds_can_be_off_and_count_less_too(tmp_path: Path) -> None:
    headings = ["Ref", "Measure", "Q1 18/19", "Q3 18/19", "Dec-18", "Dec-18"]
    workbook = scorecard(tmp_path / "q3.xlsx", ROWS, headings)
    found = {f.check: f.severity for f in checked(workbook).findings}
    assert found["period-gap"] == "warning"
    assert found["period-duplicate"] == "error"
    rules = f"{RULES}checks: {{off: [period-gap], severity: {{period-duplicate: info}}}}\n"
    found = {f.check: f.severity for f in checked(workbook, rules).findings}
    assert "period-gap" not in found
    assert found["period-duplicate"] == "info"


def test_a_check_counts_as_the_rule_set_says_and_is_sorted_so(workbook: Path) -> None:
    rules = f"{RULES}checks: {{severity: {{percent-over-100: info, number-as-text: warning}}}}\n"
    found = [(f.check, f.severity) for f in checked(workbook, rules).findings]
    assert found == [("number-as-text", "warning"), ("percent-over-100", "info")]
