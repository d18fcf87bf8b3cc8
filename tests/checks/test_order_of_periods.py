"""Columns out of order, figures over several cells, and rows without a reference."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.books import More, checked, scorecard

ORDER, MERGED, REFERENCE = "period-out-of-order", "merged-data-cell", "indicator-ref-missing"
RULES = "name: s\nindicators:\n  - {id: A1, name: Children seen, unit: percent}\n"


def _found(path: Path, check: str, rules: str = RULES) -> list[tuple[str | None, str | None]]:
    return [(f.cell, f.expected) for f in checked(path, rules).findings if f.check == check]


def _in_order(folder: Path, headings: Sequence[str]) -> list[tuple[str | None, str | None]]:
    figures = [round(0.7 + place / 100, 2) for place in range(len(headings))]
    rows = [["A1", "Children seen", *figures]]
    return _found(scorecard(folder / "s.xlsx", rows, ["Ref", "Measure", *headings]), ORDER)


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (("Q1 2018/19", "Q3 2018/19", "Q2 2018/19"), ("E3", "Q2 2018/19 before Q3 2018/19")),
        (("Oct-18", "Nov-18", "Jan-19", "Dec-18"), ("F3", "Dec 2018 before Jan 2019")),
        (("Q4 2018/19", "Q2 2018/19", "Q3 2018/19", "Q1 2018/19"),
         ("E3", "Q3 2018/19 before Q2 2018/19")),
        (("Q1 2018/19", "Q2 2018/19", "Q3 2017/18", "Q4 2018/19"),
         ("E3", "a period between Q2 2018/19 and Q4 2018/19")),
        (("Oct-18", "Nov-18", "Dec-18", "Jan-20", "Feb-19"),  # which is then the newest
         ("F3", "a period between Dec 2018 and Feb 2019")),
    ],
)  # fmt: skip
def test_a_column_among_others_in_order_is_found(
    tmp_path: Path, headings: Sequence[str], found: tuple[str, str]
) -> None:
    assert _in_order(tmp_path, headings) == [found]


@pytest.mark.parametrize(
    "headings",
    [
        ("Q3 2018/19", "Q2 2018/19", "Q1 2018/19"),  # the newest first throughout
        ("Q3 2018/19", "Q1 2018/19", "Q2 2018/19"),  # the newest first, and then how it came
        ("Q3 2018/19", "Q2 2018/19", "Q3 2017/18"),  # and a year ago
        ("Q1 2018/19", "Q2 2018/19", "Q3 2017/18", "Q3 2018/19"),
        ("Q1 2017/18", "Q1 2018/19", "Q2 2017/18", "Q2 2018/19"),  # quarter by quarter
        ("2018/19", "2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"),
        ("Q1 2018/19", "Q3 2018/19", "Q3 2018/19", "Q2 2018/19"),  # said as period-duplicate
        ("Q2 2018/19", "Q1 2018/19"),
    ],
)
def test_an_order_of_their_own_is_meant(tmp_path: Path, headings: Sequence[str]) -> None:
    assert _in_order(tmp_path, headings) == []


def test_a_column_of_another_order_is_read_by_its_heading(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Q1 2018/19", "Q3 2018/19", "Q2 2018/19")
    rows = [["A1", "Children seen", 0.7, 0.9, 0.8]]
    (row,) = checked(scorecard(tmp_path / "s.xlsx", rows, headings), RULES).indicators
    assert (row.cell, row.value, row.previous) == ("D4", 0.9, 0.8)


GRAIN = "period-mixed-grain"


def _in_length(folder: Path, headings: Sequence[str]) -> list[tuple[str | None, str | None]]:
    figures = [round(0.7 + place / 100, 2) for place in range(len(headings))]
    rows = [["A1", "Children seen", *figures]]
    return _found(scorecard(folder / "s.xlsx", rows, ["Ref", "Measure", *headings]), GRAIN)


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (("Oct-18", "Nov-18", "Q3 2018/19"), ("E3", "Q3 2018/19 to date")),
        (("Oct-18", "Nov-18", "Dec-18", "2018/19"), ("F3", "2018/19 to date")),
        (("Q1 2018/19", "Q2 2018/19", "2018/19"), ("E3", "2018/19 to date")),
        (("Q1 2018/19", "Q2 2018/19", "Dec-18"), ("E3", "Q3 2018/19")),
    ],
)
def test_a_length_that_cannot_be_meant_is_found(
    tmp_path: Path, headings: Sequence[str], found: tuple[str, str]
) -> None:
    assert _in_length(tmp_path, headings) == [found]
    right = [found[1] if heading == headings[-1] else heading for heading in headings]
    assert _in_length(tmp_path, right) == []


@pytest.mark.parametrize(
    "headings",
    [
        ("Oct-18", "Nov-18", "Dec-18", "Q3 2018/19"),
        ("2016/17", "2017/18", "Q1 2018/19", "Q2 2018/19"),
        ("Q1 2018/19", "Q2 2018/19", "Oct-18", "Nov-18"),  # quarters, and the months since
        ("Q1 2017/18", "Q2 2017/18", "2017/18", "Q1 2018/19"),  # a year that is over
        ("Q3 2018/19", "Q4 2018/19", "2018/19"),
        ("Q1 2018/19", "Q2 2018/19", "Jan-19"),
        ("2016/17", "2017/18", "Mar-19"),
    ],
)
def test_lengths_that_say_what_they_are_may_stand_together(
    tmp_path: Path, headings: Sequence[str]
) -> None:
    assert _in_length(tmp_path, headings) == []


@pytest.mark.parametrize("heading", ["YTD Nov-18", "Q3 2018/19", "2018/19"])
def test_what_stands_in_the_place_of_a_month_is_found(tmp_path: Path, heading: str) -> None:
    months = ("Aug-18", "Sep-18", heading, "Nov-18", "Dec-18")
    assert _in_length(tmp_path, months) == [("E3", "Oct 2018")]


@pytest.mark.parametrize("heading", ["YTD Sep-18", "Q2 2018/19"])
def test_what_stands_between_months_that_follow_each_other_says_what_it_is(
    tmp_path: Path, heading: str
) -> None:
    assert _in_length(tmp_path, ("Aug-18", "Sep-18", heading, "Oct-18", "Nov-18")) == []


def test_a_year_to_come_has_no_figures_yet_and_no_finding(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "2018/19")
    path = scorecard(tmp_path / "s.xlsx", [["A1", "Children seen", 0.7, 0.8]], headings)
    assert _found(path, GRAIN) == []


MONTHS = ("Ref", "Measure", "Oct-18", "Nov-18", "Dec-18", "RAG")
TWO = ("A1", "Children seen"), ("B1", "Children waiting")


def _merging(*areas: tuple[str, float | str]) -> More:
    def more(_: Any, page: Any) -> None:
        for area, value in areas:
            page.merge_range(area, value)

    return more


@pytest.mark.parametrize(
    ("area", "value", "found"),
    [
        ("C4:E4", 24, [("C4", "a figure a cell")]),
        ("D4:E4", "84%", [("D4", "a figure a cell")]),
        ("E4:E5", 24, [("E4", "a figure a cell")]),
        ("C4:E4", "Figures from April on", []),
        ("C4:E4", "[x]", []),
        ("E4:F4", 24, []),  # over the rating: one period's all the same
    ],
)
def test_a_figure_over_several_months_or_rows_is_found(
    tmp_path: Path, area: str, value: float | str, found: list[tuple[str, str]]
) -> None:
    rows = (*TWO, ("C1", "Plans reviewed", 0.8, 0.7, 0.7), ("D1", "Visits", 0.8, 0.7, 0.7))
    path = scorecard(tmp_path / "s.xlsx", rows, MONTHS, more=_merging((area, value)))
    assert _found(path, MERGED) == found


def test_a_cell_that_shows_the_figure_it_is_merged_with_is_not_called_blank(
    tmp_path: Path,
) -> None:
    rows = (*TWO[:1], ("B1", "Children waiting", 0.8, 0.7, 0.7))
    path = scorecard(tmp_path / "s.xlsx", rows, MONTHS, more=_merging(("C4:E4", 24)))
    assert [f.check for f in checked(path, RULES).findings if f.cell in ("C4", "E4")] == [MERGED]


def test_merged_headings_and_names_are_no_figures(tmp_path: Path) -> None:
    areas = ("A1:F1", "Scorecard"), ("C2:E2", "2018/19"), ("B4:B5", "Children seen")
    rows = [("A1", None, 0.8, 0.7, 0.7), ("A2", None, 0.7, 0.7, 0.8)]
    path = scorecard(tmp_path / "s.xlsx", rows, MONTHS, more=_merging(*areas))
    assert _found(path, MERGED) == []


def _referred(
    folder: Path, references: Sequence[str | None]
) -> list[tuple[str | None, str | None]]:
    rows = [
        [reference, f"Children seen in ward {place}", 0.7, 0.8]
        for place, reference in enumerate(references)
    ]
    headings = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19")
    rules = "name: s\nindicators:\n  - {id: W0, name: Children seen in ward 0}\n"
    return _found(scorecard(folder / "s.xlsx", rows, headings), REFERENCE, rules)


def test_a_row_without_the_reference_that_all_others_have_is_found(tmp_path: Path) -> None:
    assert _referred(tmp_path, [None, "A", "B", "C", "D"]) == [("A4", "W0")]
    assert _referred(tmp_path, ["A", "B", "C", "D", None]) == [("A8", "a reference")]


def test_where_many_rows_have_none_references_are_not_given_to_all(tmp_path: Path) -> None:
    assert _referred(tmp_path, ["A", None, "B", None, "C"]) == []
    assert _referred(tmp_path, [None] * 5) == []
