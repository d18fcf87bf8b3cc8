"""Rows of one indicator told apart by a second dimension: by site, by area, by team."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

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
    of these, by itself or within each section. A section that two indicators of one name stand in
    is no dimension. Where it was said which column tells rows apart, they are so already.
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
        if _tells(table, groups, column):
            return tuple(_in(table, row, column) for row in rows)
    if (two := _two_that_tell(table, groups)) is not None:
        return tuple(_in(table, row, two.place, two.section) for row in rows)
    crosses = crossing(table, groups)
    return tuple(rows if crosses is None else (_in(table, row, crosses) for row in rows))


class _Two(NamedTuple):
    """Two columns that only together tell the rows of an indicator apart: services and sites."""

    section: Column
    place: Column


def _two_that_tell(table: Table, groups: Sequence[Sequence[IndicatorRow]]) -> _Two | None:
    """The first column of sections or places in which another tells the rows of each indicator
    apart, or crosses them."""
    for section in _may_tell(table):
        within = [part for group in groups for part in _parted(table, group, section)]
        if all(len(part) == 1 for part in within):
            continue
        places = (c for c in _may_tell(table) if c is not section and _tells(table, within, c))
        place = next(places, None) or crossing(table, within)
        if place is not None:
            return _Two(section, place)
    return None


def _parted(
    table: Table, rows: Sequence[IndicatorRow], column: Column
) -> Iterator[list[IndicatorRow]]:
    """The rows by what stands beside them in a column."""
    parts: defaultdict[str, list[IndicatorRow]] = defaultdict(list)
    for row in rows:
        parts[_says(table, row, column)].append(row)
    yield from parts.values()


def _may_tell(table: Table) -> Iterator[Column]:
    """The columns of sections, and those headed as places or teams are."""
    yield from table.by_role(Role.SECTION)
    yield from (c for c in table.by_role(Role.OTHER) if names_places(c.heading))


def _tells(table: Table, groups: Sequence[Sequence[IndicatorRow]], column: Column) -> bool:
    return tells_apart([[_says(table, row, column) for row in group] for group in groups])


def _says(table: Table, row: IndicatorRow, column: Column) -> str:
    return text_of(table.grid.shown(row.row, column.index))


def _in(
    table: Table, row: IndicatorRow, column: Column, section_in: Column | None = None
) -> IndicatorRow:
    """A row in its place; its section is that of another column of sections, if there is one."""
    dimension = _says(table, row, column)
    others = [c for c in table.by_role(Role.SECTION) if c is not column]
    beside = section_in or next(iter(others), None)
    section = _says(table, row, beside) if beside else row.section or dimension
    return replace(row, dimension=dimension, section=section)
