"""A series as an XmR chart shows it: each figure with its limits and its special causes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from xl_scorecard.domain.variation.limits import Limits, Series, limits_of
from xl_scorecard.domain.variation.special_causes import Cause, special_causes

Baseline = int | tuple[int, int] | None
"""Which figures the limits rest on: the first so many of each stretch, those from one place of the
series to another, or all."""


class Charted(NamedTuple):
    """A figure of a series with what it is held against.

    `limits` are None where there are too few figures for any. `way` is 1 where the strongest of its
    `causes` says it is high or rising, -1 where low or falling, 0 without a cause.
    """

    value: float | None
    limits: Limits | None
    causes: tuple[Cause, ...] = ()
    way: int = 0


def chart(
    series: Series,
    begins_anew: Collection[int] = (),
    baseline: Baseline = None,
    *,
    screen: bool = True,
) -> list[Charted]:
    """The figures of a series, charted; it is rebased at each place where it `begins_anew`.

    Stretches have limits of their own, and no run goes on from one to the next.
    """
    charted: list[Charted] = []
    for first, last in _stretches(len(series), begins_anew):
        stretch = series[first:last]
        limits = limits_of(_base(stretch, first, baseline), screen=screen)
        charted.extend(_stretch(stretch, limits))
    return charted


def _stretches(length: int, begins_anew: Collection[int]) -> Iterator[tuple[int, int]]:
    """The first place of each stretch and the one behind its last."""
    starts = sorted({0, *(place for place in begins_anew if 0 < place < length)})
    yield from zip(starts, [*starts[1:], length], strict=True)


def _base(stretch: Series, first: int, baseline: Baseline) -> Series:
    """The figures that the limits of a stretch rest on: its own, where the baseline has none."""
    if baseline is None:
        return stretch
    if isinstance(baseline, int):
        places = [at for at, value in enumerate(stretch) if value is not None][:baseline]
        return stretch[: places[-1] + 1] if places else stretch
    start, end = (place - first for place in baseline)
    within = stretch[max(start, 0) : max(end + 1, 0)]
    return within if any(value is not None for value in within) else stretch


def _stretch(stretch: Series, limits: Limits | None) -> Iterator[Charted]:
    if limits is None:
        yield from (Charted(value, None) for value in stretch)
        return
    marks = special_causes(stretch, limits)
    outside, trends, near, side = (marks[cause] for cause in Cause)
    for at, value in enumerate(stretch):
        if not (outside[at] or trends[at] or near[at] or side[at]):
            yield Charted(value, limits)
            continue
        causes = tuple(cause for cause in Cause if marks[cause][at])
        yield Charted(value, limits, causes, marks[causes[0]][at])
