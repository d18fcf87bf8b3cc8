"""Carrying edits out in the workbook open in Excel, through xlwings' public API."""

from __future__ import annotations

import contextlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from xl_scorecard.button.ours import Ours
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
from xl_scorecard.writing.record import CELLS_NAME, SHEET_NAME

_PIXELS_TO_POINTS = 0.75
_KINDS = {"bar": "bar_stacked", "line": "line_markers"}
# Excel takes what is written as if it were typed: "Dec 2018" would become a date
_LOOKS_TYPED = re.compile(r"^[=+\-@'#]|\d|^(?:true|false)$", re.IGNORECASE)
_COUNT_IN_POINTS = ("remote", "officejs")
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
        cells = [*edit.cells, *self._blanks(edit)]
        self._clear_former(sheet, cells)
        _write(sheet, cells)
        for reference in edit.merges:
            sheet.range(reference).merge()
        self._widen(sheet, edit.widths)
        _format(sheet, cells)
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
            for top, left, bottom, right in _runs(stale):
                sheet.range((top, left), (bottom, right)).clear_contents()

    def _widen(self, sheet: Any, widths: dict[int, float]) -> None:
        """Set widths given in characters; the web counts in points."""
        on_web = self._book.app.engine.name in _COUNT_IN_POINTS
        for width, first, last in _alike(widths):
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
        for height, first, last in _alike(new.heights):
            sheet.range((first, 1), (last, 1)).row_height = height
        _write(sheet, new.cells)
        self._page(sheet, new)
        _format(sheet, new.cells)
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


def _alike(sizes: dict[int, float]) -> Iterator[tuple[float, int, int]]:
    """Neighbouring rows or columns of one size: the size, the first and the last."""
    last: tuple[float, int, int] | None = None
    for number, size in sorted(sizes.items()):
        if last is not None and last[0] == size and last[2] == number - 1:
            last = (size, last[1], number)
            continue
        if last is not None:
            yield last
        last = (size, number, number)
    if last is not None:
        yield last


def _top_of(new: NewSheet, row: int) -> float:
    """How far down a row begins, in points."""
    return sum(new.heights.get(above, 15.0) for above in range(1, row))


def _place(reference: str) -> _Run:
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
    if isinstance(cell.value, str) and _LOOKS_TYPED.search(cell.value):
        return f"'{cell.value}"
    return cell.value


def _format(sheet: Any, cells: list[CellEdit]) -> None:
    """Give cells their looks, property by property: neighbours alike in one take one call."""
    for give, of in _PROPERTIES:
        groups: dict[object, list[CellEdit]] = defaultdict(list)
        for cell in cells:
            value = of(cell.style)
            if value:
                groups[value].append(cell)
        for value, alike in groups.items():
            for top, left, bottom, right in _runs(alike):
                give(sheet.range((top, left), (bottom, right)), value)


def _set(name: str) -> Callable[[Any, Any], None]:
    """Sets a property of a range, or of its font."""

    def give(area: Any, value: Any) -> None:
        holder, _, last = name.rpartition(".")
        setattr(getattr(area, holder) if holder else area, last, value)

    return give


_PROPERTIES: tuple[tuple[Callable[[Any, Any], None], Callable[[Style], object]], ...] = (
    (_set("number_format"), lambda s: "" if s.number_format == "General" else s.number_format),
    (_set("color"), lambda s: s.fill),
    (_set("font.bold"), lambda s: s.bold),
    (_set("font.italic"), lambda s: s.italic),
    (_set("font.size"), lambda s: s.size),
    (_set("font.color"), lambda s: s.text),
    (_set("wrap_text"), lambda s: s.wrap),
    (_set("horizontal_alignment"), lambda s: s.align),
)


def _runs(cells: list[CellEdit]) -> Iterator[_Run]:
    """The cells as few rectangles: columns are cut into stretches, like neighbours joined."""
    columns: dict[int, list[int]] = defaultdict(list)
    for cell in cells:
        columns[cell.column].append(cell.row)
    open_runs: dict[tuple[int, int], _Run] = {}
    for column in sorted(columns):
        still_open: dict[tuple[int, int], _Run] = {}
        for _, first, last in _alike(dict.fromkeys(columns[column], 0.0)):
            before = open_runs.pop((first, last), None)
            left = before[1] if before is not None and before[3] == column - 1 else column
            if before is not None and left == column:
                yield before
            still_open[first, last] = (first, left, last, column)
        yield from open_runs.values()
        open_runs = still_open
    yield from open_runs.values()
