"""What was written about a table, for the sheets of ours that point to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from xl_scorecard.compose.placing import Placed
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.cell_ref import a1, parse_a1, quoted_sheet
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.scorecard import Table


@dataclass(frozen=True)
class WrittenTable:
    """A table, its rows as assessed, and where its columns of ours are.

    `elsewhere` names a sheet of ours where they cannot stand beside the table, and `there` says
    which row of that sheet is an indicator's.
    """

    table: Table
    rows: list[AssessedRow]
    placed: Placed
    rating: Rating
    elsewhere: str | None = None
    there: dict[AssessedRow, int] = field(default_factory=dict)

    @property
    def sheet(self) -> str:
        """The sheet that holds our columns."""
        return self.elsewhere or self.table.sheet

    def row(self, assessed: AssessedRow) -> int:
        """The row of our cells about an indicator."""
        return self.there[assessed] if self.elsewhere else assessed.measure.row

    def label(self, assessed: AssessedRow) -> str:
        """The word of an indicator's status."""
        return self.rating.band(assessed.status).label

    def word(self, assessed: AssessedRow) -> str:
        """The word in an indicator's status cell: an officer's, where one stands there."""
        typed = self.typed("rag", assessed)
        return self.label(assessed) if typed is None else str(typed)

    def typed(self, kind: Column, assessed: AssessedRow) -> float | str | None:
        """What an officer typed where a cell of ours would be."""
        column = self.placed.columns.get(kind)
        if column is None or self.elsewhere:
            return None
        cell = self.table.grid.cell(self.row(assessed), column)
        if cell is None or cell.value is None:
            return None
        return cell.value if isinstance(cell.value, float | str) else str(cell.value)

    def ref(self, row: int, column: int) -> str:
        """A cell of the table's sheet as another sheet's formula names it."""
        return f"{quoted_sheet(self.table.sheet)}!{a1(row, column)}"

    def name_of(self, assessed: AssessedRow) -> str | None:
        """The cell of an indicator's name likewise; None where it says less or more than the name,
        which the name's own cell would not go on saying."""
        place = parse_a1(assessed.measure.name_cell)
        cell = self.table.at(*place)
        says_else = cell is not None and cell.text not in ("", assessed.measure.name)
        return None if says_else else self.ref(*place)

    def ours(self, kind: Column, assessed: AssessedRow) -> str | None:
        """A cell of ours as another sheet's formula names it."""
        column = self.placed.columns.get(kind)
        if column is None:
            return None
        return f"{quoted_sheet(self.sheet)}!{a1(self.row(assessed), column)}"

    @property
    def sections(self) -> dict[str, list[AssessedRow]]:
        """The rows by section, in sheet order."""
        found: dict[str, list[AssessedRow]] = {}
        for assessed in self.rows:
            found.setdefault(assessed.measure.section, []).append(assessed)
        return found
