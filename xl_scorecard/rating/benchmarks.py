"""An indicator's figure held against those of others."""

from __future__ import annotations

from xl_scorecard.domain.benchmarks.held_against import HeldAgainst, held_against
from xl_scorecard.domain.scorecard import Measure, Outturn


def against_others(measure: Measure, current: Outturn | None) -> tuple[HeldAgainst, ...]:
    """What comes of each benchmark of a measure, in the order of the sheet, then of the rule."""
    figure = current.value if current is not None else None
    return tuple(held_against(b, figure, measure.polarity) for b in measure.benchmarks.told)
