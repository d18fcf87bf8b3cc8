"""Carrying edits out in the workbook open in Excel, through xlwings' public API."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from xl_scorecard.button.ours import Ours
from xl_scorecard.domain.cell_ref import absolute, parse_range
from xl_scorecard.domain.edits import (
    MARK,
    CellEdit,
    Chart,
    Edits,
    NewSheet,
    Shade,
    SheetEdit,
    Style,
)
from xl_scorecard.writing.record import CELLS_NAME, SHEET_NAME

_PIXELS_TO_POINTS = 0.75
_KINDS = {"bar": "bar_stacked", "line": "line_markers"}
_TEXT_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "'")
_LONGEST_CALL = 100_000
_Run = tuple[int, int, int, int]


class LiveWriter:
    """Writes into an open workbook; a call of xlwings' never covers less than it can."""

    def __init__(self, book: Any, ours: Ours) -> None:
        self._book = book
        self._ours = ours

    def apply(self, edits: Edits) -> None:
        """Write every edit, and the names that say what is ours."""
        self._drop_names()
        number = 0
        for edit in edits.sheets:
            self._sheet(edit)
            for block in edit.blocks:
                number += 1
                name = ".".join((f"{CELLS_NAME}{number}", *block.kinds))
                self._book.names.add(name, "=" + absolute(edit.sheet, block.reference))
        for sheet in edits.new_sheets:
            self._new_sheet(sheet)
            self._book.names.add(f"{SHEET_NAME}{sheet.key}", "=" + absolute(sheet.name, "A1"))

    def _drop_names(self) -> None:
        for name in list(self._book.names):
            if name.name.startswith((CELLS_NAME, SHEET_NAME)):
                name.delete()

    # -- columns beside a table ------------------------------------------------------------------

    def _sheet(self, edit: SheetEdit) -> None:
        sheet = self._book.sheets[edit.sheet]
        self._clear_former(sheet, edit)
        _write(sheet, edit.cells)
        for reference in edit.merges:
            sheet.range(reference).merge()
        for column, width in edit.widths.items():
            sheet.range((1, column)).column_width = width
        _format(sheet, [replace(c, style=replace(c.style, like=None)) for c in edit.cells])
        self._shade(sheet, edit.shades)

    def _clear_former(self, sheet: Any, edit: SheetEdit) -> None:
        """Empty what stood in our blocks and is not written again; what officers typed stays."""
        written = {(cell.row, cell.column) for cell in edit.cells}
        for _, block in self._ours.blocks.get(edit.sheet, ()):
            stale = [
                CellEdit(row, column)
                for row in range(block.first_row, block.last_row + 1)
                for column in range(block.first_column, block.last_column + 1)
                if (row, column) not in written
                and (edit.sheet, row, column) not in self._ours.typed
            ]
            for top, left, bottom, right in _runs(stale):
                sheet.range((top, left), (bottom, right)).clear_contents()

    def _shade(self, sheet: Any, shades: list[Shade]) -> None:
        areas = list(dict.fromkeys(part for s in shades for part in s.reference.split(" ")))
        known = {area: _drop_marked(sheet.range(area)) for area in areas}
        again = bool(self._ours.blocks.get(sheet.name))
        for shade in shades:
            for area in shade.reference.split(" "):
                if again and not known[area]:
                    continue  # the engine cannot look: what an earlier run put there still holds
                sheet.range(area).conditional_formats.add_custom(
                    f"={shade.formula}", fill_color=shade.fill, font_color=shade.text
                )

    # -- sheets of ours --------------------------------------------------------------------------

    def _new_sheet(self, new: NewSheet) -> None:
        sheets = self._book.sheets
        if new.name in [sheet.name for sheet in sheets]:
            sheet = sheets[new.name]
            for chart in list(sheet.charts):
                chart.delete()
            sheet.clear()
        else:
            sheet = sheets.add(new.name, after=sheets[len(sheets) - 1])
        for column, width in new.widths.items():
            sheet.range((1, column)).column_width = width
        _write(sheet, new.cells)
        _format(sheet, new.cells)
        for shade in new.shades:
            sheet.range(shade.reference).conditional_formats.add_custom(
                f"={shade.formula}", fill_color=shade.fill, font_color=shade.text
            )
        for chart in new.charts:
            self._chart(sheet, new, chart)

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


def _top_of(new: NewSheet, row: int) -> float:
    """How far down a row begins, in points."""
    return sum(new.heights.get(above, 15.0) for above in range(1, row))


def _place(reference: str) -> _Run:
    return parse_range(reference.rpartition("!")[2].replace("$", ""))


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
    for top, left, bottom, right in _runs(cells):
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
    if isinstance(cell.value, str) and cell.value.startswith(_TEXT_LOOKS_LIKE_FORMULA):
        return f"'{cell.value}"
    return cell.value


def _format(sheet: Any, cells: list[CellEdit]) -> None:
    """Give cells their looks, a call a look and rectangle."""
    groups: dict[Style, list[CellEdit]] = defaultdict(list)
    for cell in cells:
        groups[cell.style].append(cell)
    for style, alike in groups.items():
        for top, left, bottom, right in _runs(alike):
            _look(sheet.range((top, left), (bottom, right)), style)


def _look(area: Any, style: Style) -> None:
    if style.number_format != "General":
        area.number_format = style.number_format
    if style.fill is not None:
        area.color = style.fill
    if style.bold:
        area.font.bold = True
    if style.italic:
        area.font.italic = True
    if style.size is not None:
        area.font.size = style.size
    if style.text is not None:
        area.font.color = style.text
    if style.wrap:
        area.wrap_text = True
    if style.align is not None:
        area.horizontal_alignment = style.align


def _runs(cells: list[CellEdit]) -> Iterator[_Run]:
    """The cells as few rectangles: columns are cut into stretches, like neighbours joined."""
    columns: dict[int, list[int]] = defaultdict(list)
    for cell in cells:
        columns[cell.column].append(cell.row)
    open_runs: dict[tuple[int, int], _Run] = {}
    for column in sorted(columns):
        still_open: dict[tuple[int, int], _Run] = {}
        for first, last in _stretches(sorted(columns[column])):
            before = open_runs.pop((first, last), None)
            left = before[1] if before is not None and before[3] == column - 1 else column
            if before is not None and left == column:
                yield before
            still_open[first, last] = (first, left, last, column)
        yield from open_runs.values()
        open_runs = still_open
    yield from open_runs.values()


def _stretches(rows: list[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for row in rows:
        if last is not None and row == last + 1:
            last = row
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = row
    if first is not None and last is not None:
        yield first, last
