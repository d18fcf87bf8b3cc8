"""A row of the year to date, and the row of each period's own figures that it adds up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks.counts._together import (
    COUNTED,
    NO_SUM,
    adds_up,
    given,
    half_of_last,
    may_be_sum,
    number,
    sum_of,
)
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn

_REACH = 8
_FEWEST, _FEWEST_OF_ONE_NAME = 2, 1
_TO_EACH_ODD = 3
_Series = Mapping[Period, Outturn]


class OffToDate(NamedTuple):
    """A figure to date that is not what the periods of its year make up to then."""

    to_date: AssessedRow
    own: AssessedRow
    figure: Outturn
    parts: tuple[Outturn, ...]

    @property
    def sum(self) -> float:
        """What the periods make."""
        return sum_of(self.parts)


def off_to_date(rows: Sequence[AssessedRow]) -> Iterator[OffToDate]:
    """The few figures of rows to date that are not the sum of the row near by that they sum else.

    Where one figure is wrong all sums behind it in its year are off too: only the first is told.
    """
    for to_date in rows:
        if to_date.measure.unit not in (*COUNTED, None) or not to_date.measure.is_to_date:
            continue
        for own in rows:
            if _may_be_its_own(own, to_date):
                yield from _off(to_date, own)


def _may_be_its_own(own: AssessedRow, to_date: AssessedRow) -> bool:
    one, other = own.measure, to_date.measure
    near = own.table is to_date.table and abs(one.row - other.row) <= _REACH
    return near and one.unit is other.unit and not one.running and one.basis not in NO_SUM


def _off(to_date: AssessedRow, own: AssessedRow) -> Iterator[OffToDate]:
    totals, figures, unit = given(to_date), given(own), own.measure.unit
    telling, odd = 0, []
    for period, total in totals.items():
        parts = _year_so_far(period, figures)
        if not parts:
            continue
        if may_be_sum(number(total), half_of_last(total, unit), parts, unit):
            telling += sum(number(part) > 0 for part in parts) > 1
        elif not _goes_on(period, totals, figures, unit):
            odd.append(OffToDate(to_date, own, total, parts))
    if not odd:
        return
    fewest = _FEWEST_OF_ONE_NAME if _name(own) == _name(to_date) else _FEWEST
    if telling >= max(fewest, _TO_EACH_ODD * len(odd) if fewest == _FEWEST else len(odd)):
        yield from odd


def _year_so_far(period: Period, figures: _Series) -> tuple[Outturn, ...]:
    """The figures of a year's periods up to one of them; none where one is missing or covers
    something else."""
    year = Period.year(period.financial_year, period.starts)
    ends = range(year.start + period.grain - 1, period.end + 1, period.grain)
    found = [figures.get(Period(period.grain, end, period.starts)) for end in ends]
    own = tuple(o for o in found if o is not None and o.basis not in NO_SUM)
    return own if len(own) == len(found) else ()


def _goes_on(period: Period, totals: _Series, figures: _Series, unit: Unit | None) -> bool:
    """Whether the figure to date is the one before it and the period's own."""
    before = totals.get(period.previous)
    if before is None or before.period.financial_year != period.financial_year:
        return False
    total, parts = totals[period], (before, figures[period])
    return adds_up(number(total), half_of_last(total, unit), parts, unit)


def _name(row: AssessedRow) -> str:
    """The name without what says that it is to date."""
    said = lexicon().bases.phrases.get(Basis.YEAR_TO_DATE, ())
    return " ".join(re.findall(r"\w+", words_of(said).sub(" ", plain_name(row.measure))))
