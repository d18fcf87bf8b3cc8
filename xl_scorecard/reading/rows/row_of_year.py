"""Rows of one indicator that say which year they are of: `2022/23` below the figures of 2023/24."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import find_period, parse_period, tidy
from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.reading.words.headings import role_but_for_time, role_of

EARLIER = "last year"
_MAY_BE_OF_A_YEAR = (None, Role.OUTTURN, Role.PERIOD)


@dataclass(frozen=True, eq=False)
class RowYears:
    """The years that rows of a table may be of, its months and quarters being of one year."""

    table: Table

    @cached_property
    def _year(self) -> Period | None:
        """The year of all months and quarters, if they are of one."""
        periods = [
            c.period
            for c in self.table.by_role(Role.OUTTURN)
            if c.period is not None and c.period.grain is not Grain.YEAR
        ]
        years = {(p.financial_year, p.starts) for p in periods}
        return Period.year(*years.pop()) if len(years) == 1 and len(periods) > 1 else None

    def kind_of(self, name: str) -> str | None:
        """What a row of this name is by the year that it says: the targets of the headings' year,
        figures of an earlier one, or the figure itself."""
        if role_but_for_time(name) is Role.TARGET and (aimed := find_period(name)) is not None:
            return EARLIER if self._is_before(aimed.period) else Role.TARGET.value
        year = self._said_by(name)
        if year is None:
            return None
        return EARLIER if self._is_before(year) else "figure" if year == self._year else None

    def names_figure(self, name: str) -> bool:
        """Whether a row of this name holds the figures of the year that the headings are of."""
        return self._year is not None and self._said_by(name) == self._year

    def _is_before(self, year: Period | None) -> bool:
        return year is not None and self._year is not None and year.end < self._year.start

    def _said_by(self, name: str) -> Period | None:
        """The year that a name consists of, but for saying that these are figures."""
        if self._year is None or not any(ch.isdigit() for ch in name):
            return None
        if role_of(name) not in _MAY_BE_OF_A_YEAR:
            return None
        when = parse_period(tidy(name), self._year.starts)
        period = when.period if when is not None else None
        return period if period is not None and period.grain is Grain.YEAR else None
