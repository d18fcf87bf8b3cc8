"""Whether a figure is the highest or lowest since some period, or on record."""

from __future__ import annotations

from typing import NamedTuple

from xl_scorecard.domain.period import Period
from xl_scorecard.domain.streaks.runs import FEWEST
from xl_scorecard.domain.streaks.stretch import Bound, Stretch

_DIGITS = 10


class Extreme(NamedTuple):
    """The newest figure is the highest (or lowest) `since` a period.

    By `bound` that is the last one with a higher figure (`FOUND`), the first on record (`RECORD`),
    or the one that the series breaks with (`BREAK`). It may be `equal` to others in between.
    """

    high: bool
    equal: bool
    since: Period
    bound: Bound


def extreme_of(stretch: Stretch) -> Extreme | None:
    """What the newest figure is, of four figures or more: itself and those it surpasses.

    None where a gap comes before a figure that surpasses it, or where half of the figures or more
    are like it: then it is the usual one.
    """
    for high in (True, False):
        found = _extreme(stretch, high=high)
        if found is not None:
            return found
    return None


def _extreme(stretch: Stretch, *, high: bool) -> Extreme | None:
    sign = 1 if high else -1
    off = [round(sign * (value - stretch.values[-1]), _DIGITS) for value in stretch.values]
    surpassing = next((at for at in reversed(range(len(off))) if off[at] > 0), None)
    behind = off[:-1] if surpassing is None else off[surpassing + 1 : -1]
    ties = sum(each == 0 for each in behind)
    if len(behind) + 1 < FEWEST or 2 * ties >= len(behind):
        return None
    if surpassing is not None:
        return Extreme(high, ties > 0, stretch.periods[surpassing], Bound.FOUND)
    if stretch.bound is Bound.GAP:
        return None
    return Extreme(high, ties > 0, stretch.periods[0], stretch.bound)
