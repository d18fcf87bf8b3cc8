"""The worksheets of the workbook open in Excel, read through xlwings' public API."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, NamedTuple

from xl_scorecard.button.areas import over
from xl_scorecard.button.content_area import Last, bands, last_content
from xl_scorecard.button.held_cells import formulas_of, values_of
from xl_scorecard.button.live_aspects import with_aspects
from xl_scorecard.button.open_book import OpenBook
from xl_scorecard.button.serial_dates import Place, doubtful_message, with_dates
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.grid import Cell, CellError, Grid, Value
from xl_scorecard.domain.ours import OUR_NAMES
from xl_scorecard.domain.reach import Reference
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.stated_formula import StatedFormula
from xl_scorecard.reading.sheets.references import references
from xl_scorecard.reading.sheets.sources import LOOK_AT_ROWS

_NO_DATE = dt.date(1899, 12, 30)
_ERRORS = frozenset(
    ("#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
     "#GETTING_DATA")
)  # fmt: skip
_BUILT_IN = re.compile(r"(?:^|!)(?:_xlnm\.|Print_|_FilterDatabase)")  # computes nothing
_UNKNOWN = frozenset(Aspect) - {Aspect.MERGED}
Keep = Callable[[str, Cell], bool]


class LiveSheets:
    """Sheets of an open workbook as grids; cells that `keep` says no to count as empty.

    Of a scorecard's sheet Excel is asked for the little besides values that decides something, in
    few calls. What it does not tell is in the grid's `unknown`; so are number formats and fonts,
    for which a call a cell would be slow. What is a percentage is known from the rule or the
    sheet's own words.
    """

    def __init__(self, there: OpenBook, leave_out: Sequence[str], keep: Keep) -> None:
        sheets = there.tabs
        self._all = list(sheets)
        self._sheets = {name: sheets[name] for name in sheets if name not in leave_out}
        self._keep = keep
        self._there = there
        self._lasts: dict[str, Last] = {}
        self._formulas: dict[str, list[StatedFormula]] = {}
        self._known: dict[tuple[str, int], _Read] = {}

    @property
    def names(self) -> list[str]:
        """The worksheets' names, in tab order."""
        return list(self._sheets)

    def top(self, name: str) -> Grid:
        """The first rows of a sheet."""
        return Grid(name, self._read(name, LOOK_AT_ROWS).cells, unknown=frozenset(Aspect))

    def whole(self, name: str) -> Grid:
        """All of a sheet.

        Raises WorkbookError (no_scorecard) where its headings may or may not be dates.
        """
        read = self._read(name, None)
        if read.doubtful:
            raise WorkbookError("no_scorecard", doubtful_message(name, read.doubtful))
        sheet = self._sheets[name]
        grid = with_aspects(sheet, Grid(name, read.cells), self._last(name), self._there.areas)
        theirs = [b for b in grid.merged if (b.first_row, b.first_column) not in read.ours]
        return replace(grid, merged=theirs, ask_reached=partial(self._reached, name))

    def _reached(self, name: str, beyond: int) -> Sequence[Reference]:
        """The references to a sheet in names and in those formulas that were read."""
        stated = [formula for several in self._formulas.values() for formula in several]
        return references([*stated, *self._named], name, self._all, beyond)

    @cached_property
    def _named(self) -> Sequence[StatedFormula]:
        """What the officers' names say."""
        return [
            StatedFormula(each.refers_to.removeprefix("="), f"The name {each.name}", None)
            for each in self._there.names
            if not each.name.startswith(OUR_NAMES) and not _BUILT_IN.search(each.name)
        ]

    def _last(self, name: str) -> Last:
        if name not in self._lasts:
            self._lasts[name] = last_content(self._sheets[name])
        return self._lasts[name]

    def _read(self, name: str, rows: int | None) -> _Read:
        """A sheet as far as it goes, or so many rows of it: of a short one that is the same."""
        last = self._last(name)
        bottom = last.row if rows is None else min(last.row, rows)
        if (name, bottom) not in self._known:
            self._known[name, bottom] = self._asked(name, last, bottom)
        return self._known[name, bottom]

    def _asked(self, name: str, last: Last, bottom: int) -> _Read:
        found: dict[Place, Cell] = {}
        ours: set[Place] = set()
        known = True
        for first, until in bands(bottom, last.column):
            area = over(self._sheets[name], (first, 1, until, last.column))
            formulas = formulas_of(area)
            known = known and formulas is not None
            for cell in _cells(first, values_of(area, self._there.areas), formulas):
                if self._keep(name, cell):
                    found[cell.row, cell.column] = cell
                else:
                    ours.add((cell.row, cell.column))
        self._formulas[name] = [
            StatedFormula(cell.formula, f"The formula in {cell.ref}", name, cell.ref)
            for cell in found.values()
            if cell.formula
        ]
        if known:
            return _Read(found, ours)
        # only the web, which gives no formulas either, gives dates as numbers
        cells, doubtful = with_dates(found)
        return _Read(cells, ours, doubtful)


class _Read(NamedTuple):
    """The officers' cells of a sheet, the places of ours, and headings that may be dates or not."""

    cells: dict[Place, Cell]
    ours: set[Place]
    doubtful: Sequence[Cell] = ()


def _cells(
    first: int, values: Sequence[Sequence[Any]], formulas: Sequence[Sequence[str]] | None
) -> Iterator[Cell]:
    """The cells that hold something in rows from the first on."""
    for number, line in enumerate(values):
        for column, raw in enumerate(line, 1):
            value = _value(raw)
            text = formulas[number][column - 1] if formulas is not None else ""
            is_formula = isinstance(text, str) and text.startswith("=") and text != raw
            formula = text[1:] if is_formula else None
            if value is not None or formula is not None:
                yield Cell(first + number, column, value, formula, _format_of(raw))


def _format_of(raw: object) -> str:
    """A time that Excel gives as one is shown as one; of other formats it says nothing here."""
    return "[h]:mm:ss" if _days(raw) is not None else "General"


def _days(raw: object) -> float | None:
    """A time without a date, in days: Excel counts it from the end of 1899, or gives it bare."""
    if isinstance(raw, dt.time):
        raw = dt.datetime.combine(_NO_DATE, raw)
    if not isinstance(raw, dt.datetime) or raw.year > _NO_DATE.year:
        return None
    return (raw.replace(tzinfo=None) - dt.datetime.combine(_NO_DATE, dt.time())) / dt.timedelta(1)


def _value(raw: object) -> Value:
    if (days := _days(raw)) is not None:
        return days
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, int | float):
        return float(raw)
    if isinstance(raw, dt.datetime):
        return raw.date()
    if isinstance(raw, dt.date):
        return raw
    if isinstance(raw, str) and raw:
        return CellError(raw) if raw in _ERRORS else raw
    return None
