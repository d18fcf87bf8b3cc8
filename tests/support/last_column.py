"""What reading makes of the last column of a small scorecard, by its heading and cells."""

from __future__ import annotations

from typing import Any

from tests.support.grids import grid
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.header import read_header
from xl_scorecard.reading.words.heading_words import HeadingWords


def role_of_last(heading: str, cells: list[Any]) -> Role:
    """The role of a last column with this heading and these cells."""
    rows = [["Measure", "Target", "Q2 2018/19", "Q3 2018/19", heading]]
    rows += [[f"Ponds cleaned {n}", 5, 4, 6, cell] for n, cell in enumerate(cells)]
    header = read_header(grid(rows), 1, HeadingWords({}))
    assert header is not None
    return header.columns[-1].role
