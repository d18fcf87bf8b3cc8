"""The scale a row's percentages are kept on, and what of the row is on the other."""

from __future__ import annotations

from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.scale import MOST_AS_FRACTION, RowScale, row_scale
from xl_scorecard.domain.scorecard import Measure, Outturn


def stored(measure: Measure) -> list[tuple[Outturn, float]]:
    """The outturns kept as numbers, with the number in the cell."""
    return [
        (outturn, number)
        for outturn in measure.outturns.values()
        if (number := outturn.stored) is not None
    ]


def target_number(measure: Measure) -> float | None:
    """The number in the target's cell, where it was typed as a number."""
    place = measure.target_cell
    if place is None or measure.target is None or place.as_text is not None:
        return None
    return round(measure.target.value * place.factor, 12)


def scale_of(measure: Measure) -> RowScale:
    """The scale of a row, and which of its numbers slipped."""
    return row_scale([number for _, number in stored(measure)], target_number(measure))


def slipped_cells(measure: Measure) -> set[str]:
    """The cells of a row's percentages that are on the other scale than the rest."""
    if measure.unit is not Unit.PERCENT:
        return set()
    return {o.cell for o in measure.outturns.values() if o.held is not None and o.value is not None}


def in_the_other_scale(number: float) -> float:
    """80 as 0.8, 0.8 as 80."""
    return number / 100 if number > MOST_AS_FRACTION else number * 100
