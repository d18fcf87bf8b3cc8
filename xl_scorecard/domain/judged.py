"""Judgements as officers give them in a column: words, letters, ticks, shapes, colours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from xl_scorecard.domain.arrow_words import as_seen
from xl_scorecard.domain.colours_seen import standings_of_colour
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.lexicon import answer_of_word
from xl_scorecard.domain.lexicon.signs import (
    BLOBS,
    CIRCLE,
    CROSSES,
    EMOJI_STYLE,
    STAR,
    TICKS,
    TRIANGLE,
)
from xl_scorecard.domain.status_words import parse_status

_BEYOND_COLOURS = frozenset("cdef")
_ANSWERS = frozenset("yn")


class Manner(NamedTuple):
    """What the judgements of a sheet have to be known together for.

    `shapes`: stars, circles and triangles, as in East Riding and Harlow; elsewhere those say
    nothing by themselves. `answers`: Y and N are yes and no, and Y not yellow. `grades`: A, B, C
    are grades, and A not amber.
    """

    shapes: bool = False
    answers: bool = False
    grades: bool = False


PLAIN = Manner()


class Filled(NamedTuple):
    """A judgement given by nothing but the colour of a cell: what it says, and which cell."""

    standings: frozenset[Standing]
    ref: str


def manner_of(cells: Iterable[Cell]) -> Manner:
    """The manner of the judgements of a sheet."""
    signs = {sign(cell.text, cell.font).casefold() for cell in cells}
    letters = {found for found in signs if len(found) == 1 and found.isalpha()}
    return Manner(
        shapes=not signs.isdisjoint(STAR),
        answers="n" in letters and letters <= _ANSWERS,
        grades=not letters.isdisjoint(_BEYOND_COLOURS) and letters.isdisjoint("rgy"),
    )


def standings_in(cell: Cell, manner: Manner = PLAIN) -> frozenset[Standing] | None:
    """What a typed judgement says: one standing or several it may be; None where it says none.

    A circle or square means what its colour does.
    """
    seen = sign(cell.text, cell.font)
    if manner.shapes:
        return _shape(seen)
    word = seen.casefold().rstrip(".!")
    if manner.grades and len(word) == 1:
        return None
    if manner.answers and word in _ANSWERS:
        return frozenset({Standing.MET if word == "y" else Standing.MISSED})
    if seen and set(seen) <= set(BLOBS):
        return standings_of_colour(cell.ink)
    return _answer(word) or parse_status(cell.text, cell.font)


def _answer(word: str) -> frozenset[Standing] | None:
    """Yes and no, a tick and a cross."""
    met = answer_of_word(word)
    if met is None and word and set(word) <= set(TICKS):
        met = True
    if met is None and word and set(word) <= set(CROSSES):
        met = False
    if met is None:
        return None
    return frozenset({Standing.MET if met else Standing.MISSED})


def sign(text: str, font: str | None) -> str:
    """A typed judgement as it shows."""
    return as_seen(text, font).replace(EMOJI_STYLE, "").strip()


def _shape(seen: str) -> frozenset[Standing] | None:
    for signs, standing in ((STAR, Standing.MET), (CIRCLE, Standing.NEAR)):
        if seen and seen in signs:
            return frozenset({standing})
    return frozenset({Standing.MISSED}) if seen and seen in TRIANGLE else None
