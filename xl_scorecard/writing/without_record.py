"""What undoes our columns where the record of them is gone, as after a save by openpyxl."""

from __future__ import annotations

from collections.abc import Mapping

from xl_scorecard.compose.columns import WIDTHS
from xl_scorecard.domain.cell_ref import Range
from xl_scorecard.domain.ours import kinds_of, our_constant
from xl_scorecard.ooxml.cells import cell_text
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.worksheet import Undo, Worksheet


def likely_undo(
    worksheet: Worksheet, name: str, block: Range, strings: SharedStrings
) -> Undo | None:
    """What undoes a block that was put beside a table; None where its cells may be formatted ones.

    Such a block begins with a heading of ours. Its cells were plain where those to its right are:
    formats that officers give to a stretch of blank cells seldom end where ours begin to.
    """
    top, left, bottom, right = block
    kinds = kinds_of(name)
    if len(kinds) != right - left + 1 or not _is_headed(worksheet, top, left, strings):
        return None
    beyond = worksheet.cells_in((top, right + 1, bottom, right + 1))
    if any((cell.get("s") or "0") != "0" for _, _, cell in beyond):
        return None
    widths: Mapping[str, float] = {str(kind): width for kind, width in WIDTHS.items()}
    return Undo(
        columns="",
        widths={
            str(left + offset): widths[kind] for offset, kind in enumerate(kinds) if kind in widths
        },
    )


def _is_headed(worksheet: Worksheet, row: int, column: int, strings: SharedStrings) -> bool:
    """Whether a heading of ours stands in a cell."""
    for _, _, cell in worksheet.cells_in((row, column, row, column)):
        text = cell_text(cell, strings)
        return text is not None and our_constant(text, None, None)
    return False
