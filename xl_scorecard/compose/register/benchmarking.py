"""What the register holds of an indicator's benchmarks, and the formulas that follow from it.

Of each kind one stands for it. Its cell is looked up as the figure's own is, and read as it was at
the refresh while it holds what it held; a number typed since counts where that is sure. Where any
other cell that might decide which benchmark counts has changed, it says Refresh.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from xl_scorecard.compose.formulas import literal, quoted
from xl_scorecard.compose.register import reading
from xl_scorecard.compose.register.benchmarked import (
    IN_ONE_FORMULA,
    BenchmarkColumns,
    KindColumns,
    OfKind,
    OfRank,
    watched,
)
from xl_scorecard.compose.register.bounds import Bounds, bounds_of
from xl_scorecard.compose.register.finding import Finder
from xl_scorecard.compose.register.headings import REFRESH, Heading, here
from xl_scorecard.compose.register.inputs import Held, held
from xl_scorecard.compose.register.lists import Lists
from xl_scorecard.compose.register.ranking import RankedLine, areas_of
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.benchmarks.benchmark import Benchmark, Others
from xl_scorecard.domain.benchmarks.held_against import DIGITS, HeldAgainst, Standing, held_against
from xl_scorecard.domain.cell_ref import column_letters, quoted_sheet
from xl_scorecard.domain.durations import duration_in_words
from xl_scorecard.domain.edits import CellEdit
from xl_scorecard.domain.grid import CellError
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.scale import HUNDRED, MOST_AS_FRACTION

_SAY = quoted(REFRESH)
Stored = float | str | None


def benchmarked_cells(
    a: AssessedRow,
    row: int,
    finder: Finder | None,
    columns: BenchmarkColumns,
    lists: Lists,
    *,
    told: bool,
) -> Iterator[CellEdit]:
    """The cells of one indicator's row that hold anything."""
    gaps: list[tuple[str, str, str]] = []
    ranks: list[tuple[str, str, str]] = []
    for kind in columns.kinds:
        if kind.kind not in a.measure.benchmarks.kinds:
            continue
        one = _OfOneKind(a, row, finder, kind, lists, told)
        rank = kind.column_of(OfRank.RANK) if one.ranked is not None else 0
        for cell in one.cells():
            yield cell
            if cell.column == rank and isinstance(cell.value, str):
                ranks.append((kind.here(OfRank.RANK, row), cell.value, f": {one.whose}"))
        gaps.append((kind.here(OfKind.WORDS, row), one.words, ""))
    formula = '""'  # also of a row without any: what is looked up in a blank cell is 0
    for place, _, whose in reversed([*gaps, *ranks]):
        said = f'{place}&IF({place}={_SAY},"",{quoted(whose)})' if whose else place
        formula = f'IF({place}<>"",{said},{formula})'
    words = (text + whose * (text != REFRESH) for _, text, whose in [*gaps, *ranks] if text)
    yield CellEdit(row, columns.words, next(words, ""), formula)


