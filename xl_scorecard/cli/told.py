"""What an indicator's earlier figures tell of it, in lines for `check --explain`."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.cell_ref import quoted_sheet
from xl_scorecard.domain.outcome import IndicatorResult, Outcome


def told_lines(outcome: Outcome) -> Iterator[str]:
    """The streaks and projections of the indicators that there is something to say of."""
    streaks = [(i, i.streak.words) for i in outcome.indicators if i.streak and i.streak.words]
    forecasts = [(i, i.forecast.words) for i in outcome.indicators if i.forecast]
    supplied = [(i, _supplied(i)) for i in outcome.indicators if i.supplied]
    for heading, said in (
        ("streaks", streaks),
        ("projections, never rated", forecasts),
        ("figures from earlier workbooks", supplied),
    ):
        if said:
            yield f"  {heading}:"
        for indicator, words in said:
            yield f"    {_where(indicator)}: {indicator.id}: {words}"


def _supplied(indicator: IndicatorResult) -> str:
    return "; ".join(
        f"{each.period} from {quoted_sheet(each.sheet)}!{each.cell}" for each in indicator.supplied
    )


def _where(indicator: IndicatorResult) -> str:
    return f"{indicator.sheet}!{indicator.cell or indicator.row}"
