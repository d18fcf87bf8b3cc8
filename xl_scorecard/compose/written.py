"""What was written about a table, for the sheets of ours that point to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from xl_scorecard.compose.placing import Placed
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.cell_ref import a1, quoted_sheet
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.scorecard import Table
from xl_scorecard.rating.assess import Assessment


@dataclass(frozen=True)
class WrittenTable:
    """A table, the assessments of its rows, and where its columns of ours are.

    `elsewhere` names a sheet of ours where they cannot stand beside the table, and `rows` says
    by the cell of an indicator's name which row of it is the indicator's.
    """

    table: Table
    assessments: list[Assessment]
    placed: Placed
    rating: Rating
    elsewhere: str | None = None
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def sheet(self) -> str:
        """The sheet that holds our columns."""
        return self.elsewhere or self.table.sheet

    def row(self, assessment: Assessment) -> int:
        """The row of our cells about an indicator."""
        measure = assessment.measure
        return self.rows[measure.name_cell] if self.elsewhere else measure.row

    def label(self, assessment: Assessment) -> str:
        """The word of an assessment's status."""
        return self.rating.band(assessment.status).label

    def word(self, assessment: Assessment) -> str:
        """The word in an assessment's status cell: an officer's, where one stands there."""
        typed = self.typed("rag", assessment)
        return self.label(assessment) if typed is None else str(typed)

    def typed(self, kind: Column, assessment: Assessment) -> float | str | None:
        """What an officer typed where a cell of ours would be."""
        column = self.placed.columns.get(kind)
        if column is None or self.elsewhere:
            return None
        cell = self.table.grid.cell(self.row(assessment), column)
        if cell is None or cell.value is None:
            return None
        return cell.value if isinstance(cell.value, float | str) else str(cell.value)

    def ref(self, row: int, column: int) -> str:
        """A cell of the table's sheet as another sheet's formula names it."""
        return f"{quoted_sheet(self.table.sheet)}!{a1(row, column)}"

    def ours(self, kind: Column, assessment: Assessment) -> str | None:
        """A cell of ours as another sheet's formula names it."""
        column = self.placed.columns.get(kind)
        if column is None:
            return None
        return f"{quoted_sheet(self.sheet)}!{a1(self.row(assessment), column)}"

    @property
    def sections(self) -> dict[str, list[Assessment]]:
        """The assessments by section, in sheet order."""
        found: dict[str, list[Assessment]] = {}
        for assessment in self.assessments:
            found.setdefault(assessment.measure.section, []).append(assessment)
        return found
