"""What the sentences of a comment claim of the figure beside it, as far as all is understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from xl_scorecard.domain.lexicon import any_of, lexicon, words_of
from xl_scorecard.domain.lexicon.sheet_words import Phrases

_ASIDE = re.compile(r"\([^()]*\)|\[[^][]*\]")
_ENDS = re.compile(r"[.!?;:](?=\s|$)|\n|\s[-–—]\s|,\s")


class Says(Enum):
    """What is claimed."""

    BETTER = "better"
    WORSE = "worse"
    ROSE = "rose"
    FELL = "fell"
    STILL = "still"
    ABOVE = "above target"
    BELOW = "below target"
    MET = "target met"
    MISSED = "target missed"
    WITHIN = "within tolerance"
    OUTSIDE = "outside tolerance"
    UNDER = "below tolerance"


class Claim(NamedTuple):
    """A claim in its own words: whether it says that the move was small, that it is told from the
    quarter before, and that it goes on from the period before, however long."""

    says: Says
    words: str
    small: bool = False
    from_before: bool = False
    again: bool = False


def claims(comment: str) -> Iterator[Claim]:
    """The claims of a comment; none where another of its sentences speaks of other figures, of
    what is to come, or takes something back."""
    parts = [" ".join(part.split()) for part in _ENDS.split(_ASIDE.sub(" ", comment))]
    found = [(part, _claim(part)) for part in parts if part]
    rest = (part.casefold() for part, claim in found if claim is None)
    if any(_unless().search(part) for part in rest):
        return
    yield from (claim for _, claim in found if claim is not None)


def _claim(part: str) -> Claim | None:
    words = part.casefold().strip(" .!\"'“”")
    for says, pattern in _patterns():
        match = pattern.fullmatch(words)
        if match is not None:
            seen = [said().search(words) is not None for said in (_small, _since_before, _again)]
            return Claim(says, part, *seen)
    return None


@cache
def _patterns() -> list[tuple[Says, re.Pattern[str]]]:
    said = lexicon().comments
    start = rf"(?:{any_of(said.subject)} )?(?:{any_of(said.linking, said.again)} )*"
    how = rf"(?:{any_of(said.a_little, said.much, said.again)} )*"
    behind = rf"(?: {any_of(said.a_little, said.much, said.again)})*"
    end = rf"(?: {any_of(said.amount, said.since_before, said.since, said.again)})*"
    target, tolerance = any_of(said.target), any_of(said.tolerance)
    gone = rf"(?:{any_of(said.fell)} {how})?"

    def moved(verb: Phrases) -> str:
        return rf"{start}{how}{any_of(verb)}{behind}{end}"

    def beside(word: Phrases) -> str:
        return rf"{start}{how}{any_of(word)} {target}"

    def behind_it(word: Phrases) -> str:
        return rf"{target} (?:{any_of(said.linking, said.again)} )*{any_of(word)}"

    texts = (
        (Says.BETTER, moved(said.better)),
        (Says.WORSE, moved(said.worse)),
        (Says.ROSE, moved(said.rose)),
        (Says.FELL, moved(said.fell)),
        (Says.STILL, moved(said.still)),
        (Says.ABOVE, beside(said.above_target)),
        (Says.BELOW, beside(said.below_target)),
        (Says.MET, beside(said.meets_target)),
        (Says.MET, behind_it(said.target_met)),
        (Says.MISSED, behind_it(said.target_missed)),
        (Says.WITHIN, rf"{start}{how}{any_of(said.within)} {tolerance}"),
        (Says.OUTSIDE, rf"{start}{how}{gone}{any_of(said.outside)} {tolerance}"),
        (Says.UNDER, rf"{start}{how}{gone}{any_of(said.below_target)} {tolerance}"),
    )
    return [(says, re.compile(text)) for says, text in texts]


@cache
def _small() -> re.Pattern[str]:
    return words_of(lexicon().comments.a_little)


@cache
def _since_before() -> re.Pattern[str]:
    return words_of(lexicon().comments.since_before)


@cache
def _again() -> re.Pattern[str]:
    return words_of(lexicon().comments.again)


@cache
def _unless() -> re.Pattern[str]:
    return words_of(lexicon().comments.unless)
