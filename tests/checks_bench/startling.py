"""Whether the newest figure of a row is so unusual that an officer is to be asked about it."""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean

from tests.checks_bench.measures import Measure
from tests.checks_bench.periods import Period

FEWEST = 6
FEW, BY = 3, 4.0
"""Of fewer a move is startling that is so many times the largest before it."""
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
    moves = [abs(b - a) for a, b in pairwise(figures)]
    if len(figures) < FEWEST:
        return len(figures) >= FEW and moves[-1] > BY * max(moves[:-1])
    usual = fmean(moves)
    far = abs(figures[-1] - fmean(figures)) > LIMITS * usual
    return far or moves[-1] > MOVE * usual
