"""How wide the columns beside a table are, by their headings."""

from __future__ import annotations

from textwrap import wrap

from xl_scorecard.domain.rule_set import Column

LEAST_WIDTHS: dict[Column, float] = {
    "rag": 13, "direction": 20, "change": 12, "change_on_year": 12, "variation": 33,
    "benchmark": 50, "streak": 60, "trend": 18,
}  # fmt: skip
_WIDEST, _BOLD = 50, 1.15
"""How wide at most, in characters, and how much wider bold ones are."""


def width_of(kind: Column, heading: str, lines: int) -> float:
    """How wide a column of ours is: its heading is not cut in as many lines as there are header
    rows, whose heights are theirs."""
    least = LEAST_WIDTHS[kind]
    fits = (w for w in range(int(least), _WIDEST) if len(wrap(heading, int(w / _BOLD))) <= lines)
    return max(least, float(next(fits, _WIDEST)))