class _OfOneKind:
    """Composes the cells of one kind of benchmark."""

    def __init__(
        self,
        a: AssessedRow,
        row: int,
        finder: Finder | None,
        columns: KindColumns,
        lists: Lists,
        told: bool,
    ) -> None:
        self._a = a
        self._row = row
        self._finder = finder
        self._columns = columns
        self._lists = lists
        self._told = told
        settled = a.measure.benchmarks
        self._main = settled.of(columns.kind, a.period)
        self._others = [b for b in settled.used if b.kind == columns.kind and b is not self._main]
        empty = Benchmark(columns.kind, None, None)
        self._held = held_against(self._main or empty, a.value, a.measure.polarity)

    def cells(self) -> Iterator[CellEdit]:
        """The cells that hold anything."""
        yield from self._watch()
        yield from self._figure()
        main = self._main
        period = str(main.period) if main is not None and main.period is not None else None
        yield self._put(OfKind.PERIOD, period)
        yield self._put(OfKind.GAP, self._when_told(self._gap_now), self._gap())
        standing = self._held.standing
        said = "" if standing is None else standing.value
        yield self._put(OfKind.STANDING, self._when_told(said), self._standing())
        yield self._put(OfKind.WORDS, self.words, self._in_words())
        ranked = self.ranked
        if ranked is not None and ranked.others is not None:
            where = self._stretches(ranked.others)
            line = RankedLine(self._a, self._row, self._columns, ranked, where, self._told)
            yield from line.cells()

    @property
    def ranked(self) -> Benchmark | None:
        """The one of which the figures of single authorities are known."""
        every = (self._main, *self._others)
        return next((b for b in every if b is not None and b.others is not None), None)

    def _put(self, heading: OfKind, value: Stored, formula: str | None = None) -> CellEdit:
        return CellEdit(self._row, self._columns.column_of(heading), value, formula)

    def _at(self, heading: OfKind) -> str:
        return self._columns.here(heading, self._row)

    def _when_told(self, value: Stored) -> Stored:
        return value if self._told else REFRESH

    # -- places ------------------------------------------------------------------------------

    def _cell_at(self, row: int, column: int) -> str:
        sheet, letters = quoted_sheet(self._a.table.sheet), column_letters(column)
        if self._finder is None:
            return f"{sheet}!${letters}${row}"
        off, own = row - self._a.measure.row, here(Heading.ROW, self._row)
        return f"INDEX({sheet}!${letters}:${letters},{own}{f'{off:+d}' if off else ''})"

    def _stretches(self, others: Others) -> list[str]:
        """The cells that the figures of single authorities stand in."""
        if others.sheet:
            return areas_of(others.sheet, others.areas)
        if self._finder is None:
            return areas_of(self._a.table.sheet, others.areas)
        return [
            f"{self._cell_at(row, first)}:{self._cell_at(row, last)}"
            for row, first, _, last in others.areas
        ]

    def _watch(self) -> Iterator[CellEdit]:
        """Hold what stands in further cells of the kind, and say whether it stands so."""
        tests: list[str] = []
        for place in watched(self._a, self._columns.kind):
            there = self._a.table.at(*place)
            if there is not None and isinstance(there.value, CellError):
                continue
            column = self._columns.held(len(tests))
            if there is not None and held(there) is not None:
                yield CellEdit(self._row, column, held(there))
            own = f"${column_letters(column)}{self._row}"
            tests.append(f"EXACT({self._cell_at(*place)},{own})")
        yes = "yes" if self._told else "no"
        groups = [",".join(part) for part in _in_groups(tests)]
        all_of = [f"{here(Heading.TIMES_FOUND, self._row)}=1"]
        all_of += [f'{here(Heading.AS_THEN, self._row)}="yes"', *groups[:1]]
        for number, group in enumerate(groups[1:]):
            column = self._columns.tested(number)
            yield CellEdit(self._row, column, yes, _yes_if(group))
            all_of.append(f'${column_letters(column)}{self._row}="yes"')
        yield self._put(OfKind.AS_THEN, yes, _yes_if(",".join(all_of)))

    # -- the figure --------------------------------------------------------------------------

    def _figure(self) -> Iterator[CellEdit]:
        main, as_then = self._main, f'{self._at(OfKind.AS_THEN)}="yes"'
        value = main.value if main is not None else None
        yield self._put(OfKind.READ, value)
        read = reading.as_read(self._at(OfKind.READ))
        if main is not None and main.place is not None:
            yield from self._cell(main)
            read = self._read(main, read)
        stored = self._when_told("" if value is None else value)
        yield self._put(OfKind.FIGURE, stored, f"IF({as_then},{read},{_SAY})")

    def _cell(self, main: Benchmark) -> Iterator[CellEdit]:
        assert main.place is not None
        there: Held = held(self._a.table.at(*main.place))
        mirrored = reading.mirror(self._cell_at(*main.place))
        yield self._put(OfKind.CELL, "" if there is None else there, mirrored)
        yield self._put(OfKind.THEN, there)

    def _read(self, main: Benchmark, read: str) -> str:
        """The figure in its cell: as it was read while it stands so, else where that is sure."""
        cell = self._at(OfKind.CELL)
        same = reading.same(cell, self._at(OfKind.THEN))
        unit = self._a.measure.unit
        plain = main.as_text is None and main.alone and not main.own_period
        if not plain or unit in (None, Unit.DURATION):
            return f"IF({same},{read},{_SAY})"
        number = cell if main.factor == 1 else f"{cell}/{literal(main.factor)}"
        typed = f"IF({self._within(cell, main.factor)},ROUND({number},15),{_SAY})"
        gone = _SAY if self._others else '""'
        gap = f'OR({cell}="",{reading.in_list(f"TRIM({cell})", self._lists.gaps)})'
        return f"IF({same},{read},IF(ISNUMBER({cell}),{typed},IF({gap},{gone},{_SAY})))"

    def _within(self, cell: str, factor: float) -> str:
        """Whether a number typed since is read as the one before was."""
        bounds = bounds_of_benchmark(self._a, factor)
        bounded = f"AND({cell}>{literal(bounds.above)},{cell}<={literal(bounds.up_to)})"
        no_code = f'OR({cell}<1000,SUBSTITUTE({cell},"9","")<>"")'
        if bounds.dates_from is None:
            return f"AND({bounded},{no_code})"
        return f"AND({bounded},{no_code},{cell}<{literal(bounds.dates_from)})"

    # -- what comes of it --------------------------------------------------------------------

    @property
    def _gap_now(self) -> Stored:
        return "" if self._held.gap is None else self._held.gap

    def _gap(self) -> str:
        """The figure less the benchmark."""
        out, theirs = here(Heading.OUTTURN, self._row), self._at(OfKind.FIGURE)
        if self._main is not None and self._main.spans:
            return f'IF({theirs}={_SAY},{_SAY},"")'
        known = f"AND(ISNUMBER({out}),ISNUMBER({theirs}))"
        return (
            f"IF(OR({theirs}={_SAY},{out}={_SAY}),{_SAY},"
            f'IF({known},ROUND({out}-{theirs},{DIGITS}),""))'
        )

    def _standing(self) -> str:
        """The word for the gap, by which way is good."""
        gap, good = self._at(OfKind.GAP), here(Heading.GOOD_IS, self._row)
        by_way = (
            f'IF(OR({good}="high",{good}="low"),IF(({gap}>0)=({good}="high"),'
            f'"{Standing.BETTER.value}","{Standing.WORSE.value}"),IF({good}={_SAY},{_SAY},""))'
        )
        return (
            f'IF({gap}={_SAY},{_SAY},IF({gap}="","",IF({gap}=0,"{Standing.LEVEL.value}",{by_way})))'
        )

    @property
    def words(self) -> str:
        """`2.1 points better than England 2017/18`, as it is now."""
        if not self._told:
            return REFRESH
        return words_of(self._a, self._held, self.whose)

    @property
    def whose(self) -> str:
        """Whose figures they are, and of when."""
        period = self._main.period if self._main is not None else None
        return f"{self._columns.label} {period.words}" if period else self._columns.label

    def _in_words(self) -> str:
        gap, standing = self._at(OfKind.GAP), self._at(OfKind.STANDING)
        far = _far_in_words(self._a, f"ABS({gap})")
        plain = f'IF({gap}>0," above "," below ")'
        word = f'IF(OR({standing}="better",{standing}="worse")," "&{standing}&" than ",{plain})'
        said = f'IF({gap}=0,"Level with ",{far}&{word})&{quoted(self.whose)}'
        return f'IF(OR({gap}={_SAY},{standing}={_SAY}),{_SAY},IF({gap}="","",{said}))'


