"""What an indicator's earlier figures tell of it, in lines for `check --explain`."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.outcome import IndicatorResult, Outcome


def told_lines(outcome: Outcome) -> Iterator[str]:
    """The streaks of the indicators that there is something to say of."""
    said = [(i, i.streak.words) for i in outcome.indicators if i.streak and i.streak.words]
    if said:
        yield "  streaks:"
    for indicator, words in said:
        yield f"    {_where(indicator)}: {indicator.id}: {words}"


def _where(indicator: IndicatorResult) -> str:
    return f"{indicator.sheet}!{indicator.cell or indicator.row}"
