"""Quarters by number that stand above their months, behind the last of them, or beside each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.scorecard import Table

_ROWS = 40
"""How far below a header pairs are looked for."""
_LONGEST_QUARTER = 20
_NAMES_TWO_YEARS = re.compile(r"\d\d\s*[/-]\s*\d\d")


def lies_in(month: int, quarter: int, starts: int) -> bool:
    """Whether a month lies in a quarter of years that start in some month."""
    return (month - starts) % 12 // Grain.QUARTER + 1 == quarter


def months_in_quarters(table: Table) -> Iterator[tuple[Cell, int, int]]:
    """Months with the quarters they are said to lie in, each with the month's cell."""
    grid = table.grid
    near = (cells for row, cells in grid.by_row.items() if row <= table.header_row + _ROWS)
    for cells in near:
        for cell in cells:
            month = _month(cell)
            if month is None:
                continue
            row, column = cell.row, cell.column
            beside = [grid.cell(row, column + 1), grid.cell(row + 1, column)]
            if _month(grid.cell(row, column + 1)) == month % 12 + 1:
                beside.append(grid.cell(row, column + 2))  # Feb, Mar, Q1
            if row <= table.header_row:
                beside.append(grid.shown(row - 1, column))
            for quarter in filter(None, map(_quarter, beside)):
                yield cell, month, quarter


def _month(cell: Cell | None) -> int | None:
    if cell is None:
        return None
    words = None if isinstance(cell.value, float | bool) else parse_period(cell.value)
    if words is None or words.basis is not None or words.first is not None:
        return None
    if words.period is not None and words.period.grain is Grain.MONTH:
        return words.period.end % 12 + 1
    return words.month


def _quarter(cell: Cell | None) -> int | None:
    """The number of the quarter that a cell names, unless it says that its year is two."""
    if cell is None or not cell.text or len(cell.text) > _LONGEST_QUARTER:
        return None
    if _NAMES_TWO_YEARS.search(cell.text):
        return None
    words = parse_period(cell.text)
    if words is None or words.basis is not None or words.first is not None:
        return None
    if words.period is not None and words.period.grain is Grain.QUARTER:
        return (words.period.end - (words.period.starts - 1)) % 12 // 3 + 1
    return words.quarter
