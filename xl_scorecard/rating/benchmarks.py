"""An indicator's figure held against those of others."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.domain.benchmarks.held_against import HeldAgainst, held_against
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Measure, Outturn


def against_others(
    measure: Measure, current: Outturn | None, period: Period
) -> tuple[HeldAgainst, ...]:
    """What comes of each benchmark of a measure, in the order of the sheet, then of the rule."""
    figure = current.value if current is not None else None
    settled = measure.benchmarks
    return tuple(
        replace(held_against(b, figure, measure.polarity), leads=b is settled.of(b.kind, period))
        for b in settled.told
    )
