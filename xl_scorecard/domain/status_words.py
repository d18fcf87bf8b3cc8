"""Ratings as officers type them: colours, letters, five-point codes, words and emoji."""

from __future__ import annotations

import re
from functools import cache

from xl_scorecard.domain.arrow_words import as_seen, without_arrows
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.lexicon import (
    any_of,
    any_word,
    colour_name,
    colour_of_word,
    lexicon,
    standing_of_word,
)
from xl_scorecard.domain.lexicon.signs import LIGHTS


def parse_status(text: str, font: str | None = None) -> frozenset[Standing] | None:
    """What a typed rating says: one standing, several it may be, or None where it is no rating."""
    seen = as_seen(text, font)
    lights = {standing for ch in seen for standing in LIGHTS.get(ch, ())}
    if lights:
        signs = {ch for ch in seen if ch in LIGHTS}
        return frozenset(lights) if len(signs) == 1 else None
    words = _label().sub("", " ".join(without_arrows(seen).casefold().split()), count=1)
    words = words.rstrip("*†!")
    if words in lexicon().statuses.pairs:
        words = "/".join(words)
    for standing, pattern in _phrases():
        if pattern.fullmatch(words.rstrip(".!")):
            return frozenset({standing})
    return _colours(words)


def _colours(words: str) -> frozenset[Standing] | None:
    """One colour or two, or one with a remark behind it that names no other."""
    tokens = [token for token in re.split(r"[\s/\\()\[\].,:;&+–-]+", words) if token]
    standings = [standing for token in tokens if (standing := standing_of_word(token))]
    if 1 <= len(tokens) <= 2 and len(standings) == len(tokens):
        return frozenset(standings)
    if tokens and standing_of_word(tokens[0]) is None:
        return None
    remark = _colour_with_remark().fullmatch(words)
    named = [colour for token in tokens if (colour := colour_of_word(token))]
    return frozenset(named) if remark and len(named) == 1 else None


@cache
def _phrases() -> list[tuple[Standing, re.Pattern[str]]]:
    phrases = lexicon().statuses.phrases
    return [(standing, re.compile(any_of(said))) for standing, said in phrases.items()]


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"{any_of(lexicon().statuses.labels)}\s*[:=-]\s*")


@cache
def _colour_with_remark() -> re.Pattern[str]:
    return re.compile(rf"{colour_name()}\s*[-–—:;,(\[].*", re.DOTALL)


def names_red(heading: str) -> bool:
    """Whether a heading speaks of red: `Red threshold`."""
    return _red().search(heading.casefold()) is not None


@cache
def _red() -> re.Pattern[str]:
    return re.compile(rf"\b{any_word(lexicon().statuses.colours[Standing.RED])}\b")
