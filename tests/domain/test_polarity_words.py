from __future__ import annotations

import pytest

from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.polarity_words import is_plus_or_minus, parse_polarity

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
        ("Figure should increase", HIGH), ("Figure should stay the same", PLAN),
        ("Higher", HIGH), ("+", HIGH), ("▲ High", HIGH), ("⬇", LOW),
        ("High is bad", LOW), ("Lower is worse", HIGH), ("Low is good", LOW),
        ("Aim to maximise", HIGH), ("A lower figure is good performance", LOW), ("HIB", HIGH),
        ("Above target is good", HIGH), ("≤", LOW), ("Zero is best", LOW), ("Track only", NEITHER),
        ("For information only", NEITHER), ("Monitor only", NEITHER), ("Reducing", LOW),
    ],
)  # fmt: skip
def test_the_words_of_real_scorecards_are_understood(word: str, polarity: Polarity) -> None:
    assert parse_polarity(word) is polarity


@pytest.mark.parametrize("word", ["", "Q3", "TBC", "Head of Service", "80%", "→", "High or low"])
def test_words_that_mean_no_polarity_are_none(word: str) -> None:
    assert parse_polarity(word) is None


@pytest.mark.parametrize(
    ("letter", "font", "polarity"),
    [
        ("é", "Wingdings", HIGH), ("ê", "Wingdings", LOW), ("ò", "Wingdings", LOW),
        ("p", "Wingdings 3", HIGH), ("q", "Wingdings 3", LOW), ("p", "Calibri", None),
        ("h", "Wingdings 3", HIGH), ("i", "Wingdings 3", LOW), ("g", "Wingdings 3", None),
    ],
)  # fmt: skip
def test_a_letter_in_a_symbol_font_is_the_arrow_it_shows(
    letter: str, font: str, polarity: Polarity | None
) -> None:
    assert parse_polarity(letter, font) is polarity


def test_a_dash_beside_pluses_may_mean_low_and_beside_words_does_not() -> None:
    assert is_plus_or_minus("-", ["+", "-", "+"])
    assert not is_plus_or_minus("-", ["High", "-", "Low"])
    assert is_plus_or_minus("-", ["+", "-", "n/a"])
    assert not is_plus_or_minus("+", ["+", "-"])
