"""Of several columns of one role, those that are about the reported period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import Column, Role, Table
from xl_scorecard.domain.target_words import is_lifetime, span_in_words
from xl_scorecard.reading.figures.benchmark_columns import BenchmarkColumns, benchmark_columns
from xl_scorecard.reading.figures.filled import judges_by_fill
from xl_scorecard.reading.figures.series import Figures
from xl_scorecard.reading.figures.share_of_counts import order_of
from xl_scorecard.reading.words.headings import figures_in_percent

_PARTS = (Role.NUMERATOR, Role.DENOMINATOR)
_OURS = {Role.RAG: "rag", Role.TRAVEL: "direction"}


class TableColumns:
    """The columns of a table that say something of the reported period, the same for each row."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.figures = Figures(table)
        self._found: dict[Role, int | None] = {}
        self._targets: dict[Basis | None, list[Sequence[Column]]] = {}
        self._benchmarks: dict[int, BenchmarkColumns] = {}

    def of(self, role: Role) -> int | None:
        """The column of a role: of several, the one for the reported period.

        A judgement of another period is no judgement of this one; without a column of theirs, what
        stands in ours of an earlier refresh counts.
        """
        if role not in self._found:
            self._found[role] = self._look_for(role)
        return self._found[role]

    def _look_for(self, role: Role) -> int | None:
        columns = self.table.by_role(role)
        if not columns:
            return self.table.former.get(_OURS.get(role, "")) or None
        column = of_period(columns, self.table.reported)
        if column is None and role not in _OURS:
            return columns[0].index
        return column.index if column is not None else None

    @cached_property
    def reported(self) -> int | None:
        """The column of the reported period's figures."""
        column = of_period(self.table.by_role(Role.OUTTURN), self.table.reported)
        return column.index if column is not None else None

    @cached_property
    def in_percent(self) -> bool:
        """Whether the headings of all figures say that they are in per cent."""
        return figures_in_percent([c.heading for c in self.table.by_role(Role.OUTTURN)])

    @cached_property
    def polarities(self) -> tuple[str, ...]:
        """What the column says that says which way is good."""
        column = self.of(Role.POLARITY)
        if column is None:
            return ()
        cells = (self.table.shown(row.row, column) for row in self.table.rows)
        return tuple(cell.text for cell in cells if cell is not None)

    @cached_property
    def polarity_heading(self) -> str:
        """The heading of that column."""
        column = self.of(Role.POLARITY)
        return next((c.heading for c in self.table.columns if c.index == column), "")

    @cached_property
    def judged_figures(self) -> int | None:
        """The column of the reported period's figures, where their fills are judgements."""
        column = self.reported
        return column if column is not None and judges_by_fill(self.table, column) else None

    @cached_property
    def counts(self) -> Mapping[int, Mapping[Role, int]]:
        """By column of shares, the two of the counts they are made of, below the same period; none
        where they do not give most of the shares."""
        found = {}
        for share in self.table.by_role(Role.OUTTURN):
            parts = {role: self._below(role, share) for role in _PARTS}
            if self._below(Role.OUTTURN, share) and all(parts.values()):
                found[share.index] = {role: index for role, index in parts.items() if index}
        places = [(row.row, column) for row in self.table.rows for column in found]
        shares, tops, bases = (
            self._numbers([(row, column if role is None else found[column][role])
                           for row, column in places])
            for role in (None, *_PARTS)
        )  # fmt: skip
        return found if order_of(shares, tops, bases) == _PARTS else {}

    def _below(self, role: Role, beside: Column) -> int | None:
        """The one column of a role below the period of another."""
        same = [c.index for c in self.table.by_role(role) if c.period == beside.period]
        return same[0] if len(same) == 1 and beside.period is not None else None

    def _numbers(self, places: Sequence[tuple[int, int]]) -> dict[int, float]:
        cells = self.table.grid.cells
        found = {at: cells[place].value for at, place in enumerate(places) if place in cells}
        return {at: value for at, value in found.items() if isinstance(value, float)}

    def benchmarks(self, starts: int) -> BenchmarkColumns:
        """The columns of others' figures; financial years start in the month `starts`."""
        if starts not in self._benchmarks:
            self._benchmarks[starts] = benchmark_columns(self.table, starts)
        return self._benchmarks[starts]

    def targets(self, basis: Basis | None) -> list[Sequence[Column]]:
        """The columns that may hold the target of the reported period (see `target_columns`)."""
        if basis not in self._targets:
            self._targets[basis] = target_columns(self.table, basis)
        return self._targets[basis]


def of_period(columns: Sequence[Column], reported: Period | None) -> Column | None:
    """The first column headed by the period, else by none, else by the year it lies in."""
    year = Period.year(reported.financial_year, reported.starts) if reported else None
    for wanted in (reported, None, year):
        for column in columns:
            if column.period == wanted:
                return column
    return None


def target_columns(table: Table, basis: Basis | None) -> list[Sequence[Column]]:
    """The columns that may hold the target of the reported period, those that go first first.

    The period's own go before those without a period, these before the year's; several that go
    together are unclear where they differ. A target headed by some other year is taken where it
    is the only one. A month's figure is not held against the target of the year to date, where
    both are there; none against the target of a whole programme, where another is there.
    """
    columns = _of_years(_on_basis(table.by_role(Role.TARGET), basis))
    if table.reported is None or len(columns) < 2:
        return [columns]
    own = [c for c in columns if c.period == table.reported]
    timeless = _of_length([c for c in columns if c.period is None], table.reported)
    return [own, timeless, [c for c in columns if _is_year_of(c.period, table.reported)]]


def _of_years(columns: Sequence[Column]) -> Sequence[Column]:
    """The targets but for those of a whole programme, where there are others: `Profile to Q3`
    beside `Lifetime target`."""
    return [c for c in columns if not is_lifetime(c.heading)] or columns


def _of_length(columns: list[Column], reported: Period) -> list[Column]:
    """Of several targets that name no period, those for a stretch as long as the reported one:
    `Monthly target` beside `Annual target`."""
    own = [c for c in columns if span_in_words(c.heading) is reported.grain]
    return own or [c for c in columns if span_in_words(c.heading) is None] or columns


def _on_basis(columns: Sequence[Column], basis: Basis | None) -> Sequence[Column]:
    if all(c.basis != basis for c in columns):
        return columns
    return [c for c in columns if c.basis in (basis, None, Basis.ANNUAL)]


def _is_year_of(period: Period | None, reported: Period) -> bool:
    if period is None or period.grain is not Grain.YEAR:
        return False
    return period.financial_year == reported.financial_year
