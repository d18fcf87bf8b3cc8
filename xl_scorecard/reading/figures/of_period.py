"""Of several columns of one role, those that are about the reported period."""

from __future__ import annotations

from collections.abc import Sequence

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import Column, Role, Table


def of_period(columns: Sequence[Column], reported: Period | None) -> Column | None:
    """The first column headed by the period, else by none, else by the year it lies in."""
    year = Period.year(reported.financial_year, reported.starts) if reported else None
    for wanted in (reported, None, year):
        for column in columns:
            if column.period == wanted:
                return column
    return None


def target_columns(table: Table, basis: Basis | None) -> Sequence[Column]:
    """The columns that may hold the target of the reported period, more than one if unclear.

    The period's own go before those without a period, these before the year's. A target headed
    by some other year is taken where it is the only one. A month's figure is not held against
    the target of the year to date, where both are there.
    """
    columns = table.by_role(Role.TARGET)
    if any(c.basis == basis for c in columns):
        columns = tuple(c for c in columns if c.basis in (basis, None, Basis.ANNUAL))
    reported = table.reported
    if reported is None or len(columns) < 2:
        return columns
    year = reported.financial_year
    for fits in (
        lambda period: period == reported,
        lambda period: period is None,
        lambda period: period.grain is Grain.YEAR and period.financial_year == year,
    ):
        found = [column for column in columns if fits(column.period)]
        if found:
            return found
    return []
