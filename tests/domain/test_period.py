from __future__ import annotations

import pytest

from xl_scorecard.domain.period import Grain, Period, between, runs_of


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


def test_three_months_to_november_are_said_by_the_quarter_they_end_in() -> None:
    assert str(Period.month(2018, 11).as_grain(Grain.QUARTER)) == "2018/19 Q3"
    assert str(Period.month(2018, 10).as_grain(Grain.QUARTER)) == "2018/19 Q3"
    assert str(Period.month(2019, 1).as_grain(Grain.QUARTER)) == "2018/19 Q4"


@pytest.mark.parametrize(
    ("month", "starts", "quarter", "year"),
    [(3, 4, "2017/18 Q4", 2017), (4, 4, "2018/19 Q1", 2018), (12, 1, "2018 Q4", 2018),
     (1, 1, "2018 Q1", 2018), (8, 9, "2017/18 Q4", 2017), (9, 9, "2018/19 Q1", 2018)],
)  # fmt: skip
def test_a_month_is_of_the_financial_year_that_has_begun_by_then(
    month: int, starts: int, quarter: str, year: int
) -> None:
    period = Period.month(2018, month, starts)
    assert period.financial_year == year
    assert str(period.as_grain(Grain.QUARTER)) == quarter


def test_a_financial_year_starts_in_april_unless_said_otherwise() -> None:
    assert Period.month(2018, 4).financial_year == 2018
    assert Period.month(2018, 3).financial_year == 2017
    assert Period(Grain.YEAR, Period.month(2019, 3).end) == Period.year(2018)
    assert str(Period(Grain.YEAR, Period.month(2019, 3).end)) == "2018/19"
    assert str(Period(Grain.QUARTER, Period.month(2018, 4).end)) == "2018/19 Q1"


def test_where_a_period_is_counted_from_stays_with_those_beside_it() -> None:
    quarter = Period.quarter(2018, 1, 1)
    assert [str(p) for p in (quarter.previous, quarter.next, quarter.year_before)] == [
        "2017 Q4", "2018 Q2", "2017 Q1",
    ]  # fmt: skip
    assert str(quarter.as_grain(Grain.YEAR)) == "2018"


def test_a_period_covers_its_months() -> None:
    assert Period.quarter(2018, 3).start == Period.month(2018, 10).end
    assert Period.year(2018).start == Period.month(2018, 4).end
    assert Period.month(2018, 4).start == Period.month(2018, 4).end


def test_a_period_is_not_compared_with_anything_else() -> None:
    with pytest.raises(TypeError):
        assert Period.month(2018, 12) < "2018-12"
    assert Period.month(2018, 12) != "2018-12"


def test_periods_are_runs_for_as_long_as_one_follows_the_other() -> None:
    q1, q2, q3, q4 = (Period.quarter(2018, number) for number in (1, 2, 3, 4))
    assert runs_of([q4, q1, q2]) == [[q1, q2], [q4]]
    assert runs_of([q3, q1]) == [[q1], [q3]]
    assert runs_of([q2, q1, q4, q3]) == [[q1, q2, q3, q4]]
    assert runs_of([]) == []


def test_between_two_periods_are_those_that_neither_is() -> None:
    q1, q2, q3, q4 = (Period.quarter(2018, number) for number in (1, 2, 3, 4))
    assert between(q1, q4) == [q2, q3]
    assert between(q1, q3) == [q2]
    assert between(q1, q2) == between(q2, q2) == between(q4, q1) == []
