"""The variation of a measure: which of its figures make up a series, charted and judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.compared import breaks, breaks_between, figure_for
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import Measure, Outturn
from xl_scorecard.domain.variation.assurance import Assurance, assurance_of
from xl_scorecard.domain.variation.chart import Charted, chart
from xl_scorecard.domain.variation.told import Variation, WhyNoVariation, signal_of

_MOST = 600
"""Fifty years of months: a series is looked at no further back."""
_OVERLAP = (Basis.ROLLING_12_MONTHS, Basis.ANNUAL)


def variation_of(measure: Measure, current: Outturn | None, period: Period) -> Variation:
    """The variation of a measure up to a period, over the figures that are as long as that.

    None is worked out of totals of the year so far, which can only grow, nor of figures that
    overlap: their moves from one to the next say nothing of how far figures usually move.
    """
    basis = (current.basis if current is not None else None) or measure.basis
    why_not = _why_not(measure, basis, period)
    if why_not is not None:
        return Variation(why_not=why_not)
    history = measure.history
    periods = _periods(history, period)
    series = [_value(figure_for(measure, each, history), basis) for each in periods]
    baseline = measure.baseline.among(periods) if measure.baseline is not None else None
    begins = list(_begins_anew(measure, periods))
    points = chart(series, begins, baseline, screen=measure.screen_outliers)
    if not points or points[-1].limits is None:
        empty = (None,) * len(points)
        return Variation(tuple(periods), tuple(points), empty, empty, WhyNoVariation.TOO_FEW)
    targets = _targets(measure, periods)
    signals = [signal_of(points, at, measure.polarity, target) for at, target in enumerate(targets)]
    return Variation(
        tuple(periods), tuple(points), tuple(signals), tuple(_assurances(points, targets, measure))
    )


def _why_not(measure: Measure, basis: Basis | None, period: Period) -> WhyNoVariation | None:
    if period.grain is Grain.YEAR:
        return None
    if measure.running or basis is Basis.YEAR_TO_DATE:
        return WhyNoVariation.YEAR_TO_DATE
    return WhyNoVariation.OVERLAPPING if basis in _OVERLAP else None


def _periods(history: Mapping[Period, Outturn], last: Period) -> list[Period]:
    """Every period of the length from the first that there is a figure of, gaps among them."""
    grain = last.grain
    with_figures = (p.end for p, o in history.items() if p.grain is grain and o.value is not None)
    first = min(with_figures, default=last.end)
    first = max(first, last.end - _MOST * grain)
    return [Period(grain, end, last.starts) for end in range(first, last.end + 1, grain)]


def _value(outturn: Outturn | None, basis: Basis | None) -> float | None:
    """A figure, if it covers as much as the newest does; a whole year is one whatever is added."""
    if outturn is None or outturn.basis in (None, basis) or basis is None:
        return outturn.value if outturn is not None else None
    return outturn.value if outturn.period.grain is Grain.YEAR else None


def _begins_anew(measure: Measure, periods: Sequence[Period]) -> Iterator[int]:
    begun = set(breaks(measure))
    if not begun:
        return
    for at in range(1, len(periods)):
        if breaks_between(measure, periods[at - 1], periods[at], begun):
            yield at


def _targets(measure: Measure, periods: Sequence[Period]) -> list[Target | None]:
    """The targets as they were in each period: the sheet's is known for the year of the last."""
    said = measure.rule.target if measure.rule is not None else None
    if isinstance(said, dict):
        return [measure.target_for(period) for period in periods]
    last = periods[-1]
    target = measure.target_for(last)
    if said is not None:
        return [target] * len(periods)
    year = last.financial_year
    this = sum(period.financial_year == year for period in periods[-Grain.YEAR :])
    return [None] * (len(periods) - this) + [target] * this


def _assurances(
    points: Sequence[Charted], targets: Sequence[Target | None], measure: Measure
) -> Iterator[Assurance | None]:
    """What each target is to be expected of; of the same limits and target it is asked once."""
    last: tuple[object, object] = (None, None)
    found: Assurance | None = None
    for point, target in zip(points, targets, strict=True):
        if point.limits is not last[0] or target is not last[1]:
            found = assurance_of(point.limits, target, measure.polarity, measure.tolerance)
            last = point.limits, target
        yield found
