"""A year, a quarter or a year to date that is not the sum of its quarters or months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._rows_to_date import OffToDate, off_to_date
from xl_scorecard.checks.counts._together import (
    COUNTED,
    NO_SUM,
    given,
    half_of_last,
    may_be_sum,
    number,
    sum_of,
)
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import Column, Outturn, Role

_FEWEST_OTHERS, _FEWEST_OWN = 2, 2
_MOST_OVER, _MOST_UNDER = 0.3, 0.1
"""How far a total is off that still means to be the sum. One that is much less counts each person
once, or is of a month."""


@dataclass(frozen=True)
class _Whole:
    """A figure, and those of the shorter periods that make it up."""

    row: AssessedRow
    kind: object
    figure: float
    half: float
    cell: str
    words: str
    parts: tuple[Outturn, ...]

    @property
    def sum(self) -> float:
        """What the parts make."""
        return sum_of(self.parts)

    @property
    def agrees(self) -> bool:
        """Whether it may be their sum, as far as rounding leaves it open."""
        return may_be_sum(self.figure, self.half, self.parts, self.row.measure.unit)

    @property
    def tells(self) -> bool:
        """Whether it would be another figure if it were no sum."""
        return sum(number(o) > 0 for o in self.parts) > 1 and self.sum > len(self.parts)

    @property
    def is_near(self) -> bool:
        """Whether it looks as if it were meant to be the sum."""
        most, total = max(map(number, self.parts)), self.sum
        return most < self.figure and -_MOST_UNDER <= self.figure / total - 1 <= _MOST_OVER


def _sums(context: Context) -> Iterator[Found]:
    """Whether a figure is a sum, the same row in other years says, or other rows beside it."""
    tables: defaultdict[int, list[_Whole]] = defaultdict(list)
    to_date = {
        id(table): [column for column in table.columns if _is_to_date(column)]
        for table in context.tables
    }
    for row in context.rows:
        own = _wholes(row, to_date[id(row.table)])
        tables[id(row.table)].extend(whole for whole in own if whole.tells)
    for wholes in tables.values():
        for whole in wholes:
            if not whole.agrees and whole.is_near and _are_sums(whole, wholes):
                yield _found(whole)
    yield from map(_of_rows, off_to_date(context.rows))


def _are_sums(whole: _Whole, wholes: Sequence[_Whole]) -> bool:
    alike = [other for other in wholes if other.kind == whole.kind and other is not whole]
    for others, fewest in (
        ([other for other in alike if other.row is whole.row], _FEWEST_OWN),
        ([other for other in alike if other.row is not whole.row], _FEWEST_OTHERS),
    ):
        right = sum(other.agrees for other in others)
        if right >= max(fewest, 2 * (len(others) - right)):
            return True
    return False


def _wholes(row: AssessedRow, to_date: Sequence[Column]) -> Iterator[_Whole]:
    measure = row.measure
    if measure.unit not in COUNTED or measure.running or measure.basis in NO_SUM:
        return
    if words_of(lexicon().names.stocks).search(plain_name(measure)):
        return
    figures = given(row)
    for period, outturn in figures.items():
        for grain in (Grain.QUARTER, Grain.MONTH):
            parts = _within(period, grain, figures) if grain < period.grain else ()
            if parts and outturn.basis in (None, Basis.IN_QUARTER, Basis.ANNUAL):
                half, words = half_of_last(outturn, measure.unit), period.words
                kind = (period.grain, grain)
                yield _Whole(row, kind, number(outturn), half, outturn.cell, words, parts)
                break
    yield from _to_date(row, figures, to_date)


def _within(
    whole: Period, grain: Grain, figures: dict[Period, Outturn], until: int | None = None
) -> tuple[Outturn, ...]:
    """The figures of the shorter periods that make one up, or as much of it as is over; none
    where one is missing or covers something else."""
    found = []
    end = whole.start + grain - 1
    while end <= (whole.end if until is None else until):
        outturn = figures.get(Period(grain, end, whole.starts))
        if outturn is None or outturn.basis in NO_SUM:
            return ()
        found.append(outturn)
        end += grain
    return tuple(found) if len(found) > 1 else ()


def _to_date(
    row: AssessedRow, figures: dict[Period, Outturn], to_date: Sequence[Column]
) -> Iterator[_Whole]:
    """A year to date in a column of its own, beside the periods of the year."""
    if not to_date or not row.table.upright or row.period not in figures:
        return
    year = Period.year(row.period.financial_year, row.period.starts)
    parts = _within(year, row.period.grain, figures, row.period.end)
    for column in to_date if parts else ():
        if column.period in (None, row.period, year):
            cell = row.table.grid.cell(row.measure.row, column.index)
            if cell is not None and isinstance(cell.value, float):
                yield _Whole(row, column, cell.value, 0.5, cell.ref, column.heading, parts)


def _is_to_date(column: Column) -> bool:
    if column.role not in (Role.OTHER, Role.OUTTURN):
        return False
    said = lexicon().bases.phrases.get(Basis.YEAR_TO_DATE, ())
    heading = column.heading.casefold()
    return column.basis is Basis.YEAR_TO_DATE or words_of(said).fullmatch(heading) is not None


def _found(whole: _Whole) -> Found:
    return _told(whole.row, whole.cell, whole.words, whole.figure, whole.parts)


def _of_rows(off: OffToDate) -> Found:
    figure, words = off.figure, off.figure.period.words
    return _told(off.to_date, figure.cell, words, number(figure), off.parts, off.own)


def _told(
    row: AssessedRow,
    cell: str,
    words: str,
    figure: float,
    parts: Sequence[Outturn],
    own: AssessedRow | None = None,
) -> Found:
    parts = sorted(parts, key=lambda o: o.period)
    stated, made = f"{figure:,.12g}", f"{sum_of(parts):,.12g}"
    several, make, where = parts[0].period.words, "makes", parts[0].cell
    if len(parts) > 1:
        several, make = f"{several} to {parts[-1].period.words}", "make"
        where = f"{where} to {parts[-1].cell}"
    of = f' of "{own.measure.name}"' if own is not None else ""
    return Found.in_row(
        row,
        cell,
        f"{row.measure.name}, {words}: {stated} is stated, but {several}{of} ({where}) "
        f"{make} {made}",
        found=stated,
        expected=made,
    )


_HEADINGS = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Q4 2018/19", "2018/19")
_RULES = tuple(
    f"{{id: {key}, name: {name}, unit: count}}"
    for key, name in (("A1", "Visits made"), ("B1", "Calls taken"), ("C1", "Letters sent"))
)
_OTHERS = (
    ("B1", "Calls taken", 1120, 1240, 1190, 1305, 4855),
    ("C1", "Letters sent", 310, 290, 335, 327, 1262),
)
CHECK = Check(
    slug="cumulative-not-sum",
    severity=Severity.WARNING,
    looks_for="a year or year to date that its quarters or months do not add up to, as those of "
    "other rows or years do",
    question="Is the year to date the sum of its quarters?",
    mend="Correct the year or the part of it that is wrong, or total them by formula.",
    run=_sums,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Visits made", 110, 115, 108, 121, 464), *_OTHERS),
        rules=_RULES,
        finds=("G2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Visits made", 110, 115, 108, 121, 454), *_OTHERS),
        rules=_RULES,
    ),
)
