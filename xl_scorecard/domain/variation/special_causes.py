"""Which figures have a special cause: the four rules of NHS "Making Data Count"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from xl_scorecard.domain.variation.limits import Limits, Series

LONG = 7
"""How many in a row on one side of the mean, or rising or falling, are no chance."""
_NEAR = 2 / 3
"""From how much of the way to a limit on a figure is near it."""
_ALIKE = 1e-10
"""What counts as no difference, as a share of the largest figure: what computing leaves over."""
Marks = list[int]
"""For each figure 0, or 1 or -1 where a rule singles it out as high or rising, low or falling."""


class Cause(StrEnum):
    """What singles a figure out, the strongest first."""

    OUTSIDE = "outside limits"
    TREND = "7 rising or falling"
    NEAR_LIMIT = "2 of 3 near a limit"
    ONE_SIDE = "7 on one side of the mean"


def special_causes(series: Series, limits: Limits) -> dict[Cause, Marks]:
    """What each rule singles out in a series that has one mean and limits throughout.

    A gap ends every run. Two of three are near a limit where all three are on its side of the mean;
    a figure beyond the limit is near it too.
    """
    alike = _ALIKE * max((abs(value) for value in series if value is not None), default=0.0)
    mean, far = limits.mean, limits.upper - limits.mean
    off = [0.0 if value is None else value - mean for value in series]
    sides = [0 if abs(o) <= alike else (1 if o > 0 else -1) for o in off]
    near = _NEAR * far + alike
    beyond = far + alike
    return {
        Cause.OUTSIDE: [s if abs(o) > beyond else 0 for s, o in zip(sides, off, strict=True)],
        Cause.TREND: _trends(series, alike),
        Cause.NEAR_LIMIT: two_of_three(sides, [abs(o) > near for o in off]),
        Cause.ONE_SIDE: one_side(sides),
    }


def one_side(sides: Sequence[int]) -> Marks:
    """The figures in runs of seven or more on one side of the mean."""
    marks = [0] * len(sides)
    for first, last in _runs(sides):
        if sides[first] and last - first + 1 >= LONG:
            marks[first : last + 1] = [sides[first]] * (last - first + 1)
    return marks


def trend(series: Series) -> Marks:
    """The figures that are among seven or more of which each is above, or below, the last."""
    return _trends(series, 0.0)


def _trends(series: Series, alike: float) -> Marks:
    moves = [0] * max(len(series) - 1, 0)
    for at in range(len(moves)):
        before, after = series[at], series[at + 1]
        if before is not None and after is not None and abs(after - before) > alike:
            moves[at] = 1 if after > before else -1
    marks = [0] * len(series)
    for first, last in _runs(moves):
        if moves[first] and last - first + 2 >= LONG:  # so many figures as moves and one
            marks[first : last + 2] = [moves[first]] * (last - first + 2)
    return marks


def two_of_three(sides: Sequence[int], near: Sequence[bool]) -> Marks:
    """The figures near a limit that are two of three in a row, all on one side of the mean."""
    marks = [0] * len(sides)
    for at in range(len(sides) - 2):
        three = range(at, at + 3)
        side = sides[at]
        if side and sides[at + 1] == side == sides[at + 2]:
            hits = [n for n in three if near[n]]
            if len(hits) > 1:
                for hit in hits:
                    marks[hit] = side
    return marks


def _runs(items: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last place of each stretch of equal items."""
    first = 0
    for _, run in groupby(items):
        length = len(list(run))
        yield first, first + length - 1
        first += length
