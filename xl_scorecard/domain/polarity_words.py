"""What an entry under "Good is" means, be it a word, a letter or an arrow."""

from __future__ import annotations

from collections.abc import Iterable

from xl_scorecard.domain.arrow_words import as_seen, parse_arrow
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.judgement import Arrow
from xl_scorecard.domain.lexicon import answer_of_word, lexicon, polarity_of_word, words_of
from xl_scorecard.domain.lexicon.signs import POLARITIES, TICKS

_DASHES = frozenset(POLARITIES[Polarity.NEITHER])
_MEANT = {Arrow.UP: Polarity.HIGH, Arrow.DOWN: Polarity.LOW}


def is_plus_or_minus(text: str, column: Iterable[str]) -> bool:
    """Whether a dash stands in a column of pluses and dashes: low is good, or neither?

    What else stands there may be words that say neither, such as `n/a`.
    """
    if text.strip() not in _DASHES:
        return False
    texts = {" ".join(other.split()) for other in column}
    if "+" not in texts:
        return False
    texts -= {"", "+", *_DASHES}
    return all(polarity_of_word(other.casefold()) is Polarity.NEITHER for other in texts)


def minus_is_low(heading: str, column: Iterable[str]) -> bool:
    """Whether a dash among pluses is a minus, low being good: the heading speaks of both signs, or
    other words in the column say neither."""
    signs = "+" in heading and any(dash in heading.replace("+", " ").split() for dash in "-−–")
    signs = signs or any(pair in "".join(heading.split()) for pair in ("+/-", "+/−", "+/–"))
    return signs or any({*other.split()} - {"+", *_DASHES} for other in column)


def ticked_polarity(heading: str, text: str, font: str | None = None) -> Polarity | None:
    """The polarity that a column is headed by, where a row is ticked in it: `Low is good` over
    ticks."""
    seen = "".join(as_seen(text, font).split()).casefold()
    ticked = bool(seen) and (set(seen) <= set(TICKS) or seen == "x" or answer_of_word(seen) is True)
    return parse_polarity(heading) if ticked else None


def says_preference(text: str) -> bool:
    """Whether words say in so many words which way is good: `Smaller is better`, `Highest`."""
    return words_of(lexicon().polarities.prefers).search(text.casefold()) is not None


def parse_polarity(text: str, font: str | None = None) -> Polarity | None:
    """The polarity that a word, letter or arrow means, or None where it means none.

    Words from Kent (H/L/T), Rotherham, Cumbria, Gloucestershire and DfE's LAIT. An arrow may be
    a letter in a symbol font; `-` is LAIT's "neither", which beside `+` it may not be
    (`is_plus_or_minus`).
    """
    cleaned = " ".join(as_seen(text, font).split()).casefold()
    whole = polarity_of_word(cleaned)
    if whole is not None:
        return whole
    words = lexicon().polarities
    for polarity, phrases in words.phrases.items():
        if words_of(phrases).search(cleaned):
            return polarity
    high, low, bad = (
        words_of(said).search(cleaned) is not None for said in (words.more, words.less, words.bad)
    )
    if high and low:
        return None
    if high or low:
        return Polarity.HIGH if high != bad else Polarity.LOW  # "high is bad"
    arrow = parse_arrow(text, font)
    return _MEANT.get(arrow) if arrow is not None else None
