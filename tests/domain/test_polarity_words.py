from __future__ import annotations

import pytest

from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.polarity_words import parse_polarity

HIGH, LOW, PLAN, NEITHER = Polarity.HIGH, Polarity.LOW, Polarity.PLAN, Polarity.NEITHER


@pytest.mark.parametrize(
    ("word", "polarity"),
    [
        ("H", HIGH), ("L", LOW), ("T", PLAN),  # Kent
        ("High", HIGH), ("Low", LOW), ("Info", NEITHER), ("Measure for information", NEITHER),
        ("Bigger is Better", HIGH), ("Smaller is Better", LOW), ("Plan is best", PLAN),
        ("Bigger values are best", HIGH),  # Central Bedfordshire
        ("\u00f1", HIGH), ("\u00f2", LOW), ("↑", HIGH), ("▼", LOW),  # Wingdings and arrows
        ("More is better", HIGH), ("Less is better", LOW), ("Goal Post", PLAN),  # CAMMS
        ("increase", HIGH), ("decrease", LOW), ("neutral", NEITHER),  # NHS
        ("Ascending", HIGH), ("Descending", LOW), ("Goldilocks", PLAN),  # LGBF
        ("-", NEITHER),  # LAIT
        ("Figure should reduce", LOW), ("Stay close to target", PLAN), ("  hIGH  ", HIGH),
        ("smaller\u00a0is better", LOW), ("Delivery", NEITHER), ("fewer", LOW),
    ],
)  # fmt: skip
def test_the_words_of_real_scorecards_are_understood(word: str, polarity: Polarity) -> None:
    assert parse_polarity(word) is polarity


@pytest.mark.parametrize("word", ["", "Q3", "TBC", "Head of Service", "80%"])
def test_words_that_mean_no_polarity_are_none(word: str) -> None:
    assert parse_polarity(word) is None
