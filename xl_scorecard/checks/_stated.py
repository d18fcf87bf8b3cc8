"""Figures in words."""

from __future__ import annotations

from xl_scorecard.domain.durations import duration_in_words
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.scorecard import Measure, Outturn


def stated(outturn: Outturn, measure: Measure) -> str:
    """A figure in its unit, whatever its cell's number format: `84%`, `1806`."""
    assert outturn.value is not None
    if measure.unit is Unit.PERCENT:
        return f"{outturn.value * 100:.10g}%"
    if measure.unit is Unit.DURATION:
        return duration_in_words(outturn.value)
    return f"{outturn.value:.12g}"


def stated_otherwise(outturn: Outturn, measure: Measure) -> str:
    """A number that is not taken for a figure as it would be stated if it were one."""
    if outturn.held is None:
        return outturn.raw
    return stated(outturn._replace(value=outturn.held / outturn.usual), measure)
