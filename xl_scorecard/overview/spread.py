"""How figures of several scorecards lie to each other: ranks, quartiles, spread, outliers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_FEWEST = 4
"""Of fewer figures there are no quartiles and no outliers."""
_FAR = 1.5
"""How many times the distance between quartiles beyond them a figure is an outlier (Tukey)."""


@dataclass(frozen=True)
class Spread:
    """The figures' least, quartiles and most; outliers lie beyond `lower` or `upper`.

    Quartiles are those of Excel's QUARTILE.INC. None where there are too few figures.
    """

    count: int
    least: float | None = None
    first: float | None = None
    median: float | None = None
    third: float | None = None
    most: float | None = None

    def is_outlier(self, value: float | None) -> bool:
        """Whether a figure lies far beyond the quartiles."""
        if value is None or self.count < _FEWEST or self.first is None or self.third is None:
            return False
        reach = _FAR * (self.third - self.first)
        return value < self.first - reach or value > self.third + reach


def spread_of(values: Sequence[float]) -> Spread:
    """The spread of figures."""
    if not values:
        return Spread(0)
    ordered = sorted(values)
    median = _quantile(ordered, 0.5)
    if len(ordered) < _FEWEST:
        return Spread(len(ordered), ordered[0], None, median, None, ordered[-1])
    first, third = _quantile(ordered, 0.25), _quantile(ordered, 0.75)
    return Spread(len(ordered), ordered[0], first, median, third, ordered[-1])


def _quantile(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])


def places_of(
    values: Sequence[float], *, highest_first: bool
) -> list[tuple[int | None, int | None]]:
    """The rank of each figure, equal ones sharing the better, and its quartile, 1 the best.

    One figure alone has no rank.
    """
    if len(values) < 2:
        return [(None, None)] * len(values)
    ordered = sorted(values, reverse=highest_first)
    ranks = [ordered.index(value) + 1 for value in values]
    if len(values) < _FEWEST:
        return [(rank, None) for rank in ranks]
    return [(rank, 1 + (rank - 1) * 4 // len(values)) for rank in ranks]
