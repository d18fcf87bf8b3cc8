from __future__ import annotations

from typing import Any

import pytest

from tests.support.grids import grid
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.header import read_header
from xl_scorecard.reading.words.heading_words import HeadingWords


def _roles(heading: str, cells: list[Any], *, behind: bool = False, more: str = "") -> list[Role]:
    headings = ["Measure", "Q2 2018/19", "Q3 2018/19"]
    rows: list[list[Any]] = [[f"Bins of kind {n}", 70.0, 71.0 + n] for n in range(len(cells))]
    at = 3 if behind else 1
    headings.insert(at, heading)
    for row, cell in zip(rows, cells, strict=True):
        row.insert(at, cell)
    if more:
        headings.append(more)
        rows = [[*row, 80.0] for row in rows]
    header = read_header(grid([headings, *rows]), 1, HeadingWords({}))
    assert header is not None
    found = {column.heading: column.role for column in header.columns}
    return [found[heading], *([found[more]] if more else [])]


FIGURES = [60.0, 5.5, 10.0]
WORDED = ["95%", "at least 90%", "-"]


@pytest.mark.parametrize("cells", [FIGURES, WORDED])
@pytest.mark.parametrize(
    "heading",
    ["Aim", "Our aim", "Ambition", "Aspiration (2018/19)", "Objective", "Should be", "Must be",
     "Where we want to be", "Where we should be", "Required standard", "Expected level",
     "Threshold of success", "What we aim for", "We are aiming for", "Level to reach",
     "Our commitment", "SLA", "Desired level"],
)  # fmt: skip
def test_many_words_mean_the_target_over_figures(heading: str, cells: list[Any]) -> None:
    assert _roles(heading, cells) == [Role.TARGET]
    assert _roles(heading, cells, behind=True) == [Role.TARGET]


@pytest.mark.parametrize("heading", ["Aim", "Objective", "Ambition", "Our commitment"])
def test_over_themes_they_mean_none(heading: str) -> None:
    themes = ["Cleaner streets", "Cleaner streets", "Safer homes"]
    assert Role.TARGET not in _roles(heading, themes)


@pytest.mark.parametrize("heading", ["Aim", "Should be"])
def test_over_words_for_high_and_low_they_say_which_way_is_good(heading: str) -> None:
    assert _roles(heading, ["High", "Low", "High"]) == [Role.POLARITY]


def test_beside_a_target_they_are_something_else() -> None:
    found = _roles("Ambition", FIGURES, more="Target")
    assert found[0] is not Role.TARGET
    assert found[1] is Role.TARGET


@pytest.mark.parametrize(
    "heading", ["Commitments", "Success rate", "Contract value", "Performance value"]
)
def test_figures_of_other_kinds_are_no_target(heading: str) -> None:
    assert _roles(heading, FIGURES, behind=True) != [Role.TARGET]


def test_what_is_expected_behind_the_figures_is_a_forecast_and_no_target() -> None:
    assert _roles("Expected", FIGURES) == [Role.TARGET]
    assert _roles("Expected", FIGURES, behind=True) != [Role.TARGET]


@pytest.mark.parametrize(
    "heading",
    ["Must not exceed", "No more than", "Minimum service level", "Corporate threshold",
     "Stay below", "Board limit", "Lowest acceptable score", "Our service promise"],
)  # fmt: skip
def test_limits_and_levels_of_ones_own_are_targets(heading: str) -> None:
    assert _roles(heading, FIGURES, behind=True) == [Role.TARGET]


def test_limits_headed_as_names_are_what_is_to_be_reached() -> None:
    rows = [
        ["What success is", "How we know", "Q2 2018/19", "Q3 2018/19"],
        ["Benches mended in a week", "at least 80%", 0.7, 0.75],
        ["Benches waiting", "no more than 12", 14, 13],
    ]
    rows[0][1] = "Success measure"
    header = read_header(grid(rows), 1, HeadingWords({}))
    assert header is not None
    assert [c.role for c in header.columns[:2]] == [Role.INDICATOR, Role.TARGET]


def test_names_that_begin_with_a_figure_are_names() -> None:
    rows = [
        ["Theme", "Success measure", "Q2 2018/19", "Q3 2018/19"],
        ["Parks", "95% of benches mended in a week", 0.7, 0.75],
        ["Play areas", "80% of swings inspected daily", 0.8, 0.9],
    ]
    header = read_header(grid(rows), 1, HeadingWords({}))
    assert header is not None
    assert [c.role for c in header.columns[:2]] == [Role.SECTION, Role.INDICATOR]


@pytest.mark.parametrize(
    ("heading", "cells"), [("Green when", [60.0, 70.0, 80.0]), ("Green if", ["<= 5", "> 3", "< 2"])]
)
def test_where_green_begins_is_the_target(heading: str, cells: list[Any]) -> None:
    assert _roles(heading, cells, more="Red if") == [Role.TARGET, Role.THRESHOLD]
