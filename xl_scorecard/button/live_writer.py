"""Carrying edits out in the workbook open in Excel, through xlwings' public API."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

from xl_scorecard.button.live_looks import give_looks, with_their_headings_looks
from xl_scorecard.button.ours import Ours
from xl_scorecard.button.rectangles import Run, alike, runs
from xl_scorecard.button.refused import refusal_told
from xl_scorecard.domain.cell_ref import absolute, parse_range
from xl_scorecard.domain.edits import (
    MARK,
    USUAL_SIZE,
    USUAL_TEXT,
    CellEdit,
    Chart,
    Edits,
    NewSheet,
    Shade,
    SheetEdit,
    Style,
)
from xl_scorecard.writing.record import CELLS_NAME, SHEET_NAME, read_range

_PIXELS_TO_POINTS = 0.75
_KINDS = {"bar": "bar_stacked", "line": "line_markers"}
# Excel takes what is written as if it were typed: "Dec 2018" would become a date
_LOOKS_TYPED = re.compile(r"^[=+\-@'#]|\d|^(?:true|false)$", re.IGNORECASE)
_COUNT_IN_POINTS = ("remote", "officejs")
_LONGEST_CALL = 100_000


class LiveWriter:
    """Writes into an open workbook; a call of xlwings' never covers less than it can."""

    def __init__(self, book: Any, ours: Ours) -> None:
        self._book = book
        self._ours = ours

    def apply(self, edits: Edits) -> None:
        """Write every edit, and the names that say what is ours.

        A sheet's names follow its cells at once: whatever stops the rest, the next press knows
        what is ours. Raises WorkbookError (protected) where Excel refuses.
        """
        number = 0
        for edit in _one_a_sheet(edits.sheets):
            with refusal_told(f"Sheet {edit.sheet}", "Unprotect it (Review, Unprotect Sheet)"):
                self._sheet(edit)
            self._drop_names(CELLS_NAME, {edit.sheet})
            for block in edit.blocks:
                number += 1
                name = ".".join((f"{CELLS_NAME}{number}", *block.kinds))
                self._book.names.add(name, "=" + absolute(edit.sheet, block.reference))
        self._drop_names(CELLS_NAME, set(self._ours.blocks) - {e.sheet for e in edits.sheets})
        with refusal_told("The workbook's structure", "Unprotect it (Review, Protect Workbook)"):
            for sheet in edits.new_sheets:
                self._new_sheet(sheet)
            self._drop_sheets({sheet.key for sheet in edits.new_sheets})
        self._drop_names(SHEET_NAME, {s.name for s in self._book.sheets})
        for sheet in edits.new_sheets:
            self._book.names.add(f"{SHEET_NAME}{sheet.key}", "=" + absolute(sheet.name, "A1"))

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
        for name in list(self._book.names):
            if name.name.startswith(kind):
                place = read_range((name.refers_to or "").lstrip("="))
                if place is None or place[0] in sheets:
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
        on_web = self._book.app.engine.name in _COUNT_IN_POINTS
        for width, first, last in alike(widths):
            columns = sheet.range((1, first), (1, last))
            columns.column_width = round((7 * width + 5) * 0.75, 2) if on_web else width

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
            _add_shade(sheet.range(shade.reference), shade)
        for chart in new.charts:
            self._chart(sheet, new, chart)

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

    def _chart(self, sheet: Any, new: NewSheet, chart: Chart) -> None:
        """A chart over the block of cells that its series lie in."""
        places = [_place(part) for s in chart.series for part in (s.name, s.categories, s.values)]
        top, left = min(p[0] for p in places), min(p[1] for p in places)
        bottom, right = max(p[2] for p in places), max(p[3] for p in places)
        anchor = sheet.range((chart.row, chart.column))
        drawn = sheet.charts.add(
            left=chart.offset * _PIXELS_TO_POINTS,
            top=_top_of(new, chart.row),
            width=chart.width * _PIXELS_TO_POINTS,
            height=chart.height * _PIXELS_TO_POINTS,
            chart_type=_KINDS[chart.kind],
            source=sheet.range((top, left), (bottom, right)),
            plot_by="columns" if chart.kind == "bar" else "rows",
            name=f"Scorecard {anchor.address.replace('$', '')} {chart.offset}",
        )
        drawn.title = self._title(new, chart)
        drawn.legend.position = "bottom"
        if chart.number_format != "General":
            drawn.value_axis.number_format = chart.number_format
        if chart.kind == "bar":
            drawn.category_axis.reverse_order = True

    def _title(self, new: NewSheet, chart: Chart) -> str:
        """The title's words: charts in an open workbook take no title from a cell."""
        if "!$" not in chart.title:
            return chart.title
        row, column, _, _ = _place(chart.title)
        found = next(c for c in new.cells if (c.row, c.column) == (row, column))
        return str(found.value)


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


def _top_of(new: NewSheet, row: int) -> float:
    """How far down a row begins, in points."""
    return sum(new.heights.get(above, 15.0) for above in range(1, row))


def _place(reference: str) -> Run:
    return parse_range(reference.rpartition("!")[2].replace("$", ""))


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
