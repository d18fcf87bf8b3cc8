"""Whether the newest figure of a row is so unusual that an officer is to be asked about it."""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean

from tests.checks_bench.measures import Measure
from tests.checks_bench.periods import Period

FEWEST = 6
LIMITS, MOVE = 2.5, 3.0
"""In mean moving ranges: a little within the 2.66 and 3.267 of the NHS's "Making Data Count"."""


def startles(measure: Measure, periods: list[Period]) -> bool:
    """Whether its newest figure is beyond what chance explains: in a clean scorecard none is."""
    whole = bool(periods[-1].parts)
    figures = [
        value
        for value, period in zip(measure.values, periods, strict=True)
        if isinstance(value, int | float) and bool(period.parts) == whole
    ]
    if len(figures) < FEWEST:
        return False
    moves = [abs(b - a) for a, b in pairwise(figures)]
    usual = fmean(moves)
    far = abs(figures[-1] - fmean(figures)) > LIMITS * usual
    return far or moves[-1] > MOVE * usual
