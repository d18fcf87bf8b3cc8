"""Whether an indicator's target may be held against its figure of the reported period."""

from __future__ import annotations

from collections.abc import Mapping

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.doubt import Doubt
from xl_scorecard.domain.indicator import Basis, Polarity, Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import FromCell, Outturn
from xl_scorecard.reading.figures.covers import FigureOf
from xl_scorecard.reading.figures.row_cells import RowCells
from xl_scorecard.reading.figures.spans import Aim, doubt_of_span, span_of


def figure_of(
    name: str,
    unit: Unit | None,
    basis: Basis | None,
    outturns: Mapping[Period, Outturn],
    reported: Period | None,
) -> FigureOf | None:
    """The figure of the reported period, or of another that ends with it, in its series."""
    period = reported if reported in outturns else _ending_with(reported, outturns)
    if period is None:
        return None
    values = {p: o.value for p, o in outturns.items() if o.value is not None}
    return FigureOf(name, unit, basis, values, period)


def _ending_with(reported: Period | None, outturns: Mapping[Period, Outturn]) -> Period | None:
    if reported is None:
        return None
    return max((p for p in outturns if p.end == reported.end), default=None)


def in_doubt(
    cells: RowCells,
    target: Target | None,
    place: FromCell | None,
    figure: FigureOf | None,
    good_is: Polarity | None,
) -> Doubt | None:
    """What is to be said where the workbook's target is for another stretch of time than the
    figure, or may be."""
    if target is None or place is None or good_is is Polarity.NEITHER:
        return None
    if figure is None or not figure.values or target.value == 0:
        return None  # nothing to be held against it yet; none in a year is none in a quarter
    table = cells.table
    row, column = table.on_sheet(place.row, place.column)
    cell = table.grid.shown(row, column)
    if cell is None or cells.row.target_row is not None:
        return None
    heading = next((c for c in table.columns if c.index == column), None)
    said = heading.heading if heading is not None else ""
    aim = Aim(
        target.value, span_of(heading, cell), cell, table.sheet, table.place(row, column), said
    )
    return doubt_of_span(aim, figure, good_is)
