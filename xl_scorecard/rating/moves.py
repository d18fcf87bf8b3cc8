"""The direction of travel in the meaning that the rule set gives it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.assessed import Direction, Travel
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Rating
from xl_scorecard.domain.compared import Comparison
from xl_scorecard.domain.direction import By
from xl_scorecard.domain.scorecard import Outturn
from xl_scorecard.rating.change import direction, travel
from xl_scorecard.rating.series import Series, targets_then

_FEWEST = 3
"""How many figures a line is laid through at least."""
Rate = Callable[[float | None, Target | None], str]


class Move(NamedTuple):
    """Which way it went and whether that is better; by status, which that was before."""

    direction: Direction | None = None
    travel: Travel | None = None
    status_before: str | None = None


def move_of(
    series: Series, current: Outturn | None, on: Comparison, target: Target | None,
    rating: Rating, status: str, rate: Rate,
) -> Move:  # fmt: skip
    """The move of a figure, which has a status, since the period that it is compared with; `rate`
    gives the status of an earlier figure against its target."""
    measure = series.measure
    now = current.value if current is not None else None
    before = on.outturn.value if on.outturn is not None else None
    if measure.direction.by is By.SLOPE:
        before, now = _fitted(series, on) if now is not None else (None, None)
    within = measure.static_within
    way = direction(now, before, within)
    if measure.direction.by is not By.STATUS:
        return Move(way, travel(now, before, measure.polarity, target, within))
    if now is None or before is None:
        return Move()
    ((target_before, _),) = targets_then(measure, [on.period], series.period)
    return _by_status(way, rate(before, target_before), status, rating)


def _by_status(way: Direction | None, before: str, now: str, rating: Rating) -> Move:
    """Better is a band that stands nearer the best."""
    if {before, now} & {NOT_RATED, NO_DATA}:
        return Move(way)
    order = [band.status for band in rating.bands]
    places = order.index(before), order.index(now)
    if places[0] == places[1]:
        return Move(way, "static", before)
    return Move(way, "improved" if places[1] < places[0] else "worsened", before)


def _fitted(series: Series, on: Comparison) -> tuple[float | None, float | None]:
    """Where the line of least squares through the figures since a period begins and ends; None
    of fewer than three figures, or across a break."""
    if on.why_not is not None or on.period.grain is not series.period.grain:
        return None, None
    places = [at for at, period in enumerate(series.periods) if period >= on.period]
    if series.begins_anew.intersection(places[1:]):
        return None, None
    points = [(at, value) for at in places if (value := series.values[at]) is not None]
    if len(points) < _FEWEST:
        return None, None
    mean_at = sum(at for at, _ in points) / len(points)
    mean = sum(value for _, value in points) / len(points)
    spread = sum((at - mean_at) ** 2 for at, _ in points)
    slope = sum((at - mean_at) * (value - mean) for at, value in points) / spread
    first, last = points[0][0], points[-1][0]
    return mean + slope * (first - mean_at), mean + slope * (last - mean_at)
