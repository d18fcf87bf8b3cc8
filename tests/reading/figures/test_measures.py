"""What a row says of its indicator, with the rule's word first, then the sheet's, then the
defaults: seen in the report of a small workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import Cell, checked, scorecard
from xl_scorecard.domain.outcome import IndicatorResult


def _judged(
    folder: Path, columns: dict[str, Cell], rule: str = "", more: str = "", shown: str = "General"
) -> IndicatorResult:
    """The one row of a scorecard with these columns, under a rule with these further keys."""
    headings = ["Measure", *columns]
    workbook = scorecard(
        folder / "q3.xlsx", [["Children seen", *columns.values()]], headings, number_format=shown
    )
    rules = f"name: small\n{more}indicators:\n  - {{id: A1, name: Children seen{rule}}}\n"
    (indicator,) = checked(workbook, rules).indicators
    return indicator


@pytest.mark.parametrize(
    ("columns", "rule", "more", "target"),
    [
        ({"Target": 70, "Q3 2018/19": 84}, ", unit: count, target: 80", "", 80),
        ({"Target": 70, "Q3 2018/19": 84}, ", unit: count", "", 70),
        ({"Target": "fewer than 70", "Q3 2018/19": 84}, ", unit: count", "", 70),
        ({"Target": "80%", "Q3 2018/19": 84.2}, ", unit: percent", "", 0.8),
        ({"Target": 80, "Q3 2018/19": 84.2}, ", unit: percent", "", 0.8),
        ({"Target": 0.8, "Q3 2018/19": 0.84}, ", unit: percent", "", 0.8),
        ({"Target": "Above average", "Q3 2018/19": 84}, ", unit: count", "", None),
        ({"Q3 2018/19": 84}, ", unit: count", "", None),
    ],
)
def test_the_target_is_the_rules_else_the_workbooks(
    tmp_path: Path, columns: dict[str, Cell], rule: str, more: str, target: float | None
) -> None:
    assert _judged(tmp_path, columns, rule, more).target == target


@pytest.mark.parametrize(
    ("tolerance", "rule", "more", "in_unit"),
    [
        ("3 points", ", tolerance: 4 points", "", 0.04),
        ("3 points", "", "defaults: {tolerance: 5 points}\n", 0.03),
        ("3%", "", "", 0.03),  # beside percentages 3% in a cell means points
        (3, "", "", 0.03),
        (0.03, "", "", 0.03),
        (None, "", "defaults: {tolerance: 5 points}\n", 0.05),
        ("as agreed", "", "defaults: {tolerance: 5 points}\n", 0.05),
        (None, "", "", None),
    ],
)
def test_the_tolerance_is_the_rules_else_the_workbooks_else_the_default(
    tmp_path: Path, tolerance: Cell, rule: str, more: str, in_unit: float | None
) -> None:
    columns: dict[str, Cell] = {"Target": 0.8, "Tolerance": tolerance, "Q3 2018/19": 0.84}
    found = _judged(tmp_path, columns, f", unit: percent{rule}", more)
    assert found.tolerance == pytest.approx(in_unit) if in_unit else found.tolerance is None


def test_a_relative_tolerance_is_given_in_the_unit(tmp_path: Path) -> None:
    columns: dict[str, Cell] = {"Target": 200, "Q3 2018/19": 192}
    found = _judged(tmp_path, columns, ', unit: count, good_is: high, tolerance: "5%"')
    assert (found.tolerance, found.status) == (10, "acceptable")


@pytest.mark.parametrize(
    ("heading", "threshold", "status"),
    [
        ("Amber", 0.75, "acceptable"),
        ("Amber", 0.77, "yellow"),
        ("Floor Standard", 0.77, "red"),  # past its floor, whatever its tolerance
        ("Floor", "75%", "acceptable"),
    ],
)
def test_a_threshold_column_gives_the_tolerance_as_the_distance_from_target(
    tmp_path: Path, heading: str, threshold: Cell, status: str
) -> None:
    columns: dict[str, Cell] = {"Target": 0.8, heading: threshold, "Q3 2018/19": 0.76}
    found = _judged(tmp_path, columns, ", unit: percent, good_is: high")
    assert found.status == status


@pytest.mark.parametrize(
    ("columns", "rule", "more", "status"),
    [
        ({"Good is": "Low"}, ", good_is: high", "", "good"),
        ({"Good is": "Low"}, "", "", "red"),
        ({"Good is": "Smaller is better"}, "", "", "red"),
        ({}, "", "defaults: {good_is: low}\n", "red"),
        ({"Good is": "Info"}, "", "defaults: {good_is: low}\n", "not_rated"),
        ({"Target": "at least 80"}, "", "", "good"),
        ({"Target": "no more than 80"}, "", "", "red"),
        ({}, "", "", "not_rated"),
    ],
)
def test_good_is_what_the_rule_says_else_the_workbook_else_the_target_else_the_default(
    tmp_path: Path, columns: dict[str, Cell], rule: str, more: str, status: str
) -> None:
    shown: dict[str, Cell] = {"Target": 80, **columns, "Q3 2018/19": 84}
    assert _judged(tmp_path, shown, f", unit: count{rule}", more).status == status


@pytest.mark.parametrize(
    ("columns", "shown", "rule", "unit"),
    [
        ({"Unit": "%"}, "General", ", unit: count", "count"),
        ({"Unit": "%"}, "General", "", "percent"),
        ({"Unit": "Number"}, "0%", "", "count"),
        ({}, "0.0%", "", "percent"),
        ({"Unit": "Rate per 10,000"}, "General", "", "rate_per_10000"),
        ({}, "General", "", None),
    ],
)
def test_the_unit_is_the_rules_else_the_columns_else_the_formats(
    tmp_path: Path, columns: dict[str, Cell], shown: str, rule: str, unit: str | None
) -> None:
    found = _judged(tmp_path, {**columns, "Q3 2018/19": 0.84}, rule, shown=shown)
    assert found.unit == unit


def test_a_name_that_begins_with_a_percent_sign_is_of_percentages(tmp_path: Path) -> None:
    rules = "name: s\nindicators:\n  - {id: A1, name: '% of children seen'}\n"
    rows: list[list[Any]] = [["% of children seen", 79.0, 84.0]]
    headings = ["Measure", "Q2 2018/19", "Q3 2018/19"]
    workbook = scorecard(tmp_path / "q3.xlsx", rows, headings, number_format="General")
    (found,) = checked(workbook, rules).indicators
    assert (found.unit, found.value, found.previous) == ("percent", 0.84, 0.79)


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("A1", "called something else"),
        ("a1", "Children Seen"),
        (None, "CHILDREN  SEEN"),
        (None, "Seen children"),  # an alias
        ("Z9", "Children seen."),
    ],
)
def test_a_row_is_known_by_its_reference_else_by_name_or_alias(
    tmp_path: Path, reference: Cell, name: str
) -> None:
    rules = "name: s\nindicators:\n  - {id: A1, name: Children seen, aliases: [Seen children]}\n"
    rows, headings = [[reference, name, 84]], ["Ref", "Measure", "Q3 2018/19"]
    workbook = scorecard(tmp_path / "q3.xlsx", rows, headings, number_format="0")
    outcome = checked(workbook, rules)
    assert [item.id for item in outcome.indicators] == ["A1"]
    assert outcome.findings == []


def test_the_section_is_the_workbooks_else_the_rules(tmp_path: Path) -> None:
    rule = ", section: Front door"
    assert _judged(tmp_path, {"Q3 2018/19": 84}, rule).section == "Front door"
    assert _judged(tmp_path, {"Theme": "Care", "Q3 2018/19": 84}, rule).section == "Care"


def test_a_mix_of_rows_in_fractions_and_in_hundreds_is_told_apart(tmp_path: Path) -> None:
    rules = (
        "name: s\ndefaults: {unit: percent, good_is: high, tolerance: 5 points}\nindicators:\n"
        "  - {id: A1, name: In fractions}\n  - {id: B1, name: In hundreds}\n"
    )
    rows = [["A1", "In fractions", 0.8, 0.79, 0.84], ["B1", "In hundreds", 80, 79.0, 84.0]]
    headings = ["Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"]
    workbook = scorecard(tmp_path / "q3.xlsx", rows, headings, number_format="General")
    found = checked(workbook, rules).indicators
    assert [(i.value, i.target, i.status) for i in found] == [(0.84, 0.8, "good")] * 2


def test_of_a_red_and_an_amber_threshold_the_amber_one_ends_the_tolerance(tmp_path: Path) -> None:
    columns: dict[str, Cell] = {"Red": 0.7, "Amber": 0.75, "Target": 0.8, "Q3 2018/19": 0.76}
    found = _judged(tmp_path, columns, ", unit: percent, good_is: high")
    assert (found.tolerance, found.status) == (0.05, "acceptable")


@pytest.mark.parametrize("heading", ["Q3 2018/19 %", "Q3 2018/19 (%)", "Q3 2018/19 percentage"])
def test_figures_are_percentages_where_their_heading_says_so(tmp_path: Path, heading: str) -> None:
    read = _judged(tmp_path, {"Target": 80, heading: 83.4})
    assert (read.unit, read.value, read.target) == ("percent", 0.834, 0.8)


def test_a_count_below_such_a_heading_is_none(tmp_path: Path) -> None:
    assert _judged(tmp_path, {"Q2 2018/19 %": 1806, "Q3 2018/19 %": 1912}).value == 1912


@pytest.mark.parametrize(
    ("now", "target", "days"),
    [
        ("5s", "10s", 5 / 86400), ("0.5 sec", "1 sec", 0.5 / 86400),
        ("48 seconds", "under 60 seconds", 48 / 86400),
    ],
)  # fmt: skip
def test_seconds_in_letters_are_durations(
    tmp_path: Path, now: str, target: str, days: float
) -> None:
    read = _judged(tmp_path, {"Target": target, "Q3 2018/19": now})
    assert read.unit == "duration"
    assert read.value == pytest.approx(days)
