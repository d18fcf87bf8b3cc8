"""Figures in words, as Excel's FIXED says them."""

from __future__ import annotations

import pytest

from xl_scorecard.compose.figures import fixed


@pytest.mark.parametrize(
    ("value", "decimals", "percent", "words"),
    [
        # 0.00805 x 100 is 0.8049999999999999 in binary; Excel reckons with 15 digits: 0.805
        (0.00805, 2, True, "0.81%"), (0.32, 0, True, "32%"), (0.125, 0, True, "13%"),
        (-0.125, 0, True, "-13%"), (2.675, 2, False, "2.68"), (1234.5, 1, False, "1,234.5"),
        (1234567.0, 0, False, "1,234,567"),
    ],
)  # fmt: skip
def test_a_half_is_rounded_away_from_nothing(
    value: float, decimals: int, percent: bool, words: str
) -> None:
    assert fixed(value, decimals, percent=percent) == words
