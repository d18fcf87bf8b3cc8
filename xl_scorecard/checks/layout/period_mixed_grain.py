"""A quarter or year among months, and a month among quarters, that may be another stretch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.layout._headings import at_heading
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import Column, Layout, MeasuredRow, Role, Table

_FEWEST = 2
_Lengths = Mapping[Grain, Sequence[Column]]


def _mixed(context: Context) -> Iterator[Found]:
    """Months with the quarter that they make, quarters and then the months since: each says what
    it is. A quarter whose last month is still to come cannot be whole; nor a year."""
    rows: dict[int, list[MeasuredRow]] = defaultdict(list)
    for each in context.scorecard.rows:
        rows[id(each.table)].append(each)
    for table in context.tables:
        if table.layout not in (Layout.WIDE, Layout.TRANSPOSED):
            continue
        in_place = list(_for_a_month(table))
        if in_place:
            yield from in_place
            continue
        lengths: dict[Grain, list[Column]] = defaultdict(list)
        for column in table.by_role(Role.OUTTURN):
            if column.period is not None and column.basis is None:
                lengths[column.period.grain].append(column)
        if len(lengths) > 1:
            yield from _not_whole(table, lengths, rows[id(table)])
            yield from _month_for_quarter(table, lengths)


def _not_whole(table: Table, lengths: _Lengths, rows: Sequence[MeasuredRow]) -> Iterator[Found]:
    """Columns of a quarter or year with figures, the last part of which has none yet."""
    every = [_period(column) for columns in lengths.values() for column in columns]
    over = max((p.start for p in every if _are_given(rows, p)), default=0)
    for column in (*lengths.get(Grain.QUARTER, ()), *lengths.get(Grain.YEAR, ())):
        period = _period(column)
        for parts in _parts(period, lengths) if over <= period.end else ():
            filled = [part for part in parts if _are_given(rows, part)]
            if len(filled) < _FEWEST or filled[-1].end == period.end:
                continue
            if _are_given(rows, period, *filled[-_FEWEST:]):
                until, right = filled[-1].words, f"{period.words} to date"
                message = (
                    f"{period.words} has figures, but those of its parts go no further than "
                    f"{until}: are they for all of {period.words}, or as far as {until}? Then head "
                    f'them "{right}"; if they are a forecast, say so'
                )
                yield at_heading(table, column, message, right)
                break


def _parts(period: Period, lengths: _Lengths) -> Iterator[Sequence[Period]]:
    """The months and then the quarters within a period that have columns, oldest first."""
    for grain in (Grain.MONTH, Grain.QUARTER):
        if grain < period.grain:
            there = map(_period, lengths.get(grain, ()))
            yield sorted(p for p in there if period.start <= p.start and p.end <= period.end)


def _are_given(rows: Sequence[MeasuredRow], *periods: Period) -> bool:
    """Whether half of the rows have figures for all of some periods."""
    given = 0
    for each in rows:
        outturns = [each.measure.outturns.get(period) for period in periods]
        given += all(outturn is not None and outturn.value is not None for outturn in outturns)
    return 2 * given >= len(rows) > 0


def _month_for_quarter(table: Table, lengths: _Lengths) -> Iterator[Found]:
    """The one month among quarters, where the quarter that ends with it would stand."""
    months, quarters = lengths.get(Grain.MONTH, ()), lengths.get(Grain.QUARTER, ())
    if len(months) != 1 or len(quarters) < _FEWEST:
        return
    quarter = _period(months[0]).as_grain(Grain.QUARTER)
    there = {_period(column) for column in quarters}
    if quarter in there or not {quarter.previous, quarter.previous.previous} <= there:
        return
    month = _period(months[0]).words
    message = (
        f"{month} stands where {quarter.words} would, and is read as that month alone: if it is "
        f'the quarter to {month}, head it "{quarter.words}"'
    )
    yield at_heading(table, months[0], message, quarter.words)


def _for_a_month(table: Table) -> Iterator[Found]:
    """A quarter, a year or the year to date where the one month that lacks among months would
    stand: between the months before and after it."""
    columns = sorted(table.by_role(Role.OUTTURN), key=lambda column: column.index)
    months = {c.period for c in columns if _is_month(c)}
    for before, column, after in zip(columns, columns[1:], columns[2:], strict=False):
        if _is_month(column) or not (_is_month(before) and _is_month(after)):
            continue
        lacks = _period(before).next
        if lacks in months or lacks.next != after.period or len(months) <= _FEWEST:
            continue
        message = (
            f"{column.heading} stands between {_period(before).words} and {_period(after).words}, "
            f"where {lacks.words} would, which has no column: if its figures are those of "
            f'{lacks.words}, head them "{lacks.words}"'
        )
        yield at_heading(table, column, message, lacks.words)


def _is_month(column: Column) -> bool:
    period = column.period
    return period is not None and period.grain is Grain.MONTH and column.basis is None


def _period(column: Column) -> Period:
    assert column.period is not None  # told by it
    return column.period


CHECK = Check(
    slug="period-mixed-grain",
    severity=Severity.WARNING,
    looks_for="a quarter or year that goes on after its months, or a month in a quarter's place",
    question="Is Q3 beside October and November the whole quarter, and 2018/19 the year to date?",
    mend="Head the column with its own length of time, or move it to the others like it.",
    run=_mixed,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Oct-18", "Nov-18", "Q3 2018/19"),
            ("A1", "Children waiting", 26, 24, 50),
        ),
        finds=("E1",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Oct-18", "Nov-18", "Dec-18", "Q3 2018/19"),
            ("A1", "Children waiting", 26, 24, 22, 72),
        ),
    ),
)
