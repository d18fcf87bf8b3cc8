"""Figures of a period that stands in two columns: they are not read, and are looked at all the
same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.scale import MOST_AS_FRACTION
from xl_scorecard.domain.scorecard import Column, Role

_FEWEST_AS_PERCENT = 20


def too_much_in_two(row: AssessedRow) -> Iterator[Cell]:
    """The cells of a row, in columns of one period, that hold more than the whole as a fraction
    beside one that holds a part of it; a number that may be a percentage is not meant."""
    if not row.table.upright:
        return
    for columns in _twice(row):
        found = (row.table.grid.cell(row.measure.row, column.index) for column in columns)
        cells = [cell for cell in found if cell is not None]
        numbers = [cell.value for cell in cells if isinstance(cell.value, float)]
        if any(0 < number <= 1 for number in numbers):
            yield from (cell for cell in cells if _is_too_much(cell))


def _is_too_much(cell: Cell) -> bool:
    number = cell.value
    return isinstance(number, float) and MOST_AS_FRACTION < number < _FEWEST_AS_PERCENT


def _twice(row: AssessedRow) -> Iterator[list[Column]]:
    found: dict[object, list[Column]] = defaultdict(list)
    for column in row.table.by_role(Role.OUTTURN):
        if column.period is not None:
            found[column.period, column.basis].append(column)
    return (columns for columns in found.values() if len(columns) > 1)
