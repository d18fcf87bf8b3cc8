"""Which period a finding is about: that of its cell, else the reported one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from xl_scorecard.checks.check import Found
from xl_scorecard.checks.context import Context
from xl_scorecard.domain.cell_ref import parse_a1
from xl_scorecard.domain.period import Period

Place = tuple[str, int, int]


def periods_of(found: Iterable[Found], context: Context) -> Mapping[Place, Period]:
    """The periods of the cells that something was found in; of those that have one."""
    wanted = {place for each in found if (place := place_of(each)) is not None}
    if not wanted:
        return {}
    under = dict(_under_headings(context, wanted))
    return {**under, **dict(_of_figures(context, wanted))}


def place_of(found: Found) -> Place | None:
    """Sheet, row and column of what was found."""
    if not found.sheet or not found.cell:
        return None
    return found.sheet, *parse_a1(found.cell)


def _under_headings(context: Context, wanted: set[Place]) -> Iterator[tuple[Place, Period]]:
    """Cells in columns that are headed by a period."""
    columns = {
        (table.sheet, column.index): column.period
        for table in context.scorecard.tables
        if table.upright
        for column in table.columns
        if column.period is not None
    }
    for sheet, row, column in wanted:
        period = columns.get((sheet, column))
        if period is not None:
            yield (sheet, row, column), period


def _of_figures(context: Context, wanted: set[Place]) -> Iterator[tuple[Place, Period]]:
    """Cells that hold a figure of a period, or a count that it is made of."""
    for measure in context.scorecard.measures:
        for outturn in chain(
            measure.outturns.values(), measure.numerators.values(), measure.denominators.values()
        ):
            place = outturn.sheet or measure.sheet, outturn.row, outturn.column
            if place in wanted:
                yield place, outturn.period
