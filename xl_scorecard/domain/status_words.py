"""Ratings as officers type them: colours, letters, five-point codes, words and emoji."""

from __future__ import annotations

import re
from enum import StrEnum

from xl_scorecard.domain.arrow_words import as_seen, without_arrows


class Standing(StrEnum):
    """What a typed rating says, whatever bands a rule set has.

    A pair of colours is between them: A/R of the five-point delivery confidence (DfT, IPA).
    """

    GREEN = "green"
    YELLOW = "yellow"
    AMBER = "amber"
    RED = "red"
    MET = "met"
    NEAR = "near"
    MISSED = "missed"


_COLOURS = {
    "g": Standing.GREEN, "green": Standing.GREEN, "a": Standing.AMBER, "amber": Standing.AMBER,
    "orange": Standing.AMBER, "r": Standing.RED, "red": Standing.RED, "y": Standing.YELLOW,
    "yellow": Standing.YELLOW,
}  # fmt: skip
_PAIRS = {"ag": "a/g", "ga": "a/g", "ar": "a/r", "ra": "a/r"}
_EMOJI = {
    "🟢": (Standing.GREEN,), "🟩": (Standing.GREEN,), "🟡": (Standing.YELLOW, Standing.AMBER),
    "🟨": (Standing.YELLOW, Standing.AMBER), "🟠": (Standing.AMBER,), "🟧": (Standing.AMBER,),
    "🔴": (Standing.RED,), "🟥": (Standing.RED,),
}  # fmt: skip
# Lincolnshire writes Achieved, Not achieved, Improving but not achieved.
_PHRASES: dict[Standing, tuple[str, ...]] = {
    Standing.MISSED: (
        r"(?:(?:improving|worsening) but |target |milestone )?not (?:been )?(?:achieved|met)",
        r"not on (?:target|track|plan|schedule)|off (?:target|track)",
        r"(?:target )?(?:missed|failed)|missed target|not (?:meeting|achieving) target",
        r"(?:(?:well|significantly|far) )?(?:below|behind|worse than|under) (?:target|plan)",
    ),
    Standing.MET: (
        r"(?:target )?(?:achieved|met|exceeded|exceeding)|(?:met|achieved|exceeded) target",
        r"(?:on|above|at|on or above|better than|ahead of) (?:target|plan)|on (?:track|schedule)",
        r"(?:meets|meeting|exceeds|exceeding|achieving) target",
    ),
    Standing.NEAR: (
        r"within (?:target tolerance|tolerance(?: of target)?|acceptable range)",
        r"(?:near|close to|slightly below|just below) target",
    ),
}
_PATTERNS = [(standing, re.compile("|".join(words))) for standing, words in _PHRASES.items()]
_REMARK = re.compile(r"(?P<word>green|amber|red|yellow)\s*[-–—:;,(\[].*", re.DOTALL)
_PREFIX = re.compile(r"(?:rag(?: rating| status)?|status|rating)\s*[:=-]\s*")


def parse_status(text: str, font: str | None = None) -> frozenset[Standing] | None:
    """What a typed rating says: one standing, several it may be, or None where it is no rating."""
    seen = as_seen(text, font)
    emoji = {standing for ch in seen for standing in _EMOJI.get(ch, ())}
    if emoji:
        signs = [ch for ch in seen if ch in _EMOJI]
        return frozenset(emoji) if len(set(signs)) == 1 else None
    words = _PREFIX.sub("", " ".join(without_arrows(seen).casefold().split()), count=1)
    words = words.rstrip("*†!")
    words = _PAIRS.get(words, words)
    for standing, pattern in _PATTERNS:
        if pattern.fullmatch(words.rstrip(".!")):
            return frozenset({standing})
    tokens = [token for token in re.split(r"[\s/\\()\[\].,:;&+–-]+", words) if token]
    if 1 <= len(tokens) <= 2 and all(token in _COLOURS for token in tokens):
        return frozenset(_COLOURS[token] for token in tokens)
    if tokens and tokens[0] not in _COLOURS:
        return None
    remark = _REMARK.fullmatch(words)
    if remark and sum(token in _COLOURS and len(token) > 1 for token in tokens) == 1:
        return frozenset({_COLOURS[remark["word"]]})
    return None


STAR, CIRCLE, TRIANGLE = "★⭐", "●⚫🔵⬤", "▲△"
"""East Riding and Harlow: a star is better than target, a circle within tolerance of it, a
triangle worse. Elsewhere a circle is a traffic light and a triangle an arrow."""
