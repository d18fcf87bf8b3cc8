"""What stretch of time an indicator's figures cover."""

from __future__ import annotations

from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.running_total import only_climbs, starts_again
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.drafting.guess import Guess, Sure, quoted
from xl_scorecard.drafting.rows import Row
from xl_scorecard.reading.words.row_words import basis_of_words, basis_said_in

_AT_LEAST = 2


def guess_basis(row: Row) -> Guess | None:
    """The basis: from a column, the headings, the name, or how quarters agree with months.

    None where the workbook gives nothing away: nothing hangs on it there.
    """
    return (
        _from_column(row) or _from_headings(row) or _from_name(row) or _from_shape(row)
        or _from_figures(row) or _from_years(row)
    )  # fmt: skip


def _from_column(row: Row) -> Guess | None:
    for role in (Role.BASIS, Role.FREQUENCY):
        said = row.said(role)
        basis = basis_of_words(said.text) if said is not None else None
        if said is not None and basis is not None:
            why = f"the column {quoted(said.heading)} says {quoted(said.text)}"
            return Guess(basis.value, Sure.CERTAIN, why)
    return None


def _from_headings(row: Row) -> Guess | None:
    columns = row.table.by_role(Role.OUTTURN)
    said = {column.basis for column in columns if column.period in row.values}
    basis = said.pop() if len(said) == 1 else None
    if basis is None:
        return None
    heading = next(column.heading for column in columns if column.basis is basis)
    return Guess(basis.value, Sure.CERTAIN, f"the headings say so ({quoted(heading)})")


def _from_name(row: Row) -> Guess | None:
    said = basis_said_in(row.measure.name)
    if said is None:
        return None
    basis, words = said
    return Guess(basis.value, Sure.LIKELY, f"the name says {quoted(words)}")


def _from_shape(row: Row) -> Guess | None:
    """Figures that grow through each year and fall back at its start."""
    basis = Basis.YEAR_TO_DATE.value
    if starts_again(row.values):
        why = "the figures grow through each year and start again with the next"
        return Guess(basis, Sure.LIKELY, why)
    if only_climbs(row.values):
        return Guess(basis, Sure.UNSURE, "the figures grow evenly from the year's start on")
    return None


def _from_figures(row: Row) -> Guess | None:
    """Quarters that are the sum of their months, or the figure of the last of them."""
    values = row.values
    sums = ends = 0
    quarters = [q for q in sorted(values) if q.grain is Grain.QUARTER and _months(q, values)]
    for quarter in quarters:
        months = _months(quarter, values)
        sums += abs(sum(months) - values[quarter]) < _SAME * max(1.0, abs(values[quarter]))
        ends += abs(months[-1] - values[quarter]) < _SAME * max(1.0, abs(values[quarter]))
    if len(quarters) < _AT_LEAST or sums == ends:
        return None
    counted = row.measure.unit is not Unit.PERCENT
    if sums == len(quarters) and counted:
        why = f"in {sums} of {sums} quarters the figure is the sum of the months"
        return Guess(Basis.IN_QUARTER.value, Sure.LIKELY, why)
    if ends == len(quarters):
        why = f"in {ends} of {ends} quarters the figure is the last month's; or a rolling year"
        return Guess(Basis.SNAPSHOT.value, Sure.LIKELY if counted else Sure.UNSURE, why)
    return None


_SAME = 1e-9


def _months(quarter: Period, values: dict[Period, float]) -> list[float]:
    """The figures of a quarter's three months, or none where one is missing."""
    last = quarter.as_grain(Grain.MONTH)
    months = [last.previous.previous, last.previous, last]
    return [values[m] for m in months] if all(m in values for m in months) else []


def _from_years(row: Row) -> Guess | None:
    periods = row.measure.outturns
    if periods and all(period.grain is Grain.YEAR for period in periods):
        return Guess(Basis.ANNUAL.value, Sure.LIKELY, "every column of figures is a year")
    return None
