"""Keys to ratings below a table, with or without a heading, are no indicators."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.real.pages import Row
from tests.reading.real.understood import names, read_rows

TABLE: list[Row] = [
    ["Measure", "Target", "Q1 2019/20", "Q2 2019/20", "Comment"],
    ["Letters answered", 90, 80, 91], ["Calls answered", 90, 92, 93],
]  # fmt: skip


@pytest.mark.parametrize(
    "key",
    [
        [["Target met", "Near target", "Target missed"]],
        [["Key:", "On track", "Within tolerance", "Outside tolerance"]],
        [["Green", "On or above target"], ["Amber", "A little below it"], ["Red", "Well below it"]],
        [["On target", "All is well"], ["Off target", "See the plan of action"]],
        [["Met", "Missed", "Improving"]],
        [["Legend:", None, None, None, "u"], [None, None, None, None, "v"]],
        [["Sources", None, None, "County survey"]],
    ],
)
@pytest.mark.parametrize("gap", [0, 1])
def test_what_says_how_ratings_are_shown_is_no_indicator(
    tmp_path: Path, key: list[Row], gap: int
) -> None:
    found = read_rows(tmp_path, [*TABLE, *([[]] * gap), *key])
    assert names(found) == ["Letters answered", "Calls answered"]


def test_an_indicator_named_like_a_rating_with_figures_is_one(tmp_path: Path) -> None:
    found = read_rows(tmp_path, [*TABLE, ["Green", 5, 6, 7], ["Waste (tonnes)", 4, 5, 6]])
    assert len(names(found)) == 4


def test_a_row_with_a_reference_of_its_own_is_an_indicator_whatever_its_name(
    tmp_path: Path,
) -> None:
    rows: list[Row] = [
        ["Ref", "Measure", "Q2 2018/19", "Q3 2018/19"],
        ["A1", "Letters answered", 40, 44],
        ["A2", "Rank", 14, 9],
    ]
    assert names(read_rows(tmp_path, rows)) == ["Letters answered", "Rank"]
