"""What was written about a table, for the sheets of ours that point to it."""

from __future__ import annotations

from dataclasses import dataclass

from xl_scorecard.compose.placing import Placed
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.cell_ref import a1, quoted_sheet
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.scorecard import Table
from xl_scorecard.rating.assess import Assessment


@dataclass(frozen=True)
class WrittenTable:
    """A table, the assessments of its rows, and where its columns of ours are."""

    table: Table
    assessments: list[Assessment]
    placed: Placed
    rating: Rating

    def label(self, assessment: Assessment) -> str:
        """The word of an assessment's status."""
        return self.rating.band(assessment.status).label

    def word(self, assessment: Assessment) -> str:
        """The word in an assessment's status cell: an officer's, where one stands there."""
        typed = self.typed("rag", assessment.measure.row)
        return self.label(assessment) if typed is None else str(typed)

    def typed(self, kind: Column, row: int) -> float | str | None:
        """What an officer typed where a cell of ours would be."""
        column = self.placed.columns.get(kind)
        cell = self.table.grid.cell(row, column) if column is not None else None
        if cell is None or cell.value is None:
            return None
        return cell.value if isinstance(cell.value, float | str) else str(cell.value)

    def ref(self, row: int, column: int) -> str:
        """A cell of the table's sheet as another sheet's formula names it."""
        return f"{quoted_sheet(self.table.sheet)}!{a1(row, column)}"

    def ours(self, kind: Column, row: int) -> str | None:
        """A cell of ours as another sheet's formula names it."""
        column = self.placed.columns.get(kind)
        return self.ref(row, column) if column is not None else None

    @property
    def sections(self) -> dict[str, list[Assessment]]:
        """The assessments by section, in sheet order."""
        found: dict[str, list[Assessment]] = {}
        for assessment in self.assessments:
            found.setdefault(assessment.measure.section, []).append(assessment)
        return found
