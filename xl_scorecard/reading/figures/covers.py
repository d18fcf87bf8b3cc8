"""What stretch of time a figure covers, and so which targets can be held against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from statistics import median

from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.running_total import only_climbs, starts_again
from xl_scorecard.reading.words.row_words import basis_in_name

_RECENT = 4
_NEAR = (0.6, 1.6)
_PART = (0.55, 1.7)
_ADDS_UP = frozenset((None, Unit.COUNT, Unit.CURRENCY))


def is_about(target: float, value: float) -> bool:
    """Whether a figure is so near to a target that both may be of one length of time."""
    least, most = _NEAR
    return bool(target) and least <= value / target <= most


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
        if said is Basis.YEAR_TO_DATE or (self.basis is None and self.runs_on):
            return Covers.TO_DATE
        names = lexicon().names
        if self.unit not in _ADDS_UP or self._named(names.levels):
            return Covers.LEVEL
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
    def may_add_up(self) -> bool:
        """Whether it may add up over the year though it is taken for a level, nothing but its name
        saying so: `days lost per FTE`, `homes on the register`."""
        if self.basis is not None and self.basis is not Basis.IN_QUARTER:
            return False
        names = lexicon().names
        return self._named(names.adding_rates) or (
            self.unit in _ADDS_UP and not self._named(names.levels)
        )

    @cached_property
    def usual(self) -> float | None:
        """What its figures of this length have been of late."""
        alike = sorted(p for p in self.values if p.grain is self.period.grain)
        return median([self.values[p] for p in alike[-_RECENT:]]) if alike else None

    def is_near(self, target: float) -> bool:
        """Whether its figures of a month or quarter have come to about as much as a target."""
        return self.usual is not None and is_about(target, self.usual)

    def is_a_part_of(self, target: float) -> bool:
        """Whether its figures are about that part of a target which its periods are of a year."""
        share = self.period.grain / Grain.YEAR
        least, most = _PART
        return share < 1 and least * share <= self._of(target) <= most * share

    def _of(self, target: float) -> float:
        return self.usual / target if self.usual is not None and target else 0.0

    def _named(self, phrases: tuple[str, ...]) -> bool:
        return words_of(phrases).search(tidy(self.name)) is not None
