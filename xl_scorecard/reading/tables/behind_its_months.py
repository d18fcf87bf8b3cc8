"""Quarters of years written as two that stand right behind their three months, by years from April:
`Oct 2023`, `Nov 2023`, `Dec 2023`, `Q3 2023/24`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.rule_set import MONTHS
from xl_scorecard.domain.scorecard import Column, Role, Table
from xl_scorecard.reading.tables.year_said import APRIL, JANUARY, YearSaid


class _Run(NamedTuple):
    """Three months, the quarter right behind them, and what stands before."""

    table: Table
    months: Sequence[Column]
    quarter: Column
    before: Column | None

    @property
    def follows_its_own(self) -> bool:
        """Whether the quarter before them is theirs, by the years that the rule set has: a quarter
        and then its months."""
        period = self.before.period if self.before is not None else None
        return period is not None and period == _ends(self.months[-1], Grain.QUARTER)

    @property
    def has_figures(self) -> bool:
        """Whether its quarter is not one to come."""
        cells = (self.table.cell(row.row, self.quarter.index) for row in self.table.rows)
        return any(isinstance(cell.value, float) for cell in cells if cell is not None)


def behind_its_months(tables: Sequence[Table]) -> YearSaid | None:
    """Years from April, where quarters stand behind the months that they have then. Where each
    three months also follow a quarter that may be theirs, that says nothing, unless there is one
    such quarter only, with figures."""
    runs = [run for table in tables for run in _runs(table)]
    first = next((run for run in runs if not run.follows_its_own), None)
    if first is None and len(runs) == 1 and runs[0].has_figures:
        first = runs[0]
    if first is None:
        return None
    table, months, quarter, _ = first
    last = months[-1].period
    assert last is not None  # it is a month
    why = f'"{quarter.heading}" stands behind its months, {MONTHS[last.end % 12]} the last'
    place = table.place(table.header_row, quarter.index)
    return YearSaid(APRIL, why, table.sheet, place, certain=True)


def _runs(table: Table) -> Iterator[_Run]:
    figures = [c for c in table.by_role(Role.OUTTURN) if c.period is not None]
    for at in range(Grain.QUARTER, len(figures)):
        *months, quarter = figures[at - Grain.QUARTER : at + 1]
        before = figures[at - Grain.QUARTER - 1] if at > Grain.QUARTER else None
        goes_on = before is not None and _is(before, Grain.MONTH)
        if goes_on or not _is(quarter, Grain.QUARTER):
            continue
        named = _from_april(quarter.period)
        ends = [c.period.end for c in months if c.period is not None and _is(c, Grain.MONTH)]
        if named is not None and ends == list(range(named.start, named.end + 1)):
            yield _Run(table, months, quarter, before)


def _is(column: Column, grain: Grain) -> bool:
    return column.period is not None and column.period.grain is grain


def _from_april(period: Period | None) -> Period | None:
    """The quarter of the same number in the same year, were that from April."""
    if period is None or period.starts == JANUARY:
        return None
    number = (period.end - (period.starts - 1)) % 12 // Grain.QUARTER + 1
    return Period.quarter(period.financial_year, number, APRIL)


def _ends(month: Column, grain: Grain) -> Period | None:
    return None if month.period is None else month.period.as_grain(grain)
