"""How an indicator's figures are shown on sheets of ours."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.indicator import Unit

_TINY = 1e-9


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
    """How many decimals its figures have, two at most; percentages in percent."""
    known = [o.value for o in a.measure.outturns.values() if o.value is not None]
    times = 100 if a.measure.unit is Unit.PERCENT else 1
    for decimals in (0, 1):
        if all(abs(v * times - round(v * times, decimals)) < _TINY for v in known):
            return decimals
    return 2


def fixed(value: float, decimals: int, *, percent: bool) -> str:
    """A figure in words as Excel's FIXED says it."""
    digits = f"{value * 100 if percent else value:.15g}"  # as many as Excel reckons with
    rounded = Decimal(digits).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded}%" if percent else f"{rounded:,}"
