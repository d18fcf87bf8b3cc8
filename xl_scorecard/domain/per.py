"""How many of its denominator a percentage or rate is told of."""

from __future__ import annotations

import re

from xl_scorecard.domain.indicator import Unit

_BY_UNIT = {Unit.PERCENT: 1.0, Unit.RATE_PER_10000: 10_000.0}
_NAMED = re.compile(r"\bper (1(?:0|00)?,?000|1,?000,?000)\b")


def per_of(unit: Unit | str | None, name: str) -> float | None:
    """The number that a share is per, 1 for a percentage; None where neither unit nor name says."""
    known = _BY_UNIT.get(Unit(unit)) if unit is not None else None
    if known is not None:
        return known
    named = _NAMED.search(name.casefold())
    return float(named[1].replace(",", "")) if named is not None else None
