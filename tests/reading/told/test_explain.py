from __future__ import annotations

from xl_scorecard.domain.period import Period
from xl_scorecard.reading.told.explain import missing_periods


def test_periods_between_the_first_and_the_last_of_a_length_are_missed() -> None:
    quarters = [Period.quarter(2017, 4), Period.quarter(2018, 3)]
    assert missing_periods(quarters) == [Period.quarter(2018, 1), Period.quarter(2018, 2)]


def test_lengths_are_looked_at_each_for_itself() -> None:
    periods = [Period.year(2016), Period.year(2017), Period.month(2018, 10), Period.month(2018, 12)]
    assert missing_periods(periods) == [Period.month(2018, 11)]


def test_nothing_is_missed_where_nothing_or_one_period_is_there() -> None:
    assert missing_periods([]) == []
    assert missing_periods([Period.quarter(2018, 3)]) == []
