"""Grades: words that a rule puts in order, such as Substantial, Reasonable, Limited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xl_scorecard.domain.lexicon import lexicon
from xl_scorecard.domain.number_words import plain

_MOST_GRADES = 7
_LONGEST = 30
_BETWEEN = re.compile(r"[\s/–-]+")


def grade(text: str, words: Sequence[str]) -> int | None:
    """The place of a word among the grades of a scale, best first, counted from the worst, 1."""
    said = _as_compared(text)
    for place, word in enumerate(words):
        if _as_compared(word) == said:
            return len(words) - place
    return None


def band_of(text: str, bands: Sequence[Sequence[str]]) -> int | None:
    """The place of a word among bands of words, best first, counted from the worst, 1; words of a
    band are one grade."""
    for place, words in enumerate(bands):
        if grade(text, words) is not None:
            return len(bands) - place
    return None


def grade_at(place: float, words: Sequence[str]) -> str:
    """The word at a place of a scale, best first, counted from the worst, 1."""
    return words[len(words) - round(place)]


def is_same_grade(one: str, other: str) -> bool:
    """Whether two words are one grade: `requires-improvement` and `Requires improvement`."""
    return _as_compared(one) == _as_compared(other)


def order_of(texts: Sequence[str], target: str = "") -> list[str]:
    """The grades that a row's texts may be, in a known order of theirs if there is one; none where
    the texts are other words.

    They are grades where inspectors or auditors use them so, or the target is one of them.
    """
    said = list(dict.fromkeys(_as_compared(text) for text in (*texts, *([target] * bool(target)))))
    if not texts or len(said) > _MOST_GRADES or any(map(_is_no_grade, said)):
        return []
    for scale in lexicon().grades.scales:
        if set(said) <= set(scale):
            return [word.capitalize() for word in scale]
    among = {_as_compared(text) for text in texts}
    if len(said) > 1 and _as_compared(target) in among:
        return [word.capitalize() for word in said]
    return []


def _is_no_grade(word: str) -> bool:
    return not word or len(word) > _LONGEST or any(ch.isdigit() for ch in word)


def _as_compared(word: str) -> str:
    return " ".join(_BETWEEN.split(plain(word).casefold().rstrip(".")))
