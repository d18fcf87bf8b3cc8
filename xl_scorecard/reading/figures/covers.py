"""What stretch of time a figure covers, and so which targets can be held against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from statistics import median

from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.running_total import (
    only_climbs,
    place_in_year,
    share_of_year,
    starts_again,
)
from xl_scorecard.reading.words.row_words import basis_in_name

_RECENT = 4
_ON_PACE = (0.88, 1.14)
_TOO_MUCH = 1.8
_NEAR = (0.6, 1.6)
_PART = (0.55, 1.7)
_RATES = frozenset((Unit.RATE_PER_10000, Unit.DAYS, Unit.RATIO, Unit.SCORE))
_ADDS_UP = frozenset((None, Unit.COUNT, Unit.CURRENCY))


def is_about(target: float, value: float) -> bool:
    """Whether a figure is so near to a target that both may be of one length of time."""
    least, most = _NEAR
    return bool(target) and least <= value / target <= most


def _spread(figures: Iterable[float]) -> float:
    """How many times the least of some figures the most is."""
    least, most = min(found := list(figures)), max(found)
    return most / least if least > 0 else float("inf")


class Covers(StrEnum):
    """How a figure goes with time."""

    LEVEL = "level"  # a share, a rate, an average, a stock: as good of a month as of a year
    FLOW = "flow"  # what came about in the period: a year's is the sum of its months'
    TO_DATE = "to date"  # what came about since the year began
    OPEN = "open"  # nothing says


@dataclass(frozen=True)
class FigureOf:
    """An indicator's figure as far as time goes: its name, unit, basis and series.

    `values` are its figures by period, `period` that of the figure that is judged.
    """

    name: str
    unit: Unit | None
    basis: Basis | None
    values: Mapping[Period, float]
    period: Period

    @cached_property
    def covers(self) -> Covers:
        """What it covers: by its basis, its shape, its name, its unit."""
        said = self.basis or basis_in_name(self.name)
        if said in (Basis.SNAPSHOT, Basis.ROLLING_12_MONTHS, Basis.ANNUAL):
            return Covers.LEVEL
        names = lexicon().names
        level = self._is_rate or self._named(names.levels)
        if said is Basis.YEAR_TO_DATE:
            return Covers.LEVEL if self.is_share and self._stays_level else Covers.TO_DATE
        if said is None and self.runs_on and not level:
            return Covers.TO_DATE
        if level or not (self.unit is Unit.SCORE or self.unit in _ADDS_UP):
            return Covers.LEVEL
        if self.unit is None:
            return Covers.OPEN  # shares may be typed as whole numbers
        if said is Basis.IN_QUARTER:
            return Covers.FLOW
        flows, stocks = self._named(names.flows), self._named(names.stocks)
        if flows is stocks:
            return Covers.OPEN
        return Covers.FLOW if flows else Covers.LEVEL

    @cached_property
    def runs_on(self) -> bool:
        """Whether its figures have the shape of a running total."""
        return starts_again(self.values) or only_climbs(self.values)

    @property
    def is_running_total(self) -> bool:
        """Whether it is a total of the year so far: as its basis or name says, or as all its years
        begin again from nothing."""
        said = self.basis or basis_in_name(self.name)
        if not self.values or self.covers is not Covers.TO_DATE:
            return False
        return said is Basis.YEAR_TO_DATE or starts_again(self.values)

    @property
    def _is_rate(self) -> bool:
        """Whether its unit is that of rates, averages and scores; what is weighed, `tonnes
        collected`, has none of its own and adds up."""
        weighed = self.unit is Unit.SCORE and self._named(lexicon().names.flows)
        return self.unit in _RATES and not weighed

    @property
    def is_share(self) -> bool:
        """Whether it is a share, a rate or an average, which to date is no sum."""
        rate = self.unit is Unit.PERCENT or self._is_rate
        return rate or self._named(lexicon().names.levels)

    @property
    def value(self) -> float | None:
        """The figure that is judged."""
        return self.values.get(self.period)

    @property
    def _stays_level(self) -> bool:
        """Whether its figures are more alike than what they would come to over the year at their
        pace: a share of the year so far, no part of the year's."""
        paces = [value / share_of_year(period) for period, value in self.values.items()]
        return _spread(self.values.values()) < _spread(paces)

    def is_too_much_for(self, target: float) -> bool:
        """Whether it is far above what would be due of a year's target by now."""
        if self.value is None or target <= 0:
            return False
        return self.value > _TOO_MUCH * share_of_year(self.period) * target

    @property
    def may_add_up(self) -> bool:
        """Whether it may add up over the year though it is taken for a level, nothing but its name
        saying so: `days lost per FTE`, `homes on the register`."""
        if self.basis is not None and self.basis is not Basis.IN_QUARTER:
            return False
        names = lexicon().names
        return self._named(names.adding_rates) or (
            self.unit in _ADDS_UP and not self._named(names.levels)
        )

    def adds_up_to(self, target: float) -> bool:
        """Whether its figures are a part of a target that is about what a whole year beside them
        came to, also where a name or unit takes it for a level: cases per 1,000 homes, 45 in the
        year before and 14 and 15 in quarters since."""
        if self.basis not in (None, Basis.IN_QUARTER) or self.unit is Unit.PERCENT:
            return False
        years = [value for period, value in self.values.items() if period.grain is Grain.YEAR]
        return self.is_a_part_of(target) and any(is_about(target, value) for value in years)

    def keeps_pace_with(self, target: float) -> bool:
        """Whether its figures of this year, two or more from its first period on, are just those
        of a running total on its way to a target: 1.03 and 2.14 of 4.16."""
        share, year = share_of_year(self.period), self.period.financial_year
        own = {
            p: v for p, v in self.values.items()
            if p.grain is self.period.grain and p.financial_year == year and p <= self.period
        }  # fmt: skip
        if share == 1 or len(own) < 2 or not target or self.basis not in (None, Basis.IN_QUARTER):
            return False
        if place_in_year(min(own)) > 1:
            return False  # 71% and 73% of 95% in November and December
        paces = [value / share_of_year(p) / target for p, value in own.items()]
        return _ON_PACE[0] <= min(paces) and max(paces) <= _ON_PACE[1]

    @cached_property
    def usual(self) -> float | None:
        """What its figures of this length have been of late."""
        alike = sorted(p for p in self.values if p.grain is self.period.grain)
        return median([self.values[p] for p in alike[-_RECENT:]]) if alike else None

    def is_near(self, target: float) -> bool:
        """Whether its figures of a month or quarter have come to about as much as a target."""
        return self.usual is not None and is_about(target, self.usual)

    def is_always_near(self, target: float) -> bool:
        """Whether all of its last four figures of a month or quarter are about a target."""
        alike = sorted(p for p in self.values if p.grain is self.period.grain)[-_RECENT:]
        return len(alike) == _RECENT and all(is_about(target, self.values[p]) for p in alike)

    def is_a_part_of(self, target: float) -> bool:
        """Whether its figures are about that part of a target which its periods are of a year."""
        share = self.period.grain / Grain.YEAR
        least, most = _PART
        return share < 1 and least * share <= self._of(target) <= most * share

    def _of(self, target: float) -> float:
        return self.usual / target if self.usual is not None and target else 0.0

    def _named(self, phrases: tuple[str, ...]) -> bool:
        return words_of(phrases).search(tidy(self.name)) is not None
