"""Carrying edits out in the workbook open in Excel, through xlwings' public API."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

from xl_scorecard.button.asked import is_on_web
from xl_scorecard.button.live_charts import draw_chart, points
from xl_scorecard.button.live_looks import give_looks, with_their_headings_looks
from xl_scorecard.button.ours import OpenWorkbook
from xl_scorecard.button.rectangles import alike, runs
from xl_scorecard.button.refused import refusal_told
from xl_scorecard.domain.cell_ref import absolute, parse_range, read_range
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
from xl_scorecard.domain.ours import CELLS_NAME, MARK, SHEET_NAME, block_name, sheet_name

# Excel takes what is written as if it were typed: "Dec 2018" would become a date
_LOOKS_TYPED = re.compile(r"^[=+\-@'#]|\d|^(?:true|false)$", re.IGNORECASE)
_LONGEST_CALL = 100_000


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

    def carry_out(self, edits: Edits) -> None:
        """Write every edit."""
        number = 0
        for edit in _one_a_sheet(edits.sheets):
            with refusal_told(f"Sheet {edit.sheet}", "Unprotect it (Review, Unprotect Sheet)"):
                self._sheet(edit)
            self._drop_names(CELLS_NAME, {edit.sheet})
            for block in edit.blocks:
                number += 1
                name = block_name(number, block.kinds)
                self._book.names.add(name, "=" + absolute(edit.sheet, block.reference))
        there = {sheet.name for sheet in self._book.sheets}
        self._drop_names(CELLS_NAME, there - {edit.sheet for edit in edits.sheets})
        with refusal_told("The workbook's structure", "Unprotect it (Review, Protect Workbook)"):
            for sheet in edits.new_sheets:
                self._new_sheet(sheet)
            self._drop_sheets({sheet.key for sheet in edits.new_sheets})
        self._drop_names(SHEET_NAME, {s.name for s in self._book.sheets})
        for sheet in edits.new_sheets:
            self._book.names.add(sheet_name(sheet.key), "=" + absolute(sheet.name, "A1"))

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

    def _drop_names(self, kind: str, sheets: set[str]) -> None:
        """Delete the names of an earlier press that lie on these sheets, and those that dangle."""
        there = {sheet.name for sheet in self._book.sheets}
        for name in list(self._book.names):
            if name.name.startswith(kind):
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
        known = {area: _drop_marked(sheet.range(area)) for area in areas}
        again = bool(self._ours.blocks.get(sheet.name))
        for shade in shades:
            for area in shade.reference.split(" "):
                if again and not known[area]:
                    continue  # the engine cannot look: what an earlier run put there still holds
                _add_shade(sheet.range(area), shade)

    # -- sheets of ours --------------------------------------------------------------------------

    def _new_sheet(self, new: NewSheet) -> None:
        sheets = self._book.sheets
        before = self._ours.sheets.get(new.key)
        if before is not None and before in [sheet.name for sheet in sheets]:
            sheet = sheets[before]
            if before != new.name:
                sheet.name = new.name
            for chart in reversed(list(sheet.charts)):  # they are known by their place
                chart.delete()
            sheet.clear()
        else:
            sheet = sheets.add(new.name, after=sheets[len(sheets) - 1])
        self._widen(sheet, new.widths)
        for height, first, last in alike(new.heights):
            sheet.range((first, 1), (last, 1)).row_height = height
        _write(sheet, new.cells)
        self._page(sheet, new)
        give_looks(sheet, new.cells)
        for shade in new.shades:
            for area in shade.reference.split(" "):
                _add_shade(sheet.range(area), shade)
        for chart in new.charts:
            draw_chart(sheet, new, chart)

    def _page(self, sheet: Any, new: NewSheet) -> None:
        """The looks that all cells of a sheet of ours share, and what is printed."""
        last_row = max(cell.row for cell in new.cells)
        last_column = max(cell.column for cell in new.cells)
        area = sheet.range((1, 1), (last_row, last_column))
        area.font.size = USUAL_SIZE
        area.font.color = USUAL_TEXT
        area.vertical_alignment = "center"
        if new.print_area is not None:
            sheet.page_setup.print_area = new.print_area
        with contextlib.suppress(NotImplementedError):
            sheet.show_gridlines = False
        if new.freeze_row is not None:
            with contextlib.suppress(NotImplementedError):
                sheet.freeze_panes.freeze_at(f"1:{new.freeze_row}")


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


def _add_shade(area: Any, shade: Shade) -> None:
    area.conditional_formats.add_custom(
        f"={shade.formula}", fill_color=shade.fill, font_color=shade.text
    )


def _drop_marked(area: Any) -> bool:
    """Take our conditional formats off a range; False where the engine cannot look at them."""
    try:
        for rule in reversed(list(area.conditional_formats)):
            if MARK in (rule.formula or ""):
                rule.delete()
    except NotImplementedError:
        return False
    return True


def _write(sheet: Any, cells: list[CellEdit]) -> None:
    """Write cells, each rectangle of neighbours in one call."""
    contents = {(cell.row, cell.column): _content(cell) for cell in cells}
    for top, left, bottom, right in runs(cells):
        rows = max(_LONGEST_CALL // (right - left + 1), 1)
        for first in range(top, bottom + 1, rows):
            last = min(first + rows - 1, bottom)
            sheet.range((first, left), (last, right)).formula = [
                [contents[row, column] for column in range(left, right + 1)]
                for row in range(first, last + 1)
            ]


def _content(cell: CellEdit) -> float | str:
    """A cell's content as Excel takes it: text stays text whatever it begins with."""
    if cell.formula is not None:
        return f"={cell.formula}"
    if cell.link is not None and isinstance(cell.value, str):
        target = cell.link.replace('"', '""')
        return f'=HYPERLINK("#{target}","{cell.value}")'
    if cell.value is None:
        return ""
    if isinstance(cell.value, str) and _LOOKS_TYPED.search(cell.value):
        return f"'{cell.value}"
    return cell.value
