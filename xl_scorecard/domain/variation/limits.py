"""The mean of a series and its limits, from how far its figures usually move."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple

OF_THE_RANGE = 2.66
"""How many mean moving ranges the limits are from the mean: 3 / 1.128, as Wheeler rounds it."""
OUTLYING = 3.267
"""Moving ranges of this many times their mean, or more, are screened, as NHSRplotthedots does."""
ENOUGH, FEWEST = 12, 6
"""How many figures limits need, and trial ones."""
Series = Sequence[float | None]
"""Figures in order of time, None where there is none."""


class Limits(NamedTuple):
    """The mean of some figures and the limits around it, in their unit.

    `moving_range` is the mean of how far one figure is from the next, without those that were
    `screened` (how many). `figures` says how many figures in a row they rest on; of fewer than
    twelve they are `trial` limits.
    """

    mean: float
    lower: float
    upper: float
    moving_range: float
    figures: int
    screened: int = 0

    @property
    def trial(self) -> bool:
        """Whether they rest on few figures, and will move with the next ones."""
        return self.figures < ENOUGH


def limits_of(series: Series, *, screen: bool = True) -> Limits | None:
    """The limits that a series gives; None of fewer than six figures.

    Across a gap nothing has moved: only neighbours give a range, and figures count as one more
    than there are ranges.
    """
    figures = [value for value in series if value is not None]
    ranges = [abs(b - a) for a, b in pairwise(series) if a is not None and b is not None]
    if len(ranges) + 1 < FEWEST:
        return None
    mean = fsum(figures) / len(figures)
    usual = fsum(ranges) / len(ranges)
    left = [r for r in ranges if r < OUTLYING * usual] if screen and usual else ranges
    if len(left) < len(ranges):
        usual = fsum(left) / len(left)
    far = OF_THE_RANGE * usual
    screened = len(ranges) - len(left)
    return Limits(mean, mean - far, mean + far, usual, len(ranges) + 1, screened)
