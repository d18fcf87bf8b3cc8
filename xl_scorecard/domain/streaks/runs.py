"""How long an indicator has been beyond tolerance or within it, and when it last was so before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xl_scorecard.domain.period import Period
from xl_scorecard.domain.streaks.stretch import Bound, Stretch

FEWEST = 4
"""How many figures, the newest among them, it takes to speak of a record."""
_AWAY = 3
"""How many periods back at least the last time was that a first is told from."""


class Run(NamedTuple):
    """So many `periods` in a row, the newest among them, `beyond` tolerance or within it.

    `bound` is what came before the first, `since`; where that is a gap, the run may be longer.
    """

    beyond: bool
    periods: int
    since: Period
    bound: Bound


class First(NamedTuple):
    """That it is so for the first time: since a period (`FOUND`), on record (`RECORD`, from its
    first period), or in the financial year (`GAP`, as what came before that is not known)."""

    since: Period
    bound: Bound


def run_of(stretch: Stretch, beyond: Sequence[bool | None]) -> Run | None:
    """The run that the newest figure is in; `beyond` goes with the stretch, None where a figure is
    held against nothing. None where the newest is."""
    now = beyond[-1]
    if now is None:
        return None
    count = _back(beyond, len(beyond) - 1, otherwise=not now)
    first = len(beyond) - count
    bound = stretch.bound
    if first > 0:
        bound = Bound.GAP if beyond[first - 1] is None else Bound.FOUND
    return Run(now, count, stretch.periods[first], bound)


def first_of(stretch: Stretch, beyond: Sequence[bool | None], run: Run) -> First | None:
    """Since when the newest figure is the first that is so; None where it is no first, or where
    the last time is too near to be worth a word."""
    if run.periods != 1 or run.bound is not Bound.FOUND:
        return None
    newest = len(beyond) - 1
    other = _back(beyond, newest - 1, otherwise=run.beyond)
    before = newest - 1 - other
    if before >= 0 and beyond[before] is run.beyond:
        since = stretch.periods[before]
        return First(since, Bound.FOUND) if newest - before >= _AWAY else None
    if before < 0 and stretch.bound is Bound.RECORD and len(beyond) >= FEWEST:
        return First(stretch.periods[0], Bound.RECORD)
    known, now = stretch.periods[before + 1], stretch.periods[-1]
    whole = known.previous.financial_year < now.financial_year
    in_year = sum(p.financial_year == now.financial_year for p in stretch.periods[before + 1 :])
    return First(known, Bound.GAP) if whole and in_year >= _AWAY else None


def rests_on(stretch: Stretch, run: Run, first: First | None) -> int:
    """How many of the newest figures the words of a run or a first rest on."""
    length = len(stretch.periods)
    if first is None:
        return min(run.periods + (run.bound is Bound.FOUND), length)
    if first.bound is Bound.GAP:
        year = stretch.periods[-1].financial_year
        return sum(period.financial_year == year for period in stretch.periods)
    return length - stretch.periods.index(first.since)


def _back(beyond: Sequence[bool | None], last: int, *, otherwise: bool) -> int:
    """How many there are from a place back before one that is unknown or `otherwise`."""
    at = last
    while at >= 0 and beyond[at] is not None and beyond[at] is not otherwise:
        at -= 1
    return last - at
