"""What is told of an indicator's variation: in the period it is judged in, and before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.variation.assurance import Assurance
from xl_scorecard.domain.variation.chart import Charted
from xl_scorecard.domain.variation.limits import Limits
from xl_scorecard.domain.variation.special_causes import Cause


class Signal(StrEnum):
    """What a figure among its series is a sign of."""

    IMPROVING = "improving"  # special cause, the way that is good
    CONCERNING = "concerning"  # special cause, the other way
    FOR_INFORMATION = "for information"  # special cause, where neither way is good
    COMMON = "common"


class WhyNoVariation(StrEnum):
    """Why there are no limits."""

    YEAR_TO_DATE = "year to date"  # each figure holds those before it
    OVERLAPPING = "overlapping"  # each covers much of what the one before does
    TOO_FEW = "too few"


@dataclass(frozen=True)
class Variation:
    """An indicator's series up to the period it is judged in, charted: what each figure is a sign
    of, and whether its target of that period will be met as things are."""

    periods: tuple[Period, ...] = ()
    points: tuple[Charted, ...] = ()
    signals: tuple[Signal | None, ...] = ()
    assurances: tuple[Assurance | None, ...] = ()
    why_not: WhyNoVariation | None = None

    @property
    def signal(self) -> Signal | None:
        """What the newest figure is a sign of; None where there is none, or there are no limits."""
        return self.signals[-1] if self.signals else None

    @property
    def assurance(self) -> Assurance | None:
        """Whether the target will be met as things are."""
        return self.assurances[-1] if self.assurances else None

    @property
    def limits(self) -> Limits | None:
        """The mean and limits that the newest figure is held against."""
        return self.points[-1].limits if self.points else None

    @property
    def way(self) -> int:
        """1 where the newest figure is singled out as high or rising, -1 as low or falling."""
        return self.points[-1].way if self.points else 0

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Why the newest figure is singled out."""
        return self.points[-1].causes if self.points else ()

    @property
    def figures(self) -> int:
        """How many figures there are."""
        return sum(point.value is not None for point in self.points)


def signal_of(
    points: Sequence[Charted], at: int, polarity: Polarity | None, target: Target | None
) -> Signal | None:
    """What a figure is a sign of: a way that is good or not, or of plan nearer to it or further.

    Nearer is told from the mean, or within a trend from the figure before.
    """
    point = points[at]
    if point.value is None or point.limits is None:
        return None
    if not point.causes:
        return Signal.COMMON
    if polarity is None or polarity is Polarity.NEITHER:
        return Signal.FOR_INFORMATION
    if polarity is Polarity.PLAN or (target is not None and target.upper is not None):
        return _by_plan(points, at, target)
    better = (point.way > 0) == (polarity is Polarity.HIGH)
    return Signal.IMPROVING if better else Signal.CONCERNING


def _by_plan(points: Sequence[Charted], at: int, target: Target | None) -> Signal:
    value, limits = points[at].value, points[at].limits
    assert value is not None  # a point that is singled out has both
    assert limits is not None
    beside = limits.mean
    before = points[at - 1].value if at else None
    if points[at].causes[0] is Cause.TREND and before is not None:
        beside = before
    if target is None:
        return Signal.FOR_INFORMATION
    off = [max(target.shortfall(figure, Polarity.PLAN), 0.0) for figure in (beside, value)]
    if off[1] == off[0]:
        return Signal.FOR_INFORMATION
    return Signal.IMPROVING if off[1] < off[0] else Signal.CONCERNING
