"""Every form of a period that people were seen to write, with what it means worked out by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period_words import PeriodWords, parse_headings, parse_period

YTD, R12, ANNUAL = Basis.YEAR_TO_DATE, Basis.ROLLING_12_MONTHS, Basis.ANNUAL

QUARTER_3 = [
    "Q3 2018/19", "Q3 (2018/19)", "2018/19 Q3", "Q3 18/19", "Q3 18-19", "Q3 2018-19",
    "Q3 2018-2019", "Q3 2018/2019", "Q3, 2018/19", "Q3\n2018/19", "Q3: 2018/19", "Q3 - 2018/19",
    "Q3-2018/19", "2018-19 Q3", "2018/19 - Q3", "2018/2019 Quarter 3", "Q3'18", "Q3 2018", "Q3 18",
    "2018 Q3", "2018Q3", "2018-Q3", "Q3 1819", "1819 Q3", "1819-Q3", "Q3 201819", "201819 Q3",
    "Quarter 3 2018/19", "Qtr 3 2018/19", "Qrt 3 2018/19", "Qtr. 3 2018/19", "QTR3 18/19",
    "3rd Quarter 2018/19", "Third quarter 2018/19", "Third Qtr 18/19", "3Q18", "3Q 2018/19",
    "Q3 Actual 2018/19", "Actual Q3 18/19", "Q3 2018/19 Actual", "Q3 Outturn 2018/19",
    "Q3 2018/19 Performance", "Performance at Q3 2018/19", "End of Q3 2018/19",
    "Q3 FY2018/19", "FY18/19 Q3", "Q3 FY 2018-19", "Q3 FY19", "FY19 Q3", "Q3 FY2019", "Q3FY19",
    "Q3 FY1819", "Oct - Dec 2018", "Oct-Dec 18", "October to December 2018", "Oct 18 - Dec 18",
    "1 October 2018 - 31 December 2018", "01/10/2018 - 31/12/2018", "Oct-Dec 2018/19",
    "2018/19 (Oct-Dec)", "Quarter 3 (Oct - Dec 2018)", "Q3 2018/19 (Oct-Dec)",
    "Q3 Oct-Dec 2018", "Q3 (Oct to Dec) 2018/19", "Q3 2018/19 (October to December 2018)",
    "Quarter 3 - December 2018", "Dec 2018 Q3", "Q3 (31/12/2018)", "Q3 2018/19*", "Q3 2018/19 (p)",
    "Q3 2018/19p", "Q3 2018/19 (1)", "Q3 2018/19 [1]", "Q3 2018/19 ¹",
    "Previous quarter (Q3 18/19)", " q3   2018/19 ", "Q3_2018-19",
]  # fmt: skip
DECEMBER = [
    "Dec 2018", "Dec-18", "Dec 18", "Dec'18", "Dec.18", "Dec/18", "December 2018", "DEC-2018",
    "Dec. 2018", "December, 2018", "end Dec 2018", "End of December 2018", "as at 31 December 2018",
    "As at 31/12/2018", "31st Dec 2018", "31 Dec 18", "31-Dec-18", "31-Dec-2018", "Dec 31, 2018",
    "31/12/2018", "31/12/18", "31.12.2018", "31.12.18", "31-12-2018", "2018-12-31", "2018/12/31",
    "2018-12-31 00:00:00", "2018-12", "12/2018", "2018M12", "2018-M12", "2018 Dec", "Dec 2018/19",
    "Month 9 2018/19", "M9 2018/19", "M09 2018/19", "P9 18/19", "2018/19 P9", "Period 9 2018/19",
    "2018/19 Month 9", "Dec-18 Actual", "Actual for Dec 2018", "Data as at December 2018",
    "Dec-18*", "Dec FY19", "Latest (Dec 18)",
]  # fmt: skip
YEAR = [
    "2018/19", "2018-19", "2018/2019", "2018-2019", "2018 / 19", "18/19", "201819",
    "2018/19 Outturn", "2018/19 Actual", "2018/19 Actual Performance", "Outturn 2018/19",
    "18-19 Outturn", "Current performance (2018/19)", "2018/19*", "2018/19p",
    "Apr 2018 - Mar 2019", "April 2018 to March 2019", "Q1 - Q4 2018/19",
]  # fmt: skip
WHOLE_YEAR = [
    "Year End 2018/19", "Year-end 2018/19", "2018/19 Year End", "Full Year 2018/19", "FY2018-19",
    "FY18/19", "FY19", "FY2019", "FYE 2019", "Financial year 2018/19", "Annual 2018/19",
    "Baseline 2018/19", "Year ended 31 March 2019", "Year ending March 2019", "Year to 31/03/2019",
    "Q4 Year End 2018/19", "H2 2018/19", "Second half 2018/19",
]  # fmt: skip
OTHERS: dict[str, tuple[str, Basis | None]] = {
    # the years of headings seen without a financial year are calendar years
    "2016": ("2016", None),
    "YR2000": ("2000", None),
    "2000 [YR2000]": ("2000", None),
    "20165": ("2016", None),
    "20106": ("2010", None),
    " 2015 *": ("2015", None),
    "Full Year 2015": ("2015", ANNUAL),
    "Calendar year 2018": ("2018", ANNUAL),
    "Jan - Dec 2018": ("2018", None),
    "98/99": ("1998/99", None),
    "99/00": ("1999/00", None),
    "10/11": ("2010/11", None),
    # academic years start in September whatever the financial year
    "2017/18 AY": ("2017/18", ANNUAL),
    "AY 2017/18": ("2017/18", ANNUAL),
    "Academic year 2017/18": ("2017/18", ANNUAL),
    "2016/17 academic year": ("2016/17", ANNUAL),
    # two years glued together
    "Q1 1920": ("2019/20 Q1", None),
    "1920 Q2": ("2019/20 Q2", None),
    "1516-Q4": ("2015/16 Q4", None),
    "Q1'15": ("2015/16 Q1", None),
    # the quarter's number, the months and the year agree
    "Q4 2018/19 (Jan-Mar)": ("2018/19 Q4", None),
    "Q4 2018 (Jan-Mar)": ("2018/19 Q4", None),
    "Q4 (Jan - Mar 2019)": ("2018/19 Q4", None),
    "Jan to Mar 2019": ("2018/19 Q4", None),
    "Mar 2018/19": ("2019-03", None),
    "M12 2018/19": ("2019-03", None),
    "Oct-98": ("1998-10", None),
    # bases
    "Apr-Dec 2018": ("2018-12", YTD),
    "April to December 2018": ("2018-12", YTD),
    "Apr 18 - Dec 18": ("2018-12", YTD),
    "1 April 2018 to 31 December 2018": ("2018-12", YTD),
    "2018/19 (Apr-Dec)": ("2018-12", YTD),
    "YTD Dec-18": ("2018-12", YTD),
    "Dec 2018 (year to date)": ("2018-12", YTD),
    "YTD Q3 2018/19": ("2018/19 Q3", YTD),
    "2018/19 Q3 YTD": ("2018/19 Q3", YTD),
    "Q3 2018/19 (Apr-Dec)": ("2018/19 Q3", YTD),
    "Q1-Q3 2018/19": ("2018/19 Q3", YTD),
    "Cumulative Q3 2018/19": ("2018/19 Q3", YTD),
    "YTD 2018/19": ("2018/19", YTD),
    "2018/19 YTD": ("2018/19", YTD),
    "2018/19 to date": ("2018/19", YTD),
    "Half year 2018/19": ("2018/19 Q2", YTD),
    "Half-year 2018/19": ("2018/19 Q2", YTD),
    "H1 2018/19": ("2018/19 Q2", YTD),
    "2018/19 H1": ("2018/19 Q2", YTD),
    "First half 2018/19": ("2018/19 Q2", YTD),
    "Mid-year 2018/19": ("2018/19 Q2", YTD),
    "R12M Dec-18": ("2018-12", R12),
    "R12M to Dec 18": ("2018-12", R12),
    "12 months to December 2018": ("2018-12", R12),
    "12 months ending 31 Dec 2018": ("2018-12", R12),
    "Rolling 12 months to Dec 2018": ("2018-12", R12),
    "Rolling year Dec 2018": ("2018-12", R12),
    "Year to Dec 2018": ("2018-12", R12),
    "Year ended 30 June 2018": ("2018-06", R12),
    "Jul 2017 - Jun 2018": ("2018-06", R12),
    "Snapshot at 31 March 2019": ("2019-03", Basis.SNAPSHOT),
}
PARTS: dict[str, PeriodWords] = {
    "Q3": PeriodWords(quarter=3),
    "Quarter 3": PeriodWords(quarter=3),
    "3rd quarter": PeriodWords(quarter=3),
    "Q3 actual": PeriodWords(quarter=3),
    "Oct-Dec": PeriodWords(quarter=3),
    "Q3 (Oct-Dec)": PeriodWords(quarter=3),
    "March": PeriodWords(month=3),
    "Sept": PeriodWords(month=9),
    "May": PeriodWords(month=5),
    "31 March": PeriodWords(month=3),
    "Month 9": PeriodWords(month=12),
    "Apr-Dec": PeriodWords(month=12, basis=YTD),
    "YTD Dec": PeriodWords(month=12, basis=YTD),
    "Half year performance": PeriodWords(quarter=2, basis=YTD),
    "Half year performance and rating (RED) (AMBER) (GREEN)": PeriodWords(quarter=2, basis=YTD),
    "H1": PeriodWords(quarter=2, basis=YTD),
    "H2": PeriodWords(full_year=True, basis=ANNUAL),
    "Year end": PeriodWords(full_year=True, basis=ANNUAL),
    "Year-end performance and rating": PeriodWords(full_year=True, basis=ANNUAL),
    "Full year outturn": PeriodWords(full_year=True, basis=ANNUAL),
    "YTD": PeriodWords(relative="latest", basis=YTD),
    "Year to date": PeriodWords(relative="latest", basis=YTD),
    "R12M": PeriodWords(relative="latest", basis=R12),
    "This Qrt": PeriodWords(relative="this qrt"),
    "This quarter": PeriodWords(relative="this quarter"),
    "-3 mths": PeriodWords(relative="-3 mths"),
    "-12 months": PeriodWords(relative="-12 months"),
    "Latest": PeriodWords(relative="latest"),
    "Latest outturn": PeriodWords(relative="latest"),
    "Current": PeriodWords(relative="current"),
    "Current performance": PeriodWords(relative="current"),
    "lq": PeriodWords(relative="lq"),
    "tq": PeriodWords(relative="tq"),
    "PY": PeriodWords(relative="py"),
    "Previous Year": PeriodWords(relative="previous year"),
    "Last month": PeriodWords(relative="last month"),
    "Same quarter last year": PeriodWords(relative="same quarter last year"),
}
NOTHING = [
    "2 children", "0-4", "16/17 year olds", "18-25", "18-19", "16-17", "Year 10/11", "1", "12",
    "5 points", "No. in 2018", "Target 2018/19", "Q2 Target (2017/18)", "Comments Q2 (2017/18)",
    "2018 budget", "Top 10", "1:5", "12.3", "3/4", "May Street", "April Jones", "March on",
    "IG11 7LU",
    "DN31 1HU", "01472 326289", "020 7946 0018", "+44 1472 326289", "20-12-18", "0.1.10", "6.03.14",
    "1.05.01", "CS02a", "FI06", "PI 2018", "LAC 18", "84%", "80.9 %", "£2018", "2,018", "2018.5",
    ">2018", "2018+", "Week 12", "w/e 12/10/2018", "w/c 12 Oct 2018", "Week ending 12/10/2018",
    "Week 12 2018/19", "Q5 2018/19", "Q0", "Q10", "Q3 2018/20", "2018/20", "2017-2021", "2016-18",
    "31/11/2018", "30/02/2019", "12/31/2018", "31 Smarch 2018", "32 Dec 2018", "M13 2018/19", "M9",
    "P9", "M9 2018", "43465", "4346", "201812", "1920", "1819", "99999", "Q3 Q4", "Q3/Q4", "Q1-4",
    "Q3 v Q2", "qtr 2 v qtr 1", "Q3 2018/19 rating", "Q3 RAG", "Forecast 2018/19", "2018/19 Budget",
    "Annual", "Quarterly", "Monthly", "Year", "Week", "Month", "Actual", "Performance", "In month",
    "Q3 2018/19 (Jul-Sep)", "Q3 2018 (Jul-Sep)", "Nov 2018 Q3", "Oct Dec 2018", "Dec - Oct 2018/19",
    "17-Mar", "May 5", '"2020-04-27"', "Mayor", "Marching", "Decision", "Octopus",
    "Change from previous year",
    "Academic year 2018", "Autumn term 2018", "To be improved by March 2019",
    "Number of children who had a plan at the end of Q3 2018/19 as a share",
]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "period"),
    [(form, "2018/19 Q3") for form in QUARTER_3]
    + [(form, "2018-12") for form in DECEMBER]
    + [(form, "2018/19") for form in YEAR],
)
def test_a_period_in_any_form_is_read(heading: str, period: str) -> None:
    words = parse_period(heading)
    assert words is not None
    assert (str(words.period), words.basis) == (period, None)


@pytest.mark.parametrize("heading", WHOLE_YEAR)
def test_words_that_say_the_whole_year_make_it_annual(heading: str) -> None:
    words = parse_period(heading)
    assert words is not None
    assert (str(words.period), words.basis) == ("2018/19", ANNUAL)


@pytest.mark.parametrize(("heading", "meant"), OTHERS.items())
def test_a_period_and_its_basis_are_read(heading: str, meant: tuple[str, Basis | None]) -> None:
    words = parse_period(heading)
    assert words is not None
    assert (str(words.period), words.basis) == meant


@pytest.mark.parametrize(("heading", "words"), PARTS.items())
def test_what_a_heading_leaves_out_is_left_out(heading: str, words: PeriodWords) -> None:
    assert parse_period(heading) == words


@pytest.mark.parametrize("heading", NOTHING)
def test_what_only_looks_like_a_period_is_none(heading: str) -> None:
    assert parse_period(heading) is None


@pytest.mark.parametrize(
    ("number", "period"),
    [(2016, "2016"), (2016.0, "2016"), (20165, "2016"), (201718, "2017/18"), (201718.0, "2017/18")],
)
def test_a_bare_number_may_be_a_year(number: float, period: str) -> None:
    words = parse_period(number)
    assert words is not None
    assert str(words.period) == period


@pytest.mark.parametrize(
    "number", [0, 1, 12, 85, 1819, 1920, 18.5, 2018.5, -2018, 43465, 43465.0, 201812, 20181231,
               1e300, float("inf"), float("nan"), True],
)  # fmt: skip
def test_serial_numbers_and_figures_are_no_periods(number: float) -> None:
    assert parse_period(number) is None


@pytest.mark.parametrize("date", [dt.date(2018, 12, 31), dt.datetime(2018, 12, 1, 9, 30)])
def test_a_real_date_is_its_month(date: dt.date) -> None:
    words = parse_period(date)
    assert words is not None
    assert str(words.period) == "2018-12"


@pytest.mark.parametrize(
    ("starts", "heading", "period", "last_day"),
    [
        (9, "Q3 2018/19", "2018/19 Q3", "2019-05-31"),
        (9, "Mar - May 2019", "2018/19 Q3", "2019-05-31"),
        (9, "M9 2018/19", "2019-05", "2019-05-31"),
        (9, "FY19", "2018/19", "2019-08-31"),
        (9, "H1 2018/19", "2018/19 Q2", "2019-02-28"),
        (9, "Mar 2018/19", "2019-03", "2019-03-31"),
        (9, "Year ended 31 August 2019", "2018/19", "2019-08-31"),
        (7, "Q1 2018/19 (Jul-Sep)", "2018/19 Q1", "2018-09-30"),
        (4, "Academic year 2018/19", "2018/19", "2019-08-31"),
        (1, "Academic year 2018/19", "2018/19", "2019-08-31"),
        (1, "Q3 2018 (Jul-Sep)", "2018 Q3", "2018-09-30"),
        (1, "2018Q4", "2018 Q4", "2018-12-31"),
        (1, "FY19", "2019", "2019-12-31"),
        (1, "M9 2018/19", "2018-09", "2018-09-30"),
        (1, "2010-11", "2010-11", "2010-11-30"),
        (4, "2010-11", "2010/11", "2011-03-31"),
        (1, "Jan - Dec 2018", "2018", "2018-12-31"),
        (1, "Q3 2018", "2018 Q3", "2018-09-30"),
        (9, "Q1 2018/19", "2018/19 Q1", "2018-11-30"),
        (4, "Q4 2018/19", "2018/19 Q4", "2019-03-31"),
        (4, "2018/19", "2018/19", "2019-03-31"),
    ],
)
def test_financial_years_may_start_in_any_month(
    starts: int, heading: str, period: str, last_day: str
) -> None:
    words = parse_period(heading, starts)
    assert words is not None
    assert words.period is not None
    assert (str(words.period), words.period.last_day.isoformat()) == (period, last_day)


@pytest.mark.parametrize(
    ("heading", "first", "last"),
    [
        ("Previous performance (Q3 2016/17 - Q2 2017/18)", "2016/17 Q3", "2017/18 Q2"),
        ("Q2 - Q3 2018/19", "2018/19 Q2", "2018/19 Q3"),
        ("2016/17 - 2018/19", "2016/17", "2018/19"),
        ("2016/17 to 2018/19", "2016/17", "2018/19"),
        ("May - Dec 2018", "2018-05", "2018-12"),
        ("Nov 2018 to Jan 2019", "2018-11", "2019-01"),
        ("31 March 2018 - 31 March 2019", "2018-03", "2019-03"),
    ],
)
def test_a_range_that_is_no_period_has_its_ends(heading: str, first: str, last: str) -> None:
    words = parse_period(heading)
    assert words is not None
    assert (words.period, str(words.first), str(words.last)) == (None, first, last)


def test_neighbours_tell_whether_2021_is_one_year_or_two() -> None:
    glued = parse_headings(["Measure", "Q4 1920", "Q1 2021", "Q2 2021", "Dec 2021", 2021])
    assert [str(w.period) for w in glued if w is not None] == [
        "2019/20 Q4", "2020/21 Q1", "2020/21 Q2", "2021-12", "2021",
    ]  # fmt: skip
    single = parse_headings(["Q4 2020", "Q1 2021"])
    assert [str(w.period) for w in single if w is not None] == ["2020/21 Q4", "2021/22 Q1"]
