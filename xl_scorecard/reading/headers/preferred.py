"""Columns that say which way is good, by their cells: `Best is` over Highest and Lowest."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.polarity_words import parse_polarity, says_preference
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.target_words import means_no_target
from xl_scorecard.reading.headers.below import FEWEST, MOST_WORDS, Below, mostly
from xl_scorecard.reading.headers.heading import Heading
from xl_scorecard.reading.words.good_headings import may_say_what_is_good
from xl_scorecard.reading.words.headings import never_judges

_MAY_BE = (None, Role.OTHER, Role.TRAVEL, Role.OUTTURN)


def what_is_good(below: Below, headings: list[Heading]) -> list[Heading]:
    """The headings with the one column whose cells all say which way is good, where no heading
    does: its own may mean that, or its cells speak of better and worse.

    Arrows alone do not: below `Direction` they say how a figure has moved.
    """
    if any(h.role is Role.POLARITY and not _is_silent(below, h) for h in headings):
        return headings
    found = [h.index for h in headings if _may_be(h) and _says(h, below.cells(h.index))]
    if len(found) != 1:
        return headings
    return [replace(h, role=Role.POLARITY, words=None) if h.index in found else h for h in headings]


def _is_silent(below: Below, heading: Heading) -> bool:
    return not below.cells(heading.index)


def _may_be(heading: Heading) -> bool:
    if heading.by_rule or heading.role not in _MAY_BE or heading.period is not None:
        return False
    return not never_judges(heading.own)


def _says(heading: Heading, cells: list[Cell]) -> bool:
    """Whether cells say which way is good: all of them in words, but for those that say that
    there is no target."""
    texts = [cell.text for cell in cells]
    if len(cells) < FEWEST or len(set(texts)) > MOST_WORDS or not all(texts):
        return False
    worded = [cell for cell in cells if not means_no_target(cell.text)]
    if len(worded) < FEWEST or not all(_is_preference(cell) for cell in worded):
        return False
    if heading.role is Role.TRAVEL and any(map(_is_bad, worded)):
        return False  # "Up (good)", "Down (bad)": how it moved, and what that means
    return may_say_what_is_good(heading.own) or mostly(worded, _prefers)


def _is_preference(cell: Cell) -> bool:
    worded = any(ch.isalpha() for ch in cell.text)
    return worded and parse_polarity(cell.text, cell.font) is not None


def _is_bad(cell: Cell) -> bool:
    return words_of(lexicon().polarities.bad).search(cell.text.casefold()) is not None


def _prefers(cell: object) -> bool:
    assert isinstance(cell, Cell)
    return says_preference(cell.text)
