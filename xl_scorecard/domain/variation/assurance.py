"""Whether a target will be met as things are: by where it lies from the limits."""

from __future__ import annotations

from enum import StrEnum

from xl_scorecard.domain.amount import Target, Tolerance
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.row_edges import Sides
from xl_scorecard.domain.variation.limits import Limits

_DIGITS = 10


class Assurance(StrEnum):
    """What is to be expected of a series in which nothing changes."""

    MET = "will pass"  # even the worse limit meets the target
    MISSED = "will fail"  # even the better one misses it
    HIT_AND_MISS = "hit and miss"


def assurance_of(
    limits: Limits | None,
    target: Target | None,
    polarity: Polarity | None,
    tolerance: Tolerance | None = None,
    sides: Sides | None = None,
) -> Assurance | None:
    """What is to be expected of a target; None without limits, target or a way that is good.

    Close to plan meets it within the tolerance, of two `sides` within that of its own.
    """
    if limits is None or target is None or polarity in (None, Polarity.NEITHER):
        return None
    assert polarity is not None
    plan = polarity is Polarity.PLAN and target.upper is None

    def allowed(figure: float) -> float:
        own = tolerance
        if sides is not None:
            own = sides.above if figure > target.value else sides.below
        return own.in_unit(target.value) if plan and own is not None else 0.0

    def misses(figure: float) -> bool:
        short = round(target.shortfall(figure, polarity) - allowed(figure), _DIGITS)
        return short > 0 or (short == 0 and target.excludes_itself(polarity))

    ends = (limits.lower, limits.upper)
    nearest = min(max(target.value, limits.lower), limits.upper)
    if all(misses(figure) for figure in (*ends, nearest)):
        return Assurance.MISSED
    return Assurance.HIT_AND_MISS if any(map(misses, ends)) else Assurance.MET
