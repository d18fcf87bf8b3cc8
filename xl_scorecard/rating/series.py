"""Which figures of a measure make up its series, and which targets they were held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.compared import breaks, breaks_between, figure_for
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import Measure, Outturn

_MOST = 600
"""Fifty years of months: a series is looked at no further back."""


class Series:
    """The figures of a measure up to a period that are as long as that and cover as much."""

    def __init__(self, measure: Measure, current: Outturn | None, period: Period) -> None:
        self.measure = measure
        self.period = period
        self.basis = (current.basis if current is not None else None) or measure.basis

    @property
    def is_to_date(self) -> bool:
        """Whether its figures are totals or shares of the year so far."""
        return self.measure.running or self.basis is Basis.YEAR_TO_DATE

    @cached_property
    def periods(self) -> list[Period]:
        """Every period of the length from the first that there is a figure of, gaps among them."""
        return _periods(self._history, self.period)

    @cached_property
    def values(self) -> list[float | None]:
        """The figure of each of these periods, None where there is none."""
        measure, history = self.measure, self._history
        return [_value(figure_for(measure, each, history), self.basis) for each in self.periods]

    @cached_property
    def begins_anew(self) -> frozenset[int]:
        """The places of the periods from which on figures are not comparable with earlier ones."""
        return frozenset(_begins_anew(self.measure, self.periods))

    @cached_property
    def _history(self) -> Mapping[Period, Outturn]:
        return self.measure.history


def _periods(history: Mapping[Period, Outturn], last: Period) -> list[Period]:
    grain = last.grain
    with_figures = (p.end for p, o in history.items() if p.grain is grain and o.value is not None)
    first = min(with_figures, default=last.end)
    first = max(first, last.end - _MOST * grain)
    return [Period(grain, end, last.starts) for end in range(first, last.end + 1, grain)]


def _value(outturn: Outturn | None, basis: Basis | None) -> float | None:
    """A figure, if it covers as much as the newest does; a whole year is one whatever is added."""
    if outturn is None or outturn.basis in (None, basis) or basis is None:
        return outturn.value if outturn is not None else None
    return outturn.value if outturn.period.grain is Grain.YEAR else None


def _begins_anew(measure: Measure, periods: Sequence[Period]) -> Iterator[int]:
    begun = set(breaks(measure))
    if not begun:
        return
    for at in range(1, len(periods)):
        if breaks_between(measure, periods[at - 1], periods[at], begun):
            yield at


def targets_in(measure: Measure, periods: Sequence[Period]) -> list[Target | None]:
    """The targets as they were in each period: the sheet's is known for the year of the last."""
    said = measure.rule.target if measure.rule is not None else None
    if isinstance(said, dict):
        return [measure.target_for(period) for period in periods]
    last = periods[-1]
    target = measure.target_for(last)
    if said is not None:
        return [target] * len(periods)
    year = last.financial_year
    this = sum(period.financial_year == year for period in periods[-Grain.YEAR :])
    return [None] * (len(periods) - this) + [target] * this


def targets_then(
    measure: Measure, periods: Sequence[Period], last: Period
) -> list[tuple[Target | None, bool]]:
    """The target that each period's figure is held against, and whether it is only today's (that
    of the `last` period), as that of the time is not known.

    The rule set says it, by period or for all. The sheet's own is that of its year; where the sheet
    of an earlier period had a target, that held until then.
    """
    if measure.rule is not None and measure.rule.target is not None:
        return [(measure.target_for(period), False) for period in periods]
    today, before = measure.target_for(last), measure.target_before
    year = last.financial_year

    def then(period: Period) -> tuple[Target | None, bool]:
        if before is not None and period <= before.period:
            same_year = period.financial_year == before.period.financial_year
            return (before.target, False) if same_year else (today, True)
        return today, period.financial_year != year

    return [then(period) for period in periods]
