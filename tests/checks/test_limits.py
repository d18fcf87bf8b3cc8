"""Shares above 100% and counts below 0, and rows that may well be so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, findings, scorecard
from xl_scorecard.domain.outcome import Outcome

HEADINGS = ["Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"]


def _checked(folder: Path, name: str, unit: str, *figures: Cell, shown: str = "0%") -> Outcome:
    rows = [["A1", name, *figures]]
    rules = f'name: s\nindicators:\n  - {{id: A1, name: "{name}", unit: {unit}}}\n'
    workbook = scorecard(folder / "q3.xlsx", rows, HEADINGS, number_format=shown)
    return checked(workbook, rules)


@pytest.mark.parametrize(
    ("figures", "shown"), [((0.98, 1.01, 0.99), "0%"), ((98, 101, 99), "General")]
)
def test_a_share_above_100_is_an_error_told_in_percent(
    tmp_path: Path, figures: tuple[float, ...], shown: str
) -> None:
    outcome = _checked(tmp_path, "% of dental checks", "percent", *figures, shown=shown)
    (finding,) = outcome.findings
    assert (finding.check, finding.severity, finding.cell) == ("percent-over-100", "error", "D4")
    assert (finding.found, finding.expected) == ("101%", "0% to 100%")


def test_a_share_just_above_100_is_not_said_to_be_100(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, "% of dental checks", "percent", 0.98, 1.0004, 0.99)
    (finding,) = outcome.findings
    assert finding.message.endswith(": 100.04% is above 100%, so it is not rated")


@pytest.mark.parametrize(
    "name",
    ["% of budget spent against profile", "Rent collected as a % of rent due", "Bed occupancy %",
     "% change in referrals", "Nurse staffing fill rate %", "Homes built as % of target"],
)  # fmt: skip
def test_what_is_no_share_of_a_whole_may_be_above_100(tmp_path: Path, name: str) -> None:
    assert findings(_checked(tmp_path, name, "percent", 0.98, 1.04, 1.2)) == []


@pytest.mark.parametrize(
    ("name", "unit", "figures", "shown", "found"),
    [
        ("Children waiting", "count", (12, -3, 14), "0", "-3"),
        ("% of children seen", "percent", (0.8, -0.79, 0.81), "0%", "-79%"),
        ("Referrals", "rate_per_10000", (510, -505.5, 498), "0", "-505.5"),
    ],
)
def test_a_count_rate_or_share_below_0_is_an_error(
    tmp_path: Path, name: str, unit: str, figures: tuple[float, ...], shown: str, found: str
) -> None:
    (finding,) = _checked(tmp_path, name, unit, *figures, shown=shown).findings
    assert (finding.check, finding.severity, finding.cell) == ("negative-value", "error", "D4")
    assert (finding.found, finding.expected) == (found, "0 or more")


@pytest.mark.parametrize(
    "name", ["Net migration", "Trading account - leisure", "Forecast position", "Profit or loss"]
)
def test_a_balance_may_be_below_0(tmp_path: Path, name: str) -> None:
    assert findings(_checked(tmp_path, name, "count", 12, -3, 14, shown="0")) == []


@pytest.mark.parametrize(
    ("name", "flagged"),
    [
        ("% of streets below the standard for litter", True),
        ("% of children under 5 seen", True),
        ("% of spend over budget", False),
        ("Spend over budget, %", False),
    ],
)
def test_a_share_of_what_lies_below_a_standard_is_none_below_0(
    tmp_path: Path, name: str, flagged: bool
) -> None:
    found = findings(_checked(tmp_path, name, "percent", 0.05, -0.046, 0.051, shown="0.0%"))
    assert found == ([("negative-value", "D4")] if flagged else [])
