"""The newest figure of a series and how far it must be off to be worth a word."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from xl_scorecard.checks.context import Context
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.durations import duration_in_words
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.scorecard import Measure, Outturn
from xl_scorecard.domain.variation.special_causes import Cause
from xl_scorecard.domain.variation.told import Variation, WhyNoVariation

_EXPLAINED = frozenset((Mark.NOTE, Mark.BREAK, Mark.ESTIMATED, Mark.FORECAST))
_DIGITS, _SIGMAS = 3, 3
_POINTS, _SHARE = 0.02, 0.05
_MOVES = 2
"""How many mean moving ranges it came from the figure before: a series that drifts out of its
limits step by step has no slip in it."""


class Newest(NamedTuple):
    """A row with its newest figure, the one before, and the variation they are part of."""

    row: AssessedRow
    outturn: Outturn
    value: float
    before: float
    variation: Variation

    @property
    def move(self) -> float:
        """How far it is from the one before."""
        return abs(self.value - self.before)


def newest(context: Context) -> Iterator[Newest]:
    """The rows whose newest figure and the one before are there, and no remark explains it."""
    for row in context.rows:
        variation, outturn = row.variation, row.current
        points = variation.points
        overlaps = variation.why_not not in (None, WhyNoVariation.TOO_FEW)
        if overlaps or len(points) < 2 or outturn is None or _EXPLAINED.intersection(outturn.flags):
            continue
        value, before = points[-1].value, points[-2].value
        if value is not None and before is not None:
            yield Newest(row, outturn, value, before, variation)


def lies_outside(found: Newest) -> bool:
    """Whether it left the limits of its series at one go, and far enough to be worth a word."""
    limits, points = found.variation.limits, found.variation.points
    if limits is None or Cause.OUTSIDE not in found.variation.causes:
        return False
    was_too = Cause.OUTSIDE in points[-2].causes and points[-2].way == points[-1].way
    far = found.move > _MOVES * limits.moving_range
    return not was_too and far and is_material(found, limits.mean)


def is_material(found: Newest, usual: float) -> bool:
    """Whether a figure is so far off the usual that chance and rounding do not explain it.

    A count is that far off by chance up to three times its square root, a share of known counts up
    to three standard errors; the last digit may be off by rounding. Less than two points, or a
    twentieth of what is not a percentage, is not worth a word.
    """
    measure, off = found.row.measure, abs(found.value - usual)
    return off > max(
        _DIGITS * _last_digit(measure), _by_chance(found, usual), _worth_a_word(measure, usual)
    )


def _last_digit(measure: Measure) -> float:
    return 10.0 ** -(_decimals(measure) + (2 if measure.unit is Unit.PERCENT else 0))


def _decimals(measure: Measure) -> int:
    """How many decimals its figures are stated with at the most."""
    stated = (o.stated_decimals for o in measure.outturns.values() if o.value is not None)
    return max(stated, default=0)


def _by_chance(found: Newest, usual: float) -> float:
    measure = found.row.measure
    if measure.unit is Unit.COUNT:
        return _SIGMAS * sqrt(max(abs(usual), 1.0))
    base = measure.denominators.get(found.outturn.period)
    if measure.unit is Unit.PERCENT and base is not None and base.value and base.value > 0:
        share = min(max(usual, 0.0), 1.0)
        return _SIGMAS * sqrt(share * (1 - share) / base.value)
    return 0.0


def _worth_a_word(measure: Measure, usual: float) -> float:
    return _POINTS if measure.unit is Unit.PERCENT else _SHARE * abs(usual)


def worked_out(value: float, measure: Measure) -> str:
    """A mean or limit in words, a digit finer than the figures are."""
    if measure.unit is Unit.DURATION:
        return duration_in_words(value)
    percent = measure.unit is Unit.PERCENT
    number = value * 100 if percent else value
    return f"{number:,.{min(_decimals(measure) + 1, 4)}f}{'%' if percent else ''}"
