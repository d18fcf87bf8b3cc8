"""The figures that an own check is about: between what each lies, its cell, and how it is said."""

from __future__ import annotations

from fractions import Fraction

from xl_scorecard.checks.own.rows import Rows
from xl_scorecard.domain.durations import SECONDS_A_DAY, duration_in_words
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.own_check.span import Span, rounded
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Measure, Outturn

_COUNTED = (Unit.COUNT, Unit.DAYS, None)
_MOST_DECIMALS = 12
_HALF_A_SECOND = Fraction(1, 2 * SECONDS_A_DAY)


class RowFigures:
    """The figures of the rows that each id means, by period."""

    def __init__(self, rows: Rows) -> None:
        self._histories = {id_: row.measure.history for id_, row in rows.items()}
        self._rows = rows

    def outturn(self, indicator_id: str, period: Period) -> Outturn | None:
        """The cell of an indicator in a period."""
        return self._histories[indicator_id].get(period)

    def measure(self, indicator_id: str) -> Measure:
        """What an indicator's row is."""
        return self._rows[indicator_id].measure

    def figure(self, indicator_id: str, period: Period) -> Span | None:
        """The figure of an indicator in a period, as it was rounded; None where there is none."""
        outturn = self.outturn(indicator_id, period)
        if outturn is None or outturn.value is None:
            return None
        return span_of(outturn.value, outturn.stated_decimals, self.measure(indicator_id).unit)

    def is_blank(self, indicator_id: str, period: Period) -> bool | None:
        """Whether an indicator has no figure there; None where the period is not there at all."""
        outturn = self.outturn(indicator_id, period)
        return None if outturn is None else outturn.value is None


def span_of(value: float, decimals: int, unit: Unit | None) -> Span:
    """What is shown of a figure, and what it may have been; a count in whole numbers is exact.

    `decimals` are those stated, of a percentage in percent.
    """
    exact = Fraction(f"{value:.15g}")
    if unit is Unit.DURATION:
        return Span(exact, exact - _HALF_A_SECOND, exact + _HALF_A_SECOND)
    if unit in _COUNTED and exact.denominator == 1:
        return Span.exactly(exact)
    places = min(decimals, _MOST_DECIMALS) + (2 if unit is Unit.PERCENT else 0)
    shown = rounded(exact, places)
    half = Fraction(1, 2) / 10**places
    return Span(shown, shown - half, shown + half)


def in_words(value: Fraction, unit: Unit | None, decimals: int = 4) -> str:
    """A figure as it is said in a unit, no more decimals than that: `84%`, `1,806`, `16.4%`."""
    if unit is Unit.DURATION:
        return duration_in_words(float(value))
    scaled = value * 100 if unit is Unit.PERCENT else value
    whole = rounded(scaled, decimals)
    text = f"{float(whole):,.{decimals}f}" if abs(whole) < 10**15 else f"{float(whole):.10g}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text}%" if unit is Unit.PERCENT else text


def stated_in_words(outturn: Outturn, unit: Unit | None) -> str:
    """A figure that stands in a cell, as the cell states it."""
    assert outturn.value is not None
    exact = Fraction(f"{outturn.value:.15g}")
    decimals = outturn.stated_decimals
    if unit in _COUNTED and exact.denominator == 1:
        decimals = 0
    return in_words(exact, unit, min(decimals, _MOST_DECIMALS))
