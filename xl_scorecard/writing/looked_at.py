"""The sheets that our formulas beside a scorecard look at, known again under another name."""

from __future__ import annotations

from xl_scorecard.domain.ours import Record, sheets_looked_at, with_sheets
from xl_scorecard.ooxml.workbook import Workbook


def note_looked_at(workbook: Workbook, record: Record) -> None:
    """Keep the ids of the sheets that recorded formulas name."""
    formulas = [formula for written in record.sheets for formula in written.formulas]
    named = {name for formula in formulas for name in sheets_looked_at(formula)}
    record.looked_at = {sheet.name: sheet.id for sheet in workbook.sheets if sheet.name in named}


def follow_looked_at(workbook: Workbook, record: Record) -> None:
    """Have recorded formulas name sheets as they are called now.

    Only a sheet that is gone under its name is looked for by its id: a formula that names another
    one while it is there was typed by somebody.
    """
    by_id = {sheet.id: sheet.name for sheet in workbook.sheets}
    there = set(by_id.values())
    called = {name: by_id.get(id_) for name, id_ in record.looked_at.items() if name not in there}
    for written in record.sheets if called else ():
        written.formulas = sorted({with_sheets(f, called) for f in written.formulas})
