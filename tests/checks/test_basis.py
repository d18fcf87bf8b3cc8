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
    "name", ["Conferences in time (rolling year)", "Visits YTD", "Rolling 12 month rate of visits"]
)
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
        ("Children as at the end of the quarter", ", basis: in quarter", None),
        ("Visits", ", basis: in quarter", "Q"),
        ("Visits", ", basis: in quarter", "see note"),
    ],
)
def test_what_agrees_or_does_not_say_for_certain_is_none(
    tmp_path: Path, name: str, rule: str, basis: Cell
) -> None:
    assert _found(tmp_path, name, rule, basis) == []
