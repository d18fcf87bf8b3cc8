"""What another sheet says of a scorecard's indicators: their targets, and which way is good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from xl_scorecard.domain.cell_ref import column_letters, range_a1
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import find_period, parse_period, tidy
from xl_scorecard.domain.scorecard import (
    FoundBy,
    IndicatorRow,
    LeftOut,
    Role,
    SaidElsewhere,
    Table,
)
from xl_scorecard.reading.rows.row_shapes import text_of
from xl_scorecard.reading.words.heading_words import HeadingWords

TARGETS = "list of targets"
_NAMES = (Role.REFERENCE, Role.INDICATOR)
_SAYS = (Role.TARGET, Role.POLARITY, Role.UNIT)
_HEADER_WITHIN = 20
_FEWEST = 2
_MOST = 0.5


@dataclass(frozen=True)
class _List:
    """A list of indicators on a sheet: its header row, and the columns of each role."""

    grid: Grid
    header_row: int
    columns: Mapping[Role, Sequence[int]]

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, a number as it is typed."""
        return text_of(self.grid.cell(row, column))


def with_what_others_say(
    tables: Sequence[Table], others: Iterable[Grid], words: HeadingWords, reported: Period
) -> tuple[list[Table], list[LeftOut]]:
    """The tables with what lists of the same indicators on other sheets say of each row.

    A list is taken where it has a heading of targets or of which way is good, names most of the
    table's indicators, by reference or name, each once, and the table has no such column itself.
    """
    lists = [found for grid in others if (found := _list(grid, words)) is not None]
    done, used = list(tables), []
    for one in lists:
        for place, table in enumerate(done):
            said = _said_of(table, one, words, reported)
            if said:
                done[place] = replace(table, elsewhere={**said, **table.elsewhere})
                used.append(_told(one, table, said.values()))
    return done, used


def _list(grid: Grid, words: HeadingWords) -> _List | None:
    """The list on a sheet, if the first rows have a header of one and no figures by period."""
    for row, cells in list(grid.by_row.items())[:_HEADER_WITHIN]:
        columns: dict[Role, list[int]] = {}
        for cell in cells:
            if (role := words.role(cell.text)) is not None:
                columns.setdefault(role, []).append(cell.column)
        named = any(role in columns for role in _NAMES)
        if named and any(role in columns for role in (Role.TARGET, Role.POLARITY)):
            return _List(grid, row, columns) if Role.OUTTURN not in columns else None
    return None


def _said_of(
    table: Table, one: _List, words: HeadingWords, reported: Period
) -> dict[tuple[int, Role], SaidElsewhere]:
    """By row and role, the cells of a list about the indicators of a table."""
    rows = _rows_of(table, one)
    if len(rows) < max(_FEWEST, _MOST * len(table.rows)):
        return {}
    found = {}
    for role in _SAYS:
        column = _column(one, role, words, reported)
        if column is None or table.by_role(role):
            continue
        heading = one.text(one.header_row, column)
        for row, at in rows.items():
            cell = one.grid.cell(at.row, column)
            if cell is not None and cell.value is not None:
                by = _found_by(table, row, one, at)
                found[row, role] = SaidElsewhere(one.grid.sheet, heading, cell, by)
    return found


class _At(NamedTuple):
    """The row of a list that is about an indicator, and the role of the column that says so."""

    row: int
    role: Role


def _rows_of(table: Table, one: _List) -> dict[int, _At]:
    """By row of a table, the row of the list about its indicator; a row that stands twice in
    either is told by nothing."""
    below = [row for row in one.grid.by_row if row > one.header_row]
    found: dict[int, _At] = {}
    for role, key in ((Role.REFERENCE, _reference), (Role.INDICATOR, _name)):
        columns = one.columns.get(role, ())
        if not columns:
            continue
        there = {row: tidy(one.text(row, columns[0])) for row in below}
        once = Counter(there.values())
        by_key = {text: row for row, text in there.items() if text and once[text] == 1}
        own = Counter(key(row) for row in table.rows)
        for row in table.rows:
            if own[key(row)] == 1 and key(row) in by_key:
                found.setdefault(row.row, _At(by_key[key(row)], role))
    return found


def _found_by(table: Table, row: int, one: _List, at: _At) -> FoundBy | None:
    """How a formula finds the row of the list: the two must be called quite the same."""
    own, there = table.first(at.role), one.columns[at.role][0]
    cell = table.grid.cell(row, own.index) if own is not None else None
    other = one.grid.cell(at.row, there)
    if cell is None or other is None or not table.upright:
        return None
    texts = [str(c.value).casefold() for c in (cell, other)]
    if type(cell.value) is not type(other.value) or texts[0] != texts[1]:
        return None
    if any(sign in texts[0] for sign in "*?~"):
        return None  # which MATCH takes for any text
    return FoundBy(cell.ref, (one.header_row + 1, there, one.grid.last_row, there))


def _reference(row: IndicatorRow) -> str:
    return tidy(row.reference)


def _name(row: IndicatorRow) -> str:
    return tidy(row.name)


def _column(one: _List, role: Role, words: HeadingWords, reported: Period) -> int | None:
    """The column of a role: of several, the one for the reported period or its year."""
    columns = one.columns.get(role, ())
    if len(columns) < 2:
        return columns[0] if columns else None
    headings = {column: one.text(one.header_row, column) for column in columns}
    said = {
        column: parse_period(text, words.starts) or find_period(text, words.starts)
        for column, text in headings.items()
    }
    year = Period.year(reported.financial_year, reported.starts)
    for wanted in (reported, year):
        meant = [c for c, when in said.items() if when is not None and when.period == wanted]
        if len(meant) == 1:
            return meant[0]
    return None


def _told(one: _List, table: Table, said: Iterable[SaidElsewhere]) -> LeftOut:
    """What to say of a list whose words are taken."""
    columns = dict.fromkeys((cell.heading, column_letters(cell.cell.column)) for cell in said)
    named = ", ".join(f'"{heading}" ({letters})' for heading, letters in columns)
    cells = one.grid.cells
    last_row, last_column = max(row for row, _ in cells), max(column for _, column in cells)
    where = range_a1(one.header_row, 1, last_row, last_column)
    return LeftOut(
        one.grid.sheet, where, TARGETS, f"{named} read for the indicators on {table.sheet}"
    )
