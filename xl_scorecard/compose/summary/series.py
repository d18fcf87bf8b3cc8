"""The figures of an indicator behind a chart: its outturns and targets, linked to the scorecard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from xl_scorecard.compose.formulas import Figure, elsewhere, figure, literal, outturn_figure, quoted
from xl_scorecard.compose.register.headings import Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.trend import trend_columns
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import column_letters, quoted_sheet
from xl_scorecard.domain.durations import duration_in_words
from xl_scorecard.domain.edits import NO_FIGURE
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.period import Period, runs_of
from xl_scorecard.domain.row_keys import FIGURES_COLUMN
from xl_scorecard.domain.scorecard import FromCell, Layout, Measure, Outturn, Table, sources_of

ERROR = NO_FIGURE
SUPPLIED = "From earlier workbooks, as of the refresh"
"""What stands beside the places of figures that no cell of the workbook has."""
_LONGEST_TEXT = 250
"""Excel takes 255 characters in a formula's text."""
_NEAR_ALL = 0.8
Told = tuple[float | str, str]
"""What a cell shows, and its formula."""


@dataclass(frozen=True)
class FiguresOf:
    """An indicator's figures; `row_cell` is the row beside the print whose second cell says where
    its row in the scorecard is."""

    a: AssessedRow
    register: Register
    row_cell: int

    @property
    def _table(self) -> Table:
        return self.a.table

    @property
    def _measure(self) -> Measure:
        return self.a.measure

    @cached_property
    def is_found(self) -> bool:
        """Whether its row is looked up, wherever it has been sorted to."""
        return self.register.finder(self._table) is not None

    @property
    def row(self) -> Told:
        """Which row of the scorecard it is in."""
        there = self.register.value(Heading.ROW, self.a)
        stored = there if isinstance(there, float) else ERROR
        return stored, f"IFERROR({self.register.numbered(Heading.ROW, self.a)}*1,NA())"

    def outturn(self, period: Period) -> Told:
        """The outturn of a period."""
        outturn = self._measure.history.get(period)
        if outturn is None:
            supplied = self._measure.supplied.get(period)
            value = supplied.value if supplied is not None else None
            return _or_error(value), "NA()" if value is None else literal(value)
        found = outturn_figure(outturn, self._ref(outturn.row, outturn.column, outturn.sheet))
        return _or_error(outturn.value), self._guarded(_formula(found), outturn)

    def supplied(self, periods: Iterable[Period]) -> str:
        """Where the figures stand that other workbooks supply; empty where none do."""
        supplied = self._measure.supplied
        return sources_of({period: supplied[period] for period in periods if period in supplied})

    def target(self, period: Period) -> Told:
        """The target of a period."""
        target, cell = self._measure.target_for(period), self._measure.target_cell
        value = target.value if target is not None else None
        if cell is None:
            return _or_error(value), "NA()" if value is None else literal(value)
        found = figure(self._target_ref(cell), cell.factor, cell.as_text, value)
        return _or_error(value), _formula(found)

    def _target_ref(self, cell: FromCell) -> str:
        if cell.sheet and cell.sheet != self._table.sheet:
            return elsewhere(cell, f"{quoted_sheet(self._table.sheet)}!")
        return self._ref(cell.row, cell.column)

    def _ref(self, row: int, column: int, sheet: str = "") -> str:
        """A cell of the indicator, found by its row where the table has a row an indicator."""
        own = not sheet or sheet == self._table.sheet
        there = quoted_sheet(sheet or self._table.sheet)
        letters = column_letters(column)
        if not self.is_found or self._table.rows_by_period or not own:
            return f"{there}!${letters}${row}"
        found = f"${column_letters(FIGURES_COLUMN + 1)}${self.row_cell}"
        off = row - self._measure.row
        return f"INDEX({there}!${letters}:${letters},{found}{f'{off:+d}' if off else ''})"

    def _guarded(self, formula: str, outturn: Outturn) -> str:
        """A figure of a long table only while its row is still about the indicator and period."""
        finder = self.register.finder(self._table)
        if finder is None or not self._table.rows_by_period or outturn.sheet:
            return formula
        sheet, tests = quoted_sheet(self._table.sheet), []
        for column in finder.columns:
            key = finder.told(outturn.row, column)
            said = quoted(key) if isinstance(key, str) else literal(key or 0.0)
            if len(said) < _LONGEST_TEXT:
                tests.append(f"EXACT({sheet}!${column_letters(column)}${outturn.row},{said})")
        return f"IF(AND({','.join(tests)}),{formula},NA())" if tests else formula


def axis_ends_at(a: AssessedRow, told: Iterable[Told]) -> float | None:
    """Where the axis of a percentage ends, which programs would draw on to 120%; None where it may
    end where it will."""
    figures = [value for value, _ in told if isinstance(value, float)]
    if a.measure.unit is not Unit.PERCENT or not figures:
        return None
    return 1.0 if _NEAR_ALL < max(figures) <= 1 else None


def axis_format(number_format: str, told: Iterable[Told]) -> str:
    """The number format of an axis: without decimals where its figures lie so far apart that they
    would say nothing."""
    figures = [value for value, _ in told if isinstance(value, float)]
    whole, point, rest = number_format.partition(".")
    if not point or not figures:
        return number_format
    far = max(figures) - min(figures)
    percent = "%" if rest.endswith("%") else ""
    return whole + percent if far >= (0.05 if percent else 5) else number_format


def periods_of(a: AssessedRow) -> list[Period]:
    """The consecutive periods to draw: those of the workbook, and before them as many as others
    supply without a gap."""
    periods = _own_periods(a)
    while periods and periods[0].previous in a.measure.supplied:
        periods = [periods[0].previous, *periods]
    return periods


def _own_periods(a: AssessedRow) -> list[Period]:
    """Those of the current one's length, else the longest run."""
    if a.table.layout is Layout.WIDE and not a.measure.earlier:
        columns = trend_columns(a.table, a.period.grain) or trend_columns(a.table)
        there = a.measure.outturns
        return [c.period for c in columns if c.period is not None and c.period in there]
    runs = runs_of(p for p in a.measure.history if p.grain is a.period.grain)
    return max(reversed(runs), key=len, default=[])  # the latest of several as long


def shown(a: AssessedRow, value: float | None) -> str:
    """A figure in words, for those who do not see the chart."""
    if value is None:
        return "no figure"
    if a.measure.unit is Unit.DURATION:
        return duration_in_words(value)
    return f"{value * 100:.3g}%" if a.measure.unit is Unit.PERCENT else f"{value:,.6g}"


def _formula(found: Figure) -> str:
    return found.value if found.known is None else f"IF({found.known},{found.value},NA())"


def _or_error(value: float | None) -> float | str:
    return ERROR if value is None else value
