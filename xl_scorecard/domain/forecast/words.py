"""Projections in words and as the JSON of the contract has them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from xl_scorecard.domain.durations import duration_in_words
from xl_scorecard.domain.forecast.projecting import Forecast
from xl_scorecard.domain.indicator import Unit

_WHOLE_FROM = 20


class ForecastResult(BaseModel):
    """What a year's figure is projected to be, in the unit, and from where to where it may lie;
    `by` says what it rests on. It is never rated."""

    model_config = ConfigDict(frozen=True)

    projection: Literal[True] = True
    year: str
    value: float
    low: float
    high: float
    by: Literal["pace", "last year's profile"]
    words: str


def forecast_result(forecast: Forecast | None, unit: Unit | None) -> ForecastResult | None:
    """A projection as a result."""
    if forecast is None:
        return None
    return ForecastResult(
        year=str(forecast.year),
        value=forecast.value,
        low=forecast.low,
        high=forecast.high,
        by="last year's profile" if forecast.by_profile else "pace",
        words=words_of(forecast, unit),
    )


def words_of(forecast: Forecast | None, unit: Unit | None) -> str:
    """`Projection for 2018/19: 96 (90 to 104), by last year's profile`; nothing without one."""
    if forecast is None:
        return ""
    value, low, high = (
        _figure(each, unit) for each in (forecast.value, forecast.low, forecast.high)
    )
    between = f" ({low} to {high})" if (low, high) != (value, value) else ""
    by = "by last year's profile" if forecast.by_profile else "on pace"
    return f"Projection for {forecast.year.words}: {value}{between}, {by}"


def _figure(value: float, unit: Unit | None) -> str:
    if unit is Unit.PERCENT:
        return f"{value:.1%}"
    if unit is Unit.DURATION:
        return duration_in_words(value)
    whole = unit is Unit.COUNT or abs(value) >= _WHOLE_FROM
    return f"{value:,.0f}" if whole else f"{value:,.1f}"
