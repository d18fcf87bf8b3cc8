"""Grids from a closed workbook: each worksheet looked at, scorecard sheets read whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import islice
from math import isfinite
from typing import TypeAlias

from xl_scorecard.domain.cell_ref import parse_range
from xl_scorecard.domain.grid import Block, Cell, CellError, Grid, Value
from xl_scorecard.domain.reach import Reference
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.cells import Frame, StoredCell, read_rows
from xl_scorecard.ooxml.floating import floating_blocks as anchors
from xl_scorecard.ooxml.notes import noted_cells
from xl_scorecard.ooxml.number_formats import counts_on, is_elapsed
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.stated_formulas import stated_formulas
from xl_scorecard.ooxml.styles import Styles
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.reading.sheets.references import print_areas, references
from xl_scorecard.reading.sheets.sources import LOOK_AT_ROWS

_LONG = 1 << 20  # bytes of XML: some 20,000 cells
_MAX_CELLS = 2_000_000
_EPOCH_1900 = dt.datetime(1899, 12, 30)
_EPOCH_1904 = dt.datetime(1904, 1, 1)


_Begun: TypeAlias = tuple[
    Frame,
    Iterator[list[StoredCell]],
    dict[tuple[int, int], Cell],
    dict[tuple[int, int], str | None],
]


class WorkbookReader:
    """Reads worksheets of one workbook as grids."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        package = workbook.package
        self._strings = SharedStrings(package, workbook.related("sharedStrings"))
        self._styles = Styles(
            package, workbook.related("styles"), workbook.flavour, workbook.related("theme")
        )
        self._begun: dict[str, _Begun] = {}
        self._epoch = _EPOCH_1904 if workbook.dates_from_1904 else _EPOCH_1900

    def top(self, sheet: Sheet) -> Grid:
        """The first rows of a sheet, enough to tell whether it is a scorecard.

        The cost does not grow with the sheet. Merged blocks are not known yet.
        """
        frame = Frame()
        rows = self._rows(sheet, frame)
        cells, styled = self._grid_cells(islice(rows, LOOK_AT_ROWS), sheet)
        self._begun[sheet.name] = frame, rows, cells, styled
        long = self._workbook.package.length(sheet.part) > _LONG
        return Grid(sheet.name, cells, hidden=sheet.hidden, goes_on=long)

    def whole(self, sheet: Sheet) -> Grid:
        """All of a sheet."""
        if sheet.name not in self._begun:
            self.top(sheet)
        frame, rows, cells, styled = self._begun.pop(sheet.name)
        more_cells, more_styled = self._grid_cells(rows, sheet)
        cells = cells | more_cells
        styled = styled | more_styled
        return Grid(
            sheet.name,
            cells,
            merged=[Block(*parse_range(ref)) for ref in frame.merged if _is_range(ref)],
            tables=list(self._tables(sheet, frame)),
            hidden_rows=frozenset(frame.hidden_rows),
            hidden_columns=frozenset(frame.hidden_columns),
            hidden=sheet.hidden,
            styled=styled,
            floating=[
                *(Block(*b) for b in anchors(self._workbook.package, sheet.part)),
                *(Block(*parse_range(r)) for r in frame.arrays if _is_range(r)),
                *(Block(*parse_range(r)) for r in frame.sparklines if _is_range(r)),
            ],
            held=_blocks([*frame.held, *noted_cells(self._workbook.package, sheet.part)]),
            printed=self._printed(sheet),
            stops=_blocks(frame.stops),
            recoloured=_blocks(frame.recoloured),
            protected=frame.protected,
            structure_protected=self._workbook.structure_protected,
            ask_reached=cache(partial(self._reached, sheet)),
            day_0=self._epoch.date(),
        )

    def _printed(self, sheet: Sheet) -> list[Block]:
        """The print area of a sheet; none where all of it is printed."""
        position = [each.id for each in self._workbook.sheets].index(sheet.id)
        text = self._workbook.names().get(("_xlnm.Print_Area", position), "")
        return [Block(*area) for area in print_areas(text)]

    def _reached(self, sheet: Sheet, beyond: int) -> list[Reference]:
        names = [each.name for each in self._workbook.sheets]
        return references(stated_formulas(self._workbook, sheet), sheet.name, names, beyond)

    def _rows(self, sheet: Sheet, frame: Frame) -> Iterator[list[StoredCell]]:
        return read_rows(self._workbook.package, sheet.part, self._strings, frame, sheet.name)

    def _grid_cells(
        self, rows: Iterator[list[StoredCell]], sheet: Sheet
    ) -> tuple[dict[tuple[int, int], Cell], dict[tuple[int, int], str | None]]:
        cells: dict[tuple[int, int], Cell] = {}
        styled: dict[tuple[int, int], str | None] = {}
        for row in rows:
            for stored in row:
                if stored.value is None and stored.formula is None:
                    styled[stored.row, stored.column] = self._styles.look(stored.style).fill
                    continue
                cells[stored.row, stored.column] = self._cell(stored)
            if len(cells) + len(styled) > _MAX_CELLS:
                raise WorkbookError(
                    "too_large",
                    f"{self._workbook.package.name}: sheet {sheet.name} has over "
                    f"{_MAX_CELLS:,} cells; keep the scorecard on a sheet of its own",
                )
        return cells, styled

    def _cell(self, stored: StoredCell) -> Cell:
        look = self._styles.look(stored.style)
        return Cell(
            stored.row,
            stored.column,
            self._value(stored, look.date, look.number_format),
            stored.formula,
            look.number_format,
            look.bold,
            look.fill,
            look.font,
            look.ink,
        )

    def _value(self, stored: StoredCell, date: bool, number_format: str) -> Value:
        text = stored.value
        if text is None:
            return None
        if stored.type in ("s", "str", "inlineStr"):
            return text
        if stored.type == "b":
            return text in ("1", "true")
        if stored.type == "e":
            return CellError(text)
        if stored.type == "d":
            return _iso_date(text)
        try:
            number = float(text)
        except ValueError:
            return text
        if not isfinite(number):  # as 1e400 and NaN: no figure of Excel's
            return text
        if date and is_elapsed(number_format) and (number < 1 or counts_on(number_format)):
            return number  # a duration, or a time of the day
        if date and 0 < number < 2_958_466:
            return (self._epoch + dt.timedelta(days=number)).date()
        return number

    def _tables(self, sheet: Sheet, frame: Frame) -> Iterator[Block]:
        package = self._workbook.package
        links = {r.id: r.target for r in package.relationships(sheet.part)}
        for relation in frame.table_relations:
            part = links.get(relation)
            if part and package.has(part):
                ref = package.root(part).get("ref") or ""
                if _is_range(ref):
                    yield Block(*parse_range(ref))


def _blocks(texts: Iterable[str]) -> list[Block]:
    """The blocks of texts that each hold a range or several; what is no range is passed over."""
    return [
        Block(*parse_range(reference))
        for several in texts
        for reference in several.split()
        if _is_range(reference)
    ]


def _iso_date(text: str) -> Value:
    try:
        return dt.datetime.fromisoformat(text.rstrip("Z")).date()
    except ValueError:
        return text


def _is_range(reference: str) -> bool:
    try:
        parse_range(reference)
    except ValueError:
        return False
    return True
