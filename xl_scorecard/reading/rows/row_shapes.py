"""What rows among and below the indicators are: remarks, outlines, the header of something else."""

from __future__ import annotations

import re

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.reading.headers.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import exact_role, role_of

_ROLES_OF_A_LATER_HEADER = 2
_REMARK = re.compile(r"(?:comment\w*|notes?|narrative|update)\s*[:\u2013-]", re.IGNORECASE)
_SENTENCE = 60
_WORDS_OF_A_SENTENCE = 4


def is_remark(text: str) -> bool:
    """Whether a text among the rows is a comment rather than a heading."""
    return bool(_REMARK.match(text)) or (len(text) > _SENTENCE and text.rstrip().endswith("."))


def has_number(cells: list[Cell]) -> bool:
    """Whether a number stands among cells."""
    return any(isinstance(c.value, float) for c in cells)


def is_another_header(table: Table, row: int, cells: list[Cell], words: HeadingWords) -> bool:
    """A row whose naming column holds a heading again: the header of something else.

    A known word alone will do, with any text beside it; a name that only begins like a heading
    needs headings beside it.
    """
    for role in (Role.REFERENCE, Role.INDICATOR):
        column = table.first(role)
        cell = table.grid.cell(row, column.index) if column else None
        if cell is None or not cell.text or role_of(cell.text, words.extra) is not role:
            continue
        others = [c for c in cells if c is not cell]
        if exact_role(cell.text, words.extra) is role:
            others = [c for c in others if c.text]
        else:
            others = [c for c in others if _heads(c, words)]
        return len(others) >= _ROLES_OF_A_LATER_HEADER and not has_number(cells)
    return False


def _heads(cell: Cell, words: HeadingWords) -> bool:
    """Whether a cell reads as a heading: it names a role or a period."""
    named = bool(cell.text) and role_of(cell.text, words.extra) is not None
    return named or parse_period(cell.value, words.starts) is not None


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
    lone: dict[int, bool] = {}
    for row in range(table.header_row + 1, table.grid.last_row + 1):
        cells = [c for column in table.columns if (c := table.grid.cell(row, column.index))]
        if not cells:
            break
        own = cells[0] if len(cells) == 1 and cells[0].column == names.index else None
        lone[row] = own is not None and len(own.text.split()) >= _WORDS_OF_A_SENTENCE
    alternate = list(lone.values()) == [False, True] * (len(lone) // 2)
    if len(lone) < 4 or not alternate:
        return frozenset()
    return frozenset(row for row, is_lone in lone.items() if is_lone)


def outline_level(reference: str) -> str:
    """A reference without its numbers: `2` stands as high in an outline as `1`, `1.1` below."""
    return re.sub(r"\d+", "9", reference)
