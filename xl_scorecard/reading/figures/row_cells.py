"""Which cells of a row say what of its indicator."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.scorecard import IndicatorRow, Role, Table
from xl_scorecard.reading.figures.of_period import of_period, target_columns
from xl_scorecard.reading.figures.series import FigurePlace, figure_places

_OURS = {Role.RAG: "rag", Role.TRAVEL: "direction"}


@dataclass(frozen=True, eq=False)
class RowCells:
    """The cells of an indicator's row by what they hold, each with its place on the sheet."""

    table: Table
    row: IndicatorRow

    def cell(self, role: Role) -> Cell | None:
        """The row's cell in a column of a role: of several, the one for the reported period.

        A judgement of another period is no judgement of this one.
        """
        columns = self.table.by_role(role)
        if not columns:
            former = self.table.former.get(_OURS.get(role, ""))
            return self.table.shown(self.row.row, former) if former else None
        column = of_period(columns, self.table.reported)
        if column is None and role not in _OURS:
            column = columns[0]
        return self.table.shown(self.row.row, column.index) if column is not None else None

    def text(self, role: Role) -> str:
        """What that cell says in words."""
        cell = self.cell(role)
        return cell.text if cell is not None else ""

    def target(self, basis: Basis | None) -> Cell | None:
        """The target of the reported period; None where two columns say different things."""
        if self.row.target_row is not None:
            return self._target_below(self.row.target_row)
        columns = target_columns(self.table, basis)
        cells = [self.table.shown(self.row.row, column.index) for column in columns]
        filled = [cell for cell in cells if cell is not None and cell.value is not None]
        if len({cell.value for cell in filled}) > 1:
            return None
        return filled[0] if filled else None

    def _target_below(self, row: int) -> Cell | None:
        """The target in a row of targets."""
        column = of_period(self.table.by_role(Role.OUTTURN), self.table.reported)
        return self.table.cell(row, column.index) if column is not None else None

    @cached_property
    def places(self) -> list[FigurePlace]:
        """Every cell that a heading says is the row's figure for a period."""
        return figure_places(self.table, self.row)

    @cached_property
    def figures(self) -> list[Cell | None]:
        """What stands there."""
        return self.at(self.places)

    def at(self, places: list[FigurePlace]) -> list[Cell | None]:
        """What stands in some of those cells."""
        return [self.table.grid.cell(place.row, place.column) for place in places]
