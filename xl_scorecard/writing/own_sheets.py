"""Which sheets of a closed workbook are ours."""

from __future__ import annotations

from functools import cache

from xl_scorecard.domain.cell_ref import read_range
from xl_scorecard.domain.ours import OUR_NAMES, SHEET_NAME, key_of
from xl_scorecard.domain.sheet_marks import TOP_ROWS, NamedSheet, Place, own_sheets
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.cells import Frame, read_rows
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.workbook import Workbook


def sheets_of_ours(workbook: Workbook) -> dict[str, str]:
    """The names of the sheets that are ours by key, as they say themselves."""
    named: dict[str, NamedSheet | None] = {}
    copies = []
    tabs = [sheet.name for sheet in workbook.sheets]
    for (name, position), text in workbook.names().items():
        if not name.startswith(OUR_NAMES):
            continue
        if position is not None:
            copies.extend(tabs[position : position + 1])
        elif name.startswith(SHEET_NAME):
            place = read_range(text)
            named[key_of(name)] = (
                NamedSheet(place[0], place[1][0], place[1][1]) if place is not None else None
            )
    parts = {sheet.name: sheet.part for sheet in workbook.worksheets}

    @cache
    def top(sheet: str) -> dict[Place, str]:
        return _top(workbook, parts[sheet], sheet)

    return own_sheets(named, parts, copies, top)


def _top(workbook: Workbook, part: str, sheet: str) -> dict[Place, str]:
    """What stands in the first rows of a sheet; one that cannot be read is not ours."""
    strings = SharedStrings(workbook.package, workbook.related("sharedStrings"))
    found: dict[Place, str] = {}
    try:
        for row in read_rows(workbook.package, part, strings, Frame(), sheet):
            if row[0].row > TOP_ROWS:
                break
            found.update(
                ((cell.row, cell.column), cell.value or f"={cell.formula}")
                for cell in row
                if cell.value or cell.formula
            )
    except WorkbookError:
        return {}
    return found