def _yes_if(tests: str) -> str:
    return f'IF(IFERROR(AND({tests}),FALSE),"yes","no")'


def _in_groups(tests: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(tests), IN_ONE_FORMULA):
        yield tests[first : first + IN_ONE_FORMULA]


def bounds_of_benchmark(a: AssessedRow, factor: float) -> Bounds:
    """Between which numbers a benchmark typed since is read as the one before was."""
    if a.measure.unit is not Unit.PERCENT:
        return bounds_of(a)
    if factor == HUNDRED:
        return Bounds(MOST_AS_FRACTION, HUNDRED)
    return Bounds(0.0, 1.0)


def words_of(a: AssessedRow, against: HeldAgainst, whose: str) -> str:
    """A gap in words; nothing where there is none."""
    gap, standing = against.gap, against.standing
    if gap is None:
        return ""
    if gap == 0:
        return f"Level with {whose}"
    word = f"{standing.value} than" if standing else "above" if gap > 0 else "below"
    return f"{far_of(a, abs(gap))} {word} {whose}"


def far_of(a: AssessedRow, far: float) -> str:
    """How far off a figure is, in words: shares in percentage points. So many decimals whatever the
    figures have, which an edit may change."""
    unit = a.measure.unit
    if unit is Unit.DURATION:
        return duration_in_words(far)
    percent = unit is Unit.PERCENT
    amount = Decimal(f"{round(far * 100, DIGITS) if percent else far:.15g}")
    rounded = amount.quantize(Decimal(1).scaleb(-_decimals(unit)), ROUND_HALF_UP)
    shown = f"{float(rounded):.15g}" if rounded else _least(unit)
    return f"{shown} points" if percent else shown


def _far_in_words(a: AssessedRow, far: str) -> str:
    """The same as a formula."""
    unit = a.measure.unit
    if unit is Unit.DURATION:
        return (
            f'INT(ROUND({far}*86400,0)/3600)&":"&'
            f'RIGHT("0"&MOD(INT(ROUND({far}*86400,0)/60),60),2)&":"&'
            f'RIGHT("0"&MOD(ROUND({far}*86400,0),60),2)'
        )
    percent = unit is Unit.PERCENT
    amount = f"ROUND({far}*100,{DIGITS})" if percent else far
    rounded = f"ROUND({amount},{_decimals(unit)})"
    shown = f"IF({rounded}=0,{quoted(_least(unit))},{rounded})"
    return f'{shown}&" points"' if percent else shown


def _decimals(unit: Unit | None) -> int:
    return 1 if unit is Unit.PERCENT else 2


def _least(unit: Unit | None) -> str:
    """What a gap too small to be shown is said to be."""
    return "under 0.1" if unit is Unit.PERCENT else "under 0.01"
