"""Carrying edits out in the workbook open in Excel, through xlwings' public API."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from xl_scorecard.button.areas import over
from xl_scorecard.button.live_cells import widen, write_cells
from xl_scorecard.button.live_looks import give_looks, with_their_headings_looks
from xl_scorecard.button.live_names import Named
from xl_scorecard.button.live_new_sheets import NewSheets, delete_sheets
from xl_scorecard.button.live_published import as_published
from xl_scorecard.button.live_shades import add_shades, drop_marked
from xl_scorecard.button.ours import OpenWorkbook
from xl_scorecard.button.rectangles import runs
from xl_scorecard.button.refused import places, refusal, stopped
from xl_scorecard.button.taking_back import (
    TakingBack,
    note_cells,
    note_merge,
    note_shades,
    note_widths,
)
from xl_scorecard.button.windows_only import merge
from xl_scorecard.domain.cell_ref import absolute, parse_range, read_range
from xl_scorecard.domain.drawn import drawn_names, drawn_of
from xl_scorecard.domain.edits import CellEdit, Edits, NewSheet, Shade, SheetEdit, Style
from xl_scorecard.domain.ours import (
    CELLS_NAME,
    DRAWN_NAME,
    SHEET_NAME,
    block_name,
    kinds_of,
    sheet_name,
)

_log = logging.getLogger("xl_scorecard.button")


def apply(workbook: OpenWorkbook, edits: Edits) -> None:
    """Write every edit into the open workbook, and the names that say what is ours.

    The officers' sheets come before those of ours that stand, and what cannot be had back (sheets
    that are deleted) last. Raises WorkbookError where it stops on the way; what was written until
    then is taken back.
    """
    writer = _LiveWriter(workbook)
    try:
        writer.carry_out(edits)
    except Exception as fault:  # whatever it is, the workbook is not left half written
        _log.error("stopped at %s: %s %s at %s", writer.at, type(fault).__name__,
                   refusal(fault) or "", places(fault))  # fmt: skip
        whole = writer.back.go_back() and not writer.drawn_over
        raise stopped(fault, writer.at, taken_back=whole) from fault


class _LiveWriter:
    """Writes into an open workbook; a call of xlwings' never covers less than it can."""

    def __init__(self, workbook: OpenWorkbook) -> None:
        self._book = workbook.there.book
        self._ours = workbook.ours
        self.at = "The workbook"
        """What is being written, as a message begins."""
        self.back = TakingBack()
        self.drawn_over = False
        """Whether sheets of ours that stood are not what they were."""
        self._names = workbook.there.names
        self._tabs = workbook.there.tabs
        self._areas = workbook.there.areas
        self._new = NewSheets(workbook, self._names, self.back, self._areas)

    def carry_out(self, edits: Edits) -> None:
        """Write every edit."""
        self.at = "The workbook's structure"
        self._new.add_missing(edits.new_sheets)
        self._keep_published(edits.published)
        number = 0
        for edit in _one_a_sheet(edits.sheets):
            self.at = f"Sheet {edit.sheet}"
            self._sheet(edit)
            self._drop_names(CELLS_NAME, {edit.sheet})
            for block in edit.blocks:
                number += 1
                name = block_name(number, block.kinds)
                self._add_name(name, absolute(edit.sheet, block.reference))
        self.at = "The workbook's names"
        self._drop_names(CELLS_NAME, self._there - {edit.sheet for edit in edits.sheets})
        for tab in edits.published:
            for name, at in self._ours.blocks.get(tab, ()):
                number += 1
                place = absolute(tab, at.reference)
                self._add_name(block_name(number, kinds_of(name)), place)
        for sheet in edits.new_sheets:
            self.at = f"Sheet {sheet.name}"
            self.drawn_over |= sheet.key in self._ours.sheets
            self._new.draw(sheet)
        self._name_sheets(edits.new_sheets)
        self.at = "The workbook's structure"
        wanted = {sheet.key for sheet in edits.new_sheets}
        stale = [name for key, name in self._ours.sheets.items() if key not in wanted]
        if stale:
            delete_sheets(self._book, stale)
            self._new.there = [name for name in self._new.there if name not in stale]
        self._drop_names(SHEET_NAME, set())

    def _name_sheets(self, sheets: list[NewSheet]) -> None:
        """The names that say which sheets are ours, and what we drew on them."""
        self.at = "The workbook's names"
        self._drop_names(SHEET_NAME, self._there)
        for sheet in sheets:
            self._add_name(sheet_name(sheet.key), absolute(sheet.name, "A1"))
        self._drop_names(DRAWN_NAME, set())
        for sheet in sheets:
            for name, text in drawn_names(sheet.key, drawn_of(sheet)).items():
                self._add_name(name, text)

    def _keep_published(self, tabs: Iterable[str]) -> None:
        """Leave what was published of other periods as it stands, before the register changes."""
        for tab in tabs:
            self.at = f"Sheet {tab}"
            blocks = [block for _, block in self._ours.blocks.get(tab, ())]
            theirs = {(row, column) for name, row, column in self._ours.theirs if name == tab}
            sheet = self._tabs[tab]
            cells = as_published(sheet, blocks, theirs)
            note_cells(self.back, sheet, cells, again=True)
            write_cells(sheet, cells, self._areas)

    def _add_name(self, name: str, place: str) -> None:
        self._names.add(name, f"={place}", self.back)

    def _drop_names(self, kind: str, sheets: set[str]) -> None:
        """Delete the names of an earlier press that lie on these sheets, and those that dangle."""

        def goes(name: Named) -> bool:
            if not name.bare.startswith(kind):  # a copied sheet has its own
                return False
            place = read_range(name.refers_to.lstrip("="))
            return place is None or place[0] in sheets or place[0] not in self._there

        self._names.drop(goes, self.back)

    @property
    def _there(self) -> set[str]:
        return set(self._new.there)

    # -- columns beside a table ------------------------------------------------------------------

    def _sheet(self, edit: SheetEdit) -> None:
        sheet = self._tabs[edit.sheet]
        cells = [*with_their_headings_looks(sheet, edit), *self._blanks(edit)]
        stale = self._former(sheet, cells)
        again = bool(self._ours.blocks.get(edit.sheet))
        note_widths(self.back, sheet, edit.widths)
        note_cells(self.back, sheet, [*cells, *stale], again=again)
        for top, left, bottom, right in runs(stale):
            over(sheet, (top, left, bottom, right)).clear_contents()
        write_cells(sheet, cells, self._areas)
        for area in self._areas.over(sheet, map(parse_range, edit.merges)):
            if not again:
                note_merge(self.back, area)
            merge(area) if self._areas.on_windows else area.merge()
        widen(sheet, edit.widths, self._areas)
        give_looks(sheet, cells, self._areas)
        self._shade(sheet, edit.shades)

    def _blanks(self, edit: SheetEdit) -> Iterator[CellEdit]:
        """The cells of our blocks between those we fill: dealt with along, in one call."""
        written = {(cell.row, cell.column) for cell in edit.cells}
        looks = {cell.column: cell.style for cell in edit.cells if cell.value is not None}
        for block in edit.blocks:
            top, left, bottom, right = parse_range(block.reference)
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    theirs = (edit.sheet, row, column) in self._ours.theirs
                    if not theirs and (row, column) not in written:
                        yield CellEdit(row, column, style=looks.get(column, Style()))

    def _former(self, sheet: Any, cells: list[CellEdit]) -> list[CellEdit]:
        """What stood in our blocks and is not written again; what officers typed stays."""
        written = {(cell.row, cell.column) for cell in cells}
        return [
            CellEdit(row, column)
            for _, block in self._ours.blocks.get(sheet.name, ())
            for row in range(block.first_row, block.last_row + 1)
            for column in range(block.first_column, block.last_column + 1)
            if (row, column) not in written and (sheet.name, row, column) not in self._ours.theirs
        ]

    def _shade(self, sheet: Any, shades: list[Shade]) -> None:
        areas = list(dict.fromkeys(part for s in shades for part in s.reference.split(" ")))
        again = bool(self._ours.blocks.get(sheet.name))
        known = {area: drop_marked(sheet.range(area)) for area in areas}
        # where the engine cannot look, what an earlier run put there still holds
        wanted = [
            replace(shade, reference=" ".join(parts))
            for shade in shades
            if (
                parts := [
                    a for a in shade.reference.split(" ") if not again or known[a] is not None
                ]
            )
        ]
        bare = all(others == 0 for others in known.values())
        add = partial(add_shades, sheet, wanted, self._areas, bare=bare)
        note_shades(self.back, sheet, areas, add, again=again)
        add()


def _one_a_sheet(edits: list[SheetEdit]) -> list[SheetEdit]:
    """The edits of several tables on a sheet as one, so that none clears what another wrote."""
    together: dict[str, SheetEdit] = {}
    for edit in edits:
        one = together.setdefault(edit.sheet, SheetEdit(edit.sheet))
        one.cells.extend(edit.cells)
        one.merges.extend(edit.merges)
        one.shades.extend(edit.shades)
        one.blocks.extend(edit.blocks)
        one.widths.update(edit.widths)
    return list(together.values())
