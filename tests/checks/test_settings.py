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


_AT_A1 = "{id: A1, name: Children seen, good_is: high"


def _of_a1(checks: str) -> str:
    return RULES.replace(_AT_A1, f"{_AT_A1}, checks: {checks}")


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        (_of_a1("{off: [percent-over-100, number-as-text]}"), ["number-as-text"]),
        (_of_a1("{periods: {2018/19 Q3: {off: [percent-over-100]}}}"), ["number-as-text"]),
        (_of_a1("{periods: {2018/19: {off: [percent-over-100]}}}"), ["number-as-text"]),
        (
            _of_a1("{periods: {2018/19 Q2: {off: [percent-over-100]}}}"),
            ["percent-over-100", "number-as-text"],
        ),
        (
            f"{RULES}checks: {{periods: {{2018/19 Q2: {{off: [number-as-text]}}}}}}\n",
            ["percent-over-100"],
        ),
        # what is off for all may be on where that is said
        (
            _of_a1("{severity: {percent-over-100: error}}")
            + "checks: {off: [percent-over-100, number-as-text]}\n",
            ["percent-over-100"],
        ),
    ],
)
def test_a_check_is_off_for_an_indicator_or_a_period(
    workbook: Path, rules: str, left: list[str]
) -> None:
    assert [f.check for f in checked(workbook, rules).findings] == left


def test_what_is_said_nearer_counts(workbook: Path) -> None:
    near = "{severity: {percent-over-100: info}, periods: {2018/19 Q3: {severity: {%s}}}}"
    for said, severity in (
        ("percent-over-100: warning", "warning"),
        ("stale-repeat: info", "info"),
    ):
        rules = _of_a1(near % said) + "checks: {severity: {percent-over-100: error}}\n"
        found = {f.check: f.severity for f in checked(workbook, rules).findings}
        assert found["percent-over-100"] == severity
