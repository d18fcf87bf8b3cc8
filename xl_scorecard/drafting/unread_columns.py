"""Columns whose headings say nothing that is known, and whose cells may say which way is good."""

from __future__ import annotations

from typing import NamedTuple

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.scorecard import Column, Role
from xl_scorecard.drafting.guess import quoted
from xl_scorecard.drafting.rows import Row
from xl_scorecard.reading.words.headings import never_judges

_FEWEST = 2
_WAYS = (Polarity.HIGH, Polarity.LOW)


class Beside(NamedTuple):
    """Which way is good if a column beside a row is about that, and why it may be."""

    means: Polarity
    why: str


def said_by_unread(row: Row) -> Beside | None:
    """What a column that was not understood would say of a row, where each of its cells is a word
    for high or low; None where there is none or it says nothing of the row."""
    for column in row.table.by_role(Role.OTHER):
        cell = row.table.grid.shown(row.at, column.index)
        means = _means(cell) if cell is not None else None
        if cell is not None and means is not None and _all_say_so(row, column):
            why = f"the column {quoted(column.heading)} says {quoted(cell.text)}"
            return Beside(means, why)
    return None


def _all_say_so(row: Row, column: Column) -> bool:
    if never_judges(column.heading):
        return False
    cells = [row.table.grid.shown(other.row, column.index) for other in row.table.rows]
    filled = [cell for cell in cells if cell is not None and cell.value is not None]
    return len(filled) >= _FEWEST and all(_means(cell) is not None for cell in filled)


def _means(cell: Cell) -> Polarity | None:
    """High or low, said in words of which no figure is part."""
    text = cell.text
    if not any(ch.isalpha() for ch in text) or any(ch.isdigit() for ch in text):
        return None
    found = parse_polarity(text, cell.font)
    return found if found in _WAYS else None
