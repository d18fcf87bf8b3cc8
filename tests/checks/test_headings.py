"""Periods and targets that headings leave unclear, and holes that are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import checked, findings, scorecard

RULES = "name: s\nindicators:\n  - {id: A1, name: Children seen, unit: percent}\n"


def _found(folder: Path, *headings: str) -> list[tuple[str, str | None]]:
    figures = [round(0.7 + place / 100, 2) for place in range(len(headings))]
    rows = [["A1", "Children seen", *figures]]
    return findings(
        checked(scorecard(folder / "s.xlsx", rows, ["Ref", "Measure", *headings]), RULES)
    )


def test_a_month_without_a_column_is_named_at_the_next(tmp_path: Path) -> None:
    assert _found(tmp_path, "Oct-18", "Dec-18") == [("period-gap", "D3")]
    assert _found(tmp_path, "Aug-18", "Sep-18", "Nov-18", "Dec-18") == [("period-gap", "E3")]


@pytest.mark.parametrize(
    "headings",
    [
        ("Q3 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"),  # a year ago
        ("2014/15", "2016/17", "2018/19"),  # a survey of every other year
        ("Q2 2017/18", "Q4 2017/18", "Q2 2018/19"),
        ("Apr-18", "Jun-18", "Aug-18", "Oct-18"),
        ("Jul 17 - Jun 18", "Oct 17 - Sep 18"),  # twelve months, rolled on by a quarter
        ("Apr 17 - Mar 18", "Jul 17 - Jun 18", "Oct 17 - Sep 18", "Jan 18 - Dec 18"),
    ],
)
def test_periods_that_stand_apart_by_design_have_no_hole(
    tmp_path: Path, headings: tuple[str, ...]
) -> None:
    assert _found(tmp_path, *headings) == []


def test_a_heading_typed_twice_is_one_finding_and_no_hole_besides(tmp_path: Path) -> None:
    found = _found(tmp_path, "Q4 2017/18", "Q1 2018/19", "Q3 2018/19", "Q3 2018/19")
    assert [item for item in found if item[0].startswith("period")] == [("period-duplicate", "F3")]


def test_two_targets_of_one_name_that_differ_are_found(tmp_path: Path) -> None:
    headings = ["Ref", "Measure", "Good is", "Target", "Target", "Q2 2018/19", "Q3 2018/19"]
    rows = [["A1", "Children seen", "High", 0.8, 0.9, 0.7, 0.75]]
    book = scorecard(tmp_path / "s.xlsx", rows, headings)
    assert findings(checked(book, RULES)) == [("header-duplicate", "E3")]


def test_of_many_columns_of_one_period_the_first_few_are_named(tmp_path: Path) -> None:
    """The days of a plan: a finding that names sixty columns is not read."""
    figures = [round(0.7 + place / 100, 2) for place in range(6)]
    workbook = scorecard(
        tmp_path / "s.xlsx",
        [["A1", "Children seen", *figures]],
        ["Ref", "Measure", "Aug-18", *["Oct-18"] * 5],
    )
    (found,) = [f for f in checked(workbook, RULES).findings if f.check == "period-duplicate"]
    assert 'could stand in D ("Oct-18"), E ("Oct-18"), F ("Oct-18") and 2 more;' in found.message
