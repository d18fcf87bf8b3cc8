"""What rows among and below the indicators are: remarks, outlines, the header of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xl_scorecard.domain.grades import band_of
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.scorecard import IndicatorRow, Role, Table
from xl_scorecard.reading.figures.series import is_figure
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import exact_role
from xl_scorecard.reading.words.row_names import begins_remark

_ROLES_OF_A_LATER_HEADER = 2
_MOST = 0.8
_SENTENCE = 60
_WORDS_OF_A_SENTENCE = 4
_FEWEST_ROWS = 4


def is_remark(text: str) -> bool:
    """Whether a text among the rows is a comment rather than a heading."""
    return begins_remark(text) or (len(text) > _SENTENCE and text.rstrip().endswith("."))


def is_note(reference: str, name: str, rows: Sequence[IndicatorRow]) -> bool:
    """Whether a whole sentence stands behind what is no reference as others are: `*`, `(a)`."""
    sentence = name.rstrip(" )").endswith(".") and len(name.split()) >= _WORDS_OF_A_SENTENCE
    levels = {outline_level(row.reference) for row in rows if row.reference}
    return sentence and outline_level(reference) not in levels


def has_number(cells: list[Cell]) -> bool:
    """Whether a number stands among cells."""
    return any(isinstance(c.value, float) for c in cells)


def is_another_header(table: Table, row: int, cells: list[Cell], words: HeadingWords) -> bool:
    """A row whose naming column holds a heading again: the header of something else.

    A known word alone will do, with any text beside it; a name that only begins like a heading
    needs headings beside it.
    """
    named = _heading_again(table, row, words) if not has_number(cells) else None
    if named is None:
        return False
    heading, role = named
    beside = [cell for cell in cells if cell is not heading]
    if exact_role(heading.text, words.extra) is role:
        beside = [cell for cell in beside if cell.text]
    else:
        beside = [cell for cell in beside if _heads(cell, words)]
    return len(beside) >= _ROLES_OF_A_LATER_HEADER


def repeats_header(table: Table, cells: list[Cell]) -> bool:
    """Whether a row has the headings of the table once more, above its next section."""
    heads = {c.index: table.grid.shown(table.header_row, c.index) for c in table.columns}
    same = [
        cell for cell in cells
        if (head := heads.get(cell.column)) is not None and head.value == cell.value
    ]  # fmt: skip
    return len(same) > _ROLES_OF_A_LATER_HEADER and len(same) >= _MOST * len(cells)


def names_periods(table: Table, row: int) -> bool:
    """Whether a row says which periods its figures would be of: `Quarter` beside months."""
    columns = table.by_role(Role.OUTTURN)
    found = (table.grid.cell(row, column.index) for column in columns)
    cells = [cell for cell in found if cell is not None and cell.value is not None]
    if all(map(is_figure, cells)):
        return False  # (1950) is a figure below 0, though it could be a year
    return len(cells) > 1 and all(c.text and parse_period(c.text) is not None for c in cells)


def _heading_again(table: Table, row: int, words: HeadingWords) -> tuple[Cell, Role] | None:
    """A heading of references or names in the column of such, and its role."""
    for role in (Role.REFERENCE, Role.INDICATOR):
        column = table.first(role)
        cell = table.grid.cell(row, column.index) if column is not None else None
        if cell is not None and words.role(cell.text) is role:
            return cell, role
    return None


def _heads(cell: Cell, words: HeadingWords) -> bool:
    """Whether a cell reads as a heading: it names a role or a period, and is no word of the rating
    such as Red, which may head its threshold."""
    if band_of(cell.text, words.bands) is not None:
        return False
    return words.role(cell.text) is not None or parse_period(cell.value, words.starts) is not None


def text_of(cell: Cell | None) -> str:
    """A cell's text; a number as people would type it."""
    if cell is None:
        return ""
    if isinstance(cell.value, float):
        return f"{cell.value:g}"
    return cell.text


def begins_outline(table: Table, row: int, reference: str, name: str) -> bool:
    """Whether a row that has only a reference and name heads those below it: `1` before `1.1`."""
    if name.endswith(":"):
        return True
    column = table.first(Role.REFERENCE)
    below = text_of(table.grid.cell(row + 1, column.index)) if column is not None else ""
    return bool(reference) and below.startswith(f"{reference.rstrip('.')}.") and below != reference


def rows_of_remarks(table: Table) -> frozenset[int]:
    """The rows below every indicator that hold a sentence and nothing else: comments on it."""
    names = table.first(Role.INDICATOR) or table.first(Role.REFERENCE)
    assert names is not None  # a header without either is not a scorecard's
    rows: list[int] = []
    for row in range(table.header_row + 1, table.grid.last_row + 1):
        cells = [c for column in table.columns if (c := table.grid.cell(row, column.index))]
        if not cells:
            break
        if _is_lone_sentence(cells, names.index) is not bool(len(rows) % 2):
            return frozenset()
        rows.append(row)
    enough = len(rows) >= _FEWEST_ROWS and len(rows) % 2 == 0
    return frozenset(rows[1::2]) if enough else frozenset()


def _is_lone_sentence(cells: list[Cell], names: int) -> bool:
    """Whether a row holds a sentence where names stand, and nothing else."""
    alone = len(cells) == 1 and cells[0].column == names
    return alone and len(cells[0].text.split()) >= _WORDS_OF_A_SENTENCE


def outline_level(reference: str) -> str:
    """A reference without its numbers: `2` stands as high in an outline as `1`, `1.1` below."""
    return re.sub(r"\d+", "9", reference)
