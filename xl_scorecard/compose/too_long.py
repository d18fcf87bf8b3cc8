"""Formulas no longer than Excel takes: of a longer one it says that the workbook is damaged."""

from __future__ import annotations

from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.edits import Edits
from xl_scorecard.errors import WorkbookError

LONGEST = 8_192
"""Characters; Excel specifications and limits, "Length of formula contents"."""


def refuse_too_long(edits: Edits) -> None:
    """Raise WorkbookError (too_large) where a formula of ours is longer."""
    cells = {each.sheet: each.cells for each in edits.sheets}
    cells |= {each.name: each.cells for each in edits.new_sheets}
    for sheet, those in cells.items():
        for cell in those:
            if cell.formula is not None and len(cell.formula) >= LONGEST:
                raise WorkbookError(
                    "too_large",
                    f"the formula in {sheet}!{a1(cell.row, cell.column)} would be longer than "
                    "Excel takes; name fewer sheets under workbook: sheets: in the rule set",
                )
