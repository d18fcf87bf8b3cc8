"""Carrying edits out in the workbook open in Excel, through xlwings' public API."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from xl_scorecard.button.asked import asked, is_on_web
from xl_scorecard.button.live_charts import draw_chart, points
from xl_scorecard.button.live_contents import content_of
from xl_scorecard.button.live_looks import give_looks, with_their_headings_looks
from xl_scorecard.button.live_notes import (
    FoundSheet,
    charts_of_ours,
    clear_ours,
    kept_cells,
    less_theirs,
    look_at,
)
from xl_scorecard.button.live_published import as_published
from xl_scorecard.button.live_shades import add_shade, drop_marked, drop_ours
from xl_scorecard.button.live_tables import put_table, shrunk_table
from xl_scorecard.button.ours import OpenWorkbook
from xl_scorecard.button.rectangles import Run, alike, runs
from xl_scorecard.button.refused import refusal_told
from xl_scorecard.domain.cell_ref import (
    absolute,
    column_letters,
    parse_range,
    range_a1,
    read_range,
)
from xl_scorecard.domain.drawn import drawn_names, drawn_of
from xl_scorecard.domain.edits import (
    USUAL_SIZE,
    USUAL_TEXT,
    CellEdit,
    Edits,
    NewSheet,
    Shade,
    SheetEdit,
    Style,
)
from xl_scorecard.domain.ours import (
    CELLS_NAME,
    CHECKS,
    DRAWN_NAME,
    SHEET_NAME,
    block_name,
    kinds_of,
    sheet_name,
)
from xl_scorecard.domain.settling import KeptNote

_LONGEST_CALL = 100_000
_ABOUT = 0.3  # Excel rounds widths to whole pixels


def apply(workbook: OpenWorkbook, edits: Edits) -> None:
    """Write every edit into the open workbook, and the names that say what is ours.

    A sheet's names follow its cells at once: whatever stops the rest, the next press knows what is
    ours. Raises WorkbookError (protected) where Excel refuses.
    """
    _LiveWriter(workbook).carry_out(edits)


class _LiveWriter:
    """Writes into an open workbook; a call of xlwings' never covers less than it can."""

    def __init__(self, workbook: OpenWorkbook) -> None:
        self._book = workbook.book
        self._ours = workbook.ours
        self._kept: list[KeptNote] = []

    def carry_out(self, edits: Edits) -> None:
        """Write every edit."""
        self._keep_published(edits.published)
        number = 0
        for edit in _one_a_sheet(edits.sheets):
            with refusal_told(f"Sheet {edit.sheet}", "Unprotect it (Review, Unprotect Sheet)"):
                self._sheet(edit)
            self._drop_names(CELLS_NAME, {edit.sheet})
            for block in edit.blocks:
                number += 1
                name = block_name(number, block.kinds)
                self._add_name(name, absolute(edit.sheet, block.reference))
        there = {sheet.name for sheet in self._book.sheets}
        self._drop_names(CELLS_NAME, there - {edit.sheet for edit in edits.sheets})
        for tab in edits.published:
            for name, at in self._ours.blocks.get(tab, ()):
                number += 1
                place = absolute(tab, at.reference)
                self._add_name(block_name(number, kinds_of(name)), place)
        with refusal_told("The workbook's structure", "Unprotect it (Review, Protect Workbook)"):
            for sheet in edits.new_sheets:
                self._new_sheet(sheet)
            self._drop_sheets({sheet.key for sheet in edits.new_sheets})
        self._drop_names(SHEET_NAME, {s.name for s in self._book.sheets})
        for sheet in edits.new_sheets:
            self._book.names.add(sheet_name(sheet.key), "=" + absolute(sheet.name, "A1"))
        self._drop_names(DRAWN_NAME, set())
        for sheet in edits.new_sheets:
            for name, text in drawn_names(sheet.key, drawn_of(sheet)).items():
                self._book.names.add(name, f"={text}")

    def _keep_published(self, tabs: Iterable[str]) -> None:
        """Leave what was published of other periods as it stands, before the register changes."""
        for tab in tabs:
            blocks = [block for _, block in self._ours.blocks.get(tab, ())]
            theirs = {(row, column) for name, row, column in self._ours.theirs if name == tab}
            sheet = self._book.sheets[tab]
            cells = as_published(sheet, blocks, theirs)
            with refusal_told(f"Sheet {tab}", "Unprotect it (Review, Unprotect Sheet)"):
                _write(sheet, cells)

    def _drop_sheets(self, wanted: set[str]) -> None:
        """Delete the sheets of ours that this press has no use for, without Excel asking."""
        there = [sheet.name for sheet in self._book.sheets]
        stale = [n for key, n in self._ours.sheets.items() if key not in wanted and n in there]
        if not stale:
            return
        app = self._book.app
        asks, app.display_alerts = app.display_alerts, False
        try:
            for name in stale:
                self._book.sheets[name].delete()
        finally:
            app.display_alerts = asks

    def _add_name(self, name: str, place: str) -> None:
        """Give a place a name, which another had until now: the web takes none that is there."""
        for known in list(self._book.names):
            if known.name.casefold() == name.casefold():
                known.delete()
        self._book.names.add(name, f"={place}")

    def _drop_names(self, kind: str, sheets: set[str]) -> None:
        """Delete the names of an earlier press that lie on these sheets, and those that dangle."""
        there = {sheet.name for sheet in self._book.sheets}
        for name in list(self._book.names):
            if name.name.rpartition("!")[2].startswith(kind):  # a copied sheet has its own
                place = read_range((name.refers_to or "").lstrip("="))
                if place is None or place[0] in sheets or place[0] not in there:
                    name.delete()

    # -- columns beside a table ------------------------------------------------------------------

    def _sheet(self, edit: SheetEdit) -> None:
        sheet = self._book.sheets[edit.sheet]
        cells = [*with_their_headings_looks(sheet, edit), *self._blanks(edit)]
        self._clear_former(sheet, cells)
        _write(sheet, cells)
        for reference in edit.merges:
            sheet.range(reference).merge()
        self._widen(sheet, edit.widths)
        give_looks(sheet, cells)
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

    def _clear_former(self, sheet: Any, cells: list[CellEdit]) -> None:
        """Empty what stood in our blocks and is not written again; what officers typed stays."""
        written = {(cell.row, cell.column) for cell in cells}
        for _, block in self._ours.blocks.get(sheet.name, ()):
            stale = [
                CellEdit(row, column)
                for row in range(block.first_row, block.last_row + 1)
                for column in range(block.first_column, block.last_column + 1)
                if (row, column) not in written
                and (sheet.name, row, column) not in self._ours.theirs
            ]
            for top, left, bottom, right in runs(stale):
                sheet.range((top, left), (bottom, right)).clear_contents()

    def _widen(self, sheet: Any, widths: dict[int, float]) -> None:
        """Set widths given in characters; the web counts in points."""
        on_web = is_on_web(self._book)
        for width, first, last in alike(widths):
            columns = sheet.range((1, first), (1, last))
            columns.column_width = points(width) if on_web else width

    def _shade(self, sheet: Any, shades: list[Shade]) -> None:
        areas = list(dict.fromkeys(part for s in shades for part in s.reference.split(" ")))
        known = {area: drop_marked(sheet.range(area)) for area in areas}
        again = bool(self._ours.blocks.get(sheet.name))
        for shade in shades:
            for area in shade.reference.split(" "):
                if again and not known[area]:
                    continue  # the engine cannot look: what an earlier run put there still holds
                add_shade(sheet.range(area), shade)

    # -- sheets of ours --------------------------------------------------------------------------

    def _new_sheet(self, new: NewSheet) -> None:
        sheets = self._book.sheets
        before = self._ours.sheets.get(new.key)
        there: FoundSheet | None = None
        table = None
        if before is not None and before in [sheet.name for sheet in sheets]:
            there = look_at(sheets[before], new.key, self._ours.drawn)
            table = shrunk_table(self._book, there, new)
            sheet = self._cleared(there, new, tabled=table is not None)
        else:
            sheet = sheets.add(new.name, after=sheets[len(sheets) - 1])
        self._widen(sheet, _not_theirs(there, new))
        for height, first, last in alike(new.heights):
            sheet.range((first, 1), (last, 1)).row_height = height
        cells = new.cells
        if new.key == CHECKS:
            cells = [*cells, *kept_cells(there, new, self._kept)]
        _write(sheet, less_theirs(cells, there, new))
        put_table(self._book, sheet, new, table, there)
        self._page(sheet, new, there)
        give_looks(sheet, cells)
        for shade in new.shades:
            for area in shade.reference.split(" "):
                add_shade(sheet.range(area), shade)
        for choice in new.choices:
            with contextlib.suppress(NotImplementedError):
                sheet.range(choice.reference).data_validation.set_list(list(choice.words))
        for chart in new.charts:
            draw_chart(sheet, new, chart)

    def _cleared(self, there: FoundSheet, new: NewSheet, *, tabled: bool) -> Any:
        """A sheet of ours, emptied of what we drew; what is theirs on it where it belongs.

        To clear all of a sheet would take a table along.
        """
        sheet = there.sheet
        for chart in charts_of_ours(there):
            chart.delete()
        if there.is_ours_alone and not tabled:
            sheet.clear()
        else:
            clear_ours(there, new, self._kept)
            for shade in new.shades:
                for area in shade.reference.split(" "):
                    drop_ours(sheet.range(area))
        if sheet.name != new.name:
            sheet.name = new.name
        return sheet

    def _page(self, sheet: Any, new: NewSheet, there: FoundSheet | None) -> None:
        """The looks that all cells of a sheet of ours share, and what is printed."""
        last_row = max(cell.row for cell in new.cells)
        last_column = max(cell.column for cell in new.cells)
        areas: Iterable[Run] = [(1, 1, last_row, last_column)]
        if there is not None and not there.is_ours_alone:
            areas = runs(new.cells)
        for top, left, bottom, right in areas:
            area = sheet.range((top, left), (bottom, right))
            area.font.size = USUAL_SIZE
            area.font.color = USUAL_TEXT
            area.vertical_alignment = "center"
        if new.print_area is not None:
            sheet.page_setup.print_area = new.print_area
        if there is not None:
            return  # how it is shown was given once, and is the officers' to change
        with contextlib.suppress(NotImplementedError):
            sheet.show_gridlines = False
        frozen = _frozen(new)
        if frozen is not None:
            with contextlib.suppress(NotImplementedError):
                sheet.freeze_panes.freeze_at(frozen)


