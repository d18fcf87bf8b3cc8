"""The rank of an indicator among the figures of single authorities, as formulas over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.compose.formulas import literal, quoted
from xl_scorecard.compose.register.benchmarked import KindColumns, OfRank
from xl_scorecard.compose.register.bounds import bounds_of
from xl_scorecard.compose.register.finding import raw
from xl_scorecard.compose.register.headings import REFRESH, Heading, here
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.benchmarks.benchmark import Benchmark
from xl_scorecard.domain.benchmarks.held_against import (
    FEWEST_IN_QUARTILES,
    FEWEST_RANKED,
    rank_of,
)
from xl_scorecard.domain.cell_ref import Range, column_letters, quoted_sheet
from xl_scorecard.domain.edits import CellEdit
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.scale import HUNDRED, MOST_AS_FRACTION

_SAY = quoted(REFRESH)
_HALVES = {1.0: "5E-11", HUNDRED: "5E-9"}
"""Figures closer than this are the same: half of the last decimal that differences have."""
Stored = float | str | None


class RankedLine:
    """Composes these cells of one kind; `cells` are how a formula refers to the others' figures."""

    def __init__(
        self,
        a: AssessedRow,
        row: int,
        columns: KindColumns,
        benchmark: Benchmark,
        cells: Sequence[str],
        told: bool,
    ) -> None:
        assert benchmark.others is not None
        self._a = a
        self._row = row
        self._columns = columns
        self._others = benchmark.others
        self._spans = benchmark.spans
        self._cells = cells
        self._told = told

    def cells(self) -> Iterator[CellEdit]:
        """The cells."""
        rank = rank_of(self._a.value, self._others.values, self._a.measure.polarity)
        if self._spans:
            rank = None
        place: Stored = float(rank.place) if rank is not None else ""
        count = float(len(self._others.values) + 1)
        same = float(rank is not None and sum(
            abs(round(other - (self._a.value or 0.0), 10)) == 0 for other in self._others.values
        ))  # fmt: skip
        if self._others.key is not None:
            yield self._put(OfRank.KEY, raw(self._others.key))
        yield self._put(OfRank.PLACE, place, self._place())
        yield self._put(OfRank.OF, count)
        yield self._put(OfRank.SAME, same if rank is not None else "", self._same())
        yield self._put(OfRank.RANK, rank.words if rank is not None else "", self._rank())
        quartile: Stored = rank.quartile if rank is not None and rank.quartile is not None else ""
        yield self._put(OfRank.QUARTILE, quartile, self._quartile())

    def _put(self, heading: OfRank, value: Stored, formula: str | None = None) -> CellEdit:
        stored = value if self._told or formula is None else REFRESH
        number = float(stored) if isinstance(stored, int) else stored
        return CellEdit(self._row, self._columns.column_of(heading), number, formula)

    def _at(self, heading: OfRank) -> str:
        return self._columns.here(heading, self._row)

    def _place(self) -> str:
        """How many have better figures, and one."""
        out, good = (here(h, self._row) for h in (Heading.OUTTURN, Heading.GOOD_IS))
        found = f"{here(Heading.TIMES_FOUND, self._row)}=1"
        own = self._times(out)
        better = (
            f'IF({good}="high",{self._count(">", f"{own}+{self._half}")},'
            f"{self._count('<', f'{own}-{self._half}')})+1"
        )
        ranked = f'AND(ISNUMBER({out}),OR({good}="high",{good}="low"))'
        if self._spans or len(self._others.values) + 1 < FEWEST_RANKED:
            ranked = "FALSE"
        stands = f"IFERROR(AND({found},{self._as_read()}),FALSE)"
        wait = f"OR({out}={_SAY},{good}={_SAY},NOT({stands}))"
        return f'IF({wait},{_SAY},IF({ranked},{better},""))'

    def _as_read(self) -> str:
        """Whether all others' figures are there as they were, or others that are read as those."""
        numbers, least, most = len(self._others.values), *self._bounds()
        every = ",".join(self._cells)
        return (
            f'{here(Heading.AS_THEN, self._row)}="yes",{self._is_called}COUNT({every})={numbers},'
            f"COUNTA({every})={self._others.filled},MIN({every})>={literal(least)},"
            f"MAX({every})<={literal(most)}"
        )

    @property
    def _is_called(self) -> str:
        """Whether the line on another sheet is still that of the indicator."""
        key = self._others.key
        if key is None:
            return ""
        there = f"{quoted_sheet(self._others.sheet)}!{_absolute(key.row, key.column)}"
        return f'EXACT({there}&"",{self._at(OfRank.KEY)}&""),'

    def _count(self, sign: str, than: str) -> str:
        """How many others' figures are more, or less, than so much."""
        return "+".join(f'COUNTIF({area},"{sign}"&({than}))' for area in self._cells)

    def _bounds(self) -> tuple[float, float]:
        stored = [value * self._others.factor for value in self._others.values]
        if self._a.measure.unit is Unit.PERCENT:
            hundreds = self._others.factor == HUNDRED
            least, most = (MOST_AS_FRACTION, HUNDRED) if hundreds else (0.0, 1.0)
        else:
            bounds = bounds_of(self._a)
            least, most = bounds.above, bounds.up_to
        return min(least, *stored), max(most, *stored)

    def _times(self, figure: str) -> str:
        return figure if self._others.factor == 1 else f"{figure}*{literal(self._others.factor)}"

    @property
    def _half(self) -> str:
        return _HALVES[self._others.factor]

    def _same(self) -> str:
        """How many others have the same figure."""
        own, half = self._times(here(Heading.OUTTURN, self._row)), self._half
        place = self._at(OfRank.PLACE)
        same = f"{self._count('>=', f'{own}-{half}')}-({self._count('>', f'{own}+{half}')})"
        return f"IF(ISNUMBER({place}),{same},{place})"

    def _rank(self) -> str:
        """`joint 3rd of 11`."""
        place, of, same = (self._at(h) for h in (OfRank.PLACE, OfRank.OF, OfRank.SAME))
        teens = f"AND(MOD({place},100)>=10,MOD({place},100)<=20)"
        ending = f'IF({teens},"th",CHOOSE(MIN(MOD({place},10),4)+1,"th","st","nd","rd","th"))'
        words = f'IF({same}>0,"joint ","")&{place}&{ending}&" of "&{of}'
        return f"IF(ISNUMBER({place}),{words},{place})"

    def _quartile(self) -> str:
        """By places, so that no figure is in two."""
        place, of = self._at(OfRank.PLACE), self._at(OfRank.OF)
        quarter = f"INT(({place}-1)*4/{of})+1"
        told = f'IF({of}<{FEWEST_IN_QUARTILES},"",{quarter})'
        return f"IF(ISNUMBER({place}),{told},{place})"


def areas_of(sheet: str, areas: Sequence[Range]) -> list[str]:
    """Stretches of another sheet, as formulas refer to them."""
    return [
        f"{quoted_sheet(sheet)}!{_absolute(top, left)}:{_absolute(bottom, right)}"
        for top, left, bottom, right in areas
    ]


def _absolute(row: int, column: int) -> str:
    return f"${column_letters(column)}${row}"
