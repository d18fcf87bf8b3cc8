"""A direction of travel in words, and what its column and key say that it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.direction import By
from xl_scorecard.domain.ours import DOWN, LEVEL, NOT_KNOWN, UP

TITLE = "Direction of travel"
_HOW = {
    By.NUMBER: "by number",
    By.PERFORMANCE: "by performance",
    By.STATUS: "by status, as of the refresh",
    By.SLOPE: "by slope, as of the refresh",
}
_MEANS = {
    By.NUMBER: "Arrows show which way the figure moved; the word says whether that is better.",
    By.PERFORMANCE: "Arrows show performance: up is better, whichever way the figure moved.",
    By.STATUS: "Arrows show whether the status is better than it was, and which that was.",
    By.SLOPE: "Arrows show which way the line through the figures since then runs; the word says "
    "whether that is better.",
}
_WORTH = {"improved": UP, "worsened": DOWN, "static": LEVEL}


def travel_words(a: AssessedRow, rating: Rating) -> str:
    """The words of a direction of travel cell, as its formula gives them."""
    if a.measure.direction.by is By.STATUS:
        return _of_status(a, rating)
    if a.direction is None:
        return a.no_move
    word = {"improved": "Improved", "worsened": "Worsened", "static": "Static"}.get(a.travel or "")
    plain = {"up": "Up", "down": "Down", "level": "Level"}[a.direction]
    if a.measure.direction.by is By.PERFORMANCE:
        return f"{_WORTH[a.travel]} {word}" if a.travel is not None else plain
    arrow = {"up": UP, "down": DOWN, "level": LEVEL}[a.direction]
    return f"{arrow} {word or plain}"


def _of_status(a: AssessedRow, rating: Rating) -> str:
    if a.travel is None or a.status_before is None:
        return a.no_move if a.direction is None else NOT_KNOWN
    before = rating.band(a.status_before).label
    return f"{_WORTH[a.travel]} {'Still' if a.travel == 'static' else 'From'} {before}"


def travel_title(rows: Iterable[AssessedRow]) -> str:
    """The heading of a column of directions: what they mean, where that is not the usual."""
    found = _meanings(rows)
    if found == [By.NUMBER]:
        return TITLE
    most, *others = found
    some = f"; some rows {', '.join(_HOW[by] for by in others)}" if others else ""
    return f"{TITLE} ({_HOW[most]}{some})"


def arrows_mean(rows: Iterable[AssessedRow]) -> str:
    """What the arrows show, for the key."""
    most, *others = _meanings(rows)
    return " ".join([_MEANS[most], *(f"Of some rows: {_MEANS[by]}" for by in others)])


def _meanings(rows: Iterable[AssessedRow]) -> list[By]:
    """What directions mean, the commonest first."""
    counted = Counter(row.measure.direction.by for row in rows)
    return [by for by, _ in counted.most_common()] or [By.NUMBER]
