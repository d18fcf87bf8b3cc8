"""A line chart with target for each section's leading indicator, over figures in cells."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.compose.figures import figures_in_unit
from xl_scorecard.compose.formulas import Figure, elsewhere, figure, literal, outturn_figure, quoted
from xl_scorecard.compose.look import HEADING, HEADING_LEFT, NOTE, SUBTITLE, TOTAL_LEFT
from xl_scorecard.compose.register.finding import raw
from xl_scorecard.compose.register.headings import Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.trend import trend_columns
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED
from xl_scorecard.domain.cell_ref import absolute, column_letters, quoted_sheet, range_a1
from xl_scorecard.domain.durations import duration_in_words
from xl_scorecard.domain.edits import CellEdit, Chart, NewSheet, Series, Style
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.period import Period, runs_of
from xl_scorecard.domain.scorecard import Layout, Measure, Outturn

FIGURES_COLUMN = 11
_ACROSS = 3
_WIDTH, _HEIGHT, _GAP = 415, 230, 10
_ROWS = 12
_OUTTURN, _TARGET = "#1F4E79", "#5B6770"
_ERROR = "#N/A"
_LONGEST_TEXT = 250
"""Excel takes 255 characters in a formula's text."""


class TrendCharts:
    """Charts in rows of three; the figures behind them stand to the right, beside the print."""

    def __init__(self, sheet: NewSheet, written: list[WrittenTable], register: Register) -> None:
        self._sheet = sheet
        self._register = register
        self._leading = [
            (table, leading)
            for table in written
            for rows in table.sections.values()
            if (leading := _leading(table, rows)) is not None
        ]

    def put(self, row: int) -> int:
        """Put the charts from a row on; returns the last row they cover."""
        if not self._leading:
            return row
        self._sheet.page_breaks.append(row - 1)
        self._text(row, 1, "Trend of each section's leading indicator", SUBTITLE)
        self._sheet.heights[row] = 24
        self._text(row, FIGURES_COLUMN, "Figures behind the charts", SUBTITLE)
        note = "Linked to the scorecard; #N/A stands where there is no figure."
        self._text(row + 1, FIGURES_COLUMN, note, NOTE)
        self._sheet.widths[FIGURES_COLUMN] = 60
        longest = max(len(_periods(table, a)) for table, a in self._leading)
        for offset in range(1, longest + 1):
            self._sheet.widths[FIGURES_COLUMN + offset] = 12
        first = row + 2
        for position, (table, leading) in enumerate(self._leading):
            down, across = divmod(position, _ACROSS)
            figures = _Figures(self._sheet, table, leading, first + 5 * position, self._register)
            figures.put()
            self._sheet.charts.append(
                figures.chart(row + 1 + down * _ROWS, across * (_WIDTH + _GAP))
            )
        rows = -(-len(self._leading) // _ACROSS)
        return row + 1 + rows * _ROWS

    def _text(self, row: int, column: int, text: str, style: Style) -> None:
        self._sheet.cells.append(CellEdit(row, column, text, style=style))


def _leading(table: WrittenTable, rows: list[AssessedRow]) -> AssessedRow | None:
    """The first rated indicator of a section with enough of a history to draw."""
    for assessed in rows:
        if assessed.status in (NOT_RATED, NO_DATA):
            continue
        periods = _periods(table, assessed)
        values = [assessed.measure.history[p].value for p in periods]
        if sum(value is not None for value in values) >= 3:
            return assessed
    return None


def _periods(table: WrittenTable, a: AssessedRow) -> list[Period]:
    """The consecutive periods to draw: of the current one's length, else the longest run."""
    if table.table.layout is Layout.WIDE and not a.measure.earlier:
        columns = trend_columns(table.table, a.period.grain) or trend_columns(table.table)
        there = a.measure.outturns
        return [c.period for c in columns if c.period is not None and c.period in there]
    runs = runs_of(p for p in a.measure.history if p.grain is a.period.grain)
    return max(reversed(runs), key=len, default=[])  # the latest of several as long


class _Figures:
    """Three rows behind a chart: periods, outturns, targets."""

    def __init__(
        self, sheet: NewSheet, table: WrittenTable, a: AssessedRow, row: int, register: Register
    ) -> None:
        self._sheet = sheet
        self._table = table.table
        self._assessment = a
        self._row = row
        self._periods = _periods(table, a)
        self._register = register
        self._finder = register.finder(table.table)

    @property
    def _measure(self) -> Measure:
        return self._assessment.measure

    def put(self) -> None:
        """Write the rows, and below them where the indicator's row is now."""
        row, a = self._row, self._assessment
        name = self._register.numbered(Heading.NAME, a)
        self._put(row, 0, self._measure.name, name, replace(HEADING_LEFT, wrap=False))
        self._put(row + 1, 0, "Outturn", None, TOTAL_LEFT)
        self._put(row + 2, 0, "Target", None, TOTAL_LEFT)
        if self._finder is not None:
            self._put(row + 3, 0, "Row in the scorecard", None, NOTE)
            there = self._register.value(Heading.ROW, a)
            stored = there if isinstance(there, float) else _ERROR
            formula = f"IFERROR({self._register.numbered(Heading.ROW, a)}*1,NA())"
            self._put(row + 3, 1, stored, formula, NOTE)
        style = Style(border=True, align="center", number_format=self._format)
        for offset, period in enumerate(self._periods, 1):
            outturn = self._measure.history[period]
            self._put(row, offset, period.words, None, HEADING)
            found = outturn_figure(outturn, self._ref(outturn.row, outturn.column, outturn.sheet))
            value = _or_error(outturn.value)
            self._put(row + 1, offset, value, self._guarded(_formula(found), outturn), style)
            target, known = self._target(period)
            formula = _formula(target) if target is not None else "NA()"
            self._put(row + 2, offset, _or_error(known), formula, style)

    def _ref(self, row: int, column: int, sheet: str = "") -> str:
        """A cell of the indicator, found by its row where the table has a row an indicator."""
        own = not sheet or sheet == self._table.sheet
        there = quoted_sheet(sheet or self._table.sheet)
        letters = column_letters(column)
        if self._finder is None or self._table.rows_by_period or not own:
            return f"{there}!${letters}${row}"
        found = f"${column_letters(FIGURES_COLUMN + 1)}${self._row + 3}"
        off = row - self._measure.row
        return f"INDEX({there}!${letters}:${letters},{found}{f'{off:+d}' if off else ''})"

    def _guarded(self, formula: str, outturn: Outturn) -> str:
        """A figure of a long table only while its row is still about the indicator and period."""
        if self._finder is None or not self._table.rows_by_period or outturn.sheet:
            return formula
        sheet, tests = quoted_sheet(self._table.sheet), []
        for column in self._finder.columns:
            key = raw(self._table.grid.cell(outturn.row, column))
            said = quoted(key) if isinstance(key, str) else literal(key or 0.0)
            if len(said) < _LONGEST_TEXT:
                tests.append(f"EXACT({sheet}!${column_letters(column)}${outturn.row},{said})")
        return f"IF(AND({','.join(tests)}),{formula},NA())" if tests else formula

    def _put(
        self, row: int, offset: int, value: float | str, formula: str | None, style: Style
    ) -> None:
        self._sheet.cells.append(CellEdit(row, FIGURES_COLUMN + offset, value, formula, style))

    def _target(self, period: Period) -> tuple[Figure | None, float | None]:
        target, cell = self._measure.target_for(period), self._measure.target_cell
        value = target.value if target is not None else None
        if cell is None:
            return (None if value is None else Figure(None, literal(value))), value
        if cell.sheet and cell.sheet != self._table.sheet:
            ref = elsewhere(cell, f"{quoted_sheet(self._table.sheet)}!")
        else:
            ref = self._ref(cell.row, cell.column)
        return figure(ref, cell.factor, cell.as_text, value), value

    @property
    def _format(self) -> str:
        """Figures here are in the unit: percentages as fractions, whatever the sheet keeps."""
        if self._measure.unit is not Unit.PERCENT:
            return figures_in_unit(self._assessment)
        values = [o.value for o in self._measure.outturns.values() if o.value is not None]
        return "0%" if all(abs(v * 100 - round(v * 100)) < 1e-9 for v in values) else "0.0%"

    def chart(self, row: int, offset: int) -> Chart:
        """The chart over the rows."""

        def across(line: int) -> str:
            return self._pinned(line, 1, len(self._periods))

        series = tuple(
            Series(
                name=self._pinned(line, 0, 0),
                categories=across(self._row),
                values=across(line),
                colour=colour,
                dashed=line > self._row + 1,
            )
            for line, colour in ((self._row + 1, _OUTTURN), (self._row + 2, _TARGET))
        )
        return Chart(
            "line",
            self._pinned(self._row, 0, 0),
            self._in_words(),
            series,
            row,
            1,
            _WIDTH,
            _HEIGHT,
            offset,
            self._format,
        )

    def _pinned(self, row: int, first: int, last: int) -> str:
        reference = range_a1(row, FIGURES_COLUMN + first, row, FIGURES_COLUMN + last)
        return absolute(self._sheet.name, reference)

    def _in_words(self) -> str:
        """The chart for those who do not see it."""
        shown = [
            f"{period.words} {self._shown(self._measure.history[period].value)}"
            for period in self._periods
        ]
        target = self._assessment.target
        goal = f" Target {self._shown(target.value)}." if target is not None else ""
        return f"Line chart of {self._measure.name}: {', '.join(shown)}.{goal}"

    def _shown(self, value: float | None) -> str:
        if value is None:
            return "no figure"
        if self._measure.unit is Unit.DURATION:
            return duration_in_words(value)
        return f"{value * 100:.3g}%" if self._measure.unit is Unit.PERCENT else f"{value:,.6g}"


def _formula(figure: Figure) -> str:
    return figure.value if figure.known is None else f"IF({figure.known},{figure.value},NA())"


def _or_error(value: float | None) -> float | str:
    return _ERROR if value is None else value
