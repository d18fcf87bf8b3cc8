from __future__ import annotations

import pytest

from xl_scorecard.domain.period import Grain, Period


def test_the_quarter_before_the_first_is_the_last_of_the_year_before() -> None:
    assert str(Period.quarter(2018, 1).previous) == "2017/18 Q4"
    assert str(Period.quarter(2018, 3).year_before) == "2017/18 Q3"


@pytest.mark.parametrize(
    ("period", "previous", "year_before"),
    [
        (Period.month(2018, 12), "2018-11", "2017-12"),
        (Period.month(2018, 1), "2017-12", "2017-01"),
        (Period.quarter(2018, 4), "2018/19 Q3", "2017/18 Q4"),
        (Period.year(2018), "2017/18", "2017/18"),
        (Period.year(1999), "1998/99", "1998/99"),
    ],
)
def test_the_period_before_has_the_same_length(
    period: Period, previous: str, year_before: str
) -> None:
    assert (str(period.previous), str(period.year_before)) == (previous, year_before)


@pytest.mark.parametrize(
    ("period", "json", "words"),
    [
        (Period.month(2018, 12), "2018-12", "Dec 2018"),
        (Period.quarter(2018, 3), "2018/19 Q3", "Q3 2018/19"),
        (Period.year(2018), "2018/19", "2018/19"),
        (Period.year(1999), "1999/00", "1999/00"),
        (Period.year(2018, 1), "2018", "2018"),
        (Period.quarter(2018, 3, 1), "2018 Q3", "Q3 2018"),
    ],
)
def test_a_period_prints_for_machines_and_for_papers(period: Period, json: str, words: str) -> None:
    assert (str(period), period.words) == (json, words)


@pytest.mark.parametrize(
    ("period", "last_day"),
    [
        (Period.month(2016, 2), "2016-02-29"),
        (Period.month(2018, 2), "2018-02-28"),
        (Period.quarter(2018, 3), "2018-12-31"),
        (Period.quarter(2018, 4), "2019-03-31"),
        (Period.year(2018), "2019-03-31"),
    ],
)
def test_a_period_ends_on_its_last_day(period: Period, last_day: str) -> None:
    assert period.last_day.isoformat() == last_day


def test_periods_are_ordered_by_when_they_end() -> None:
    months = [Period.month(2018, 12), Period.month(2018, 4), Period.month(2018, 9)]
    quarters = [Period.quarter(2018, 2), Period.quarter(2017, 4)]
    printed = [str(period) for period in sorted([*months, *quarters])]
    assert printed == ["2017/18 Q4", "2018-04", "2018-09", "2018/19 Q2", "2018-12"]


def test_a_quarter_and_its_last_month_end_together_but_are_not_the_same() -> None:
    quarter, month = Period.quarter(2018, 3), Period.month(2018, 12)
    assert quarter.last_day == month.last_day
    assert quarter != month
    assert month.as_grain(Grain.QUARTER) == quarter


def test_a_month_is_the_same_month_whenever_the_financial_year_starts() -> None:
    april, january = Period.month(2018, 12, 4), Period.month(2018, 12, 1)
    assert april == january
    assert len({april, january}) == 1
    assert not april < january
    assert not january < april


def test_quarters_and_years_are_the_same_where_they_cover_the_same_months() -> None:
    assert Period.quarter(2018, 3, 4) == Period.quarter(2018, 4, 1)
    assert Period.quarter(2018, 3, 4) != Period.quarter(2018, 3, 1)
    assert Period.year(2018, 4) != Period.year(2018, 1)
