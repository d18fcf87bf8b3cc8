"""Figures in words."""

from __future__ import annotations

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.durations import duration_in_words
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.scorecard import Measure, Outturn


def stated(outturn: Outturn, measure: Measure) -> str:
    """A figure in its unit, whatever its cell's number format: `84%`, `1806`."""
    assert outturn.value is not None
    return _in_unit(outturn.value, measure.unit)


def as_shown(outturn: Outturn, measure: Measure) -> str:
    """The same with no more decimals than its cell shows."""
    return stated(outturn._replace(value=outturn.as_shown(measure.unit)), measure)


def stated_target(target: Target, unit: Unit | None) -> str:
    """A target in its unit, a range by its two ends: `80%`, `40 to 60`."""
    ends = (target.value,) if target.upper is None else (target.value, target.upper)
    return " to ".join(_in_unit(end, unit) for end in ends)


def _in_unit(value: float, unit: Unit | None) -> str:
    if unit is Unit.PERCENT:
        return f"{value * 100:.10g}%"
    if unit is Unit.DURATION:
        return duration_in_words(value)
    return f"{value:.12g}"


def stands_there(outturn: Outturn) -> str:
    """What stands in the cell of a figure that is none: its words, or that it is blank."""
    return f'"{outturn.raw}" stands there' if outturn.raw else "the cell is blank"


def stated_otherwise(outturn: Outturn, measure: Measure) -> str:
    """A number that is not taken for a figure as it would be stated if it were one."""
    if outturn.held is None:
        return outturn.raw
    return stated(outturn._replace(value=outturn.held / outturn.usual), measure)
