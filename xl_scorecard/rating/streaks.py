"""The streaks of a measure: how its figures were rated then, and which of them it surpasses."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.amount import Target, point_in
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Band, Rating
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.row_edges import SaidEdges
from xl_scorecard.domain.streaks.extremes import extreme_of
from xl_scorecard.domain.streaks.runs import first_of, rests_on, run_of
from xl_scorecard.domain.streaks.stretch import Stretch, stretch_of
from xl_scorecard.domain.streaks.told import Streak
from xl_scorecard.rating.series import Series, targets_then
from xl_scorecard.rating.status import status_of

_WITHIN, _BEYOND = "within", "beyond"
_BANDS = (
    Band.model_construct(status=_WITHIN, label=_WITHIN, up_to="1 tolerance"),
    Band.model_construct(status=_BEYOND, label=_BEYOND),
)
_EDGES = {
    "better": Rating.model_construct(bands=_BANDS, edge_belongs_to="better"),
    "worse": Rating.model_construct(bands=_BANDS, edge_belongs_to="worse"),
}
"""Within tolerance of target, or beyond it, whatever the bands in use."""


def streak_of(series: Series, rating: Rating) -> Streak | None:
    """What is told of the newest figure by those before it; None where there is none.

    Totals of the year so far surpass each other as they grow: only how they stand to targets said
    by period is told. A whole year's figure that stands by quarter or month is one figure.
    """
    measure = series.measure
    if series.basis is Basis.ANNUAL and series.period.grain is not Grain.YEAR:
        return None
    stretch = stretch_of(series.periods, series.values, series.begins_anew)
    if stretch is None:
        return None
    of = "tolerance" if measure.tolerance is not None else "target"
    extreme = None if _adds_up(series) else extreme_of(stretch)
    held = targets_then(measure, stretch.periods, series.period)
    beyond = list(_beyond(series, stretch, [target for target, _ in held], rating))
    run = run_of(stretch, beyond) if _is_held(series) else None
    if run is None:
        return Streak(measure.polarity, of, extreme=extreme)
    first = first_of(stretch, beyond, run)
    assumed = any(todays for _, todays in held[-rests_on(stretch, run, first) :])
    return Streak(measure.polarity, of, run, first, extreme, assumed)


def _adds_up(series: Series) -> bool:
    return series.is_to_date and series.period.grain is not Grain.YEAR


def _is_held(series: Series) -> bool:
    """Whether earlier figures were held against targets that are theirs: today's is none of a
    total of part of the year."""
    rule = series.measure.rule
    return not _adds_up(series) or (rule is not None and isinstance(rule.target, dict))


def _beyond(
    series: Series, stretch: Stretch, targets: list[Target | None], rating: Rating
) -> Iterator[bool | None]:
    measure, ends = series.measure, _EDGES[rating.edge_belongs_to]
    # a floor ends no tolerance, so it is not among these
    edges = SaidEdges(sides=measure.edges.sides, end_is_worse=measure.edges.end_is_worse)
    point = point_in(measure.unit)
    for value, target in zip(stretch.values, targets, strict=True):
        status = status_of(
            value, target, measure.polarity, measure.tolerance, ends, point=point, edges=edges
        )
        yield None if status in (NOT_RATED, NO_DATA) else status == _BEYOND
