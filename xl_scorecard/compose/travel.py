"""A direction of travel in words."""

from __future__ import annotations

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.ours import DOWN, LEVEL, UP


def travel_words(a: AssessedRow) -> str:
    """The words of a direction of travel cell, as its formula gives them."""
    if a.direction is None:
        return a.no_move
    arrow = {"up": UP, "down": DOWN, "level": LEVEL}[a.direction]
    word = {"improved": "Improved", "worsened": "Worsened", "static": "Static"}.get(a.travel or "")
    plain = {"up": "Up", "down": "Down", "level": "Level"}[a.direction]
    return f"{arrow} {word or plain}"
