"""What of the officers' stands on a sheet of ours, item by item, to be told from another's."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.edits import NewSheet
from xl_scorecard.domain.settling import noted
from xl_scorecard.ooxml.notes import notes_of
from xl_scorecard.ooxml.objects import saved_by_excel
from xl_scorecard.ooxml.page_set_out import page_set_out
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.xml import Element
from xl_scorecard.writing.held import Held, others_on
from xl_scorecard.writing.own_table import named_by_them
from xl_scorecard.writing.set_out import sizes_of_theirs

_OFTEN_DROPPED = {"sheetView showGridLines: 1", "pane xSplit: ", "pane ySplit: "}
"""What is so once LibreOffice saved a workbook that nobody looked at."""


def put_there(workbook: Workbook, held: Held) -> set[str]:
    """What officers put on a sheet of ours: notes, comments, what is drawn, looks of cells."""
    return {f"{held.key} {item}" for item in _put_there(workbook, held)}


def _put_there(workbook: Workbook, held: Held) -> Iterator[str]:
    for text in noted(held.said).values():
        yield f"note {text}"
    for text in notes_of(workbook.package, held.sheet.part).values():
        yield f"comment {text}"
    for kind, count in others_on(workbook, held).items():
        yield from (f"{kind} {number}" for number in range(count))
    blank = [
        a1(row, column)
        for row, column, _ in held.worksheet.cells_in((1, 1, 1_048_576, 16_384))
        if (row, column) not in held.said
    ]
    yield from (f"look of {reference}" for reference in blank)


def laid_out(workbook: Workbook, held: Held, new: NewSheet, fresh: Element) -> set[str]:
    """How officers set a sheet of ours out, other than it is drawn anew (as `fresh`)."""
    root = held.worksheet.root
    items = page_set_out(root) - page_set_out(fresh)
    items |= set(sizes_of_theirs(held.worksheet, held.found, new))
    items |= {name for name, at in workbook.names() if at == held.sheet.position}
    if held.table is not None and new.table is not None:
        items |= named_by_them(held.table, new.table)
    if held.sheet.hidden:
        items.add("hidden")
    if not saved_by_excel(workbook.package):
        items -= _OFTEN_DROPPED
    return {f"{held.key} {item}" for item in items}
