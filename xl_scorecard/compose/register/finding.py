"""How a register row finds its indicator in the scorecard: by what the row is called, exactly.

EXACT knows no patterns, no letter case and no limit of 255 letters, as MATCH does.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from xl_scorecard.domain.cell_ref import column_letters, quoted_sheet
from xl_scorecard.domain.grid import Cell, CellError
from xl_scorecard.domain.scorecard import Column, IndicatorRow, Layout, Role, Table
from xl_scorecard.domain.serial_days import serial

Raw = float | str | None
_OF_PLACES = (Role.SECTION, Role.OTHER, Role.UNIT)
_TELLS_APART = (Role.SECTION, Role.OTHER, Role.OWNER, Role.UNIT, Role.COMMENT)
_SEVERAL = 2
_APART = " | "
_MOST_BESIDE = 6
"""How many columns beside the name are tried two at a time."""
_ROOM_BELOW = 4
PLACES = 10_000_000
"""Above the number of any row: places of a second table count on from here."""


def raw(cell: Cell | None) -> Raw:
    """What a cell holds, as a formula would compare it; None where that is nothing, or can not be
    compared."""
    value = cell.value if cell is not None else None
    return value if isinstance(value, float | str) and value != "" else None


def _is_error(cell: Cell | None) -> bool:
    return cell is not None and isinstance(cell.value, CellError)


@dataclass(frozen=True)
class Key:
    """What finds an indicator: up to two texts of its row, and a figure where these are shared.

    The second may be what several cells say, one after the other.
    """

    texts: tuple[Raw, ...]
    figure: Raw = None


@dataclass(frozen=True)
class Finder:
    """Which columns of a table tell its rows apart, over which rows of the sheet.

    `columns` begin with that of names or references; of a long table that of periods comes next.
    `figure` is the column of an earlier period's figures, where names are shared. `number` counts
    the tables from 0.
    """

    table: Table
    number: int
    columns: tuple[int, ...]
    figure: int | None = None

    @property
    def first(self) -> int:
        """The first row that is looked through: that of the headings, which stays when the first
        indicator is deleted."""
        return self.table.header_row

    @property
    def last(self) -> int:
        """The last: below the table, so that what is put in above it, or moved down, is within."""
        return self.table.last_row + _ROOM_BELOW

    @cached_property
    def name_column(self) -> int:
        """The column that most names stand in."""
        names = Counter(row.name_column for row in self.table.rows)
        return names.most_common(1)[0][0]

    @property
    def base(self) -> int:
        """What is added to the row's number to tell tables apart."""
        return self.number * PLACES

    def key(self, row: int) -> Key:
        """What finds a row of the table."""
        texts = self.texts(row)
        if self.figure is None or self._shared[_compared(texts)] == 1:
            return Key(texts)
        return Key(texts, raw(self.table.grid.cell(row, self.figure)))

    def texts(self, row: int) -> tuple[Raw, ...]:
        """What a row says in the columns; in those after the first as one, if they are several."""
        first, *others = (self.told(row, column) for column in self.columns)
        if len(others) < _SEVERAL:
            return (first, *others)
        return first, _APART.join(_compared(others))

    def told(self, row: int, column: int) -> Raw:
        """What a cell of the columns says; a day as the number that Excel keeps for it."""
        cell = self.table.grid.cell(row, column)
        if cell is not None and isinstance(cell.value, dt.date):
            return serial(cell.value, self.table.grid.day_0)
        return raw(cell)

    def times(self, row: int) -> int:
        """How many rows of the sheet have a row's key; none where an error stands among it, which
        no formula can compare."""
        if self.figure is not None and _is_error(self.table.grid.cell(row, self.figure)):
            return 0
        key = self.key(row)
        texts = _compared(key.texts)
        if key.figure is None:
            return self._shared[texts]
        return self._shared_with_figure[(*texts, *_compared((key.figure,)))]

    @cached_property
    def _shared(self) -> Counter[tuple[str, ...]]:
        """How many rows have the same texts, as EXACT compares: a number as its text."""
        return Counter(_compared(self.texts(row)) for row in self._looked_through)

    @cached_property
    def _shared_with_figure(self) -> Counter[tuple[str, ...]]:
        """How many have the same figure besides."""
        figure = self.figure or 0
        grid = self.table.grid
        return Counter(
            _compared((*self.texts(row), raw(grid.cell(row, figure))))
            for row in self._looked_through
        )

    @property
    def _looked_through(self) -> range:
        return range(self.first, self.last + 1)

    def hits(self, keys: Sequence[str], figure: str) -> str:
        """A formula part: whether a row has the key in some cells, for each row.

        Numbers are made text first: among many cells LibreOffice compares only text exactly.
        """
        first, *others = map(self._range, self.columns)
        if len(others) >= _SEVERAL:
            others = [f'&"{_APART}"&'.join(others)]
        tests = [
            f'EXACT({said}&"",{key}&"")' for said, key in zip((first, *others), keys, strict=True)
        ]
        if self.figure is not None:
            tests.append(f'(({figure}="")+EXACT({self._range(self.figure)}&"",{figure}&""))')
        return f"ISNUMBER(1/({'*'.join(tests)}))"

    @property
    def rows(self) -> str:
        """A formula part: the numbers of the rows that are looked through."""
        return f"ROW({self._range(self.columns[0])})"

    def _range(self, column: int) -> str:
        letters = column_letters(column)
        sheet = quoted_sheet(self.table.sheet)
        return f"{sheet}!${letters}${self.first}:${letters}${self.last}"


