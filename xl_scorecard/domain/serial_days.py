"""Days as the numbers that Excel keeps for them."""

from __future__ import annotations

import datetime as dt

DAY_0 = dt.date(1899, 12, 30)
"""The day that serial numbers of dates count from, but in workbooks that count from 1904."""


def day_of(serial_number: float) -> dt.date:
    """The day that Excel keeps as a number."""
    return DAY_0 + dt.timedelta(days=serial_number)


def serial(day: dt.date, day_0: dt.date = DAY_0) -> float:
    """The number that Excel keeps for a day, where it counts from another."""
    return float((dt.date(day.year, day.month, day.day) - day_0).days)