def _frozen(new: NewSheet) -> str | None:
    """The rows and columns that stay in view."""
    if new.freeze_column is None:
        return None if new.freeze_row is None else f"1:{new.freeze_row}"
    if new.freeze_row is None:
        return f"A:{column_letters(new.freeze_column)}"
    return range_a1(1, 1, new.freeze_row, new.freeze_column)


def _not_theirs(there: FoundSheet | None, new: NewSheet) -> dict[int, float]:
    """The widths to give: of columns that officers made wider or narrower theirs stay."""
    drawn = there.found.drawn if there is not None else None
    if there is None or drawn is None:
        return new.widths
    stay = set()
    for column, ours in drawn.widths.items():
        width = asked(partial(getattr, there.sheet.range((1, column)), "column_width"))
        if width is not None and abs(width - ours) > _ABOUT:
            stay.add(column)
    return {column: width for column, width in new.widths.items() if column not in stay}


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


def _write(sheet: Any, cells: list[CellEdit]) -> None:
    """Write cells, each rectangle of neighbours in one call."""
    contents = {(cell.row, cell.column): content_of(cell) for cell in cells}
    for top, left, bottom, right in runs(cells):
        rows = max(_LONGEST_CALL // (right - left + 1), 1)
        for first in range(top, bottom + 1, rows):
            last = min(first + rows - 1, bottom)
            sheet.range((first, left), (last, right)).formula = [
                [contents[row, column] for column in range(left, right + 1)]
                for row in range(first, last + 1)
            ]
