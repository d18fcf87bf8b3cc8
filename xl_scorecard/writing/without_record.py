"""What undoes our columns where the record of them is gone, as after a save by openpyxl."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from xl_scorecard.compose.heading_widths import width_of
from xl_scorecard.domain.cell_ref import Range, parse_range
from xl_scorecard.domain.ours import kinds_of, our_constant
from xl_scorecard.domain.rule_set import Column
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
    return Undo(columns="", widths=dict(_widths(worksheet, block, kinds, strings)))


def _widths(
    worksheet: Worksheet, block: Range, kinds: Sequence[str], strings: SharedStrings
) -> Iterator[tuple[str, float]]:
    """The widths that the columns of a block were given, by headings and rows of the header."""
    top, left, _, _ = block
    merged = [parse_range(block) for block in worksheet.merges]
    lines = max((end - top + 1 for row, start, end, _ in merged if (row, start) == (top, left)),
                default=1)  # fmt: skip
    for kind in get_args(Column):
        if kind not in kinds:
            continue
        column = left + kinds.index(kind)
        heading = _text_at(worksheet, top, column, strings)
        if heading is not None:
            yield str(column), width_of(kind, heading, lines)


def _is_headed(worksheet: Worksheet, row: int, column: int, strings: SharedStrings) -> bool:
    """Whether a heading of ours stands in a cell."""
    text = _text_at(worksheet, row, column, strings)
    return text is not None and our_constant(text, None, None)


def _text_at(worksheet: Worksheet, row: int, column: int, strings: SharedStrings) -> str | None:
    """The text of a cell, None where there is no cell or it holds none."""
    cells = (cell for _, _, cell in worksheet.cells_in((row, column, row, column)))
    return next((cell_text(cell, strings) for cell in cells), None)
