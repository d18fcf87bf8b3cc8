"""Columns of ours beside a table of another period: their statuses were published and stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import asdict, dataclass

from xl_scorecard.domain.cell_ref import Range, a1, quoted_sheet, range_a1
from xl_scorecard.domain.ours import SheetRecord, kinds_of, recorded_shape
from xl_scorecard.ooxml.cells import cell_text
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.worksheet import Undo, Worksheet
from xl_scorecard.opc.xml import Element, child, whole
from xl_scorecard.writing.our_cells import SharedFormulas, cells_of_ours

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
    ours = cells_of_ours(worksheet, [at for _, at in blocks], written, strings)
    record = deepcopy(written) if written is not None else SheetRecord(sheet, undo=asdict(Undo()))
    record.sheet = sheet
    record.blocks = {name: record.blocks.get(name, range_a1(*at)) for name, at in blocks}
    if written is None:
        _note(record, worksheet, blocks, ours, strings)
    words, numbers = set(record.texts), set(record.numbers)
    for _, block in blocks:
        for row, column, cell in worksheet.cells_in(block):
            formula = child(cell, "f")
            if formula is None or not ours(cell) or _goes_on(formula, own):
                continue
            value = _shown(cell, strings)
            if value == "":  # a row that waited for an indicator goes on being empty
                value = None
            cell.remove(formula)
            for inner in list(cell):
                cell.remove(inner)
            style = whole(cell.get("s"))
            worksheet.set_cell(row, column, a1(row, column), style, value, None)
            if isinstance(value, str):
                words.add(value)
            elif value is not None:
                numbers.add(value)
    record.texts, record.numbers = sorted(words), sorted(numbers)
    return Standing(record, blocks)


def _note(
    record: SheetRecord,
    worksheet: Worksheet,
    blocks: list[Named],
    ours: Callable[[Element], bool],
    strings: SharedStrings,
) -> None:
    """Note what stands there, where another program dropped the record that said so: else the next
    refresh would not know it again."""
    shared = SharedFormulas(worksheet, [at for _, at in blocks])
    cells = [cell for _, at in blocks for _, _, cell in worksheet.cells_in(at) if ours(cell)]
    formulas = [(cell, child(cell, "f")) for cell in cells]
    stated = [shared.text(formula) for _, formula in formulas if formula is not None]
    record.formulas = sorted({recorded_shape(text) for text in stated})
    shown = [_shown(cell, strings) for cell, formula in formulas if formula is None]
    record.texts = sorted({value for value in shown if isinstance(value, str) and value})
    record.numbers = sorted({value for value in shown if isinstance(value, float)})


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
    shown = str(value.text)
    if cell.get("t") == "e":
        return shown
    try:
        return float(shown)
    except ValueError:
        return shown
