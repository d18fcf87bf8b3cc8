"""Percentages and targets that are two decimal places off from their neighbours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import Cell, checked, findings, scorecard
from xl_scorecard.domain.outcome import Outcome

HEADINGS = ["Ref", "Measure", "Target", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"]
RULES = (
    "name: s\nindicators:\n"
    "  - {id: A1, name: Children seen, unit: percent, good_is: high, tolerance: 5 points}\n"
)


def _checked(
    folder: Path, target: Cell, *figures: Cell, shown: str = "General", more: Any = None
) -> Outcome:
    rows = [["A1", "Children seen", target, *figures]]
    workbook = scorecard(folder / "q3.xlsx", rows, HEADINGS, number_format=shown, more=more)
    return checked(workbook, RULES)


@pytest.mark.parametrize(
    ("target", "figures", "cell", "found", "expected"),
    [
        (None, (0.78, 0.81, 80), "F4", "80", "0.8"),
        (0.8, (0.78, 80, 0.81), "E4", "80", "0.8"),
        (80, (78, 79, 0.8), "F4", "0.8", "80"),
        (None, (0.785, 78.5, 79), "D4", "0.785", "78.5"),
    ],
)
def test_a_slip_of_two_places_is_found_and_read_as_its_neighbours_are(
    tmp_path: Path,
    target: Cell,
    figures: tuple[float, ...],
    cell: str,
    found: str,
    expected: str,
) -> None:
    outcome = _checked(tmp_path, target, *figures)
    (finding,) = outcome.findings
    assert (finding.check, finding.severity, finding.cell) == ("percent-scale", "error", cell)
    assert (finding.found, finding.expected) == (found, expected)
    last = figures[-1] if figures[-1] < 1 else figures[-1] / 100
    assert outcome.indicators[0].value == pytest.approx(last)


def test_84_in_a_cell_shown_as_a_percentage_is_a_slip_too(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, None, 0.8, 0.81, 84, shown="0%")
    assert findings(outcome) == [("percent-scale", "F4")]
    assert outcome.indicators[0].value == 0.84


@pytest.mark.parametrize(
    "figures",
    [(0.9, 0.4, 1.1), (0.4, 1.1, 2.3), (12, 8, 0.2), (0.9, 0.5, 0.8), (78, 45, 80), (0.5, 0, 0.4)],
)
def test_small_percentages_and_falls_are_no_slips(
    tmp_path: Path, figures: tuple[float, ...]
) -> None:
    assert findings(_checked(tmp_path, None, *figures)) == []


def test_a_target_on_the_other_scale_is_an_error_and_read_as_the_figures_are(
    tmp_path: Path,
) -> None:
    outcome = _checked(tmp_path, 0.85, 84.0, 85.2, 86.4)
    (finding,) = outcome.findings
    assert (finding.check, finding.severity, finding.cell) == ("target-scale", "error", "C4")
    assert (finding.found, finding.expected) == ("0.85", "85")
    assert (outcome.indicators[0].target, outcome.indicators[0].status) == (0.85, "good")


def test_a_target_of_80_beside_fractions_is_80_percent(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, 80, 0.78, 0.79, 0.81)
    assert findings(outcome) == [("target-scale", "C4")]
    assert outcome.indicators[0].target == 0.8


def test_80_beside_figures_shown_as_84_percent_looks_alike_and_is_none(tmp_path: Path) -> None:
    def plain(book: Any, page: Any) -> None:
        page.write_number(3, 2, 80)

    outcome = _checked(tmp_path, None, 0.78, 0.79, 0.84, shown="0%", more=plain)
    assert findings(outcome) == []
    assert (outcome.indicators[0].target, outcome.indicators[0].status) == (0.8, "good")


def test_a_target_of_2_beside_082_says_that_both_are_percentages_below_2(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, 2, 0.82, 0.61, 0.93)
    assert findings(outcome) == []
    assert outcome.indicators[0].value == pytest.approx(0.0093)
    assert outcome.indicators[0].target == 0.02


def test_a_target_of_30_beside_082_says_that_the_figure_is_82_percent(tmp_path: Path) -> None:
    outcome = _checked(tmp_path, 30, 0.82, 0.61, 0.93)
    assert (outcome.indicators[0].value, outcome.indicators[0].target) == (0.93, 0.3)
    assert findings(outcome) == [("target-scale", "C4")]


def test_a_target_of_30_beside_figures_shown_as_5_percent_is_30_percent(tmp_path: Path) -> None:
    def plain(book: Any, page: Any) -> None:
        page.write_number(3, 2, 30)

    outcome = _checked(tmp_path, None, 0.05, 0.04, 0.05, shown="0%", more=plain)
    assert (findings(outcome), outcome.indicators[0].target) == ([], 0.3)


def test_a_target_of_many_times_the_whole_is_a_slip_and_not_rated_against(tmp_path: Path) -> None:
    def signed(target: float) -> Outcome:
        book = scorecard(
            tmp_path / "b.xlsx", [["A1", "Lifts in service", target, 0.981, 0.968]],
            ["Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"], number_format="0%",
        )  # fmt: skip
        rule = "{id: A1, name: Lifts in service, unit: percent, good_is: high, tolerance: 1 point}"
        return checked(book, f"name: s\nindicators:\n  - {rule}\n")

    slipped = signed(9.5)  # shown as 950%
    assert findings(slipped) == [("target-scale", "C4")]
    assert (slipped.indicators[0].target, slipped.indicators[0].status) == (None, "not_rated")
    assert findings(signed(1.05)) == findings(signed(0.95)) == []


def test_a_target_of_another_span_that_is_kept_otherwise_too_is_told_both(tmp_path: Path) -> None:
    rows = [["A1", "Rent due collected", 0.96, 24.1, 48.9], ["A2", "Repairs in time", 90, 91, 93]]
    headings = ["Ref", "Measure", "Annual target", "Q1 2018/19 YTD", "Q2 2018/19 YTD"]
    rule = "unit: percent, good_is: high, basis: year to date}"
    text = f"name: s\nindicators: [{{id: A1, name: Rent, {rule}, {{id: A2, name: Repairs, {rule}]\n"
    book = scorecard(tmp_path / "b.xlsx", rows, headings, number_format="0.0")
    found = findings(checked(book, text))
    assert {("target-other-span", "C4"), ("target-scale", "C4")} <= set(found)
    assert ("target-scale", "C5") not in found
