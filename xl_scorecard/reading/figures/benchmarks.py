"""The benchmarks of an indicator: those that stand in its row, and those of its rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.benchmarks.benchmark import (
    Benchmark,
    Named,
    OfKind,
    Others,
    Settled,
    settled,
)
from xl_scorecard.domain.benchmarks.kinds import kind_of_key
from xl_scorecard.domain.benchmarks.units import other_unit
from xl_scorecard.domain.cell_ref import Range
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import unit_of_word
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.number_words import parse_place, plain
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.rule_set import Indicator
from xl_scorecard.domain.scale import MOST_AS_FRACTION, row_scale
from xl_scorecard.reading.figures.benchmark_columns import BenchmarkColumn, MemberColumns
from xl_scorecard.reading.figures.covers import Covers, FigureOf
from xl_scorecard.reading.figures.kept import Scale
from xl_scorecard.reading.figures.outturns import factor_of_target, number_in, read_outturn
from xl_scorecard.reading.figures.row_cells import RowCells

_FIGURE = re.compile(
    r"[£€$]?\s*[-+]?\s*(?:\d[\d, ]*)?\.?\d+\s*(?:%|[km]\b)?(?P<words>\s+[^\W\d].*)?", re.IGNORECASE
)
_WITH_PERIOD = (
    re.compile(r"(?P<figure>.+?)\s*[(\[](?P<when>[^()\[\]]+)[)\]]"),
    re.compile(r"(?P<when>[^:]+?)\s*:\s*(?P<figure>.+)"),
)
_ANY_PERIOD = Period(Grain.YEAR, 0)
_ADDS_UP = (Unit.COUNT, Unit.CURRENCY)


class Beside(NamedTuple):
    """A figure as a cell has it: in the unit, and how the cell keeps it."""

    value: float
    factor: float
    as_text: str | None
    period: Period | None = None


class BenchmarksOf:
    """Reads the benchmarks of one row; `scale` is how the row keeps its figures."""

    def __init__(self, cells: RowCells, scale: Scale, starts: int) -> None:
        self._cells = cells
        self._scale = scale
        self._starts = starts
        self._format = _usual_format(cells.figures)

    def settled(self, rule: Indicator | None, figure: FigureOf | None) -> Settled:
        """The benchmarks that are used, and those of one kind and period that differ."""
        columns = self._cells.columns.benchmarks(self._starts)
        of_rule = rule is not None and rule.benchmarks
        if not (columns.single or columns.members or self._named or of_rule):
            return Settled()
        found = [one for column in columns.single if (one := self._single(column)) is not None]
        found += [one for column in columns.members if (one := self._ranked(column)) is not None]
        found += [one for named in self._named if (one := self._among(named)) is not None]
        said = [*self._of_rule(rule)] if rule is not None else []
        spanned = [replace(b, spans=_spans(b.period, figure)) for b in (*found, *said)]
        return settled(spanned, self._places())

    def _places(self) -> Iterator[OfKind]:
        """The cells of the row in columns of benchmarks, and of their periods."""
        row, table = self._cells.row.row, self._cells.table
        for column in self._cells.columns.benchmarks(self._starts).single:
            for index in (column.index, column.period_column):
                if index is not None:
                    cell = table.grid.shown(row, index)
                    place = (cell.row, cell.column) if cell is not None else (row, index)
                    yield OfKind(column.kind, *table.on_sheet(*place))

    # -- of the sheet ------------------------------------------------------------------------

    def _single(self, column: BenchmarkColumn) -> Benchmark | None:
        row, table = self._cells.row, self._cells.table
        cell = table.grid.shown(row.row, column.index)
        beside = self._beside(cell)
        if cell is None or beside is None:
            return None
        of_cell = beside.period or self._said_beside(column.period_column)
        return Benchmark(
            column.kind,
            of_cell or column.period,
            beside.value,
            column.heading,
            table.place(cell.row, cell.column),
            table.on_sheet(cell.row, cell.column),
            beside.factor,
            beside.as_text,
            own_period=of_cell is not None,
        )

    def _said_beside(self, column: int | None) -> Period | None:
        if column is None:
            return None
        cell = self._cells.table.grid.shown(self._cells.row.row, column)
        read = parse_period(cell.value, self._starts) if cell is not None else None
        return read.period if read is not None else None

    @property
    def _named(self) -> tuple[Named, ...]:
        """What tables that the rule set names have of the row's indicator."""
        return self._cells.table.named_others.get(self._cells.row.row, ())

    def _ranked(self, columns: MemberColumns) -> Benchmark | None:
        """The figures of authorities in neighbouring cells of the row."""
        row, table = self._cells.row.row, self._cells.table
        cells = [table.grid.cell(row, c) for c in range(columns.first, columns.last + 1)]
        if not table.upright:
            return None
        others = self._alike(cells, ((row, columns.first, row, columns.last),))
        if others is None:
            return None
        return Benchmark(columns.kind, columns.period, None, others=others)

    def _among(self, named: Named) -> Benchmark | None:
        """Those of a table that the rule set names."""
        apart = [cell and cell._replace(row=0, column=0) for cell in named.cells]
        others = self._alike(apart, named.areas)
        if others is None:
            return None
        others = replace(others, sheet=named.sheet, key=named.key)
        return Benchmark(named.kind, named.period, None, others=others)

    def _alike(self, cells: Sequence[Cell | None], areas: tuple[Range, ...]) -> Others | None:
        """The figures in some cells, where all are kept alike."""
        read = [found for cell in cells if (found := self._beside(cell)) is not None]
        numbers = sum(number_in(cell) is not None for cell in cells)
        factors = {each.factor for each in read}
        if len(read) < numbers or len(factors) != 1 or any(each.as_text for each in read):
            return None
        filled = sum(cell is not None and cell.value is not None for cell in cells)
        return Others(tuple(each.value for each in read), areas, filled, factors.pop())

    def _beside(self, cell: Cell | None) -> Beside | None:
        """The figure in a cell, if that is what stands there, in the unit of the row."""
        if cell is None or other_unit(cell, self._scale.unit, self._format, self._name) is not None:
            return None
        if isinstance(cell.value, str):
            return self._in_words(cell)
        if not isinstance(cell.value, float):
            return None
        return self._number(cell, cell.value)

    @property
    def _name(self) -> str:
        return self._cells.row.name

    def _number(self, cell: Cell, number: float) -> Beside | None:
        if self._scale.unit is not Unit.PERCENT:
            read = read_outturn(cell, _ANY_PERIOD, (cell.row, cell.column), self._scale)
            if read.value is None or self._is_on_another_scale(cell, number):
                return None
            return Beside(read.value, read.factor, None)
        factor = factor_of_target(cell, self._cells.figures, self._scale)
        value = round(number / factor, 15) if factor != 1 else number
        return None if self._is_beyond_all(value) else Beside(value, factor, None)

    def _is_beyond_all(self, share: float) -> bool:
        """Whether a share is beyond 150% beside figures that are none of them beyond 100%."""
        figures = [n for each in self._cells.figures if (n := number_in(each)) is not None]
        most = max(map(abs, figures), default=0.0) / self._scale.factor
        return bool(figures) and most <= 1 and abs(share) > MOST_AS_FRACTION

    def _is_on_another_scale(self, cell: Cell, number: float) -> bool:
        """Whether a number in a row of no known unit is 82 beside fractions, or the other way
        round."""
        if self._scale.unit is not None:
            return False
        figures = [n for each in self._cells.figures if (n := number_in(each)) is not None]
        fractions = [n for n in figures if n != int(n) and abs(n) <= 1]
        beyond = bool(fractions) and max(map(abs, figures)) <= 1 < MOST_AS_FRACTION < abs(number)
        return beyond or row_scale(figures, number).target_slipped or "%" in cell.number_format

    def _in_words(self, cell: Cell) -> Beside | None:
        """`82.7%`, `82.7% (2017/18)`, `12 days`; no place, ratio or threshold."""
        text, when = _apart(plain(cell.text), self._starts)
        match = _FIGURE.fullmatch(text)
        if match is None or parse_place(text) is not None:
            return None
        words = (match["words"] or "").strip().casefold()
        if words and unit_of_word(words) is not self._scale.unit:
            return None
        place = (cell.row, cell.column)
        read = read_outturn(cell._replace(value=text), _ANY_PERIOD, place, self._scale)
        if read.value is None or Mark.NOT_UNDERSTOOD in read.flags:
            return None
        if "%" in text and self._scale.unit is not Unit.PERCENT:
            return None
        return Beside(read.value, 1.0, str(cell.value), when)

    # -- of the rule set ---------------------------------------------------------------------

    def _of_rule(self, rule: Indicator) -> Iterator[Benchmark]:
        unit = self._scale.unit
        for word, said in rule.benchmarks.items():
            kind = kind_of_key(word)
            by_period: Mapping[str, float | int | str] = (
                said if isinstance(said, dict) else {"": said}
            )
            for when, amount in by_period.items():
                read = parse_target(amount, unit)
                period = parse_period(when, self._starts) if when else None
                if read is not None and read.upper is None:
                    yield Benchmark(kind, period.period if period else None, read.value, word)


def _apart(text: str, starts: int) -> tuple[str, Period | None]:
    """A figure, and the period that stands with it."""
    for form in _WITH_PERIOD:
        match = form.fullmatch(text)
        when = parse_period(match["when"], starts) if match is not None else None
        if match is not None and when is not None and when.period is not None:
            return match["figure"].strip(), when.period
    return text, None


def _spans(period: Period | None, figure: FigureOf | None) -> bool:
    """Whether a benchmark is of another stretch of time than what it would be held against: a
    year's count and a quarter's."""
    if period is None or figure is None or period.grain == figure.period.grain:
        return False
    if figure.covers is Covers.OPEN:
        return figure.unit in _ADDS_UP
    return figure.covers is not Covers.LEVEL


def _usual_format(cells: list[Cell | None]) -> str:
    formats = [c.number_format for c in cells if c is not None and isinstance(c.value, float)]
    return max(dict.fromkeys(formats), key=formats.count, default="General")
