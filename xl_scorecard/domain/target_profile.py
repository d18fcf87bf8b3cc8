"""Targets between those that a rule gives: on a line from the one before to the one after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.period import Period

PROFILE, LINEAR = "profile", "linear"
"""The key beside a rule's targets by period, and what it may say."""
_YEAR = 12


def on_line(points: Mapping[Period, Target], period: Period, *, running: bool) -> Target | None:
    """The target of a period on the line between the targets of periods that end before and after
    it; None where there are none to run between.

    A total of the year so far (`running`) begins each year at nothing: a target of 400 for the
    year is one of 300 for its third quarter.
    """
    ends = {each.end: goal for each, goal in sorted(points.items()) if goal.upper is None}
    if running:
        year = Period.year(period.financial_year, period.starts)
        ends = {end: goal for end, goal in ends.items() if year.start <= end <= year.end}
    after = min((end for end in ends if end >= period.end), default=None)
    if after is None:
        return None
    before = max((end for end in ends if end <= period.end), default=None)
    goal, low = ends[after], 0.0
    if before is not None:
        low = ends[before].value
    elif running:
        before = Period.year(period.financial_year, period.starts).end - _YEAR
    else:
        return None
    if after == before:
        return goal
    share = (period.end - before) / (after - before)
    return replace(goal, value=round(low + (goal.value - low) * share, 12))
