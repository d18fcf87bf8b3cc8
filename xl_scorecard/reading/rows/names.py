"""Where the rows of a table say which indicator they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from xl_scorecard.domain.scorecard import Column, Role, Table
from xl_scorecard.reading.rows.row_shapes import text_of

_WIDEST_NAME = 3
"""A name merged over more columns than these to its right is a heading across the row."""


class Named(NamedTuple):
    """What a row is called: its reference and name, and whether each has a column of its own."""

    reference: str
    name: str
    apart: bool


@dataclass(frozen=True, eq=False)
class Names:
    """The columns of a table that name its rows."""

    table: Table

    @cached_property
    def column(self) -> Column:
        """The column of names; that of references where they are all there is."""
        column = self.table.first(Role.INDICATOR) or self._references
        assert column is not None  # a header without either is not a scorecard's
        return column

    @cached_property
    def _references(self) -> Column | None:
        return self.table.first(Role.REFERENCE)

    @cached_property
    def places(self) -> frozenset[int]:
        """The columns of names and references."""
        columns = (self.column, self._references)
        return frozenset(column.index for column in columns if column is not None)

    def of(self, row: int) -> Named:
        """What a row is called."""
        grid, references = self.table.grid, self._references
        name = text_of(grid.shown(row, self.column.index))
        reference = text_of(grid.cell(row, references.index)) if references is not None else ""
        return Named(reference, name, bool(reference and name) and len(self.places) > 1)

    def runs_across(self, row: int) -> bool:
        """Whether a name is merged over the columns beside it: a heading across the row."""
        merge = self.table.grid.merge_at(row, self.column.index)
        if merge is None:
            return False
        if merge.last_column > self.column.index + _WIDEST_NAME:
            return True
        return len(self.places) > 1 and all(merge.holds(row, place) for place in self.places)

    def stands_again(self, row: int) -> bool:
        """Whether a name stands again further down: the first is a heading."""
        text = text_of(self.table.grid.cell(row, self.column.index))
        return self._last_rows.get(text, 0) > row

    @cached_property
    def _last_rows(self) -> dict[str, int]:
        """The last row of each name."""
        found: dict[str, int] = {}
        for cell in self.table.grid.cells.values():
            if cell.column == self.column.index:
                found[cell.text] = max(found.get(cell.text, 0), cell.row)
        return found
