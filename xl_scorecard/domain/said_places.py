"""Places on a sheet as people write them: columns `K`, `K:V`, rows `14`, `6-40`, cells `B4`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from xl_scorecard.domain.cell_ref import MAX_COLUMN, MAX_ROW, a1, column_letters, column_number

_SPOT = re.compile(r"\$?(?P<column>[A-Za-z]{1,4})?\$?(?P<row>\d{1,8})?")
_TO = re.compile(r"\s*(?::|-|–|\bto\b)\s*", re.IGNORECASE)
_MOST = 100_000


class NoPlaceError(ValueError):
    """Text that names no place of a sheet: what is wrong with it, and how to mend it."""

    def __init__(self, wrong: str, mend: str) -> None:
        super().__init__(f"{wrong}; {mend}")
        self.wrong, self.mend = wrong, mend


class Spot(NamedTuple):
    """A column (no row), a row (no column) or a cell."""

    row: int | None
    column: int | None

    @property
    def is_cell(self) -> bool:
        """Whether it is one cell."""
        return self.row is not None and self.column is not None

    def at(self, row: int, column: int) -> tuple[int, int]:
        """Where it crosses the row and column of a cell; a cell is itself."""
        return self.row or row, self.column or column

    def turned(self) -> Spot:
        """With row and column changed."""
        return Spot(self.column, self.row)

    @property
    def text(self) -> str:
        """As people write it."""
        if self.row is None:
            return column_letters(self.column or 0)
        return str(self.row) if self.column is None else a1(self.row, self.column)


class Area(NamedTuple):
    """From one column, row or cell to another of its kind, both included."""

    first: Spot
    last: Spot

    @property
    def rows(self) -> range:
        """Its rows; none of columns."""
        if self.first.row is None or self.last.row is None:
            return range(0)
        return range(self.first.row, self.last.row + 1)

    @property
    def columns(self) -> range:
        """Its columns; none of rows."""
        if self.first.column is None or self.last.column is None:
            return range(0)
        return range(self.first.column, self.last.column + 1)

    @property
    def is_of_cells(self) -> bool:
        """Whether it names cells, and not whole columns or rows."""
        return self.first.is_cell

    def turned(self) -> Area:
        """With rows and columns changed."""
        return Area(self.first.turned(), self.last.turned())


def parse_spot(text: str) -> Spot:
    """`K`, `14` or `B4`; raises NoPlaceError."""
    shown = f'"{text.strip()}"'
    match = _SPOT.fullmatch(text.strip())
    if match is None or not (match["column"] or match["row"]):
        raise NoPlaceError(f"{shown} is no place", "write a column (K), a row (14) or a cell (B4)")
    column = column_number(match["column"]) if match["column"] else None
    row = int(match["row"]) if match["row"] else None
    if column is not None and column > MAX_COLUMN:
        mend = f"the last is {column_letters(MAX_COLUMN)}"
        raise NoPlaceError(f"there is no column {match['column'].upper()}", mend)
    if row is not None and not 1 <= row <= MAX_ROW:
        raise NoPlaceError(f"there is no row {row}", f"rows are 1 to {MAX_ROW}")
    return Spot(row, column)


def parse_area(text: str) -> Area:
    """`K:V`, `6-40` or `B7:E7`, or one of them alone; raises NoPlaceError."""
    parts = _TO.split(text.strip())
    spots = [parse_spot(part) for part in parts]
    if len(spots) > 2:
        raise NoPlaceError(f'"{text.strip()}" is no place', "write one stretch, such as K:V")
    first, last = spots[0], spots[-1]
    if (first.row is None, first.column is None) != (last.row is None, last.column is None):
        raise NoPlaceError(
            f'"{text.strip()}" is no place', "write two columns (K:V), two rows (6-40) or two cells"
        )
    if (first.row or 0) > (last.row or 0) or (first.column or 0) > (last.column or 0):
        mend = f"write {_put_right(first, last)}"
        raise NoPlaceError(f'"{text.strip()}" runs backwards', mend)
    area = Area(first, last)
    if max(len(area.rows), 1) * max(len(area.columns), 1) > _MOST:
        raise NoPlaceError(
            f'"{text.strip()}" is too long', f"name at most {_MOST:,} places at once"
        )
    return area


def _put_right(first: Spot, last: Spot) -> str:
    rows = sorted((first.row or 0, last.row or 0))
    columns = sorted((first.column or 0, last.column or 0))
    ends = [
        Spot(row or None, column or None).text for row, column in zip(rows, columns, strict=True)
    ]
    return ("-" if first.column is None else ":").join(ends)


def parse_areas(said: str | Sequence[str]) -> list[Area]:
    """`6-9, 11-14`, as text or as a list; raises NoPlaceError."""
    texts = [said] if isinstance(said, str) else said
    return [parse_area(part) for text in texts for part in text.split(",") if part.strip()]


class Shift(NamedTuple):
    """So many rows down and columns to the right, to where a block begins again."""

    down: int
    right: int

    def spot(self, spot: Spot) -> Spot:
        """The place that far from one."""
        row, column = spot
        return Spot(
            None if row is None else row + self.down,
            None if column is None else column + self.right,
        )

    def area(self, area: Area) -> Area:
        """The stretch that far from one."""
        return Area(self.spot(area.first), self.spot(area.last))
