"""In which month years start: what a sheet says of it, and what is asked where it does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.reading.real.understood import read_grids, rules
from tests.support.grids import grid
from xl_scorecard.domain.doubt import Doubt
from xl_scorecard.domain.rule_set import blank_rule_set
from xl_scorecard.domain.scorecard import Scorecard

_ROW = ["A1", "Calls taken", 310, 320, 330]


def _read(*rows: Sequence[Any], starts: str | None = None) -> Scorecard:
    rule_set = blank_rule_set() if starts is None else rules(starts)
    return read_grids(grid(rows), rule_set=rule_set)


def _told(scorecard: Scorecard) -> list[tuple[str, str]]:
    return [(doubt.example, doubt.severity.value) for doubt in scorecard.of_all]


@pytest.mark.parametrize(
    "rows",
    [
        [["Ref", "Measure", "2021 Full Year", "Q1 2022", "Q2 2022"], _ROW],
        [["Results, January to December 2022"], ["Ref", "Measure", "Q1", "Q2", "Q3"], _ROW],
        [["Ref", "Measure", "Q1'22", "Q2'22", "Q3'22"], _ROW, [], ["All are calendar quarters"]],
        [["Ref", "Measure", "Feb-22", "Mar-22", "Q1 2022"], ["A1", "Calls", 90, 110, 300]],
        [["Ref", "Measure", "Quarter 1 (Jan - Mar) 2022", "Q2 2022", "Q3 2022"], _ROW],
        [["Code", "Kennzahl", "1. Quartal 2022", "2. Quartal 2022", "3. Quartal 2022"], _ROW],
    ],
)
def test_calendar_years_are_told_by_the_sheet(rows: list[list[Any]]) -> None:
    contradicted = _read(*rows, starts="April")
    assert _told(contradicted) == [("January", "error")]
    assert _told(_read(*rows, starts="January")) == []


@pytest.mark.parametrize(
    "rows",
    [
        [["Ref", "Measure", "2021/22", "Q1 2022/23", "Q2 2022/23"], _ROW],
        [["Ref", "Measure", "May-22", "Jun-22", "Q1 2022"], ["A1", "Calls", 90, 110, 300]],
        [["April 2022 to March 2023"], ["Ref", "Measure", "Q1 2022", "Q2 2022", "Q3 2022"], _ROW],
    ],
)
def test_years_from_april_are_told_too(rows: list[list[Any]]) -> None:
    assert _told(_read(*rows)) == []


def test_where_nothing_says_it_is_asked() -> None:
    rows = [["Ref", "Measure", "Q1 2022", "Q2 2022", "Q3 2022"], _ROW]
    (doubt,) = _read(*rows).of_all
    assert isinstance(doubt, Doubt)
    assert (doubt.settle, doubt.cell, doubt.severity.value) == (
        "financial_year_starts", "C1", "warning",
    )  # fmt: skip
    assert "April to June where years start in April, January to March" in doubt.message
    assert _told(_read(*rows, starts="April")) == []


def test_months_hang_on_no_years_start() -> None:
    rows = [["January to December 2022"], ["Ref", "Measure", "Jan-22", "Feb-22", "Mar-22"], _ROW]
    assert _told(_read(*rows, starts="April")) == []


_BEHIND = ["Q1 2023/24", "Q2 2023/24", "Oct 2023", "Nov 2023", "Dec 2023", "Q3 2023/24"]
_FIGURES = [310, 320, 100, 110, 120, 330]


@pytest.mark.parametrize(
    "headings",
    [
        _BEHIND,
        ["Apr-23", "May-23", "Jun-23", "2023/24 Q1", "Jul-23", "Aug-23", "Sep-23", "2023/24 Q2"],
    ],
)
def test_a_quarter_of_two_years_right_behind_its_months_says_that_years_start_in_april(
    headings: list[str],
) -> None:
    rows = [
        ["Ref", "Measure", *headings],
        ["A1", "Calls", *_FIGURES, 125, 300][: len(headings) + 2],
    ]
    assert _told(_read(*rows, starts="July")) == [("April", "error")]
    assert _told(_read(*rows, starts="April")) == []


@pytest.mark.parametrize(
    ("headings", "figures"),
    [
        # Of years from July: each quarter and then its months, and one with figures to come.
        (["Q1 2023/24", "Jul 2023", "Aug 2023", "Sep 2023", "Q2 2023/24", "Oct 2023", "Nov 2023",
          "Dec 2023", "Q3 2023/24"], [310, 100, 105, 105, 330, 100, 110, 120, 300]),
        (_BEHIND, [310, 320, 100, 110, 120, None]),
        # Months, then quarters.
        (["Aug-23", "Sep-23", "Oct-23", "Nov-23", "Dec-23", "Q3 2023/24"], _FIGURES),
        (["Oct-23", "Nov-23", "Dec-23", "Q2 2023/24"], [100, 110, 120, 330]),
    ],
)  # fmt: skip
def test_other_places_of_quarters_and_months_contradict_no_year_from_july(
    headings: list[str], figures: list[int | None]
) -> None:
    rows = [["Ref", "Measure", *headings], ["A1", "Calls", *figures]]
    assert [told for told in _told(_read(*rows, starts="July")) if told[0] == "April"] == []
