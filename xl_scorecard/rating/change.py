"""How an outturn moved: relative change, direction, and whether that is better."""

from __future__ import annotations

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.assessed import Direction, Travel
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.rating.status import DIGITS


def relative_change(now: float | None, before: float | None) -> float | None:
    """The change as a fraction of the earlier value (0.037 is +3.7%); None from nothing or 0.

    The report the project started from shows every change so, percentages included.
    """
    if now is None or before is None or before == 0:
        return None
    return (now - before) / abs(before)


def direction(now: float | None, before: float | None) -> Direction | None:
    """Which way the number moved."""
    if now is None or before is None:
        return None
    moved = round(now - before, DIGITS)
    if moved == 0:
        return "level"
    return "up" if moved > 0 else "down"


def travel(
    now: float | None, before: float | None, polarity: Polarity | None, target: Target | None
) -> Travel | None:
    """Whether the move is better: by polarity, or for plan by the distance from target."""
    moved = direction(now, before)
    if moved is None or polarity is None or polarity is Polarity.NEITHER:
        return None
    if polarity is Polarity.PLAN or (target is not None and target.upper is not None):
        if target is None or now is None or before is None:
            return None
        closer = round(
            max(target.shortfall(before, Polarity.PLAN), 0)
            - max(target.shortfall(now, Polarity.PLAN), 0),
            DIGITS,
        )
        return "static" if closer == 0 else ("improved" if closer > 0 else "worsened")
    if moved == "level":
        return "static"
    return "improved" if (moved == "up") == (polarity is Polarity.HIGH) else "worsened"
