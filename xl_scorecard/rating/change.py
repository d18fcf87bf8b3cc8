"""How an outturn moved: relative change, direction, and whether that is better."""

from __future__ import annotations

from xl_scorecard.domain.amount import Target, Tolerance
from xl_scorecard.domain.assessed import Direction, Travel
from xl_scorecard.domain.compared import is_static
from xl_scorecard.domain.indicator import Polarity


def relative_change(now: float | None, before: float | None) -> float | None:
    """The change as a fraction of the earlier value (0.037 is +3.7%); None from nothing or 0.

    The report the project started from shows every change so, percentages included.
    """
    if now is None or before is None or before == 0:
        return None
    return (now - before) / abs(before)


def direction(
    now: float | None, before: float | None, within: Tolerance | None = None
) -> Direction | None:
    """Which way the number moved; level where it moved too little to count."""
    if now is None or before is None:
        return None
    if is_static(now - before, before, within):
        return "level"
    return "up" if now > before else "down"


def travel(
    now: float | None,
    before: float | None,
    polarity: Polarity | None,
    target: Target | None,
    within: Tolerance | None = None,
) -> Travel | None:
    """Whether the move is better: by polarity, or for plan by the distance from target."""
    moved = direction(now, before, within)
    if moved is None or polarity is None or polarity is Polarity.NEITHER:
        return None
    if polarity is Polarity.PLAN or (target is not None and target.upper is not None):
        if target is None or now is None or before is None:
            return None
        far = [max(target.shortfall(figure, Polarity.PLAN), 0) for figure in (before, now)]
        if is_static(far[0] - far[1], before, within):
            return "static"
        return "improved" if far[1] < far[0] else "worsened"
    if moved == "level":
        return "static"
    return "improved" if (moved == "up") == (polarity is Polarity.HIGH) else "worsened"
