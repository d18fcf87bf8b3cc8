"""How an indicator of several teams is added up to one, as a rule set says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xl_scorecard.domain.indicator import Unit

WEIGHTED = "weighted by "
_ADDED = (Unit.COUNT, Unit.CURRENCY)
_SHARES = (Unit.PERCENT, Unit.RATE_PER_10000, Unit.RATIO)


class Way(StrEnum):
    """The words under `roll_up`."""

    SUM = "sum"
    RATIO = "ratio"
    WEIGHTED = "weighted"
    MAX = "max"
    NONE = "none"


@dataclass(frozen=True)
class HowAdded:
    """The way, and of a weighted mean the id of the indicator that weighs."""

    way: Way
    weight: str = ""


def parse_roll_up(text: str) -> HowAdded | None:
    """What `roll_up` says; None where it says nothing known."""
    words = " ".join(text.split())
    if words.casefold().startswith(WEIGHTED) and len(words) > len(WEIGHTED):
        return HowAdded(Way.WEIGHTED, words[len(WEIGHTED) :])
    plain = words.casefold()
    if plain in (Way.SUM, Way.RATIO, Way.MAX, Way.NONE):
        return HowAdded(Way(plain))
    return None


def usual_roll_up(unit: Unit | None, *, made_of_parts: bool) -> HowAdded:
    """How an indicator is added up whose rule does not say: counts and money are summed, shares
    and rates worked out anew from their parts, and nothing else is added."""
    if unit in _SHARES and made_of_parts:
        return HowAdded(Way.RATIO)
    if unit in _ADDED:
        return HowAdded(Way.SUM)
    return HowAdded(Way.NONE)


def may_be_summed(unit: Unit | None) -> bool:
    """Whether figures of a unit add up: shares, rates and means of teams never do."""
    return unit is None or unit in (*_ADDED, Unit.DAYS, Unit.DURATION, Unit.SCORE)
