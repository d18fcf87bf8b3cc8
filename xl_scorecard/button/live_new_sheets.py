"""Sheets of ours in an open workbook: added empty first, so that formulas find them, then drawn."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from typing import Any

from xl_scorecard.button.areas import Areas, over
from xl_scorecard.button.asked import asked
from xl_scorecard.button.live_cells import heighten, widen, write_cells
from xl_scorecard.button.live_charts import draw_charts
from xl_scorecard.button.live_looks import give_looks
from xl_scorecard.button.live_names import LiveNames
from xl_scorecard.button.live_notes import (
    FoundSheet,
    charts_of_ours,
    clear_ours,
    kept_cells,
    less_theirs,
    look_at,
)
from xl_scorecard.button.live_shades import add_shades, drop_ours
from xl_scorecard.button.live_tables import names_taken, put_table, shrunk_table
from xl_scorecard.button.ours import OpenWorkbook
from xl_scorecard.button.rectangles import Run, runs
from xl_scorecard.button.taking_back import TakingBack, note_contents
from xl_scorecard.button.windows_only import add_last, lay_out, show
from xl_scorecard.domain.cell_ref import column_letters, range_a1
from xl_scorecard.domain.edits import USUAL_TEXT, NewSheet
from xl_scorecard.domain.ours import CHECKS
from xl_scorecard.domain.settling import KeptNote

_ABOUT = 0.3  # Excel rounds widths to whole pixels


def delete_sheets(book: Any, names: Sequence[str]) -> None:
    """Delete sheets that are there, without Excel asking."""
    there = {sheet.name for sheet in book.sheets}
    app = book.app
    stale = [name for name in names if name in there]
    if not stale:
        return
    asks, app.display_alerts = app.display_alerts, False
    try:
        for name in stale:
            book.sheets[name].delete()
    finally:
        app.display_alerts = asks


class NewSheets:
    """Draws sheets of ours, new ones and those of an earlier press."""

    def __init__(
        self, workbook: OpenWorkbook, names: LiveNames, back: TakingBack, areas: Areas
    ) -> None:
        self._book = workbook.there.book
        self._ours = workbook.ours
        self._names = names
        self._back = back
        self._kept: list[KeptNote] = []
        self._areas = areas
        self._before = workbook.there.tabs
        self._tabs = dict(self._before)
        self.there = list(self._tabs)
        """The names of the sheets that are there."""

    def add_missing(self, wanted: Sequence[NewSheet]) -> None:
        """Add those that are not there yet, empty: Excel asks for a file where a formula names a
        sheet that it does not know."""
        sheets = self._book.sheets
        for new in wanted:
            if not self._stands(new):
                self._tabs[new.name] = self._add(sheets, new.name)
                self._back.note(partial(delete_sheets, self._book, [new.name]))

    @cached_property
    def _taken(self) -> list[str]:
        return list(names_taken(self._before.values(), self._names))

    def _add(self, sheets: Any, name: str) -> Any:
        """Add a sheet after all others. With a name xlwings would first ask all for theirs."""
        *_, last = self._tabs.values()
        self.there.append(name)
        if self._areas.on_web:
            return sheets.add(name, after=last)
        added = add_last(sheets, last) if self._areas.on_windows else sheets.add(after=last)
        added.name = name
        return added

    def _stands(self, new: NewSheet) -> bool:
        before = self._ours.sheets.get(new.key)
        return before is not None and before in self.there

    def draw(self, new: NewSheet) -> None:
        """Draw one; what is theirs on it stays."""
        before = self._ours.sheets.get(new.key)
        there: FoundSheet | None = None
        table = None
        if before is not None and self._stands(new):
            there = look_at(self._tabs[before], new.key, self._ours.drawn)
            note_contents(self._back, there.sheet, there.contents, there.formulas)
            table = shrunk_table(self._book, there, new)
            sheet = self._cleared(there, new, tabled=table is not None)
        else:
            sheet = self._tabs[new.name]
        widen(sheet, _not_theirs(there, new), self._areas)
        heighten(sheet, new.heights, self._areas)
        cells = new.cells
        if new.key == CHECKS:
            cells = [*cells, *kept_cells(there, new, self._kept)]
        bare = there is None or there.is_ours_alone
        write_cells(sheet, less_theirs(cells, there, new), self._areas, bare=there is None)
        put_table(sheet, new, table, there, self._taken)
        self._page(sheet, new, there)
        give_looks(sheet, cells, self._areas, bare=bare)
        add_shades(sheet, new.shades, self._areas, bare=bare)
        for choice in new.choices:
            with contextlib.suppress(NotImplementedError):
                sheet.range(choice.reference).data_validation.set_list(list(choice.words))
        draw_charts(sheet, new, on_windows=self._areas.on_windows)

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
        before = self._ours.sheets[new.key]
        if before != new.name:
            sheet.name = new.name
            self.there[self.there.index(before)] = new.name
        return sheet

    def _page(self, sheet: Any, new: NewSheet, there: FoundSheet | None) -> None:
        """The looks that all cells of a sheet of ours share, and what is printed."""
        last_row = max(cell.row for cell in new.cells)
        last_column = max(cell.column for cell in new.cells)
        areas: Iterable[Run] = [(1, 1, last_row, last_column)]
        if there is not None and not there.is_ours_alone:
            areas = runs(new.cells)
        for area in self._areas.over(sheet, areas):
            font = area.font
            font.size = new.size
            font.color = USUAL_TEXT
            area.vertical_alignment = "center"
        if new.print_area is not None:
            sheet.page_setup.print_area = new.print_area
        if self._areas.on_windows:
            lay_out(sheet, new)
        if there is not None:
            return  # how it is shown was given once, and is the officers' to change
        if self._areas.on_windows and show(sheet, new):
            return
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
        width = asked(partial(getattr, over(there.sheet, (1, column, 1, column)), "column_width"))
        if width is not None and abs(width - ours) > _ABOUT:
            stay.add(column)
    return {column: width for column, width in new.widths.items() if column not in stay}
