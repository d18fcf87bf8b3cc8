"""Headings without a year, completed by a group heading, a title or their neighbours."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period_words import (
    PeriodWords,
    complete_from_title,
    complete_in_order,
    complete_with_year,
    find_period,
    parse_period,
)

YTD, ANNUAL = Basis.YEAR_TO_DATE, Basis.ANNUAL


def _words(heading: str) -> PeriodWords:
    words = parse_period(heading)
    assert words is not None
    return words


@pytest.mark.parametrize(
    ("own", "group", "period", "basis"),
    [
        ("Q3", "Previous performance (Q3 2016/17 - Q2 2017/18)", "2016/17 Q3", None),
        ("Q4", "Previous performance (Q3 2016/17 - Q2 2017/18)", "2016/17 Q4", None),
        ("Q1", "Previous performance (Q3 2016/17 - Q2 2017/18)", "2017/18 Q1", None),
        ("Q2", "Previous performance (Q3 2016/17 - Q2 2017/18)", "2017/18 Q2", None),
        ("Q3 actual", "Current performance (2017/18)", "2017/18 Q3", None),
        ("Nov", "Q3 2018/19", "2018-11", None),
        ("Oct", "Apr - Dec 2018", "2018-10", None),
        ("Feb", "Nov 2018 to Feb 2019", "2019-02", None),
        ("Q4", "2018", "2018/19 Q4", None),  # as Q4 2018 is
        ("Mar", "2018", "2018-03", None),
        ("Year end", "2018/19", "2018/19", ANNUAL),
        ("Half year performance", "2018/2019", "2018/19 Q2", YTD),
        ("Q3", "YTD 2018/19", "2018/19 Q3", YTD),
        ("Q3", "Full year 2018/19", "2018/19 Q3", None),
        ("Oct", "Academic year 2017/18", "2017-10", None),
        ("Jul", "Academic year 2017/18", "2018-07", None),
    ],
)
def test_a_group_heading_completes_what_is_below_it(
    own: str, group: str, period: str, basis: Basis | None
) -> None:
    words = complete_with_year(_words(own), find_period(group), 4)
    assert (str(words.period), words.basis) == (period, basis)


@pytest.mark.parametrize(
    ("own", "group"),
    [
        ("Q3", "Q2 2018/19"),
        ("Feb", "Q3 2018/19"),
        ("Q3", "2016/17 - 2018/19"),  # which of three?
        ("Q3", "Q3 2016/17 - Q3 2017/18"),  # which of two?
        ("Latest", "2018/19"),
        ("Q3", "Latest"),
        ("Year end", "Q3 2018/19"),
    ],
)
def test_a_group_heading_that_does_not_settle_it_completes_nothing(own: str, group: str) -> None:
    assert complete_with_year(_words(own), parse_period(group), 4) == _words(own)


@pytest.mark.parametrize(
    ("own", "title", "period", "basis"),
    [
        ("Quarter 1", "Scorecard 2013/14", "2013/14 Q1", None),
        ("Quarter 1", "Scorecard - Quarter 2 2013/14", "2013/14 Q1", None),
        ("Nov", "Scorecard - Quarter 3 2013/14", "2013-11", None),
        ("Jan", "Scorecard - Quarter 4 2013/14", "2014-01", None),
        ("Jan", "Monthly report, Mar 2017", "2017-01", None),
        ("Nov", "Monthly report, Mar 2017", "2016-11", None),
        ("Q3", "Monthly report, Mar 2017", "2016/17 Q3", None),
        ("Q4", "Scorecard 2018", "2018/19 Q4", None),
        ("Year-end performance and rating", "Scorecard Q4 2018/19", "2018/19", ANNUAL),
        ("Half year performance", "Half-year report 2018/19", "2018/19 Q2", YTD),
        ("This Qrt", "Scorecard Q2 2013/14", "2013/14 Q2", None),
        ("Latest", "Scorecard Q2 2013/14", "2013/14 Q2", None),
        ("Current", "Scorecard 2013/14", "2013/14", None),
        ("tq", "Scorecard Q2 2013/14", "2013/14 Q2", None),
        ("tq", "Report for March 2017", "2016/17 Q4", None),
        ("YTD", "Scorecard Q2 2013/14", "2013/14 Q2", YTD),
        ("lq", "Scorecard Q1 2013/14", "2012/13 Q4", None),
        ("Last Qrt", "Scorecard Q2 2013/14", "2013/14 Q1", None),
        ("previous quarter", "Report for March 2017", "2016/17 Q3", None),
        ("Previous", "Scorecard Q2 2013/14", "2013/14 Q1", None),
        ("-3 mths", "Scorecard Q2 2013/14", "2013/14 Q1", None),
        ("-9 mths", "Scorecard Q2 2013/14", "2012/13 Q3", None),
        ("-3 mths", "Report for March 2017", "2016-12", None),
        ("-1 year", "Scorecard 2013/14", "2012/13", None),
        ("Last month", "Report for March 2017", "2017-02", None),
        ("Last yr", "2017/18", "2016/17", None),
        ("Previous Year", "Scorecard Q2 2013/14", "2012/13", ANNUAL),
        ("PY", "Report for March 2017", "2015/16", ANNUAL),
        ("PY", "Scorecard 2013/14", "2012/13", None),
        ("Same quarter last year", "Scorecard Q2 2013/14", "2012/13 Q2", None),
    ],
)
def test_the_title_completes_a_heading(
    own: str, title: str, period: str, basis: Basis | None
) -> None:
    words = complete_from_title(_words(own), find_period(title), 4)
    assert (str(words.period), words.basis) == (period, basis)


@pytest.mark.parametrize(
    ("own", "title"),
    [
        ("This Qrt", "Scorecard 2013/14"),  # which quarter?
        ("lq", "Report for February 2017"),  # the quarter is not over
        ("-1 month", "Scorecard Q2 2013/14"),
        ("This year", "Scorecard Q2 2013/14"),  # the year is not over
        ("Latest", "Scorecard Q3"),
        ("Q3", "Scorecard"),
    ],
)
def test_a_title_that_does_not_settle_it_completes_nothing(own: str, title: str) -> None:
    assert complete_from_title(_words(own), find_period(title), 4) == _words(own)


def test_a_heading_with_its_own_year_keeps_it() -> None:
    own = _words("Q3 2016/17")
    assert complete_from_title(own, find_period("Q3 2017/18"), 4) == own
    assert complete_with_year(own, parse_period("2017/18"), 4) == own


def test_the_year_may_start_in_another_month() -> None:
    title = find_period("Scorecard Q2 2018/19", 9)
    words = [_words("Q1"), _words("Sep"), _words("Aug"), _words("lq")]
    assert [str(complete_from_title(w, title, 9).period) for w in words] == [
        "2018/19 Q1", "2018-09", "2019-08", "2018/19 Q1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "title", "periods"),
    [
        ("Q3 Q4 Q1 Q2", "Q2 2017/18", "2016/17 Q3|2016/17 Q4|2017/18 Q1|2017/18 Q2"),
        ("Q2 Q1 Q4 Q3", "Q2 2017/18", "2017/18 Q2|2017/18 Q1|2016/17 Q4|2016/17 Q3"),
        ("Q1 Q2 Q3 Q4", "Q2 2017/18", "2017/18 Q1|2017/18 Q2|2017/18 Q3|2017/18 Q4"),
        ("Q1 Q1 Q2 Q2", "2017/18", "2017/18 Q1|2017/18 Q1|2017/18 Q2|2017/18 Q2"),
        ("Feb Mar Apr", "April 2018", "2018-02|2018-03|2018-04"),
        ("Apr Mar Feb", "April 2018", "2018-04|2018-03|2018-02"),
        ("Q1 Q2 Q3 Q4 Q1", "Q1 2018/19",
         "2017/18 Q1|2017/18 Q2|2017/18 Q3|2017/18 Q4|2018/19 Q1"),
    ],
)  # fmt: skip
def test_headings_in_a_row_follow_one_another(row: str, title: str, periods: str) -> None:
    words = [_words(heading) for heading in row.split(" ")]
    completed = complete_in_order(words, find_period(title), 4)
    assert [str(w.period) for w in completed if w is not None] == periods.split("|")


def test_what_stands_among_the_headings_of_a_row_stays() -> None:
    row = [None, _words("2016/17"), _words("Q4"), None, _words("Q1"), _words("Latest")]
    completed = complete_in_order(row, find_period("Q1 2018/19"), 4)
    assert [None if w is None else str(w.period) for w in completed] == [
        None, "2016/17", "2017/18 Q4", None, "2018/19 Q1", "2018/19 Q1",
    ]  # fmt: skip
