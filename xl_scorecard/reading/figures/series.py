"""Which cells hold one indicator's figures: never two bases in one series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from xl_scorecard.domain.grades import band_of
from xl_scorecard.domain.grid import Cell, Value
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import IndicatorRow, Layout, Role, Table
from xl_scorecard.domain.typed_value import parse_value


class FigurePlace(NamedTuple):
    """A cell that holds the figure of a period, on the basis its heading names."""

    period: Period
    basis: Basis | None
    row: int
    column: int


class Figures:
    """Where the figures of a table stand, row by row; `words` are those that figures may be, band
    by band or scale by scale."""

    def __init__(self, table: Table, words: Sequence[Sequence[str]] = ()) -> None:
        self._table = table
        self._words = words
        self._chosen: dict[Basis | None, list[FigurePlace]] = {}

    def places(self, row: IndicatorRow) -> list[FigurePlace]:
        """Every cell of an indicator that a heading says is its figure for a period."""
        if self._table.layout is Layout.LONG:
            return self._down(row)
        return _in_row(row, self._columns)

    def series(self, row: IndicatorRow, basis: Basis | None) -> list[FigurePlace]:
        """The cells of an indicator that are compared with one another (see `one_series`)."""
        if self._table.layout is Layout.LONG:
            return one_series(self._down(row), basis)
        if basis not in self._chosen:
            self._chosen[basis] = one_series(self._columns, basis)
        return _in_row(row, self._chosen[basis])

    @property
    def periods(self) -> set[Period]:
        """The periods that there are cells of figures for."""
        return {place.period for place in self._comparable}

    def values(self, period: Period) -> Iterator[Value]:
        """The figures of a period, of every indicator."""
        for place in self._comparable:
            if place.period == period:
                cells = (self._table.grid.cell(row, place.column) for row in self._rows(place))
                yield from (c.value for c in cells if c is not None and self._is_figure(c))

    def _is_figure(self, cell: Cell) -> bool:
        return is_figure(cell) or (bool(cell.text) and band_of(cell.text, self._words) is not None)

    def entered(self, period: Period) -> set[int]:
        """The indicators' rows with something typed for a period, a figure or why there is none; no
        0 that a formula gives where nothing is there yet."""
        cells = self._table.grid.cells
        return {
            row.row
            for row in self._table.rows
            for place in self.series(row, None)
            if place.period == period and _is_entered(cells.get((place.row, place.column)))
        }

    @cached_property
    def _comparable(self) -> list[FigurePlace]:
        """Where figures stand that are compared: columns, or the cells of a long table."""
        if self._table.layout is not Layout.LONG:
            return one_series(self._columns, None)
        rows = self._table.rows
        return [place for row in rows for place in one_series(self._down(row), None)]

    def _rows(self, place: FigurePlace) -> list[int]:
        if self._table.layout is Layout.LONG:
            return [place.row]
        return [row.row for row in self._table.rows]

    @cached_property
    def _columns(self) -> list[FigurePlace]:
        """The columns of figures by period, the same for each row."""
        return [
            FigurePlace(c.period, c.basis, self._table.header_row, c.index)
            for c in self._table.by_role(Role.OUTTURN)
            if c.period is not None
        ]

    def _down(self, row: IndicatorRow) -> list[FigurePlace]:
        """The cells of a long table's indicator, each in the row of its period."""
        column = next(c for c in self._table.by_role(Role.OUTTURN) if c.period is None)
        rows = self._table.rows_by_period.get(row.row, {})
        return [FigurePlace(p, column.basis, at, column.index) for p, at in rows.items()]


def _in_row(row: IndicatorRow, columns: list[FigurePlace]) -> list[FigurePlace]:
    at = row.row
    return [FigurePlace(period, basis, at, column) for period, basis, _, column in columns]


def _is_entered(cell: Cell | None) -> bool:
    if cell is None or cell.value is None or (isinstance(cell.value, str) and not cell.text):
        return False
    return cell.formula is None or bool(cell.value)


def is_figure(cell: Cell | None) -> bool:
    """Whether a cell holds a number, typed as one or as text."""
    if cell is None or isinstance(cell.value, bool):
        return False
    return isinstance(cell.value, float) or (
        bool(cell.text) and parse_value(cell.text, None).number is not None
    )


def one_series(places: Iterable[FigurePlace], basis: Basis | None) -> list[FigurePlace]:
    """The cells that are compared with one another.

    Of months, and of quarters, those on the indicator's own basis if any heading names it, else
    those whose heading names none, else those on the basis most headings name. Whole years belong
    to every series: they are compared among themselves only.
    """
    places = list(places)
    chosen: dict[Grain, Basis | None] = {}
    for grain in (Grain.MONTH, Grain.QUARTER):
        named = Counter(p.basis for p in places if p.period.grain is grain)
        if basis in named:
            chosen[grain] = basis
        elif None in named or not named:
            chosen[grain] = None
        else:
            chosen[grain] = named.most_common(1)[0][0]
    yearly = (None, Basis.ANNUAL, basis)
    return [
        p
        for p in places
        if (
            p.basis in yearly if p.period.grain is Grain.YEAR else p.basis == chosen[p.period.grain]
        )
    ]
