"""The cells of an indicator's series: what they held at the refresh, and whether they still do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from xl_scorecard.compose.register.finding import Finder, raw
from xl_scorecard.compose.register.inputs import Held, held
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import column_letters, quoted_sheet
from xl_scorecard.domain.grid import CellError
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Layout, Outturn, Role, Table

_WIDEST = 200
"""How many columns a series is watched over at most."""


@dataclass(frozen=True)
class Watched:
    """Some cells and what they held: `at` is how a formula refers to them, with `{row}` for the
    indicator's row and `{key}` for what it is called, `{held}` for the cells that hold it."""

    test: str
    held: tuple[Held, ...] = ()


class SeriesCells:
    """Finds the cells of one indicator's series, up to the period that is reported."""

    def __init__(self, a: AssessedRow, finder: Finder | None) -> None:
        self._a = a
        self._table: Table = a.table
        self._finder = finder
        self._sheet = quoted_sheet(a.table.sheet)

    @property
    def holds(self) -> int:
        """How many cells it takes to hold it."""
        return sum(len(each.held) for each in self.watched)

    @cached_property
    def watched(self) -> list[Watched]:
        """What must be as it was for the series to be."""
        return [*self._figures(), *self._targets()]

    def _figures(self) -> list[Watched]:
        if not self._table.upright:
            return list(self._one_by_one())
        if self._table.layout is Layout.LONG:
            return list(self._of_long_table()) if self._finder is not None else []
        columns = self._columns()
        if not columns or columns[-1] - columns[0] >= _WIDEST:
            return []
        return list(self._across(range(columns[0], columns[-1] + 1)))

    def _targets(self) -> Iterator[Watched]:
        """The targets of earlier periods that the sheet has, each in its place."""
        for each in self._a.measure.earlier_targets.values():
            letters, off = column_letters(each.column), each.row - self._a.measure.row
            at = f"{self._sheet}!${letters}${each.row}"
            if self._finder is not None and self._table.upright:
                at = self._one(letters, f"{{row}}{off:+d}" if off else "{row}")
            cell = self._table.at(each.row, each.column)
            yield Watched(f'EXACT({at}&"",{{held}}&"")', (held(cell),))

    def stretch(self) -> tuple[int, int, float] | None:
        """The first and last column of the figures that the limits rest on, and how many times a
        figure its cell holds: where they are typed numbers in neighbouring cells of the row."""
        a, points = self._a, self._a.variation.points
        limits = a.variation.limits
        wide = self._table.upright and self._table.layout is Layout.WIDE
        if limits is None or not wide or a.measure.baseline is not None:
            return None
        since = next(n for n, point in enumerate(points) if point.limits is limits)
        found = [a.measure.outturns.get(period) for period in a.variation.periods[since:]]
        there = [o for o in found if o is not None and self._is_plain(o)]
        if len(there) < len(found) or len({o.factor for o in there}) != 1:
            return None
        first, last = there[0].column, there[-1].column
        in_order = [o.column for o in there] == list(range(first, last + 1))
        return (first, last, there[0].factor) if in_order else None

    def at(self, first: int, last: int, row: str) -> str:
        """The cells from one column to another, in the indicator's row."""
        left, right = column_letters(first), column_letters(last)
        if self._finder is None:
            own = self._a.measure.row
            return f"{self._sheet}!${left}${own}:${right}${own}"
        return f"{self._one(left, row)}:{self._one(right, row)}"

    def _one(self, letters: str, row: str) -> str:
        return f"INDEX({self._sheet}!${letters}:${letters},{row})"

    def _is_plain(self, outturn: Outturn) -> bool:
        own = not outturn.sheet or outturn.sheet == self._table.sheet
        here = outturn.row == self._a.measure.row
        return own and here and outturn.stored is not None and outturn.held is None

    def _counts(self, period: Period | None) -> bool:
        last = self._a.period
        return period is not None and period.grain is last.grain and period <= last

    def _columns(self) -> list[int]:
        """The columns of the table that figures of the series stand in, or might."""
        row = self._a.measure.row
        headed = (c.index for c in self._table.by_role(Role.OUTTURN) if self._counts(c.period))
        read = (
            o.column
            for p, o in self._a.measure.outturns.items()
            if self._counts(p) and o.row == row and not o.sheet
        )
        return sorted({*headed, *read})

    def _across(self, columns: Sequence[int]) -> Iterator[Watched]:
        """The cells of a row, all at once; an error among them is only seen to be one."""
        row = self._a.measure.row
        cells = {column: self._table.at(row, column) for column in columns}

        def is_error(column: int) -> bool:
            return isinstance(getattr(cells[column], "value", None), CellError)

        for error, part in groupby(columns, is_error):
            some = list(part)
            where = self.at(some[0], some[-1], "{row}")
            if error:
                yield Watched(f"SUMPRODUCT(--ISERROR({where}))={len(some)}")
                continue
            same = f'SUMPRODUCT(--EXACT({where}&"",{{held}}&""))={len(some)}'
            yield Watched(same, tuple(held(cells[column]) for column in some))

    def _one_by_one(self) -> Iterator[Watched]:
        """Where periods run down or stand anywhere: each figure in its place."""
        for period, outturn in sorted(self._a.measure.outturns.items()):
            cell = self._table.at(outturn.row, outturn.column)
            if not self._counts(period) or outturn.sheet:
                continue
            at = f"{self._sheet}!${column_letters(outturn.column)}${outturn.row}"
            if cell is not None and isinstance(cell.value, CellError):
                yield Watched(f"ISERROR({at})")
            else:
                yield Watched(f'EXACT({at}&"",{{held}}&"")', (held(cell),))

    def _of_long_table(self) -> Iterator[Watched]:
        """Of a table with a row an indicator and period: how many numbers it has, what they come
        to, and their squares, wherever its rows are."""
        finder, current = self._finder, self._a.current
        if finder is None or current is None:
            return
        own = finder.columns[0]
        rows = range(finder.first, finder.last + 1)
        letters = column_letters(own), column_letters(current.column)
        keys, figures = (
            f"{self._sheet}!${each}${finder.first}:${each}${finder.last}" for each in letters
        )
        grid = self._table.grid
        key = raw(grid.cell(self._a.measure.row, own))
        cells = [grid.cell(r, current.column) for r in rows if raw(grid.cell(r, own)) == key]
        numbers = [c.value for c in cells if c is not None and isinstance(c.value, float)]
        mine = f'--EXACT({keys}&"",{{key}}&"")'
        for what, came_to in (
            (f"--ISNUMBER({figures})", float(len(numbers))),
            (figures, sum(numbers)),
            (f"{figures},{figures}", sum(n * n for n in numbers)),
        ):
            off = f"ABS(SUMPRODUCT({mine},{what})-{{held}})"
            yield Watched(f"{off}<=1E-10*ABS({{held}})", (came_to,))
