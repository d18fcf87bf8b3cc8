"""Carrying edits out in a closed workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import groupby

from xl_scorecard.domain.cell_ref import a1, absolute, parse_range, quoted_sheet, range_a1
from xl_scorecard.domain.edits import CellEdit, Edits, NewSheet, SheetEdit
from xl_scorecard.domain.ours import Record, SheetRecord, block_name
from xl_scorecard.ooxml.styles import Styles
from xl_scorecard.ooxml.styles_part import ensure_styles
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.ooxml.worksheet import Undo, Worksheet
from xl_scorecard.writing.carry import Carried
from xl_scorecard.writing.held import Held
from xl_scorecard.writing.looked_at import note_looked_at
from xl_scorecard.writing.our_sheets import draw_sheets
from xl_scorecard.writing.own_table import KnownTable
from xl_scorecard.writing.published import Standing
from xl_scorecard.writing.record import RECORD_NAMESPACE, save_record
from xl_scorecard.writing.take_out import leave

SPARKLINE_COLOUR = "FF1F4E79"


@dataclass(frozen=True)
class ClosedWorkbook:
    """A workbook to write into; the sheets of ours that it held are drawn anew where they stand,
    around what is theirs on them, and what was published goes on being known as ours."""

    file: Workbook
    held: Sequence[Held] = ()
    published: Sequence[Standing] = ()
    carry: Callable[[Styles, Sequence[NewSheet]], Carried] | None = None
    """Brings sheets of ours from an output that stands there, where something on them is theirs."""
    tables: Mapping[str, KnownTable] = field(default_factory=dict)
    """The tables that were on sheets of ours, by key: they are called and numbered so again."""


def apply(workbook: ClosedWorkbook, edits: Edits) -> None:
    """Write every edit into the workbook's package, and the record of them."""
    record = Record()
    styles = _write(workbook.file, edits, workbook.published, record)
    _draw(workbook, styles, edits.new_sheets, record)
    record.made_names = workbook.file.made_names
    note_looked_at(workbook.file, record)
    save_record(workbook.file, record)


def _draw(
    workbook: ClosedWorkbook, styles: Styles, sheets: Sequence[NewSheet], record: Record
) -> None:
    """Draw sheets of ours; those that are drawn no more stay with what is theirs on them."""
    ours = Carried(workbook.held) if workbook.carry is None else workbook.carry(styles, sheets)
    if sheets:
        draw_sheets(workbook.file, styles, sheets, ours, workbook.tables, record)
    leave(workbook.file, [each for each in ours.held if each.key not in {s.key for s in sheets}])


def _write(
    workbook: Workbook, edits: Edits, published: Sequence[Standing], record: Record
) -> Styles:
    """Write into sheets that are there."""
    part = ensure_styles(workbook, RECORD_NAMESPACE)
    styles = Styles(workbook.package, part, workbook.flavour)
    number = 0
    for name, group in groupby(edits.sheets, key=lambda edit: edit.sheet):
        sheet_edits = list(group)
        written = SheetRecord(name)
        writer = _SheetWriter(workbook, styles, name)
        for edit in sheet_edits:
            writer.carry_out(edit)
            for block in edit.blocks:
                number += 1
                over = block_name(number, block.kinds)
                workbook.add_name(over, absolute(name, block.reference), hidden=True)
                written.blocks[over] = block.reference
        written.undo = asdict(writer.finish())
        written.note(cell for edit in sheet_edits for cell in edit.cells)
        record.sheets.append(written)
    for each in published:
        known = replace(each.record, blocks={})
        for kinds, at, written_at in each.blocks_by_kinds:
            number += 1
            over = block_name(number, kinds)
            place = absolute(known.sheet, range_a1(*at))
            workbook.add_name(over, place, hidden=True)
            known.blocks[over] = written_at
        record.sheets.append(known)
    return styles


class _SheetWriter:
    """Writes into one sheet that is there."""

    def __init__(self, workbook: Workbook, styles: Styles, name: str) -> None:
        self._name = name
        self._styles = styles
        part = workbook.sheet(name).part
        self._sheet = Worksheet(workbook.package, part, workbook.flavour)
        self._formats: dict[tuple[object, ...], int] = {}

    def carry_out(self, edit: SheetEdit) -> None:
        """Write one set of edits."""
        for cell in edit.cells:
            self._cell(cell)
        for reference in edit.merges:
            self._sheet.merge(reference)
        for shade in edit.shades:
            self._sheet.shade(
                shade.reference, shade.formula, self._styles.shade(shade.fill, shade.text)
            )
        if edit.sparklines:
            lines = [
                (a1(line.row, line.column), f"{quoted_sheet(self._name)}!{line.source}")
                for line in edit.sparklines
            ]
            self._sheet.sparkline(lines, SPARKLINE_COLOUR)
        if edit.widths:
            self._sheet.set_widths(edit.widths)
        self._widen(edit.cells)

    def _cell(self, cell: CellEdit) -> None:
        like = cell.style.like or (cell.row, cell.column)
        base = self._sheet.style_at(*like)
        style = cell.style
        key = (base, style.number_format, style.align, style.wrap, style.shrink)
        if key not in self._formats:
            self._formats[key] = self._styles.derive(
                base,
                number_format=None if style.number_format == "General" else style.number_format,
                align=style.align,
                wrap=style.wrap,
                shrink=style.shrink,
            )
        self._sheet.set_cell(
            cell.row,
            cell.column,
            a1(cell.row, cell.column),
            self._formats[key],
            cell.value,
            cell.formula,
        )

    def _widen(self, cells: list[CellEdit]) -> None:
        declared = self._sheet.dimension
        if not cells or not declared:
            return
        try:
            top, left, bottom, right = parse_range(declared)
        except ValueError:
            return
        self._sheet.widen_dimension(
            range_a1(
                min([top, *(c.row for c in cells)]),
                min([left, *(c.column for c in cells)]),
                max([bottom, *(c.row for c in cells)]),
                max([right, *(c.column for c in cells)]),
            )
        )

    def finish(self) -> Undo:
        """Keep the sheet; returns what undoes the edits."""
        self._sheet.save()
        return self._sheet.undo
