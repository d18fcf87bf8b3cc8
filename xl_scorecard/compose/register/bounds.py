"""Between which numbers a figure typed since is read as the others of its row are.

Beyond them only reading can tell: 84 among fractions, 0.8 among percentages kept as 84.2, a figure
below 0 where none is, the serial number of a date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.scale import HUNDRED, MOST_AS_FRACTION
from xl_scorecard.domain.scorecard import Outturn

_FAR = 1000.0
_FAR_DURATION = 10.0
_DATES = 36_000.0
"""Serial numbers of dates begin here, in 1998; a row of smaller figures has none of its own there.
"""
_NO_SHARE_ABOVE = 1.0


@dataclass(frozen=True)
class Bounds:
    """Numbers above `above` and up to `up_to`, and 0, are read; divided by `kept_times`.

    `dates_from` is where a number typed into the cell may be a date, None where none is likely.
    """

    above: float
    up_to: float
    kept_times: float = 1.0
    dates_from: float | None = None

    @property
    def none(self) -> Bounds:
        """No number at all."""
        return Bounds(0.0, 0.0, self.kept_times)


def bounds_of(a: AssessedRow) -> Bounds:
    """The bounds of an indicator's figures, as its cells keep them."""
    outturns = [o for o in a.measure.outturns.values() if o.stored is not None and o.held is None]
    times = _kept_times(a, outturns)
    numbers = [o.stored or 0.0 for o in outturns if o.factor == times]
    if a.measure.unit is Unit.PERCENT:
        return _of_percentages(numbers, times)
    if a.measure.unit is Unit.DURATION:
        known = [abs(n) for n in numbers if n]
        middle = median(known) if known else 0.0
        return Bounds(middle / _FAR_DURATION, (middle or 1.0) * _FAR_DURATION)
    most = max([abs(n) for n in numbers] + ([abs(a.target.value)] if a.target else []), default=1.0)
    up_to = max(most, 1.0) * _FAR
    dates = _DATES if most < _DATES < up_to else None
    if any(n < 0 for n in numbers) or a.measure.unit is Unit.CURRENCY:
        return Bounds(-up_to, up_to, dates_from=dates)
    known = [abs(n) for n in numbers if n]
    if a.measure.unit in (None, Unit.SCORE) and known:
        if min(known) > MOST_AS_FRACTION:
            return Bounds(MOST_AS_FRACTION, up_to, dates_from=dates)
        if max(known) <= 1:
            return Bounds(0.0, 1.0)
    return Bounds(0.0, up_to, dates_from=dates)


def bounds_of_words(rating: Rating) -> Bounds:
    """The bounds of figures that are words: the places of the rating's words."""
    return Bounds(0.0, float(len(rating.words)))


def _kept_times(a: AssessedRow, outturns: Sequence[Outturn]) -> float:
    """100 where 84.2 stands for 84.2%, by the figure itself, its neighbours, or the target."""
    current = a.current
    if current is not None and current.stored is not None and current.held is None:
        return current.factor
    if current is not None and current.held is not None and current.usual != 1:
        return current.usual
    factors = [o.factor for o in outturns]
    if factors:
        return max(dict.fromkeys(factors), key=factors.count)
    cell = a.measure.target_cell
    return cell.factor if cell is not None else 1.0


def _of_percentages(numbers: Sequence[float], times: float) -> Bounds:
    known = [n for n in numbers if n]
    below = min([n for n in known if n < 0], default=0.0) * 2
    if times != HUNDRED:
        return Bounds(below, max([_NO_SHARE_ABOVE, *known]), times)
    small = min([n for n in known if n > 0], default=HUNDRED)
    above = small if small <= MOST_AS_FRACTION else 1.0
    return Bounds(below or above, max([HUNDRED, *known]), times)


def bounds_of_target(a: AssessedRow, figures: Bounds) -> Bounds:
    """The bounds of the target, typed as a number."""
    cell, unit = a.measure.target_cell, a.measure.unit
    times = cell.factor if cell is not None and cell.as_text is None else figures.kept_times
    if unit is Unit.PERCENT:
        return Bounds(1.0 if times == HUNDRED else 0.0, HUNDRED if times == HUNDRED else 1.0, times)
    if unit is Unit.DURATION:
        return figures
    values = [abs(o.value) for o in a.measure.outturns.values() if o.value]
    above = 1.0 if values and min(values) > _FAR_DURATION else max(figures.above, 0.0)
    up_to = figures.up_to
    if values and max(values) <= 1 and any(v != int(v) for v in values):
        up_to = _FAR_DURATION * max(values)
    if unit is Unit.CURRENCY:
        above = figures.above
    return Bounds(above, up_to, times, figures.dates_from)
