"""What readers of a scorecard can see of it: no hidden sheet, row, or column of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from xl_scorecard.compose.places import Place
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.scorecard import Outturn


def in_view(places: Iterable[Place]) -> Iterator[Place]:
    """The places of tables that can be seen, with the rows that can, without hidden figures."""
    for place in places:
        grid = place.table.grid
        rows = [_seen(a) for a in place.rows if a.measure.row not in grid.hidden_rows]
        if rows and not grid.hidden:
            yield replace(place, rows=rows)


def _seen(a: AssessedRow) -> AssessedRow:
    """A row without the figures of hidden columns, nor what is told from these."""
    if not a.table.grid.hidden_columns:
        return a
    figures = {period: o for period, o in a.measure.outturns.items() if not _is_hidden(a, o)}
    a = replace(a, measure=replace(a.measure, outturns=figures))
    if _is_hidden(a, a.previous):
        a = replace(a, previous=None, change=None, direction=None, travel=None)
    if _is_hidden(a, a.year_before):
        a = replace(a, year_before=None, change_on_year=None)
    return a


def _is_hidden(a: AssessedRow, outturn: Outturn | None) -> bool:
    if outturn is None or outturn.sheet not in ("", a.table.sheet):
        return False
    grid = a.table.grid
    return outturn.column in grid.hidden_columns or outturn.row in grid.hidden_rows
