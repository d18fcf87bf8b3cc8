"""Figures of annual indicators at another time than their own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.books import Cell, checked, scorecard

HEADINGS = (
    "Ref", "Measure", "Q3 2017/18", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19",
)  # fmt: skip
RULES = """\
name: s
indicators:
  - {id: A1, name: Expected standard, unit: percent, basis: annual}
  - {id: B1, name: Attendance, unit: percent}
"""


def _found(folder: Path, figures: Sequence[Cell], headings: Sequence[str]) -> list[str | None]:
    others = [0.9 + place / 100 for place in range(len(figures))]
    rows = [("A1", "Expected standard", *figures), ("B1", "Attendance", *others)]
    outcome = checked(scorecard(folder / "s.xlsx", rows, headings), RULES)
    return [finding.cell for finding in outcome.findings if finding.check == "value-not-due"]


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ((None, 0.6, None, None, 0.91), ["G4"]),  # it came at the year's end
        ((None, None, None, None, 0.91), ["G4"]),
        ((0.6, None, None, None, 0.62), []),  # it comes in Q3
        ((None, 0.6, 0.6, 0.6, 0.6), []),  # it is carried on
        ((None, 0.6, None, None, "[z]"), []),
    ],
)
def test_an_annual_figure_is_due_when_it_came_before(
    tmp_path: Path, figures: Sequence[Cell], found: list[str]
) -> None:
    assert _found(tmp_path, figures, HEADINGS) == found


def test_it_is_due_at_the_end_of_the_year(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "Q4 2018/19")
    assert _found(tmp_path, (None, None, 0.6), headings) == []


def test_one_column_shows_nothing_of_when_it_comes(tmp_path: Path) -> None:
    assert _found(tmp_path, (0.6,), ("Ref", "Measure", "Q3 2018/19")) == []
