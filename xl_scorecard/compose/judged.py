"""What a row is judged by, as formulas over the workbook's own cells."""

from __future__ import annotations

import datetime as dt

from xl_scorecard.compose.formulas import Judged, target_figure, target_ref, tolerance_value
from xl_scorecard.domain.amount import point_in
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.scorecard import Column, FromCell, Role


def judged_by(a: AssessedRow, sheet: str = "") -> Judged:
    """What a row is judged by: the workbook's target cell, even before it has a figure, or the
    rule's.

    `sheet` is a prefix such as `'Scorecard'!` for formulas that stand on another sheet.
    """
    measure = a.measure
    cell = measure.target_cell
    own_rule = measure.rule is not None and measure.rule.target is not None
    open_to_it = measure.polarity not in (None, Polarity.NEITHER) and not own_rule
    if cell is None and open_to_it and a.table.upright:
        column = _awaiting_target(a)
        if column is not None:
            factor = a.current.factor if a.current is not None else 1.0
            cell = FromCell(measure.row, column.index, factor)
    target = target_figure(a.target, cell, sheet)
    tolerance = tolerance_value(
        measure.tolerance, measure.tolerance_cell, target.value if target else "0", sheet
    )
    upper = a.target.upper if a.target else None
    strict = a.target is not None and a.target.excludes_itself(measure.polarity)
    return Judged(
        measure.polarity, target, upper, tolerance, point_in(measure.unit), strict,
        target_ref(cell, sheet) if strict and cell is not None else None,
        measure.static_within,
    )  # fmt: skip


def _awaiting_target(a: AssessedRow) -> Column | None:
    """The column where a row's target is still to be typed.

    A number that is there already was passed over on purpose: two targets differ, or it is that
    of another year.
    """
    waiting = [
        column
        for column in a.table.by_role(Role.TARGET)
        if not _is_number(a.table.grid.cell(a.measure.row, column.index))
    ]
    year = a.period.financial_year
    best = (
        [c for c in waiting if c.period == a.period]
        or [c for c in waiting if c.period is None or c.period.financial_year == year]
        or waiting
    )
    return best[0] if best else None


def _is_number(cell: Cell | None) -> bool:
    """Whether Excel's ISNUMBER would say so: dates are numbers, TRUE is none."""
    value = None if cell is None else cell.value
    return isinstance(value, float | dt.date)