def finder(table: Table, number: int) -> Finder | None:
    """How rows of a table are found; None where it has no rows of its own, or they cannot be."""
    if not table.upright or not table.rows:
        return None
    best: Finder | None = None
    for columns in _choices(table):
        found = Finder(table, number, columns)
        left = _not_told_apart(found)
        if not left:
            return found
        if best is None or left < _not_told_apart(best):
            best = found
    if best is None:
        return None
    with_figures = [
        Finder(table, number, best.columns, column.index)
        for column in sorted(table.by_role(Role.OUTTURN), key=_oldest_first)
    ]
    return min([best, *with_figures], key=_not_told_apart)


def _oldest_first(column: Column) -> tuple[int, int, int]:
    """Earlier figures are the last to change."""
    period = column.period
    return (period.start, period.grain, column.index) if period else (10**9, 0, column.index)


def _not_told_apart(found: Finder) -> int:
    """How many indicators share their key with another row, or have none."""
    rows = [key_row(row) for row in found.table.rows]
    return sum(found.times(row) != 1 or not any(found.key(row).texts) for row in rows)


def _compared(parts: Sequence[Raw]) -> tuple[str, ...]:
    return tuple(f"{part:.15g}" if isinstance(part, float) else part or "" for part in parts)


def key_row(row: IndicatorRow) -> int:
    """The row that an indicator's name stands in."""
    return row.name_row or row.row


def _choices(table: Table) -> Iterator[tuple[int, ...]]:
    """Columns that may tell rows apart, the likeliest first."""
    name = Finder(table, 0, ()).name_column
    reference = table.first(Role.REFERENCE)
    if table.layout is Layout.LONG:
        period = table.first(Role.PERIOD)
        owns = [name] if reference is None else [reference.index, name]
        if period is not None:
            yield from (
                (own, period.index, *beside)
                for beside in _beside(table, {*owns, period.index}, 0, 1, _SEVERAL)
                for own in owns
            )
        return
    if reference is not None:
        yield (reference.index,)
    yield (name,)
    if reference is not None and reference.index != name:
        yield reference.index, name
    others = [c.index for role in _TELLS_APART for c in table.by_role(role) if c.index != name]
    before = [c for c in range(table.first_column, name) if c not in others]
    for other in dict.fromkeys((*others, *before)):
        yield name, other
    if reference is not None:
        for other in others:
            if other != reference.index:
                yield reference.index, other
    yield from ((name, *beside) for beside in _beside(table, {name}, _SEVERAL))


def _beside(table: Table, owns: Container[int], *several: int) -> Iterator[tuple[int, ...]]:
    """So many columns of sections, sites and the like that are none of some own ones."""
    found = [c.index for role in _OF_PLACES for c in table.by_role(role) if c.index not in owns]
    some = list(dict.fromkeys(found))[:_MOST_BESIDE]
    for many in several:
        yield from combinations(some, many)


def finders(tables: Sequence[Table]) -> Mapping[int, Finder]:
    """The finder of each table that has one, by its place among the tables."""
    found = {number: finder(table, number) for number, table in enumerate(tables)}
    return {number: each for number, each in found.items() if each is not None}


def found_row(hits: str, rows: str) -> str:
    """The formula of the one row that is hit; blank where none or several are."""
    return f'IF(SUMPRODUCT(--{hits})=1,SUMPRODUCT({hits}*{rows}),"")'
