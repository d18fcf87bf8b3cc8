"""Which cells of a row say what of its indicator."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.judged import Filled
from xl_scorecard.domain.same_target import one_target
from xl_scorecard.domain.scorecard import IndicatorRow, Role, SaidElsewhere, Table
from xl_scorecard.reading.figures.filled import filled
from xl_scorecard.reading.figures.series import FigurePlace
from xl_scorecard.reading.figures.table_columns import TableColumns


@dataclass(frozen=True, eq=False)
class RowCells:
    """The cells of an indicator's row by what they hold, each with its place on the sheet."""

    columns: TableColumns
    row: IndicatorRow

    @property
    def table(self) -> Table:
        """The table the row is of."""
        return self.columns.table

    def cell(self, role: Role) -> Cell | None:
        """The row's cell in a column of a role: of several, the one for the reported period."""
        column = self.columns.of(role)
        if column is None:
            said = self.elsewhere(role)
            return said.cell if said is not None else None
        return self.table.shown(self.row.row, column)

    @property
    def judgement(self) -> Cell | None:
        """The judgement of the reported period, in the column of judgements or in the row of
        them."""
        row, column = self.row.rag_row, self.columns.reported
        if row is None or column is None or self.table.by_role(Role.RAG):
            return self.cell(Role.RAG)
        return self.table.shown(row, column)

    def elsewhere(self, role: Role) -> SaidElsewhere | None:
        """What a list on another sheet says of the row's indicator."""
        return self.table.elsewhere.get((self.row.row, role))

    def text(self, role: Role) -> str:
        """What that cell says in words."""
        cell = self.cell(role)
        return cell.text if cell is not None else ""

    @cached_property
    def figures(self) -> list[Cell | None]:
        """What stands in every cell that a heading says is the row's figure for a period."""
        return self.at(self.columns.figures.places(self.row))

    def series(self, basis: Basis | None) -> list[FigurePlace]:
        """Those of them that are compared with one another."""
        return self.columns.figures.series(self.row, basis)

    def at(self, places: list[FigurePlace]) -> list[Cell | None]:
        """What stands in cells of figures."""
        cells = self.table.grid.cells
        return [cells.get((place.row, place.column)) for place in places]

    @property
    def filled_rag(self) -> Filled | None:
        """What the colour of the RAG cell says, or of the figure where that is empty.

        The fill of a figure is a judgement only where those of its column are of several colours:
        else it is a style, or marks what is to be filled in.
        """
        table, column = self.table, self.columns.of(Role.RAG)
        if column is not None and table.by_role(Role.RAG):
            holds = table.grid.shown(self.row.row, column) is not None
            if holds and table.grid.ask_fill is not None:
                return None  # in an open workbook each colour is a question: the word will do
            of_column = filled(table, self.row, column)
            if holds or of_column is not None:
                return of_column
        column = self.columns.judged_figures
        return filled(table, self.row, column) if column is not None else None

    def target(self, basis: Basis | None) -> Cell | None:
        """The target of the reported period; None where two columns say different things.

        Where the columns that go first are blank, those that come after them count.
        """
        if self.row.target_row is not None:
            column = self.columns.reported
            return self.table.cell(self.row.target_row, column) if column is not None else None
        ranked = self.columns.targets(basis)
        for columns in ranked:
            cells = [self.table.shown(self.row.row, column.index) for column in columns]
            filled = [cell for cell in cells if cell is not None and cell.value is not None]
            if len({cell.value for cell in filled}) > 1:
                return one_target(filled)
            if filled:
                return filled[0]
        said = self.elsewhere(Role.TARGET) if not any(ranked) else None
        return said.cell if said is not None else None
