"""Which figures of a measure make up its series, and which targets they were held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.compared import breaks_between, figure_for
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import EarlierTarget, Measure, Outturn

_MOST = 600
"""Fifty years of months: a series is looked at no further back."""


class TargetThen(NamedTuple):
    """The target of a period, and whether it is only today's, as that of the time is not known.

    The rule set says it, by period or for all. The sheet's own is that of its year; where the sheet
    of an earlier period had a target, that held until then; what it has itself of an earlier
    period or year goes before both.
    """

    target: Target | None
    only_todays: bool = False


class Series:
    """The figures of a measure up to a period that are as long as that and cover as much.

    Those that workbooks of earlier quarters supply are among them where nothing `live` is made of
    them: no formula follows another workbook.
    """

    def __init__(
        self, measure: Measure, current: Outturn | None, period: Period, *, live: bool = False
    ) -> None:
        self.measure = measure
        self._history: Mapping[Period, Outturn] = measure.history if live else measure.charted
        self.period = period
        self.basis = (current.basis if current is not None else None) or measure.basis

    @property
    def is_to_date(self) -> bool:
        """Whether its figures are totals or shares of the year so far."""
        return self.measure.running or self.basis is Basis.YEAR_TO_DATE

    @cached_property
    def periods(self) -> Sequence[Period]:
        """Every period of the length from the first that there is a figure of, gaps among them."""
        last = self.period
        with_figures = (end for end, outturn in self._by_end.items() if outturn.value is not None)
        first = max(min(with_figures, default=last.end), last.end - _MOST * last.grain)
        return _periods(last.grain, first, last.end, last.starts)

    @cached_property
    def values(self) -> list[float | None]:
        """The figure of each of these periods, None where there is none."""
        basis, by_end = self.basis, self._by_end
        found: list[float | None] = []
        for period in self.periods:
            own = by_end.get(period.end)
            if own is None or own.value is None:
                own = figure_for(self.measure, period, self._history)
            plain = own is not None and own.basis in (None, basis)
            found.append(own.value if plain and own is not None else _value(own, basis))
        return found

    @cached_property
    def _by_end(self) -> dict[int, Outturn]:
        """The outturns of periods of the length, by the month that these end in."""
        grain = self.period.grain
        return {p.end: o for p, o in self._history.items() if p.grain is grain}

    @cached_property
    def targets(self) -> list[TargetThen]:
        """What the figure of each of these periods is held against."""
        return _targets_then(self.measure, self.periods, self.period)

    def target_in(self, period: Period) -> Target | None:
        """What the figure of a period is held against."""
        return _targets_then(self.measure, [period], self.period)[0].target

    @cached_property
    def begins_anew(self) -> frozenset[int]:
        """The places of the periods from which on figures are not comparable with earlier ones."""
        return frozenset(_begins_anew(self.measure, self.periods))


@lru_cache(maxsize=256)
def _periods(grain: Grain, first: int, last: int, starts: int) -> tuple[Period, ...]:
    """The periods of a length that end from one month to another: those of most indicators."""
    return tuple(Period(grain, end, starts) for end in range(first, last + 1, grain))


def _value(outturn: Outturn | None, basis: Basis | None) -> float | None:
    """A figure, if it covers as much as the newest does; a whole year is one whatever is added."""
    if outturn is None or outturn.basis in (None, basis) or basis is None:
        return outturn.value if outturn is not None else None
    return outturn.value if outturn.period.grain is Grain.YEAR else None


def _begins_anew(measure: Measure, periods: Sequence[Period]) -> Iterator[int]:
    begun = measure.begun
    if not begun:
        return
    for at in range(1, len(periods)):
        if breaks_between(measure, periods[at - 1], periods[at], begun):
            yield at


def _targets_then(measure: Measure, periods: Sequence[Period], last: Period) -> list[TargetThen]:
    said = measure.rule.target if measure.rule is not None else None
    if isinstance(said, dict):
        return [TargetThen(measure.target_for(period)) for period in periods]
    today, before = measure.target_for(last), measure.target_before
    if said is not None:
        return [TargetThen(today)] * len(periods)
    said_then, year = measure.earlier_targets, last.financial_year
    own, unknown = TargetThen(today), TargetThen(today, only_todays=True)

    def then(period: Period) -> TargetThen:
        if said_then and (of_then := _of_then(said_then, period)) is not None:
            return of_then
        if before is not None and period <= before.period:
            same_year = period.financial_year == before.period.financial_year
            return TargetThen(before.target) if same_year else unknown
        return own if period.financial_year == year else unknown

    if said_then or before is not None:
        return [then(period) for period in periods]
    began = last.end - (last.end - (last.starts - 1)) % Grain.YEAR
    return [own if period.end >= began else unknown for period in periods]


def _of_then(said: Mapping[Period, EarlierTarget], period: Period) -> TargetThen | None:
    """The target that the sheet has of an earlier period, or else of its year."""
    found = said.get(period) or said.get(Period.year(period.financial_year, period.starts))
    return TargetThen(found.target) if found is not None else None
