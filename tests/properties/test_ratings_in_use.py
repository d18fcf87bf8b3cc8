"""What holds of every rating in use: floors, two sides, the past, figures and words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.strategies import JUDGED, RANGES, TARGETS, TOLERANCES, figures
from xl_scorecard.domain.amount import Target, Tolerance
from xl_scorecard.domain.bands import BUILT_IN, Rating
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.row_edges import Past, SaidEdges, Sides
from xl_scorecard.rating.status import status_of


def _own(*ends: str, **more: str) -> Rating:
    named = [{"status": f"b{n}", "label": f"B{n}", "up_to": end} for n, end in enumerate(ends)]
    last = {"status": "worst", "label": "Worst", "concern": 3}
    return Rating.model_validate({"bands": [*named, last], **more})


RATINGS = st.sampled_from(
    [
        *BUILT_IN.values(),
        _own("target", "floor"),
        _own("10%", "last year"),
        _own("target", "last period", "2 tolerances"),
        _own("5 points", "last year", edge_belongs_to="worse"),
    ]
)
SIDES = st.tuples(TOLERANCES, TOLERANCES).map(
    lambda two: Sides(two[0] or Tolerance(0.0), two[1] or Tolerance(0.0))
)
EDGES = st.builds(
    SaidEdges,
    floor=st.one_of(st.none(), figures()),
    sides=st.one_of(st.none(), SIDES),
    end_is_worse=st.booleans(),
)
PASTS = st.builds(Past, st.one_of(st.none(), figures()), st.one_of(st.none(), figures()))
MIRROR = {Polarity.HIGH: Polarity.LOW, Polarity.LOW: Polarity.HIGH, Polarity.PLAN: Polarity.PLAN}


def _rank(rating: Rating, status: str) -> int:
    return [band.status for band in rating.bands].index(status)


def _turned(figure: float | None) -> float | None:
    return None if figure is None else -figure


@given(figures(), figures(), TARGETS, TOLERANCES, RATINGS, EDGES, PASTS)
def test_a_better_outturn_is_never_rated_worse(
    one: float,
    other: float,
    target: Target,
    tolerance: Tolerance | None,
    rating: Rating,
    edges: SaidEdges,
    past: Past,
) -> None:
    if not any(band.edge for band in rating.bands):
        return
    low, high = sorted((one, other))
    for polarity, better, worse in ((Polarity.HIGH, high, low), (Polarity.LOW, low, high)):
        ranks = [
            _rank(
                rating,
                status_of(value, target, polarity, tolerance, rating, edges=edges, past=past),
            )
            for value in (better, worse)
        ]
        assert ranks[0] <= ranks[1]


@given(figures(), TARGETS, TOLERANCES, RATINGS, EDGES, PASTS, JUDGED)
def test_polarity_is_a_mirror(
    outturn: float,
    target: Target,
    tolerance: Tolerance | None,
    rating: Rating,
    edges: SaidEdges,
    past: Past,
    polarity: Polarity,
) -> None:
    if rating is BUILT_IN["score"]:
        return  # its figures are not turned round with the outturn
    sides = edges.sides and Sides(edges.sides.below, edges.sides.above)
    if polarity is Polarity.PLAN:
        edges = replace(edges, floor=None)  # a floor of plan is below, and has no mirror
    turned = replace(edges, floor=_turned(edges.floor), sides=sides)
    turned_past = Past(_turned(past.previous), _turned(past.year_before))
    there = status_of(outturn, target, polarity, tolerance, rating, edges=edges, past=past)
    back = status_of(
        -outturn, Target(-target.value), MIRROR[polarity], tolerance, rating,
        edges=turned, past=turned_past,
    )  # fmt: skip
    assert there == back


@given(st.one_of(st.none(), TARGETS, RANGES), TOLERANCES, RATINGS, EDGES, PASTS, JUDGED)
def test_a_missing_outturn_is_never_red(
    target: Target | None,
    tolerance: Tolerance | None,
    rating: Rating,
    edges: SaidEdges,
    past: Past,
    polarity: Polarity,
) -> None:
    status = status_of(None, target, polarity, tolerance, rating, edges=edges, past=past)
    assert status == "no_data"


@given(figures(), TARGETS, TOLERANCES, RATINGS, EDGES, PASTS, figures())
def test_what_is_past_its_floor_is_in_the_worst_band(
    outturn: float,
    target: Target,
    tolerance: Tolerance | None,
    rating: Rating,
    edges: SaidEdges,
    past: Past,
    floor: float,
) -> None:
    if not any(band.edge for band in rating.bands):
        return
    floored = replace(edges, floor=floor)
    status = status_of(outturn, target, Polarity.HIGH, tolerance, rating, edges=floored, past=past)
    if round(floor - outturn, 10) > 0:
        assert status == rating.bands[-1].status
