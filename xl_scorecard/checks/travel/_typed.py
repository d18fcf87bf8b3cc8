"""What a typed direction of travel says: a word for better or worse, an arrow."""

from __future__ import annotations

import re

from xl_scorecard.domain.arrow_words import parse_arrow
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.judgement import Arrow
from xl_scorecard.domain.lexicon import any_word, arrow_of_word, lexicon, travel_of_word, words_of
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.scorecard import Role


def travel_word(typed: Cell, *, of_worth: bool = False) -> str | None:
    """How a word says that the figure has done; `of_worth` where those of the sheet mean better
    and worse."""
    words = _words(typed)
    if of_worth and words in lexicon().statuses.worse_beside_better:
        return "worsened"
    return travel_of_word(words)


def arrow(typed: Cell) -> Arrow | None:
    """Where an arrow, or a word for one, points."""
    return parse_arrow(typed.text, typed.font) or arrow_of_word(typed.text.casefold())


def says_a_move(typed: Cell) -> bool:
    """Whether it says how a figure moved, or that it did not."""
    return travel_word(typed) is not None or arrow(typed) is not None


def told_from(row: AssessedRow) -> tuple[bool, bool]:
    """Whether the heading says that a typed direction is told from the period before, and whether
    it says from a year before; where it says both, or another length of time, it settles
    nothing."""
    typed, table = row.measure.typed_travel, row.table
    columns = table.by_role(Role.TRAVEL) if typed is not None and table.upright else ()
    heading = next((c.heading for c in columns if typed and c.index == typed.column), "")
    before, year = since(heading, row.period.grain)
    return before and row.compared_with == row.period.previous, year


def since(heading: str, grain: Grain) -> tuple[bool, bool]:
    """Whether a heading says that a move is one since the period before, and whether it says that
    it is one since a year before; neither where it says both, or another length of time."""
    words, said = tidy(heading), lexicon().statuses
    year = words_of(said.told_from_year).search(words) is not None
    found = words_of(said.told_from_before).search(_without_year(words))
    if found is None:
        return False, year
    lengths = lexicon().times.lengths
    others = (word for months in lengths if months != grain for word in lengths[months])
    return not year and re.search(any_word(others), found[0]) is None, False


def _without_year(heading: str) -> str:
    return words_of(lexicon().statuses.told_from_year).sub(" ", heading)


def _words(typed: Cell) -> str:
    words = "".join(ch for ch in typed.text.casefold() if ch.isalpha() or ch.isspace())
    return " ".join(words.split())
