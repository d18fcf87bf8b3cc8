"""What indicators are grouped by beside their sections: directorate, site or team, and the sheet's
own word for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.lexicon import lexicon
from xl_scorecard.domain.scorecard import Column, Role, Table

_SECTION, _USUAL = "Section", "Site or directorate"
_LONGEST = 24
"""A longer heading is an explanation, not a word."""


def group_of(a: AssessedRow) -> str:
    """What tells rows of its name apart, else what a second column of groups says of it."""
    if a.measure.dimension:
        return a.measure.dimension
    column = next(_second(a.table), None)
    return _says(a, column) if column is not None else ""


def word_of_groups(rows: Iterable[AssessedRow]) -> str:
    """What the sheet calls them, where all tables with any have one word."""
    words = {_word(a) for a in rows if group_of(a)}
    word = words.pop() if len(words) == 1 else ""
    return word or _USUAL


def word_of_sections(rows: Iterable[AssessedRow]) -> str:
    """What sections are called: where other groups stand beside them, what the sheet calls them."""
    rows = list(rows)
    if not any(map(group_of, rows)):
        return _SECTION
    words = {_said(column) for a in rows if (column := _sections(a)) is not None}
    word = words.pop() if len(words) == 1 else ""
    return word or _SECTION


def _sections(a: AssessedRow) -> Column | None:
    columns = a.table.by_role(Role.SECTION)
    return next((c for c in columns if _says(a, c) == a.measure.section), None)


def _word(a: AssessedRow) -> str:
    said = group_of(a)
    columns = (*a.table.by_role(Role.SECTION), *a.table.by_role(Role.OTHER))
    if not a.measure.dimension:
        columns = tuple(_second(a.table))
    return next((_said(column) for column in columns if _says(a, column) == said), "")


def _second(table: Table) -> Iterator[Column]:
    yield from table.by_role(Role.SECTION)[1:]
    places = lexicon().headings.places
    for column in table.by_role(Role.OTHER):
        if " ".join(column.heading.casefold().split()) in places:
            yield column


def _says(a: AssessedRow, column: Column) -> str:
    cell = a.table.grid.cell(a.measure.row, column.index)
    return " ".join(cell.text.split()) if cell is not None and cell.value is not None else ""


def _said(column: Column) -> str:
    word = " ".join(column.heading.split())
    return word if len(word) <= _LONGEST else ""
