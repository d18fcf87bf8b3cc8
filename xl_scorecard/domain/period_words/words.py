"""What a heading says of time: a period, or what is known of one."""

from __future__ import annotations

from dataclasses import dataclass

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Period


@dataclass(frozen=True)
class PeriodWords:
    """What a heading says of time.

    `period` where it is complete. Otherwise what it lacks: `quarter`, `month` or `full_year`
    without a year (the group heading above or the title may give it), or `relative` ("latest",
    "-3 mths"). `first` and `last` where it names a range (`Q3 2016/17 - Q2 2017/18`); a range
    that is a period of its own (`Oct-Dec 2018`) has both.
    """

    period: Period | None = None
    basis: Basis | None = None
    quarter: int | None = None
    month: int | None = None
    relative: str | None = None
    full_year: bool = False
    first: Period | None = None
    last: Period | None = None

    @property
    def lacks_only_its_year(self) -> bool:
        """Whether it names a quarter, month or whole year without saying which year's."""
        return self.quarter is not None or self.month is not None or self.full_year
