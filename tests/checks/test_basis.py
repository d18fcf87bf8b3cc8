"""What the sheet says that figures cover, against the rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard


def _found(
    folder: Path, name: str, rule: str, basis: Cell = None
) -> list[tuple[str | None, str | None]]:
    headings = ("Ref", "Measure", "Basis", "Target", "Q2 2018/19", "Q3 2018/19")
    rows = [("A1", name, basis, 0.8, 0.7, 0.8), ("B1", "Visits made", None, 0.8, 0.7, 0.8)]
    book = scorecard(folder / "b.xlsx", rows, headings)
    rules = (
        "name: s\ndefaults: {unit: percent, good_is: high, tolerance: 5 points}\nindicators:\n"
        f'  - {{id: A1, name: "{name}"{rule}}}\n  - {{id: B1, name: Visits made}}\n'
    )
    return [(f.cell, f.expected) for f in checked(book, rules).findings if f.check == "basis-mixed"]


@pytest.mark.parametrize(
    "name",
    ["Conferences in time (rolling year)", "Visits YTD", "Rolling 12 month rate of visits",
     "Children as at the end of the quarter"],
)  # fmt: skip
def test_a_name_that_says_another_basis_than_the_rule_is_named(tmp_path: Path, name: str) -> None:
    assert _found(tmp_path, name, ", basis: in quarter") == [("B4", "in quarter")]


def test_a_column_that_does_is_named_too(tmp_path: Path) -> None:
    assert _found(tmp_path, "Visits", ", basis: in quarter", "Snapshot") == [("C4", "in quarter")]


@pytest.mark.parametrize(
    ("name", "rule", "basis"),
    [
        ("Visits (rolling year)", "", None),  # the rule leaves it to the sheet
        ("Visits (rolling year)", ", basis: rolling 12 months", "Rolling 12 months"),
        ("Survey, rolling 12 months", ", basis: annual", None),
        ("Children as at the end of the quarter", ", basis: year to date", None),
        ("Visits", ", basis: in quarter", "Q"),
        ("Visits", ", basis: in quarter", "see note"),
    ],
)
def test_what_agrees_or_does_not_say_for_certain_is_none(
    tmp_path: Path, name: str, rule: str, basis: Cell
) -> None:
    assert _found(tmp_path, name, rule, basis) == []


def _against(
    folder: Path,
    heading: str,
    target: Cell = 0.8,
    rule: str = ", basis: rolling 12 months",
    name: str = "Conferences in time",
) -> list[tuple[str | None, str | None]]:
    headings = ("Ref", "Measure", "Oct 2018", "Nov 2018", "Dec 2018", heading)
    rows = [("A1", name, 0.35, 0.41, 0.446, target), ("B1", "Visits made", 0.7, 0.8, 0.86, 0.8)]
    book = scorecard(folder / "b.xlsx", rows, headings)
    rules = (
        "name: s\ndefaults: {unit: percent, good_is: high, tolerance: 5 points}\nindicators:\n"
        f'  - {{id: A1, name: "{name}"{rule}}}\n  - {{id: B1, name: Visits made}}\n'
    )
    return [(f.cell, f.found) for f in checked(book, rules).findings if f.check == "basis-mixed"]


@pytest.mark.parametrize("heading", ["Monthly target", "Target (month)", "Quarterly goal"])
def test_a_rolling_year_against_a_months_or_quarters_target_is_named(
    tmp_path: Path, heading: str
) -> None:
    assert _against(tmp_path, heading) == [("F4", heading)]
    rolling = "Conferences in time (rolling year)"
    assert _against(tmp_path, heading, rule="", name=rolling) == [("F4", heading)]


def test_a_target_may_say_itself_what_it_is_for(tmp_path: Path) -> None:
    assert _against(tmp_path, "Target", "80% per month") == [("F4", "80% per month")]
    assert _against(tmp_path, "Monthly target", "80% per year") == []


@pytest.mark.parametrize(
    ("heading", "rule"),
    [
        ("Target", ", basis: rolling 12 months"),
        ("Dec 2018 target", ", basis: rolling 12 months"),
        ("Annual target", ", basis: rolling 12 months"),
        ("Monthly average target", ", basis: rolling 12 months"),
        ("Monthly target", ", basis: in quarter"),
        ("Monthly target", ", basis: snapshot"),
        ("Monthly target", ""),
        ("Monthly target", ", basis: rolling 12 months, target: 50%"),
    ],
)
def test_a_target_of_the_same_stretch_or_that_does_not_say_is_none(
    tmp_path: Path, heading: str, rule: str
) -> None:
    assert _against(tmp_path, heading, rule=rule) == []
