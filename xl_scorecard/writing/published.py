"""Columns of ours beside a table of another period: their statuses were published and stay."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import asdict, dataclass

from xl_scorecard.domain.cell_ref import Range, a1, quoted_sheet, range_a1
from xl_scorecard.domain.ours import SheetRecord, kinds_of
from xl_scorecard.ooxml.cells import cell_text
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.worksheet import Undo, Worksheet
from xl_scorecard.opc.xml import Element, child
from xl_scorecard.writing.our_cells import cells_of_ours

Named = tuple[str, Range]
"""The name over a block of ours, and where it lies."""


@dataclass(frozen=True)
class Standing:
    """What stays on a sheet: what is known of it, and each block by its former name."""

    record: SheetRecord
    blocks: list[Named]

    @property
    def blocks_by_kinds(self) -> list[tuple[list[str], Range, str]]:
        """Of each block the columns it holds, where it lies now and where it was written."""
        return [(kinds_of(name), at, self.record.blocks[name]) for name, at in self.blocks]


def published(
    sheet: str,
    worksheet: Worksheet,
    blocks: list[Named],
    written: SheetRecord | None,
    strings: SharedStrings,
    own: Sequence[str],
) -> Standing:
    """Leave blocks as they stand; returns what is to be known of them.

    Formulas that look at sheets of ours, which are drawn anew, or at nothing any more are kept as
    the values they show; the others go on saying what they said of their own sheet.
    """
    record = deepcopy(written) if written is not None else SheetRecord(sheet, undo=asdict(Undo()))
    record.sheet = sheet
    record.blocks = {name: record.blocks.get(name, range_a1(*at)) for name, at in blocks}
    ours = cells_of_ours(worksheet, [at for _, at in blocks], written, strings)
    words, numbers = set(record.texts), set(record.numbers)
    for _, block in blocks:
        for row, column, cell in worksheet.cells_in(block):
            formula = child(cell, "f")
            if formula is None or not ours(cell) or _goes_on(formula, own):
                continue
            value = _shown(cell, strings)
            cell.remove(formula)
            for inner in list(cell):
                cell.remove(inner)
            style = int(cell.get("s") or 0)
            worksheet.set_cell(row, column, a1(row, column), style, value, None)
            if isinstance(value, str):
                words.add(value)
            elif value is not None:
                numbers.add(value)
    record.texts, record.numbers = sorted(words), sorted(numbers)
    return Standing(record, blocks)


def _goes_on(formula: Element, own: Sequence[str]) -> bool:
    """Whether a formula looks only at cells that are there and stay."""
    text = (formula.text or "").casefold()
    looks = (f"{name.casefold()}!" for sheet in own for name in (sheet, quoted_sheet(sheet)))
    return "#ref!" not in text and not any(name in text for name in looks)


def _shown(cell: Element, strings: SharedStrings) -> float | str | None:
    """What a cell shows: its text, or its number."""
    text = cell_text(cell, strings)
    if text is not None:
        return text
    value = child(cell, "v")
    if value is None or not value.text:
        return None
    return value.text if cell.get("t") == "e" else float(value.text)
