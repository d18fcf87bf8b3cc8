"""How an indicator's figures are shown on sheets of ours."""

from __future__ import annotations

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.indicator import Unit

_TINY = 1e-9


def figures_in_unit(a: AssessedRow) -> str:
    """A number format for figures in the unit: percentages are fractions, durations days."""
    unit = a.measure.unit
    if unit is Unit.DURATION:
        return "[h]:mm:ss"
    known = [o.value for o in a.measure.outturns.values() if o.value is not None]
    if unit is Unit.PERCENT:
        return f"{zeros([value * 100 for value in known])}%"
    if unit is Unit.CURRENCY:
        return f"#,##{zeros(known)}"
    return f"#,##{zeros(known)}"


def zeros(figures: list[float]) -> str:
    """A number format with as many decimals as the figures have, two at most."""
    for decimals, format_ in enumerate(("0", "0.0")):
        if all(abs(figure - round(figure, decimals)) < _TINY for figure in figures):
            return format_
    return "0.00"
