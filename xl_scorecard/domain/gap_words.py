"""Words and symbols that stand where a figure is not, and the reason they give."""

from __future__ import annotations

import re
from functools import cache

from xl_scorecard.domain.indicator import Gap
from xl_scorecard.domain.lexicon import any_of, gap_of_word, lexicon
from xl_scorecard.domain.lexicon.signs import UNEXPLAINED


def parse_gap(text: str) -> Gap | None:
    """The reason that a word, symbol or phrase gives for there being no figure, if it gives one."""
    word = " ".join(text.casefold().split()).strip("'’")
    whole = gap_of_word(word)
    if whole is not None or len(word) < 2:
        return whole
    marked = gap_of_word(word.rstrip(".!*†‡ "))
    if marked is not None:
        return marked
    bare = word.strip("()[]").rstrip(".!*")
    return next((gap for gap, pattern in _phrases() if pattern.fullmatch(bare)), None)


@cache
def _phrases() -> list[tuple[Gap, re.Pattern[str]]]:
    phrases = lexicon().gaps.phrases
    return [(gap, re.compile(any_of(said))) for gap, said in phrases.items()]


def is_unexplained(text: str) -> bool:
    """Whether a mark says that a figure is not there but not why."""
    word = text.casefold()
    return word in UNEXPLAINED or word in lexicon().gaps.unexplained


def is_zero_word(text: str, counted: bool) -> bool:
    """Whether a word means 0: `nil` and `zero` always, `none` of something counted.

    "None" beside percentages says that there were no cases to take a share of.
    """
    return text.casefold().strip() in lexicon().gaps.zero or (counted and is_no_cases(text))


def is_no_cases(text: str) -> bool:
    """Whether a word says that there was nothing to measure."""
    return text.casefold().strip() in lexicon().gaps.no_cases
