"""Columns that judge, told by their cells where the heading does not say so: `Grade` over Green."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from xl_scorecard.domain.arrow_words import parse_arrow
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.judged import Manner, manner_of, standings_in
from xl_scorecard.domain.lexicon import answer_of_word, lexicon, travel_of_word, words_of
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.below import FEWEST, MOST_WORDS, Below, mostly
from xl_scorecard.reading.headers.heading import Heading
from xl_scorecard.reading.headers.naming import first_figure
from xl_scorecard.reading.words.headings import never_judges, normalised

_LETTERS = frozenset("rag")


def judging_columns(below: Below, headings: list[Heading]) -> list[Heading]:
    """The headings with the roles of columns whose cells say which way is good, rate, or point."""
    taken = {h.role for h in headings}
    first = first_figure(headings)  # behind it an `Outcome` is what came of the target
    found = []
    for heading in headings:
        told = heading
        if _is_silent(heading) or (heading.role is Role.SECTION and heading.index > first):
            cells = [cell for cell in below.cells(heading.index) if cell.text]
            whole = len(cells) == len(below.cells(heading.index))
            role = _role_of(heading, cells) if whole else None
            if role is not None and role not in taken:
                taken.add(role)
                told = replace(heading, role=role)
        found.append(told)
    return found


def _is_silent(heading: Heading) -> bool:
    """Whether a heading says nothing, or no more than that a figure of no period stands there."""
    timeless = heading.role is Role.OUTTURN and heading.words is None
    return heading.role in (None, Role.OTHER) or timeless


def _role_of(heading: Heading, cells: list[Cell]) -> Role | None:
    if not len(cells) >= FEWEST or len({cell.text for cell in cells}) > MOST_WORDS:
        return None
    if never_judges(heading.own):
        return None
    manner = manner_of(cells)
    asks = words_of(lexicon().headings.asking).search(normalised(heading.own)) is not None
    letters = {c.text.casefold() for c in cells if len(c.text) == 1 and c.text.isalpha()}
    colours = letters <= _LETTERS and len(letters) > 1
    wishes = words_of(lexicon().headings.wishing).search(normalised(heading.own)) is not None
    fits: tuple[tuple[Role, Callable[[Cell], bool]], ...] = (
        (Role.POLARITY, _is_way if wishes else _prefers),
        (Role.RAG, lambda cell: _rates(cell, manner, asks=asks, colours=colours)),
        (Role.TRAVEL, _points),
    )
    return next((role for role, of in fits if mostly([of(c) for c in cells], bool)), None)


def _prefers(cell: Cell) -> bool:
    """Whether a cell says in so many words which way is good: `Smaller is better`."""
    says = words_of(lexicon().polarities.prefers).search(cell.text.casefold())
    return says is not None and parse_polarity(cell.text, cell.font) is not None


def _is_way(cell: Cell) -> bool:
    """Whether a cell says high or low, in words or as an arrow: below `Wanted`, what is good."""
    return parse_polarity(cell.text, cell.font) is not None


def _rates(cell: Cell, manner: Manner, *, asks: bool, colours: bool) -> bool:
    """Whether a cell is a rating: answers where the heading asks, letters where all are colours."""
    word = cell.text.casefold()
    if answer_of_word(word) is not None or manner.answers:
        return asks and standings_in(cell, manner) is not None
    if len(word) == 1 and word.isalpha():
        return colours
    return standings_in(cell, manner) is not None


def _points(cell: Cell) -> bool:
    arrow = parse_arrow(cell.text, cell.font)
    return arrow is not None or travel_of_word(cell.text.casefold()) is not None
