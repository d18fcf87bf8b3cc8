"""Columns that say which way is good by their cells, whatever their heading."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.last_column import role_of_last
from xl_scorecard.domain.scorecard import Role


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
    assert role_of_last(heading, cells) is Role.POLARITY


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
    assert role_of_last(heading, cells) is not Role.POLARITY
