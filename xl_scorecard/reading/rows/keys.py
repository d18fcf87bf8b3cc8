"""Rows of a key to ratings among or below indicators: what each colour or word means."""

from __future__ import annotations

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.lexicon import travel_of_word
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.status_words import parse_status
from xl_scorecard.reading.figures.series import is_figure
from xl_scorecard.reading.rows.names import Names
from xl_scorecard.reading.rows.row_shapes import has_number
from xl_scorecard.reading.words.row_names import is_key, states_rating

_FEWEST = 2


def is_row_of_key(names: Names, row: int, cells: list[Cell]) -> bool:
    """Whether a row is a line of a key: `Amber`, `within 5%`; ratings side by side; the word Key
    or Note with texts beside it; or a rating with words beside it, right above or below another. A
    row with figures, `0 visits (GREEN)`, is none."""
    figures = {column.index for column in names.table.by_role(Role.OUTTURN)}
    if any(cell.column in figures and is_figure(cell) for cell in cells):
        return False
    headed = cells[0].column in names.places and is_key(cells[0].text)
    if (headed and not has_number(cells)) or states_rating(cells) or _lists_ratings(cells):
        return True
    place = names.column.index
    named = [_rates(names.table.grid.cell(row + step, place)) for step in (-1, 0, 1)]
    return named[1] and (named[0] or named[2]) and not has_number(cells)


def _lists_ratings(cells: list[Cell]) -> bool:
    """Whether a row is ratings side by side, behind a word such as Key or not."""
    if len(cells) > 1 and is_key(cells[0].text):
        cells = cells[1:]
    ratings = {cell.text for cell in cells if _rates(cell)}
    others = [cell for cell in cells if not _rates(cell)]
    moves = all(travel_of_word(cell.text.casefold()) is not None for cell in others)
    return len(ratings) >= _FEWEST and _rates(cells[0]) and moves


def _rates(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.text) and parse_status(cell.text, cell.font) is not None
