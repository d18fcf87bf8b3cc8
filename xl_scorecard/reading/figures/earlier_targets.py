"""The targets of earlier periods that a sheet has beside that of the reported one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import Indicator
from xl_scorecard.domain.scorecard import EarlierTarget, Role
from xl_scorecard.reading.figures.aims import read_target
from xl_scorecard.reading.figures.kept import Scale
from xl_scorecard.reading.figures.row_cells import RowCells
from xl_scorecard.reading.figures.series import FigurePlace


def earlier_targets(
    cells: RowCells, places: Sequence[FigurePlace], rule: Indicator | None, scale: Scale
) -> dict[Period, EarlierTarget]:
    """The targets in columns headed by an earlier period or year, or in the row of targets below
    the figures; none where the rule set has it, nor of a period that two cells differ on."""
    reported = cells.table.reported
    if reported is None or (rule is not None and rule.target is not None):
        return {}
    found: dict[Period, EarlierTarget] = {}
    differ: set[Period] = set()
    for period, cell in _cells(cells, places):
        if cell is None or period.end >= reported.end:
            continue
        target, _ = read_target(cells, cell, rule, scale)
        if target is None:
            continue
        if period in found and found[period].target.value != target.value:
            differ.add(period)
        found.setdefault(period, EarlierTarget(target, cell.row, cell.column))
    return {period: each for period, each in found.items() if period not in differ}


def _cells(cells: RowCells, places: Sequence[FigurePlace]) -> Iterator[tuple[Period, Cell | None]]:
    table, row = cells.table, cells.row
    if row.target_row is not None:
        for place in places:
            yield place.period, table.cell(row.target_row, place.column)
        return
    for column in table.by_role(Role.TARGET):
        if column.period is not None:
            yield column.period, table.shown(row.row, column.index)
