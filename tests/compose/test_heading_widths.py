"""Our columns are as wide as their headings need in the lines that a header has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import SHEET, refreshed_into, scorecard
from tests.support.readers import opened
from xl_scorecard.compose.heading_widths import LEAST_WIDTHS, width_of


@pytest.mark.parametrize(
    ("heading", "lines", "least"),
    [
        ("Status Q3 2018/19", 1, 19),  # 17 bold letters
        ("Status Q3 2018/19", 2, 13),
        ("Direction of travel on Nov 2018 (running totals: Dec 2017)", 2, 30),
        ("Direction of travel on Nov 2018 (running totals: Dec 2017)", 3, 20),
    ],
)
def test_a_heading_is_not_cut(heading: str, lines: int, least: int) -> None:
    kind = "rag" if heading.startswith("Status") else "direction"
    width = width_of(kind, heading, lines)  # type: ignore[arg-type]
    assert least <= width <= least + 8
    assert width >= LEAST_WIDTHS[kind]  # type: ignore[index]


def test_below_a_header_of_one_row_a_heading_has_one_line(tmp_path: Path) -> None:
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx"))
    page = opened(tmp_path / "out" / "q3.xlsx")[SHEET]
    for letters in "GHIJ":
        heading = str(page[f"{letters}3"].value)
        assert page.column_dimensions[letters].width >= len(heading)
