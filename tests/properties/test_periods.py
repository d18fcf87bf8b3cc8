from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.strategies import PERIODS
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.reading.tables.reported import parse_wanted_period


@given(PERIODS)
def test_what_a_period_prints_reads_back_as_that_period(period: Period) -> None:
    read = parse_period(period.words, period.starts)
    assert read is not None
    assert read.period == period
    # as an option: above a column 2010-11 is the financial year, not November
    assert parse_wanted_period(str(period), period.starts) == period


@given(PERIODS)
def test_next_and_previous_undo_each_other(period: Period) -> None:
    assert period.next.previous == period.previous.next == period
    assert period.previous < period < period.next


@given(PERIODS)
def test_a_year_is_four_quarters_or_twelve_months(period: Period) -> None:
    steps = 12 // period.grain
    earlier = period
    for _ in range(steps):
        earlier = earlier.previous
    assert earlier == period.year_before


@given(PERIODS)
def test_periods_follow_one_another_without_a_gap(period: Period) -> None:
    assert (period.next.start, period.previous.end) == (period.end + 1, period.start - 1)
    assert period.previous.last_day < period.last_day < period.next.last_day


@given(PERIODS, PERIODS)
def test_order_is_total_and_by_the_last_day(one: Period, other: Period) -> None:
    if one.last_day != other.last_day:
        assert (one < other) == (one.last_day < other.last_day)
    elif one.grain is not other.grain:
        assert (one < other) == (one.grain < other.grain)


@given(st.dates())
def test_a_real_date_is_its_month(date: dt.date) -> None:
    words = parse_period(date)
    assert words is not None
    assert words.period is not None
    assert words.period.grain is Grain.MONTH
    last = words.period.last_day
    assert (last.year, last.month) == (date.year, date.month)


@given(st.text(max_size=70))
def test_no_heading_whatever_breaks_the_reader(heading: str) -> None:
    words = parse_period(heading)
    assert words is None or words.period is None or words.period.last_day is not None
