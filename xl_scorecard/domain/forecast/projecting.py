"""Where a year ends if it goes on as it has, or as last year did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from xl_scorecard.domain.period import Period

Year = Sequence[float | None]
"""The figures of a year's periods in order, None where one is not known; this year's end with the
newest."""


class Forecast(NamedTuple):
    """What a year's figure will be, in the unit, and from where to where it may lie.

    It is `by_profile` where last year's course is known, else on the pace so far.
    """

    year: Period
    value: float
    low: float
    high: float
    by_profile: bool


def projected(
    year: Period, so_far: Year, last_year: Year, periods: int, *, adds_up: bool, to_date: bool
) -> Forecast | None:
    """The projection of a year of so many `periods`; None where it is over, or not known.

    Figures `to_date` hold those before them. What `adds_up` is a total, anything else an average.
    The range is that of all ways: at the pace so far, with the least and the most of this year in
    each period to come, in last year's proportion, and with what last year still added.
    """
    done = len(so_far)
    if not 0 < done < periods or so_far[-1] is None:
        return None
    now = so_far[-1] if to_date else _whole(so_far, adds_up=adds_up)
    if now is None:
        return None
    pace = now * periods / done if adds_up else now
    ways = [pace, *_steady(now, so_far, periods, adds_up=adds_up, to_date=to_date)]
    before = _last_year(last_year, done, periods, adds_up=adds_up, to_date=to_date)
    value = pace
    if before is not None:
        then, end = before
        value = now * end / then
        ways += [value, now + end - then]
    return Forecast(year, value, min(ways), max(ways), before is not None)


def _whole(figures: Year, *, adds_up: bool) -> float | None:
    """The total or the average of figures that are all known."""
    known = [figure for figure in figures if figure is not None]
    if not known or len(known) < len(figures):
        return None
    return fsum(known) if adds_up else fsum(known) / len(known)


def _last_year(
    last_year: Year, done: int, periods: int, *, adds_up: bool, to_date: bool
) -> tuple[float, float] | None:
    """Where last year stood after so many periods, and where it ended."""
    if len(last_year) < periods:
        return None
    if to_date:
        then, end = last_year[done - 1], last_year[periods - 1]
    else:
        then, end = (_whole(last_year[:number], adds_up=adds_up) for number in (done, periods))
    return (then, end) if then is not None and end is not None and then > 0 else None


def _steady(
    now: float, so_far: Year, periods: int, *, adds_up: bool, to_date: bool
) -> Iterator[float]:
    """Where it ends with the least, and the most, of this year in each period to come."""
    known = [figure for figure in so_far if figure is not None]
    if len(known) < len(so_far):
        return
    left = periods - len(known)
    if not adds_up:
        for figure in (min(known), max(known)):
            yield figure if to_date else (now * len(known) + left * figure) / periods
        return
    each = [known[0], *(b - a for a, b in pairwise(known))] if to_date else known
    yield from (now + left * figure for figure in (min(each), max(each)))
