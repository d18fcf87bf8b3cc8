"""What a typed direction of travel says: a word for better or worse, an arrow."""

from __future__ import annotations

from xl_scorecard.checks._told_from import ToldFrom, told_from_heading
from xl_scorecard.domain.arrow_words import parse_arrow
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.judgement import Arrow
from xl_scorecard.domain.lexicon import arrow_of_word, lexicon, travel_of_word
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


def told_from(row: AssessedRow) -> ToldFrom:
    """What the heading says that a typed direction is told from: the period before, if that is what
    its move is compared with."""
    typed, table = row.measure.typed_travel, row.table
    columns = table.by_role(Role.TRAVEL) if typed is not None and table.upright else ()
    heading = next((c.heading for c in columns if typed and c.index == typed.column), "")
    said = told_from_heading(heading, row.period.grain)
    return said._replace(before=said.before and row.compared_with == row.period.previous)


def _words(typed: Cell) -> str:
    words = "".join(ch for ch in typed.text.casefold() if ch.isalpha() or ch.isspace())
    return " ".join(words.split())
