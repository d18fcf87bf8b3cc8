"""The sentence on a milestone: when it was done or is expected, and when it was due."""

from __future__ import annotations

import datetime as dt

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.milestones import Dates
from xl_scorecard.domain.serial_days import day_of


def told_of(a: AssessedRow, dates: Dates, rating: Rating) -> str:
    """What the dates of a milestone say of it, and the status where that is a concern."""
    name, due = a.measure.name, dates.due.date
    if a.value is None or due is None:
        return f"It cannot be told from its dates how {name} stands"
    band = rating.band(a.status)
    rated = f", and is rated {band.label}" if band.concern else ""
    if dates.done is not None and dates.done.date is not None:
        return f"{name} was done on {_day(dates.done.date)}, {_off(a.value, 'was', due)}{rated}"
    as_at = day_of(dates.as_at)
    expected = dates.expected.date if dates.expected is not None else None
    if (expected or due) < as_at:
        return f"{name} was due on {_day(due)}, and not done by {_day(as_at)}{rated}"
    if expected is None:
        return f"{name} is due on {_day(due)}{rated}"
    return f"{name} is expected on {_day(expected)}, {_off(a.value, 'is', due)}{rated}"


def _off(days: float, verb: str, due: dt.date) -> str:
    if days == 0:
        return f"the day it {verb} due"
    side = "after" if days > 0 else "before"
    said = f"{abs(days):,.0f} day{'' if abs(days) == 1 else 's'}"
    return f"{said} {side} it {verb} due ({_day(due)})"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
