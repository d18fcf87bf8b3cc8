"""How an indicator's figures are shown on sheets of ours."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.indicator import Unit

_TINY = 1e-9
MOST = 2
"""Decimals at most."""


def figures_in_unit(a: AssessedRow) -> str:
    """A number format for figures in the unit: percentages are fractions, durations days."""
    return _format_of(a.measure.unit, decimals_of(a))


def figures_by_unit(rows: Iterable[AssessedRow]) -> dict[Unit | None, str]:
    """The number formats of a column in which several indicators' figures stand, by unit: all of a
    unit have as many decimals."""
    most: dict[Unit | None, int] = {}
    for a in rows:
        most[a.measure.unit] = max(most.get(a.measure.unit, 0), decimals_of(a))
    return {unit: _format_of(unit, decimals) for unit, decimals in most.items()}


def _format_of(unit: Unit | None, decimals: int) -> str:
    if unit is Unit.DURATION:
        return "[h]:mm:ss"
    zeros = ("0", "0.0", "0.00")[decimals]
    return f"{zeros}%" if unit is Unit.PERCENT else f"#,##{zeros}"


def finer(number_format: str) -> str:
    """A number format with a decimal more, for means and limits."""
    whole = number_format.removesuffix("%")
    if whole.endswith("]:mm:ss"):
        return number_format
    return f"{whole}{'0' if '.' in whole else '.0'}{number_format[len(whole) :]}"


def decimals_of(a: AssessedRow) -> int:
    """How many decimals the sheet shows of its figures, two at most; percentages in percent."""
    outturns = a.measure.outturns.values()
    return min(max((o.stated_decimals for o in outturns if o.value is not None), default=0), MOST)


def decimals_needed(value: float, least: int, *, percent: bool) -> int:
    """How many decimals a target has, which the sheet may give finer than the figures."""
    times = 100 if percent else 1
    for decimals in range(least, MOST):
        if abs(value * times - round(value * times, decimals)) < _TINY:
            return decimals
    return max(least, MOST)


def fixed(value: float, decimals: int, *, percent: bool) -> str:
    """A figure in words as Excel's FIXED says it."""
    digits = f"{value * 100 if percent else value:.15g}"  # as many as Excel reckons with
    rounded = Decimal(digits).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded}%" if percent else f"{rounded:,}"
