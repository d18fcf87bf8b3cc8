"""Names of indicators, as rules and rows compare them."""

from __future__ import annotations

from xl_scorecard.domain.period_words import tidy


def plain_name(name: str) -> str:
    """A name as rules compare it: letters, digits and the signs that change its meaning."""
    words = tidy(name).replace("percentage of ", "% of ").replace("&", "and")
    return "".join(ch for ch in words if ch.isalnum() or ch in "%<>+")
