from __future__ import annotations

import pytest

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period_words import PeriodWords, find_period


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Corporate Performance Scorecard - Quarter 2 2013/14", "2013/14 Q2"),
        ("Early Help Monthly Performance Report, Mar 2017", "2017-03"),
        ("Service Performance Indicators Q3 2017-18", "2017/18 Q3"),
        ("Council Plan 2022/23", "2022/23"),
        ("Scorecard Q3 1819", "2018/19 Q3"),
        ("Scorecard_Q3_2018-19", "2018/19 Q3"),
        ("CYPE Directorate Scorecard 2019-2020", "2019/20"),
        ("Data as at 31 December 2018", "2018-12"),
        ("Council Business Plan Adults Q3 2016/17", "2016/17 Q3"),
        ("Strategic Performance Monitoring Report Annex A, Q2 2017/18", "2017/18 Q2"),
        ("Appendix 1 Q3 2018/19", "2018/19 Q3"),
        ("Page 2 of 3 Q3 2018/19", "2018/19 Q3"),
        ("Children's Services Scorecard: December 2018", "2018-12"),
        ("Scorecard 2018", "2018"),
        ("Report for 2018 - Children", "2018"),
        ("KPIs 18/19", "2018/19"),
        ("Year end report 2018/19", "2018/19"),
        ("Outcomes in the academic year 2017/18", "2017/18"),
        ("Current performance (2017/18)", "2017/18"),
        ("Performance April - December 2018 by theme", "2018-12"),
        # said apart
        ("Plan 2018/19: progress in quarter 2", "2018/19 Q2"),
        ("March Performance Report 2016/17", "2017-03"),
        # said twice
        ("Q3 2018/19 scorecard (Quarter 3 2018/19)", "2018/19 Q3"),
        ("Quarter 3 report 2018/19: Q3", "2018/19 Q3"),
        # the quarter is what is reported, the rest is when and under which plan
        ("Quarter 3 2018/19 report, January 2019", "2018/19 Q3"),
        ("Report to Cabinet 12 February 2019 - Quarter 3 2018/19", "2018/19 Q3"),
        ("Council Plan 2017-2021: Q2 2018/19", "2018/19 Q2"),
        ("Q3 2018/19 compared with 2016/17 and 2017/18", "2018/19 Q3"),
    ],
)
def test_a_title_mentions_its_period(title: str, period: str) -> None:
    words = find_period(title)
    assert words is not None
    assert str(words.period) == period


def test_half_a_year_said_apart_from_its_year_is_the_second_quarter_to_date() -> None:
    words = find_period("Corporate Plan half-year report 2018/19")
    assert words is not None
    assert (str(words.period), words.basis) == ("2018/19 Q2", Basis.YEAR_TO_DATE)


def test_a_sheet_named_after_a_quarter_gives_the_quarter() -> None:
    assert find_period("Q3") == PeriodWords(quarter=3)
    assert find_period("Scorecard Q3") == PeriodWords(quarter=3)


def test_a_group_heading_mentions_a_range() -> None:
    words = find_period("Previous results, all services (Q3 2016/17 - Q2 2017/18)")
    assert words is not None
    assert (words.period, str(words.first), str(words.last)) == (None, "2016/17 Q3", "2017/18 Q2")


@pytest.mark.parametrize(
    "text",
    [
        "", "Sheet1", "Scorecard", "Latest", "YTD", "CS02a", "Performance may improve",
        "We march on", "April Jones, lead officer", "from year to year", "Tel 01472 326289",
        "2018 budget", "2000 homes built", "No. of 16/17 year olds", "Care leavers aged 16/17",
        "Children aged 18-19", "KPIs 1819", "Plan 2017-2021", "Direction of Travel (qtr 2 v qtr 1)",
        "Comparison of 2017/18 and 2018/19", "Q3 2018/19 against Q3 2017/18", "Item 6.03.14",
        "Report dated 5 May 2018, amended 6 June 2018", "Q1, Q2 and Q3 of 2018/19", "Top 10",
        "12.3",
        "Scorecard Q3 2018/19 " + "and so on " * 20,
    ],
)  # fmt: skip
def test_a_text_without_one_clear_period_has_none(text: str) -> None:
    assert find_period(text) is None
