"""Which band an outturn falls in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from xl_scorecard.domain.amount import Target, Tolerance
from xl_scorecard.domain.band_edges import ITSELF, Edge
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Rating
from xl_scorecard.domain.compared import DIGITS as DIGITS
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.row_edges import NO_EDGES, NO_PAST, Past, SaidEdges


class Limit(NamedTuple):
    """Where a band of a rating ends: an outturn up to its edge, or exactly on it where
    `inclusive`, is in the band, the rating's of that `place`.

    Meeting the target is within any edge that is a distance from it, unless the target excludes
    itself.
    """

    status: str
    place: int
    edge: Edge
    inclusive: bool


def limits(rating: Rating, *, worded: bool = False) -> list[Limit]:
    """Where the bands of a rating end, from best to worst; what passes them all is in the worst.

    Both the status in the report and the formula of a status cell are made of these. Of a row
    whose figures are words (`worded`), a figure is its band's place among those that have words,
    counted from the worst, 1.
    """
    if worded:
        return _of_words(rating)
    better = rating.edge_belongs_to == "better"
    return [
        Limit(band.status, place, edge, better or edge.kind.owns_itself or _is_target(edge))
        for place, band in enumerate(rating.bands[:-1])
        if (edge := band.edge) is not None
    ]


def _is_target(edge: Edge) -> bool:
    return edge.amount == 0 and edge.of in ("tolerance", "target", "points")


def _of_words(rating: Rating) -> list[Limit]:
    worded = [(place, band.status) for place, band in enumerate(rating.bands) if band.words]
    return [
        Limit(status, place, Edge(amount=float(from_worst), of="figure"), True)
        for from_worst, (place, status) in enumerate(reversed(worded), 1)
        if from_worst > 1
    ][::-1]


def worst_place(rating: Rating, *, worded: bool = False) -> int:
    """The place of the band that what passes every limit is in."""
    if not worded:
        return len(rating.bands) - 1
    return max(place for place, band in enumerate(rating.bands) if band.words)


def needs_target(rating: Rating) -> bool:
    """Whether figures are rated by how far they are from a target, or by nothing at all."""
    kinds = [limit.edge.kind for limit in limits(rating)]
    return not kinds or any(kind.needs_target for kind in kinds)


def is_rated(target: Target | None, polarity: Polarity | None, rating: Rating) -> bool:
    """Whether there is enough to rate a figure by."""
    if polarity is None or polarity is Polarity.NEITHER or not limits(rating):
        return False
    return target is not None or not (needs_target(rating) or polarity is Polarity.PLAN)


def status_of(
    outturn: float | None,
    target: Target | None,
    polarity: Polarity | None,
    tolerance: Tolerance | None,
    rating: Rating,
    *,
    point: float = 0.01,
    edges: SaidEdges = NO_EDGES,
    past: Past = NO_PAST,
) -> str:
    """The status word of an outturn.

    No outturn is no data; no target where the rating needs one, or a polarity of neither, is not
    rated. Without any tolerance a missed target falls straight into the worst band. `point` is
    what a point of a band's edge is worth in the unit.
    """
    worded = bool(edges.words)
    if outturn is None:
        return NO_DATA
    if worded and polarity is not Polarity.NEITHER:
        row = _Row(outturn, None, Polarity.HIGH, None, point, NO_EDGES, NO_PAST)
    elif worded or polarity is None or not is_rated(target, polarity, rating):
        return NOT_RATED
    else:
        row = _Row(outturn, target, polarity, tolerance, point, edges, past)
    worst = rating.bands[worst_place(rating, worded=worded)].status
    if not worded and edges.floor is not None and round(row.past_floor, DIGITS) > 0:
        return worst
    return next(
        (limit.status for limit in limits(rating, worded=worded) if _is_within(row, limit)), worst
    )


@dataclass(frozen=True)
class _Row:
    """A row in numbers, as edges see it (`Judged`)."""

    outturn: float
    target: Target | None
    polarity: Polarity
    allowed: Tolerance | None
    point: float
    edges: SaidEdges
    past: Past

    @cached_property
    def short(self) -> float:
        target = self.target
        if target is None:
            return 0.0
        short = target.shortfall(self.outturn, self.polarity)
        exactly = target.excludes_itself(self.polarity) and round(short, DIGITS) == 0
        return ITSELF if exactly else short

    @property
    def tolerance(self) -> float:
        target, sides = self.target, self.edges.sides
        if target is None:
            return 0.0
        allowed = self.allowed
        if sides is not None and self.polarity is Polarity.PLAN:
            over = self.outturn > (target.value if target.upper is None else target.upper)
            allowed = sides.above if over else sides.below
        length = allowed.in_unit(target.value) if allowed is not None else 0.0
        return length - ITSELF if self.edges.end_is_worse else length

    @property
    def size(self) -> float:
        return abs(self.target.value) if self.target is not None else 0.0

    @property
    def past_floor(self) -> float:
        floor = self.edges.floor
        if floor is None:
            return self.short
        return self.outturn - floor if self.polarity is Polarity.LOW else floor - self.outturn

    @property
    def previous(self) -> float | None:
        return self.past.previous

    @property
    def year_before(self) -> float | None:
        return self.past.year_before

    def worse_than(self, figure: float | None) -> float:
        if figure is None:
            return self.short
        ranged = self.target is not None and self.target.upper is not None
        if ranged or self.polarity is Polarity.PLAN:
            assert self.target is not None
            return self.short - self.target.shortfall(figure, self.polarity)
        return figure - self.outturn if self.polarity is Polarity.HIGH else self.outturn - figure


def _is_within(row: _Row, limit: Limit) -> bool:
    beyond: float = round(limit.edge.kind.beyond(limit.edge.amount, row), DIGITS)
    if limit.inclusive or beyond < 0:
        return beyond <= 0
    return limit.edge.kind.needs_target and round(row.short, DIGITS) <= 0
