"""Taking out of the open workbook what the button put in: the undo that needs no closing."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

from xl_scorecard.button.areas import over, place_of
from xl_scorecard.button.live_host import LiveHost
from xl_scorecard.button.live_new_sheets import delete_sheets
from xl_scorecard.button.live_notes import FoundSheet, charts_of_ours, look_at
from xl_scorecard.button.live_shades import drop_marked
from xl_scorecard.button.looked_at import refuse_unwritable
from xl_scorecard.button.ours import Ours
from xl_scorecard.button.rectangles import runs
from xl_scorecard.button.refused import places, refusal, stopped
from xl_scorecard.button.taking_back import TakingBack, note_cells
from xl_scorecard.domain.edits import CellEdit
from xl_scorecard.domain.grid import Block
from xl_scorecard.domain.ours import OUR_NAMES
from xl_scorecard.errors import WorkbookError

_log = logging.getLogger("xl_scorecard.button")


def clear_live(book: Any, path: Path) -> list[str]:
    """Take out columns, colours, sheets and names of ours; returns the sheets that stay.

    Cells that officers typed into our columns stay, and so does a sheet of ours with something of
    theirs on it, less what we drew. Widths of columns stay as they are. Raises WorkbookError where
    nothing of ours is there, where a formula of theirs looks at it, or where Excel refuses.
    """
    host = LiveHost(book, path, [])
    ours = host.ours
    if not ours.blocks and not ours.sheets:
        raise WorkbookError("no_scorecard", f"{path.name}: there is nothing of the button's in it")
    refuse_unwritable(host.there, [*ours.blocks, *ours.sheets.values()])
    with host.sheets() as source:
        grids = [source.whole(name) for name in source.names]
    for grid in grids:
        for cell in grid.cells.values():
            if cell.formula is not None and (seen := _looks_at(cell.formula, ours)):
                raise WorkbookError(
                    "in_use",
                    f"{grid.sheet}!{cell.ref} looks at the sheet {seen}, which Clear would delete: "
                    "have it look elsewhere, and press again. Nothing was changed",
                )
    held = {
        name: look_at(host.there.tabs[name], key, ours.drawn) for key, name in ours.sheets.items()
    }
    back = TakingBack()
    at = "The workbook"
    try:
        for at, blocks in ours.blocks.items():
            _columns(host.there.tabs[at], [block for _, block in blocks], ours, back)
        stay = [name for name, there in held.items() if not there.is_ours_alone]
        host.there.names.drop(lambda name: name.bare.startswith(OUR_NAMES), back)
        for at in stay:
            _less_ours(held[at])
        at = "The workbook's structure"
        delete_sheets(book, [name for name in held if name not in stay])
    except Exception as fault:  # whatever it is, the workbook is not left half cleared
        _log.error("clear stopped at %s: %s %s at %s", at, type(fault).__name__,
                   refusal(fault) or "", places(fault))  # fmt: skip
        raise stopped(fault, at, taken_back=back.go_back()) from fault
    return stay


def _columns(sheet: Any, blocks: list[Block], ours: Ours, back: TakingBack) -> None:
    """Empty our columns; a column that has a heading of the officers' keeps its formats."""
    _, _, row, column = place_of(sheet.used_range)
    drop_marked(over(sheet, (1, 1, row, column)))
    emptied: list[CellEdit] = []
    bare: list[CellEdit] = []
    for block in blocks:
        for column in range(block.first_column, block.last_column + 1):
            cells = [
                CellEdit(row, column)
                for row in range(block.first_row, block.last_row + 1)
                if (sheet.name, row, column) not in ours.theirs
            ]
            emptied += cells
            if (sheet.name, block.first_row, column) not in ours.theirs:
                bare += cells
    note_cells(back, sheet, emptied, again=True)
    for top, left, bottom, right in runs(emptied):
        over(sheet, (top, left, bottom, right)).clear_contents()
    for top, left, bottom, right in runs(bare):
        over(sheet, (top, left, bottom, right)).clear_formats()


def _less_ours(there: FoundSheet) -> None:
    for chart in charts_of_ours(there):
        chart.delete()
    for top, left, bottom, right in runs([CellEdit(*at) for at in there.found.whose.ours]):
        area = over(there.sheet, (top, left, bottom, right))
        area.clear_contents()
        area.clear_formats()


def _looks_at(formula: str, ours: Ours) -> str | None:
    """The sheet of ours that a formula of the officers' names."""
    for name in ours.sheets.values():
        quoted = re.escape(name.replace("'", "''"))
        if re.search(rf"(?:'{quoted}'|(?<![\w.]){quoted})!", formula, re.IGNORECASE):
            return name
    return None
