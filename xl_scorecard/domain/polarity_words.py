"""What an entry under "Good is" means, be it a word, a letter or an arrow."""

from __future__ import annotations

import re
from functools import cache

from xl_scorecard.domain.arrow_words import as_seen, parse_arrow
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.judgement import Arrow
from xl_scorecard.domain.lexicon import any_of, lexicon, polarity_of_word

_MEANT = {Arrow.UP: Polarity.HIGH, Arrow.DOWN: Polarity.LOW}


def parse_polarity(text: str, font: str | None = None) -> Polarity | None:
    """The polarity that a word, letter or arrow means, or None where it means none.

    Words from Kent (H/L/T), Rotherham, Cumbria, Gloucestershire and DfE's LAIT. An arrow may be
    a letter in a symbol font; `-` is LAIT's "neither", also beside `+`.
    """
    cleaned = " ".join(as_seen(text, font).split()).casefold()
    whole = polarity_of_word(cleaned)
    if whole is not None:
        return whole
    for polarity, pattern in _phrases():
        if pattern.search(cleaned):
            return polarity
    high, low, bad = (pattern.search(cleaned) is not None for pattern in _comparisons())
    if high and low:
        return None
    if high or low:
        return Polarity.HIGH if high != bad else Polarity.LOW  # "high is bad"
    arrow = parse_arrow(text, font)
    return _MEANT.get(arrow) if arrow is not None else None


@cache
def _phrases() -> list[tuple[Polarity, re.Pattern[str]]]:
    phrases = lexicon().polarities.phrases
    return [(polarity, re.compile(rf"\b{any_of(said)}\b")) for polarity, said in phrases.items()]


@cache
def _comparisons() -> list[re.Pattern[str]]:
    words = lexicon().polarities
    return [re.compile(rf"\b{any_of(said)}\b") for said in (words.more, words.less, words.bad)]
