"""Which band an outturn falls in."""

from __future__ import annotations

from typing import NamedTuple

from xl_scorecard.domain.amount import Target, Tolerance
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Edge, Rating
from xl_scorecard.domain.compared import DIGITS as DIGITS
from xl_scorecard.domain.indicator import Polarity


class Limit(NamedTuple):
    """Where a band of a rating ends: a shortfall up to its edge, or exactly on it where
    `inclusive`, is in the band.

    An edge that comes to nothing is the target itself: exactly on that is in the band all the
    same, for meeting the target always counts as meeting it, unless the target excludes itself.
    """

    status: str
    edge: Edge
    inclusive: bool


def limits(rating: Rating) -> list[Limit]:
    """Where the bands of a rating end, from best to worst; what passes them all is in the worst.

    Both the status in the report and the formula of a status cell are made of these.
    """
    better = rating.edge_belongs_to == "better"
    found = ((band.status, band.edge) for band in rating.bands[:-1])
    return [
        Limit(status, edge, better or edge.amount == 0)
        for status, edge in found
        if edge is not None
    ]


def status_of(
    outturn: float | None,
    target: Target | None,
    polarity: Polarity | None,
    tolerance: Tolerance | None,
    rating: Rating,
    *,
    point: float = 0.01,
) -> str:
    """The status word of an outturn.

    No outturn is no data; no target, or a polarity of neither, is not rated. Without any
    tolerance a missed target falls straight into the worst band. `point` is what a point of a
    band's edge is worth in the unit.
    """
    if outturn is None:
        return NO_DATA
    if target is None or polarity is None or polarity is Polarity.NEITHER:
        return NOT_RATED
    shortfall = target.shortfall(outturn, polarity)
    for limit in limits(rating):
        far = reach(limit.edge, target, tolerance, point)
        beyond = round(shortfall - far, DIGITS)
        included = limit.inclusive
        if round(far, DIGITS) == 0:
            included = not target.excludes_itself(polarity)
        if beyond < 0 or (beyond == 0 and included):
            return limit.status
    return rating.bands[-1].status


def reach(edge: Edge, target: Target, tolerance: Tolerance | None, point: float = 0.01) -> float:
    """How far from target a band reaches, in the unit."""
    if edge.of == "target":
        return edge.amount * abs(target.value)
    if edge.of == "points":
        return edge.amount * point
    return edge.amount * (tolerance.in_unit(target.value) if tolerance is not None else 0.0)
