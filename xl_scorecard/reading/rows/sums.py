"""Rows that add up other rows, or count the indicators by their ratings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xl_scorecard.domain.scorecard import IndicatorRow, Role, Table
from xl_scorecard.reading.words.row_names import is_colour, is_sub_total, is_tally

Known = Callable[[str, str], bool]
"""Whether a rule is about a reference or name."""


@dataclass(frozen=True, eq=False)
class Sums:
    """Which rows of a table are sums of others; what has a reference or a rule is an indicator."""

    table: Table
    known: Known

    def is_sub_total(self, row: IndicatorRow) -> bool:
        """Whether a row adds up other rows, by its name."""
        return is_sub_total(row.name) and not self._is_an_indicator(row)

    def is_tally(self, row: IndicatorRow) -> bool:
        """Whether a row counts indicators: by its name, or as a colour beside another; it is not
        judged, though the counts of colours may stand where targets do."""
        colour = self._is_of_colours(row)
        if not (colour or is_tally(row.name)) or self._is_an_indicator(row):
            return False
        judged = self._holds(row, Role.TARGET) or self._holds(row, Role.POLARITY)
        return not judged or (colour and not self._holds(row, Role.OUTTURN))

    def _holds(self, row: IndicatorRow, role: Role) -> bool:
        columns = self.table.by_role(role)
        return any(self.table.grid.cell(row.row, column.index) is not None for column in columns)

    def _is_an_indicator(self, row: IndicatorRow) -> bool:
        return bool(row.reference) or self.known(row.reference, row.name)

    def _is_of_colours(self, row: IndicatorRow) -> bool:
        """Whether colours name a row and the one above or below it."""
        if not is_colour(row.name):
            return False
        near = (self.table.grid.cell(row.row + n, row.name_column) for n in (-1, 1))
        return any(cell is not None and is_colour(cell.text) for cell in near)
