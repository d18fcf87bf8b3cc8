"""The columns of others' figures in a table: whose each is, of when, and which name authorities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from xl_scorecard.domain.benchmarks.kinds import is_member, is_of_periods, kind_of, kind_of_key
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import find_period, parse_period
from xl_scorecard.domain.said_places import parse_spot
from xl_scorecard.domain.scorecard import Column, Role, Table
from xl_scorecard.reading.words.timeless import timeless

_SHORT_YEAR = re.compile(r"(?<![\d/-])(?P<one>\d\d)[-–](?P<other>\d\d)(?![\d/-])")
"""17-18 beside a benchmark is a year; elsewhere it may be ages."""


@dataclass(frozen=True)
class BenchmarkColumn:
    """A column of one kind of benchmark; `period_column` holds the period of each figure, where
    the heading names none."""

    index: int
    heading: str
    kind: str
    period: Period | None = None
    period_column: int | None = None


@dataclass(frozen=True)
class MemberColumns:
    """Neighbouring columns, one an authority, below a heading of a kind of benchmark."""

    first: int
    last: int
    kind: str
    period: Period | None


@dataclass(frozen=True)
class BenchmarkColumns:
    """What a table has of others' figures, from left to right."""

    single: tuple[BenchmarkColumn, ...] = ()
    members: tuple[MemberColumns, ...] = ()


def benchmark_columns(table: Table, starts: int) -> BenchmarkColumns:
    """The columns of benchmarks of a table; those whose heading says something else of them, such
    as a rank or the gap to them, are none."""
    columns = table.by_role(Role.BENCHMARK)
    if not columns:
        return BenchmarkColumns()
    members = tuple(_members(columns, table, starts))
    within = {place for each in members for place in range(each.first, each.last + 1)}
    when = _of_periods(table)
    single = [
        BenchmarkColumn(column.index, column.heading, kind, _period(column, table, starts))
        for column in columns
        if column.index not in within and (kind := _kind(column, table)) is not None
    ]
    carried = _with_carried_periods(single, table)
    return BenchmarkColumns(tuple(_with_periods(carried, when)), members)


def _with_carried_periods(
    columns: Sequence[BenchmarkColumn], table: Table
) -> list[BenchmarkColumn]:
    """The columns, those below a blank with the period of the group that begins left of them: it
    reaches over them, whether its cells are merged, or anybody can say so, or not."""
    done: list[BenchmarkColumn] = []
    for column in columns:
        left = done[-1] if done and done[-1].index == column.index - 1 else None
        group = left.heading.rpartition(": ")[0] if left is not None else ""
        if left is None or not group or column.period is not None:
            done.append(column)
        elif _is_below_a_blank(column, table):
            heading = f"{group}: {column.heading}"
            done.append(replace(column, period=left.period, heading=heading))
        else:
            done.append(column)
    return done


def _is_below_a_blank(column: BenchmarkColumn, table: Table) -> bool:
    """Whether a heading stands in the lowest row of headings alone."""
    own, above = (table.grid.cell(table.header_row - up, column.index) for up in (0, 1))
    return own is not None and bool(own.text) and (above is None or not above.text)


def _parts(column: Column) -> tuple[str, ...]:
    """A column's own heading, then those of the groups above it, nearest first."""
    return tuple(reversed(column.heading.split(": ")))


def _kind(column: Column, table: Table) -> str | None:
    """The kind that the rule set says where it says the layout, else the one that headings say."""
    if is_of_periods(_parts(column)[0]):
        return None
    if name := _said(column, table):
        return kind_of_key(_called(name))
    found = kind_of(_parts(column))
    return found or (kind_of_key(_called(_parts(column)[0])) if table.said else None)


def _said(column: Column, table: Table) -> str:
    """What the rule set calls the benchmark of a column, where it says the layout."""
    for said in table.said:
        for name, place in said.benchmarks.items():
            spot = parse_spot(place)
            if not said.is_of_one and column.index in (spot.column, spot.row):
                return name
    return ""


def _called(name: str) -> str:
    """A benchmark's name in a rule set without the time it has with it: `england 2017/18`."""
    return timeless(name.casefold()) or name


def _period(column: Column, table: Table, starts: int) -> Period | None:
    said = _said(column, table)
    if column.period is not None and not said:
        return column.period
    for text in (said, *_parts(column)):
        found = find_period(text, starts)
        if found is not None and found.period is not None:
            return found.period
        short = _SHORT_YEAR.search(text)
        if short is not None and (int(short["one"]) + 1) % 100 == int(short["other"]):
            read = parse_period(f"20{short['one']}/{short['other']}", starts)
            return read.period if read is not None else None
    return column.period


def _members(columns: Sequence[Column], table: Table, starts: int) -> Iterator[MemberColumns]:
    """The runs of two columns or more that name authorities below one group."""
    of_groups = [c for c in columns if is_member(_parts(c)[0], _parts(c)[1:])]

    def of_group(each: tuple[int, Column]) -> tuple[int, tuple[str, ...]]:
        place, column = each
        return column.index - place, _parts(column)[1:]

    for (_, groups), run in groupby(enumerate(of_groups), of_group):
        some = [column for _, column in run]
        kind = kind_of(("", *groups))
        if len(some) > 1 and kind is not None:
            period = _period(some[0], table, starts)
            yield MemberColumns(some[0].index, some[-1].index, kind, period)


def _of_periods(table: Table) -> list[int]:
    """The columns that hold the periods of benchmarks."""
    roles = (Role.BENCHMARK, Role.OTHER)
    found = [c for role in roles for c in table.by_role(role) if is_of_periods(_parts(c)[0])]
    return sorted(column.index for column in found)


def _with_periods(
    columns: Sequence[BenchmarkColumn], when: Sequence[int]
) -> Iterator[BenchmarkColumn]:
    """The columns, those without a period with the column that holds it: the next such one to the
    right, else the only one there is."""
    for column in columns:
        after = [place for place in when if place > column.index]
        place = after[0] if after else when[0] if len(when) == 1 else None
        if column.period is not None or place is None:
            yield column
        else:
            yield BenchmarkColumn(column.index, column.heading, column.kind, None, place)
