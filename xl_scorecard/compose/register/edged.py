"""The columns of the register for floors and for tolerances that differ above and below a target.

They stand right of the others, where an indicator has either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import column_letters


class Edged(StrEnum):
    """A column: where a row's bands end besides target and tolerance, then how that was read."""

    FLOOR = "Floor"
    ABOVE = "Tolerance above"
    BELOW = "Tolerance below"
    FLOOR_CELL = "Floor: cell"
    FLOOR_THEN = "Floor: at the refresh"
    FLOOR_READ = "Floor: read then as"


_ALL = tuple(Edged)


@dataclass(frozen=True)
class EdgedColumns:
    """Where these columns stand: from `first` on."""

    first: int

    @property
    def last(self) -> int:
        """The last of them."""
        return self.first + len(_ALL) - 1

    @property
    def headings(self) -> list[str]:
        """What stands above them."""
        return [heading.value for heading in _ALL]

    def column_of(self, heading: Edged) -> int:
        """Which column of the sheet it is."""
        return self.first + _ALL.index(heading)

    def here(self, heading: Edged, row: int) -> str:
        """The cell of a column in a row, as formulas in that row refer to it."""
        return f"${column_letters(self.column_of(heading))}{row}"


def edged_columns(first: int, rows: Iterable[AssessedRow]) -> EdgedColumns | None:
    """The columns, if any row has a floor or two sides."""
    edges = (row.measure.edges for row in rows)
    needed = any(each.floor is not None or each.sides is not None for each in edges)
    return EdgedColumns(first) if needed else None
