"""Links that follow their cells: formulas of ours that lead to a cell wherever its row has gone."""

from __future__ import annotations

import re

from xl_scorecard.domain.cell_ref import column_letters, quoted_sheet

_PLAIN = re.compile(r"ROW\((?:'(?:[^']|'')+'|[\w.]+)!\$([A-Z]{1,3})\$(\d+)\)")


def link(sheet: str, row: str, column: str, lost: str) -> str:
    """The formula of a link that shows the cell it leads to.

    `row` and `column` are formula parts that come to numbers; where they do not, it says `lost`.
    """
    at = f"ADDRESS({row},{column},4)"
    place = f"#{quoted_sheet(sheet)}!".replace('"', '""')
    return f'IFERROR(HYPERLINK("{place}"&{at},{at}),"{lost}")'


def row_and_column(sheet: str, row: int, column: int) -> tuple[str, str]:
    """Formula parts: the row and the column of a cell, which go along when it is moved."""
    at = f"{quoted_sheet(sheet)}!${column_letters(column)}${row}"
    return f"ROW({at})", f"COLUMN({at})"


def linked_cell(formula: str) -> str | None:
    """The cell that such a link leads to by its own reference, where its result is not stored."""
    match = _PLAIN.search(formula) if "HYPERLINK(" in formula else None
    return f"{match[1]}{match[2]}" if match is not None else None
