"""Headings that name no period but look as if they were meant to: `Decmber 18`, `O3 2018/19`."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache, lru_cache

from xl_scorecard.domain.lexicon import LETTER, all_words, lexicon, month_of_word, number_of_word
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words.tokens import tidy

_ALIKE = 0.82
_SHORTEST = 4
_LONGEST = 40
_YEAR = r"(?:(?:19|20)\d\d|\d\d ?[/-] ?\d\d)"
_ODD_QUARTER = re.compile(
    rf"(?:{LETTER}{{1,2}}|0)[. ]{{0,2}}[1-5]\b.*{_YEAR}|{_YEAR}.*\b{LETTER}[1-5]"
)
_NAMED_YEAR = re.compile(rf"{LETTER}{{3,}}\.?[ ,'-]*(?:(?:19|20)\d\d|\d\d)")
_NUMBER = re.compile(r"[1-4]")


@lru_cache(maxsize=1024)
def looks_like_period(heading: str, grain: Grain) -> bool:
    """Whether a heading that names no period, among periods of a length, looks meant to name one:
    a month or quarter misspelt, a word unknown before a year among months."""
    words = tidy(heading)
    if not 0 < len(words) <= _LONGEST:
        return False
    if any(_meant(word) for word in _words_of(words)):
        return True
    if grain is Grain.QUARTER:
        return _ODD_QUARTER.search(words) is not None
    return grain is Grain.MONTH and _NAMED_YEAR.fullmatch(words) is not None


def may_be(heading: str, expected: Period) -> bool:
    """Whether what looks like a period may be the one that its place calls for."""
    words = tidy(heading)
    if expected.grain is Grain.MONTH:
        month = expected.end % 12 + 1
        meant = [_meant(word) for word in _words_of(words)]
        return any(month_of_word(word) == month for word in meant if word)
    if expected.grain is not Grain.QUARTER:
        return False
    number = str(expected)[-1]
    said = [n for word in _words_of(words) if (n := number_of_word(word)) is not None]
    digits = _NUMBER.findall(re.sub(_YEAR, " ", words))
    return number in (*digits, *map(str, said))


def _words_of(words: str) -> list[str]:
    return re.findall(rf"{LETTER}+", words)


def _meant(word: str) -> str | None:
    """The name of a month, or the word for a quarter, that a word is or is much like."""
    if word in _names() or month_of_word(word) is not None:
        return word
    if len(word) < _SHORTEST:
        return None
    return next(iter(get_close_matches(word, _names(), n=1, cutoff=_ALIKE)), None)


@cache
def _names() -> tuple[str, ...]:
    times = lexicon().times
    long = (word for word in all_words(times.months) if len(word) > _SHORTEST)
    return (*long, *times.lengths[Grain.QUARTER])
