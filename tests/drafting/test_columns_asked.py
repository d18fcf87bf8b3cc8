"""Of columns that are not understood a draft asks only what could be a figure of a period."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.drafts import draft_of

ROWS = (("A1", "Trees planted", 40, 3.0, 38, 41), ("B1", "Ponds dug", 4, 2.0, 3, 5))


def _asked(folder: Path, heading: str, value: str | float | None = None) -> bool:
    headings = ("Ref", "Measure", "Target", heading, "Q2 2018/19", "Q3 2018/19")
    rows = [row if value is None else (*row[:3], value, *row[4:]) for row in ROWS]
    return "columns not understood" in draft_of(folder, headings, *rows)


@pytest.mark.parametrize(
    "heading",
    ["Weighting", "Weighted score", "Baseline 2015", "Forecast", "Sort order", "Lower limit", "17"],
)
def test_what_its_heading_tells_is_not_asked(tmp_path: Path, heading: str) -> None:
    assert not _asked(tmp_path, heading)


def test_words_below_an_unknown_heading_are_not_asked(tmp_path: Path) -> None:
    assert not _asked(tmp_path, "Corporate plan link", "Greener places")


def test_numbers_below_an_unknown_heading_are(tmp_path: Path) -> None:
    assert _asked(tmp_path, "Countywide")


def test_a_tally_beside_the_table_is_not_asked(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", None, "Count")
    rows = [("A1", "Trees planted", 40, 38, 41, None, 3), ("B1", "Ponds dug", 4, 3, 5, None, 2)]
    assert "columns not understood" not in draft_of(tmp_path, headings, *rows)
