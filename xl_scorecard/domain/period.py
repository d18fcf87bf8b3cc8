"""Reporting periods: months, quarters and years, ordered by when they end."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property, total_ordering

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""As papers write them, whatever the language of the computer."""


class Grain(IntEnum):
    """How long a period is, in months."""

    MONTH = 1
    QUARTER = 3
    YEAR = 12


@total_ordering
@dataclass(frozen=True)
class Period:
    """A month, a quarter of a financial year, or a financial year.

    `end` counts months since year 0 (year * 12 + month - 1) of the last month; `starts` is
    the month in which the financial year starts (1 for calendar years). It says how the period
    is written and counted within its year, not which months it covers: December 2018 is
    December 2018 under either.
    """

    grain: Grain
    end: int
    starts: int = field(default=4, compare=False)

    @classmethod
    def month(cls, year: int, month: int, starts: int = 4) -> Period:
        """The calendar month, e.g. `Period.month(2018, 12)`."""
        return cls(Grain.MONTH, year * 12 + month - 1, starts)

    @classmethod
    def quarter(cls, year: int, number: int, starts: int = 4) -> Period:
        """Quarter `number` (1 to 4) of the financial year that starts in `year`."""
        return cls(Grain.QUARTER, year * 12 + starts - 1 + 3 * number - 1, starts)

    @classmethod
    def year(cls, year: int, starts: int = 4) -> Period:
        """The financial year that starts in `year`."""
        return cls(Grain.YEAR, year * 12 + starts - 1 + 11, starts)

    @property
    def start(self) -> int:
        """The first month, counted as `end` is."""
        return self.end - self.grain + 1

    @property
    def financial_year(self) -> int:
        """The calendar year in which this period's financial year starts."""
        return (self.end - (self.starts - 1)) // 12

    @cached_property
    def last_day(self) -> dt.date:
        """The day the period ends."""
        year, month = divmod(self.end, 12)
        return dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])

    @cached_property
    def previous(self) -> Period:
        """The period of the same length just before."""
        return Period(self.grain, self.end - self.grain, self.starts)

    @cached_property
    def next(self) -> Period:
        """The period of the same length just after."""
        return Period(self.grain, self.end + self.grain, self.starts)

    @cached_property
    def year_before(self) -> Period:
        """The same period a year earlier."""
        return Period(self.grain, self.end - 12, self.starts)

    @property
    def year_label(self) -> str:
        """The financial year in words: `2018/19`, or `2018` where years are calendar years."""
        year = self.financial_year
        return f"{year}" if self.starts == 1 else f"{year}/{(year + 1) % 100:02d}"

    def as_grain(self, grain: Grain) -> Period:
        """The period of another length that ends in the same month."""
        return Period(grain, self.end, self.starts)

    def __hash__(self) -> int:
        return self.end * 16 + self.grain  # asked for by every figure of every check

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return self.end < other.end or (self.end == other.end and self.grain < other.grain)

    def __str__(self) -> str:
        return self._printed

    @cached_property
    def _printed(self) -> str:
        if self.grain is Grain.MONTH:
            return f"{self.end // 12:04d}-{self.end % 12 + 1:02d}"
        if self.grain is Grain.QUARTER:
            number = ((self.end - (self.starts - 1)) % 12) // 3 + 1
            return f"{self.year_label} Q{number}"
        return self.year_label

    @cached_property
    def words(self) -> str:
        """As a committee paper says it: `Dec 2018`, `Q3 2018/19`, `2018/19`."""
        if self.grain is Grain.MONTH:
            return f"{_MONTHS[self.end % 12]} {self.end // 12}"
        if self.grain is Grain.QUARTER:
            year, number = str(self).split(" ")
            return f"{number} {year}"
        return self.year_label


def runs_of(periods: Iterable[Period]) -> list[list[Period]]:
    """Periods of one length as runs without a gap, oldest first."""
    runs: list[list[Period]] = []
    for period in sorted(periods):
        if runs and runs[-1][-1].next == period:
            runs[-1].append(period)
        else:
            runs.append([period])
    return runs


def between(first: Period, last: Period) -> list[Period]:
    """The periods of one length after the first and before the last."""
    found = []
    period = first.next
    while period < last:
        found.append(period)
        period = period.next
    return found
