"""Rows of one indicator told apart by a second dimension: by site, by area, by team."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.scorecard import Column, IndicatorRow, Role, Table
from xl_scorecard.reading.rows.crossing import crossing, tells_apart
from xl_scorecard.reading.rows.row_shapes import text_of
from xl_scorecard.reading.words.headings import names_places

_MOST = 0.6


def told_apart(table: Table, rows: Sequence[IndicatorRow]) -> tuple[IndicatorRow, ...]:
    """The rows, each with its place in the second dimension where a column tells those of one
    indicator apart.

    Most rows must be of an indicator that has several, and the column say something else in each
    of these. A section that two indicators of one name stand in is no dimension. Where it was said
    which column tells rows apart, they are so already.
    """
    if any(row.dimension for row in rows):
        return tuple(rows)
    alike: defaultdict[tuple[str, str], list[IndicatorRow]] = defaultdict(list)
    for row in rows:
        alike[tidy(row.reference), tidy(row.name)].append(row)
    groups = [group for group in alike.values() if len(group) > 1]
    if sum(map(len, groups)) < max(2, _MOST * len(rows)):
        return tuple(rows)
    for column in _may_tell(table):
        said = [[_says(table, row, column) for row in group] for group in groups]
        if tells_apart(said):
            return tuple(_in(table, row, column) for row in rows)
    crosses = crossing(table, groups)
    return tuple(rows if crosses is None else (_in(table, row, crosses) for row in rows))


def _may_tell(table: Table) -> Iterator[Column]:
    """The columns of sections, and those headed as places or teams are."""
    yield from table.by_role(Role.SECTION)
    yield from (c for c in table.by_role(Role.OTHER) if names_places(c.heading))


def _says(table: Table, row: IndicatorRow, column: Column) -> str:
    return text_of(table.grid.shown(row.row, column.index))


def _in(table: Table, row: IndicatorRow, column: Column) -> IndicatorRow:
    """A row in its place; its section is that of another column of sections, if there is one."""
    dimension = _says(table, row, column)
    others = [c for c in table.by_role(Role.SECTION) if c is not column]
    section = _says(table, row, others[0]) if others else row.section or dimension
    return replace(row, dimension=dimension, section=section)
