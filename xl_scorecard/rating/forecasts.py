"""The projection of a measure, where its rule asks for one."""

from __future__ import annotations

from xl_scorecard.domain.compared import breaks, breaks_between, figure_for
from xl_scorecard.domain.forecast.projecting import Forecast, projected
from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import Measure
from xl_scorecard.rating.series import Series

_TOTALS = (Unit.COUNT, Unit.CURRENCY)


def forecast_of(series: Series) -> Forecast | None:
    """The projection to the end of the year of figures of part of it.

    None of snapshots and rolling years, of which no year is made; none where the series breaks in
    the year, and last year's course counts only on this side of a break.
    """
    measure, period = series.measure, series.period
    to_date = series.is_to_date
    if not measure.forecast or period.grain is Grain.YEAR:
        return None
    if not to_date and series.basis is not Basis.IN_QUARTER:
        return None
    year = Period.year(period.financial_year, period.starts)
    before = Period.year(period.financial_year - 1, period.starts)
    this, last = _figures(series, year, period), _figures(series, before, before)
    begun = list(breaks(measure))
    first = year.start + period.grain - 1
    if breaks_between(measure, Period(period.grain, first, period.starts), period, begun):
        return None
    if breaks_between(measure, before, period, begun):
        last = []
    return projected(
        year, this, last, Grain.YEAR // period.grain, adds_up=_adds_up(measure), to_date=to_date
    )


def _adds_up(measure: Measure) -> bool:
    return measure.running or measure.unit in _TOTALS


def _figures(series: Series, year: Period, last: Period) -> list[float | None]:
    """The figures of a year's periods up to the end of one, that cover what the newest does."""
    grain, history = series.period.grain, series.measure.history
    found: list[float | None] = []
    for end in range(year.start + grain - 1, min(year.end, last.end) + 1, grain):
        there = figure_for(series.measure, Period(grain, end, year.starts), history)
        alike = there is not None and there.basis in (None, series.basis)
        found.append(there.value if there is not None and alike else None)
    return found
