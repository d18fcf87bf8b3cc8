"""A figure here and there in a column without a heading, among or beside those of the periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.scorecard import Column, IndicatorRow, Table
from xl_scorecard.reading.figures.outturns import shown
from xl_scorecard.reading.figures.series import is_figure

_ALIKE = (0.4, 2.5)
_FEWEST = 2


def stray_figures(table: Table, periods: Sequence[Column]) -> Iterator[Doubt]:
    """What to say of each figure that stands between columns of the table below no heading, and
    is much like the one beside it: it may be of a period, and is not used."""
    if len(periods) < _FEWEST:
        return
    headed = {column.index for column in table.columns}
    for before in periods:
        index = before.index + 1
        further = any(column > index for column in headed)
        if index not in headed and further and not _is_headed(table, index):
            yield from (
                _doubt(table, row, index) for row in table.rows if _is_stray(table, row, before)
            )


def _is_headed(table: Table, index: int) -> bool:
    rows = range(table.header_top, table.header_row + 1)
    cells = (table.grid.shown(row, index) for row in rows)
    return any(cell is not None and cell.value not in (None, "") for cell in cells)


def _is_stray(table: Table, row: IndicatorRow, before: Column) -> bool:
    own = table.grid.cell(row.row, before.index + 1)
    beside = table.grid.cell(row.row, before.index)
    if own is None or beside is None or not (is_figure(own) and is_figure(beside)):
        return False
    if not isinstance(own.value, float) or not isinstance(beside.value, float):
        return False
    least, most = _ALIKE
    return own.value == beside.value or (
        beside.value != 0 and least <= own.value / beside.value <= most
    )


def _doubt(table: Table, row: IndicatorRow, index: int) -> Doubt:
    cell = table.grid.cell(row.row, index)
    assert cell is not None  # the figure that is told of
    place = table.place(row.row, index)
    return Doubt(
        About.HEADING,
        table.sheet,
        place,
        f"{place}: {shown(cell)} stands beside the figures of {row.name} in a column without a "
        "heading; it is of no period and is not used; head its column, or take it out",
        found=shown(cell),
        expected="a heading above it",
        severity=Severity.WARNING,
    )
