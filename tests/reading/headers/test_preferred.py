"""Columns that say which way is good by their cells, whatever their heading."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.grids import grid
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.header import read_header
from xl_scorecard.reading.words.heading_words import HeadingWords


def _role(heading: str, cells: list[Any]) -> Role:
    """The role of a last column with this heading and these cells."""
    rows = [["Measure", "Target", "Q2 2018/19", "Q3 2018/19", heading]]
    rows += [[f"Ponds cleaned {n}", 5, 4, 6, cell] for n, cell in enumerate(cells)]
    header = read_header(grid(rows), 1, HeadingWords({}))
    assert header is not None
    return header.columns[-1].role


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Ideally", ["Higher", "Lower", "Higher"]),
        ("We want", ["More", "Fewer", "More"]),
        ("Improvement means", ["Up", "Down", "Down"]),
        ("Desired movement", ["Up", "Down", "Up"]),
        ("Should go", ["Up", "Down", "Down"]),
        ("Intention", ["Maximise", "Minimise", "Maximise"]),
        ("Direction", ["Lower=better", "Higher=better", "Higher=better"]),
        ("Notation", ["Low is best", "High is best", "High is best"]),
    ],
)
def test_a_column_whose_cells_all_say_which_way_is_good_says_it(
    heading: str, cells: list[Any]
) -> None:
    assert _role(heading, cells) is Role.POLARITY


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Direction", ["Up", "Down", "Up"]),  # how it moved
        ("Movement", ["Increase", "Decrease", "Increase"]),
        ("Direction", ["Up - good", "Down - bad", "Up - good"]),
        ("Likelihood", ["High", "Low", "High"]),
        ("We want", ["More", "Sparrows", "More"]),
        ("Compared with the last survey", ["Higher", "Lower", "Higher"]),
    ],
)
def test_words_for_what_happened_say_nothing_of_what_is_good(
    heading: str, cells: list[Any]
) -> None:
    assert _role(heading, cells) is not Role.POLARITY
