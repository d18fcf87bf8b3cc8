"""The variation of a measure: which of its figures make up a series, charted and judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.scorecard import Measure
from xl_scorecard.domain.variation.assurance import Assurance, assurance_of
from xl_scorecard.domain.variation.chart import Charted, chart
from xl_scorecard.domain.variation.told import Variation, WhyNoVariation, signal_of
from xl_scorecard.rating.series import Series, targets_in

_OVERLAP = (Basis.ROLLING_12_MONTHS, Basis.ANNUAL)


def variation_of(series: Series) -> Variation:
    """The variation of a measure up to a period, over the figures that are as long as that.

    None is worked out of totals of the year so far, which can only grow, nor of figures that
    overlap: their moves from one to the next say nothing of how far figures usually move.
    """
    measure = series.measure
    why_not = _why_not(series)
    if why_not is not None:
        return Variation(why_not=why_not)
    periods = series.periods
    baseline = measure.baseline.among(periods) if measure.baseline is not None else None
    points = chart(series.values, series.begins_anew, baseline, screen=measure.screen_outliers)
    if not points or points[-1].limits is None:
        empty = (None,) * len(points)
        return Variation(tuple(periods), tuple(points), empty, empty, WhyNoVariation.TOO_FEW)
    targets = targets_in(measure, periods)
    signals = [signal_of(points, at, measure.polarity, target) for at, target in enumerate(targets)]
    return Variation(
        tuple(periods), tuple(points), tuple(signals), tuple(_assurances(points, targets, measure))
    )


def _why_not(series: Series) -> WhyNoVariation | None:
    if series.period.grain is Grain.YEAR:
        return None
    if series.is_to_date:
        return WhyNoVariation.YEAR_TO_DATE
    return WhyNoVariation.OVERLAPPING if series.basis in _OVERLAP else None


def _assurances(
    points: Sequence[Charted], targets: Sequence[Target | None], measure: Measure
) -> Iterator[Assurance | None]:
    """What each target is to be expected of; of the same limits and target it is asked once."""
    last: tuple[object, object] = (None, None)
    found: Assurance | None = None
    for point, target in zip(points, targets, strict=True):
        if point.limits is not last[0] or target is not last[1]:
            found = assurance_of(
                point.limits, target, measure.polarity, measure.tolerance, measure.edges.sides
            )
            last = point.limits, target
        yield found
