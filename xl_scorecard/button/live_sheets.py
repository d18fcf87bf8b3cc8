"""The worksheets of the workbook open in Excel, read through xlwings' public API."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.grid import Block, Cell, CellError, Grid, Value
from xl_scorecard.reading.sheets.grids import LOOK_AT_ROWS

_ERRORS = frozenset(
    ("#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
     "#GETTING_DATA")
)  # fmt: skip
_UNKNOWN = frozenset(Aspect) - {Aspect.MERGED}
Keep = Callable[[str, Cell], bool]


class LiveSheets:
    """Sheets of an open workbook as grids; cells that `keep` says no to count as empty.

    Number formats are not asked for: a call a cell is slow, and the web has none to give. What is
    a percentage is known from the rule or the sheet's own words.
    """

    def __init__(self, book: Any, leave_out: Sequence[str], keep: Keep) -> None:
        self._sheets = {s.name: s for s in book.sheets if s.name not in leave_out}
        self._keep = keep

    @property
    def names(self) -> list[str]:
        """The worksheets' names, in tab order."""
        return list(self._sheets)

    def top(self, name: str) -> Grid:
        """The first rows of a sheet."""
        return Grid(name, self._cells(name, LOOK_AT_ROWS), unknown=frozenset(Aspect))

    def whole(self, name: str) -> Grid:
        """All of a sheet."""
        merged = list(_merged(self._sheets[name]))
        return Grid(name, self._cells(name, None), merged, unknown=_UNKNOWN)

    def _cells(self, name: str, rows: int | None) -> dict[tuple[int, int], Cell]:
        sheet = self._sheets[name]
        area = _area(sheet, rows)
        values = area.options(ndim=2, err_to_str=True).value
        formulas = formulas_of(area)
        found: dict[tuple[int, int], Cell] = {}
        for row, line in enumerate(values, 1):
            for column, raw in enumerate(line, 1):
                value = _value(raw)
                text = formulas[row - 1][column - 1] if formulas is not None else ""
                formula = text[1:] if isinstance(text, str) and text.startswith("=") else None
                if value is None and formula is None:
                    continue
                cell = Cell(row, column, value, formula)
                if self._keep(name, cell):
                    found[row, column] = cell
        return found


def _area(sheet: Any, rows: int | None) -> Any:
    last = sheet.used_range.last_cell
    bottom = last.row if rows is None else min(last.row, rows)
    return sheet.range((1, 1), (bottom, last.column))


def formulas_of(area: Any) -> Sequence[Sequence[str]] | None:
    """The formulas of a range, row by row, or None where the engine has none to give."""
    try:
        found = area.formula
    except NotImplementedError:
        return None
    if isinstance(found, str):
        return ((found,),)
    if found and not isinstance(found[0], tuple | list):
        return (found,) if area.shape[0] == 1 else tuple((item,) for item in found)
    return found  # type: ignore[no-any-return]


def _value(raw: object) -> Value:
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


def _merged(sheet: Any) -> list[Block]:
    """The merged blocks among the first rows, where headings are; none where none can be asked."""
    area = _area(sheet, LOOK_AT_ROWS)
    found: dict[str, Block] = {}
    try:
        for row in range(1, area.shape[0] + 1):
            line = sheet.range((row, 1), (row, area.shape[1]))
            if line.merge_cells is False:
                continue
            for column in range(1, area.shape[1] + 1):
                cell = sheet.range((row, column))
                if cell.merge_cells:
                    block = cell.merge_area
                    last = block.last_cell
                    found[block.address] = Block(block.row, block.column, last.row, last.column)
    except NotImplementedError:
        return []
    return list(found.values())
