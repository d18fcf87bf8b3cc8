"""How the cells of a sheet are arranged for reading: a row an indicator, whatever they are there.

A table is read from cells arranged so. Whoever tells of one asks here where it is on the sheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from xl_scorecard.domain.grid import Cell

Place = tuple[int, int]
"""Row and column, counted from 1."""


class Arrangement(Protocol):
    """Where the cells that are read stand on the sheet."""

    def on_sheet(self, row: int, column: int) -> Place:
        """Where an arranged cell is on the sheet."""

    def arranged(self, row: int, column: int) -> Place | None:
        """Where a cell of the sheet is read; None where it is not."""

    def own_heading(self, arranged: Place) -> Cell | None:
        """The cell of the sheet that heads an arranged figure, if that is not its column's."""


@dataclass(frozen=True)
class AsItStands:
    """Nothing is moved."""

    def on_sheet(self, row: int, column: int) -> Place:
        """The place itself."""
        return row, column

    def arranged(self, row: int, column: int) -> Place | None:
        """The place itself."""
        return row, column

    def own_heading(self, arranged: Place) -> Cell | None:  # noqa: ARG002 (a column has but one)
        """None: a column has but one heading."""
        return None


@dataclass(frozen=True)
class Turned:
    """Rows and columns have changed places."""

    def on_sheet(self, row: int, column: int) -> Place:
        """The place with row and column changed."""
        return column, row

    def arranged(self, row: int, column: int) -> Place | None:
        """The place with row and column changed."""
        return column, row

    def own_heading(self, arranged: Place) -> Cell | None:  # noqa: ARG002 (a column has but one)
        """None: a column has but one heading."""
        return None


@dataclass(frozen=True)
class Anew:
    """Cells taken from anywhere on the sheet.

    `places` says of arranged places where they are on the sheet. What stands nowhere there, such
    as a blank or a name that only the tab has, is told by what stands first in its row.
    `headings` are the cells of the sheet that head arranged figures, each block's own.
    """

    places: Mapping[Place, Place]
    headings: Mapping[Place, Cell] = field(default_factory=dict)

    def on_sheet(self, row: int, column: int) -> Place:
        """Where an arranged cell is on the sheet."""
        return self.places.get((row, column)) or self._first_in_row.get(row) or (1, 1)

    def arranged(self, row: int, column: int) -> Place | None:
        """Where a cell of the sheet is read: of several places the first."""
        return self._back.get((row, column))

    def own_heading(self, arranged: Place) -> Cell | None:
        """The heading within the figure's own block."""
        return self.headings.get(arranged)

    @cached_property
    def _first_in_row(self) -> dict[int, Place]:
        found: dict[int, Place] = {}
        for (row, _), place in sorted(self.places.items()):
            found.setdefault(row, place)
        return found

    @cached_property
    def _back(self) -> dict[Place, Place]:
        found: dict[Place, Place] = {}
        for arranged, place in sorted(self.places.items()):
            found.setdefault(place, arranged)
        return found


AS_IT_STANDS = AsItStands()
TURNED = Turned()
