"""Which band an outturn falls in."""

from __future__ import annotations

from xl_scorecard.domain.amount import Target, Tolerance
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Edge, Rating
from xl_scorecard.domain.indicator import Polarity

DIGITS = 10
"""Shortfalls are compared after rounding to this many decimals, in Excel too, so that
0.97 - 0.94 is 0.03 and not a shade more."""


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
    for band in rating.bands[:-1]:
        edge = band.edge
        assert edge is not None  # only the last band has none
        far = reach(edge, target, tolerance, point)
        beyond = round(shortfall - far, DIGITS)
        if beyond == 0 and target.excludes_itself(polarity) and round(far, DIGITS) == 0:
            continue
        if beyond < 0 or (beyond == 0 and includes_edge(edge, rating)):
            return band.status
    return rating.bands[-1].status


def includes_edge(edge: Edge, rating: Rating) -> bool:
    """Whether a shortfall exactly on the edge is in the band: meeting the target always is.

    What is exactly on a target that excludes itself does not meet it."""
    return edge.amount == 0 or rating.edge_belongs_to == "better"


def reach(edge: Edge, target: Target, tolerance: Tolerance | None, point: float = 0.01) -> float:
    """How far from target a band reaches, in the unit."""
    if edge.of == "target":
        return edge.amount * abs(target.value)
    if edge.of == "points":
        return edge.amount * point
    return edge.amount * (tolerance.in_unit(target.value) if tolerance is not None else 0.0)
