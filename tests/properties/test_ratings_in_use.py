"""What holds of every rating in use: floors, two sides, the past, figures and words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.strategies import JUDGED, RANGES, TARGETS, TOLERANCES, figures
from xl_scorecard.domain.amount import Target, Tolerance
from xl_scorecard.domain.bands import BUILT_IN, Rating
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.milestones import DateCell, Dates
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.row_edges import Past, SaidEdges, Sides
from xl_scorecard.domain.target_profile import on_line
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
        _own("done", "target", "1 tolerance"),
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
    done=st.booleans(),
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


@pytest.mark.parametrize("name", ["assurance", "five-point", "milestones"])
def test_a_better_word_is_never_rated_worse_whatever_else_the_row_has(name: str) -> None:
    rating = BUILT_IN[name]
    worded = SaidEdges(words=rating.words)
    places = range(1, len(rating.words) + 1)
    for polarity in (None, Polarity.HIGH, Polarity.LOW, Polarity.PLAN):
        told = [
            status_of(float(place), None, polarity, Tolerance(1.0), rating, edges=worded)
            for place in places
        ]
        assert told == [band.status for band in reversed(rating.bands) if band.words]
    neither = status_of(1.0, None, Polarity.NEITHER, None, rating, edges=worded)
    missing = status_of(None, None, Polarity.HIGH, None, rating, edges=worded)
    assert (neither, missing) == ("not_rated", "no_data")


_DAYS = st.integers(43_000, 43_800).map(float)
_LATER = st.integers(0, 400).map(float)
_WITHIN = st.one_of(st.none(), st.integers(0, 60).map(float))
_MILESTONES = BUILT_IN["milestones"]


def _of_dates(dates: Dates, within: float | None) -> str:
    tolerance = None if within is None else Tolerance(within)
    edges = SaidEdges(done=dates.is_done)
    return status_of(
        dates.days_late, Target(0.0), Polarity.LOW, tolerance, _MILESTONES, edges=edges
    )


def _on(day: float | None) -> DateCell:
    return DateCell(5, 4, day)


@given(_DAYS, _DAYS, st.one_of(st.none(), _DAYS), _LATER, _WITHIN)
def test_a_milestone_that_is_later_or_due_sooner_is_never_rated_better(
    as_at: float, due: float, expected: float | None, later: float, within: float | None
) -> None:
    now = _of_dates(Dates(as_at, _on(due), _on(expected)), within)
    put_off = _on((expected if expected is not None else due) + later)
    for worse in (
        Dates(as_at, _on(due), put_off),
        Dates(as_at + later, _on(due), _on(expected)),
        Dates(as_at, _on(due - later), _on(expected if expected is not None else due)),
    ):
        assert _rank(_MILESTONES, _of_dates(worse, within)) >= _rank(_MILESTONES, now)


@given(_DAYS, _DAYS, st.one_of(st.none(), _DAYS), _DAYS, _WITHIN)
def test_what_is_done_is_complete_and_what_is_due_on_no_day_is_never_delayed(
    as_at: float, due: float, expected: float | None, done: float, within: float | None
) -> None:
    assert _of_dates(Dates(as_at, _on(due), _on(expected), _on(done)), within) == "complete"
    unknown = Dates(as_at, _on(None), _on(expected), _on(None))
    assert _of_dates(unknown, within) == "no_data"


@given(figures(), figures(), st.integers(1, 12), st.booleans())
def test_a_profile_runs_from_one_target_to_the_next_and_has_a_mirror(
    first: float, last: float, months: int, running: bool
) -> None:
    begins = Period.month(2018, 4)
    ends = Period.month(2018 + (3 + months) // 12, (3 + months) % 12 + 1)
    points = {begins: Target(first), ends: Target(last)}
    turned = {period: Target(-target.value) for period, target in points.items()}
    between = [Period.month(2018 + (3 + n) // 12, (3 + n) % 12 + 1) for n in range(1, months)]
    told = [on_line(points, period, running=running) for period in between]
    back = [on_line(turned, period, running=running) for period in between]
    assert [t and -t.value for t in told] == [t and t.value for t in back]
    if not running:
        values = [first, *(t.value for t in told if t is not None), last]
        assert len(values) == months + 1
        way = 1 if last >= first else -1
        assert all(
            (after - before) * way >= -1e-9 * (1 + abs(before))
            for before, after in pairwise(values)
        )
