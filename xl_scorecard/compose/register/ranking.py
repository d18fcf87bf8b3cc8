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
    DIGITS,
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
        figure, others = self._a.value, self._others
        rank = None
        if not self._spans:
            rank = rank_of(figure, others.values, self._a.measure.polarity)
        if others.key is not None:
            yield self._put(OfRank.KEY, raw(others.key))
        stored = [value * others.factor for value in others.values]
        every = ",".join(self._cells)
        yield self._put(OfRank.LEAST, min(stored), f"MIN({every})")
        yield self._put(OfRank.MOST, max(stored), f"MAX({every})")
        yield self._put(OfRank.AS_READ, "yes" if self._told else "no", self._as_read(every))
        off = [round(other - (figure or 0.0), DIGITS) for other in others.values]
        for heading, sign, count in (
            (OfRank.HIGHER, ">", sum(each > 0 for each in off)),
            (OfRank.LOWER, "<", sum(each < 0 for each in off)),
        ):
            now: Stored = "" if figure is None else float(count)
            yield self._put(heading, now, self._count(sign))
        yield self._put(OfRank.PLACE, float(rank.place) if rank else "", self._place())
        yield self._put(OfRank.OF, float(len(others.values) + 1))
        yield self._put(OfRank.RANK, rank.words if rank else "", self._rank())
        quartile: Stored = float(rank.quartile) if rank and rank.quartile else ""
        yield self._put(OfRank.QUARTILE, quartile, self._quartile())

    def _put(self, heading: OfRank, value: Stored, formula: str | None = None) -> CellEdit:
        waits = not self._told and heading in (OfRank.PLACE, OfRank.RANK, OfRank.QUARTILE)
        stored = REFRESH if waits else value
        return CellEdit(self._row, self._columns.column_of(heading), stored, formula)

    def _at(self, heading: OfRank) -> str:
        return self._columns.here(heading, self._row)

    def _as_read(self, every: str) -> str:
        """Whether all others' figures are there as they were, or others that are read as those."""
        numbers, (least, most) = len(self._others.values), self._bounds()
        found = f'{here(Heading.TIMES_FOUND, self._row)}=1,{here(Heading.AS_THEN, self._row)}="yes"'
        return (
            f"IF(IFERROR(AND({found},{self._is_called}COUNT({every})={numbers},"
            f"COUNTA({every})={self._others.filled},{self._at(OfRank.LEAST)}>={literal(least)},"
            f'{self._at(OfRank.MOST)}<={literal(most)}),FALSE),"yes","no")'
        )

    @property
    def _is_called(self) -> str:
        """Whether the line on another sheet is still that of the indicator."""
        key = self._others.key
        if key is None:
            return ""
        there = f"{quoted_sheet(self._others.sheet)}!{_absolute(key.row, key.column)}"
        return f'EXACT({there}&"",{self._at(OfRank.KEY)}&""),'

    def _count(self, sign: str) -> str:
        """How many others' figures are more, or less, than the indicator's own."""
        out, factor = here(Heading.OUTTURN, self._row), self._others.factor
        own = out if factor == 1 else f"{out}*{literal(factor)}"
        than = f"{own}{'+' if sign == '>' else '-'}{_HALVES[factor]}"
        count = "+".join(f'COUNTIF({area},"{sign}"&({than}))' for area in self._cells)
        return f'IF(ISNUMBER({out}),{count},"")'

    def _place(self) -> str:
        """How many have better figures, and one."""
        out, good = (here(h, self._row) for h in (Heading.OUTTURN, Heading.GOOD_IS))
        ranked = f'AND(ISNUMBER({out}),OR({good}="high",{good}="low"))'
        if self._spans or len(self._others.values) + 1 < FEWEST_RANKED:
            ranked = "FALSE"
        better = f'IF({good}="high",{self._at(OfRank.HIGHER)},{self._at(OfRank.LOWER)})+1'
        wait = f'OR({out}={_SAY},{good}={_SAY},{self._at(OfRank.AS_READ)}<>"yes")'
        return f'IF({wait},{_SAY},IF({ranked},{better},""))'

    def _bounds(self) -> tuple[float, float]:
        stored = [value * self._others.factor for value in self._others.values]
        if self._a.measure.unit is Unit.PERCENT:
            hundreds = self._others.factor == HUNDRED
            least, most = (MOST_AS_FRACTION, HUNDRED) if hundreds else (0.0, 1.0)
        else:
            bounds = bounds_of(self._a)
            least, most = bounds.above, bounds.up_to
        return min(least, *stored), max(most, *stored)

    def _rank(self) -> str:
        """`joint 3rd of 11`."""
        place, of = self._at(OfRank.PLACE), self._at(OfRank.OF)
        same = f"{of}-1-{self._at(OfRank.HIGHER)}-{self._at(OfRank.LOWER)}"
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
