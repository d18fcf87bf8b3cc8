from __future__ import annotations

import datetime as dt
import json

import pytest

from tests.conftest import need_shared
from tests.support.paths import PERIOD_FORMS
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import PeriodWords, complete_with_year, parse_period

DATE, NUMBER = "real date", "real number"
# Every form that real scorecards were seen with: how it stands in the cell, and what it means.
COMPLETE: dict[str, tuple[object, str]] = {
    "Q3 2018/19": ("Q3 2018/19", "2018/19 Q3"),
    "Q3 (2017/18)": ("Q3 (2017/18)", "2017/18 Q3"),
    "2018/19 Q3": ("2018/19 Q3", "2018/19 Q3"),
    "Q3 18/19": ("Q3 18/19", "2018/19 Q3"),
    "Q1'15": ("Q1'15", "2015/16 Q1"),
    "Q1 1920": ("Q1 1920", "2019/20 Q1"),
    "Oct-18": ("Oct-18", "2018-10"),
    "Oct 18": ("Oct 18", "2018-10"),
    "Oct 2018": ("Oct 2018", "2018-10"),
    "October 2018": ("October 2018", "2018-10"),
    "Dec 2018": ("Dec 2018", "2018-12"),
    "Jan-17": ("Jan-17", "2017-01"),
    "Mar-17": ("Mar-17", "2017-03"),
    "Jan-24 (text)": ("Jan-24", "2024-01"),
    "2018-12-31 (real date)": (dt.date(2018, 12, 31), "2018-12"),
    "31/12/2018": ("31/12/2018", "2018-12"),
    "2017/18": ("2017/18", "2017/18"),
    "2017-18": ("2017-18", "2017/18"),
    "2017/18 Outturn": ("2017/18 Outturn", "2017/18"),
    "Year End 2016/17": ("Year End 2016/17", "2016/17"),
    "Full Year 2015": ("Full Year 2015", "2015"),
    "2016/17": ("2016/17", "2016/17"),
    "201718 (DfE six digits)": ("201718", "2017/18"),
    "2016": (2016, "2016"),
    "20165 (2016 + footnote 5 glued)": (20165, "2016"),
    "20106 (2010 + footnote 6)": ("20106", "2010"),
    " 2015 * (starred)": (" 2015 *", "2015"),
    "2000 [YR2000]": ("2000 [YR2000]", "2000"),
    "YR2000": ("YR2000", "2000"),
    "Apr-Dec 2018": ("Apr-Dec 2018", "2018-12"),
    "R12M Dec-18": ("R12M Dec-18", "2018-12"),
}
INCOMPLETE: dict[str, tuple[str, PeriodWords]] = {
    "Q3 actual": ("Q3 actual", PeriodWords(quarter=3)),
    "Quarter 3": ("Quarter 3", PeriodWords(quarter=3)),
    "Qtr 2": ("Qtr 2", PeriodWords(quarter=2)),
    "YTD": ("YTD", PeriodWords(basis=Basis.YEAR_TO_DATE, relative="latest")),
    "This Qrt": ("This Qrt", PeriodWords(relative="this qrt")),
    "-3 mths": ("-3 mths", PeriodWords(relative="-3 mths")),
    "Latest": ("Latest", PeriodWords(relative="latest")),
    "Current": ("Current", PeriodWords(relative="current")),
    "lq / tq": ("lq", PeriodWords(relative="lq")),
}


def test_every_form_seen_in_real_scorecards_has_its_test() -> None:
    need_shared(PERIOD_FORMS, "the facts of real headings")
    seen = json.loads(PERIOD_FORMS.read_text("utf-8"))["period_header_forms"]
    assert set(seen) == set(COMPLETE) | set(INCOMPLETE)


@pytest.mark.parametrize(("cell", "period"), COMPLETE.values(), ids=list(COMPLETE))
def test_a_heading_that_names_its_period_is_read(cell: object, period: str) -> None:
    words = parse_period(cell)
    assert words is not None
    assert str(words.period) == period


@pytest.mark.parametrize(("cell", "words"), INCOMPLETE.values(), ids=list(INCOMPLETE))
def test_a_heading_that_lacks_its_year_says_what_it_has(cell: str, words: PeriodWords) -> None:
    assert parse_period(cell) == words


@pytest.mark.parametrize(
    ("heading", "basis"),
    [
        ("Year End 2016/17", Basis.ANNUAL),
        ("Apr-Dec 2018", Basis.YEAR_TO_DATE),
        ("R12M Dec-18", Basis.ROLLING_12_MONTHS),
        ("12 months to Dec 2018", Basis.ROLLING_12_MONTHS),
        ("Oct-Dec 2018", None),
        ("Dec-18", None),
    ],
)
def test_a_heading_tells_the_basis_where_it_can(heading: str, basis: Basis | None) -> None:
    words = parse_period(heading)
    assert words is not None
    assert words.basis is basis


@pytest.mark.parametrize(
    "heading",
    [
        "Qtr three", "Q5 2018/19", "Q3 2018/20", "13/13/2018", "Mayor", "Target", "1-2", "", " ",
        "84%", True, None, 18.5, "2018/19 target", "May be late",
    ],
)  # fmt: skip
def test_what_is_no_period_is_none(heading: object) -> None:
    assert parse_period(heading) is None


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Oct–18", "2018-10"),  # en dash
        ("Dec‑18", "2018-12"),  # non-breaking hyphen
        ("Q3\u00a02018/19", "2018/19 Q3"),  # non-breaking space
        ("Q3 2018/19 (p)", "2018/19 Q3"),  # provisional
        ("Q3 2018/19*", "2018/19 Q3"),  # footnote
        ("Third Quarter 2018/19", "2018/19 Q3"),
        ("Apr 2018 - Mar 2019", "2018/19"),
        ("Jan to Mar 2019", "2018/19 Q4"),
        ("1 December 2018", "2018-12"),
    ],
)
def test_typists_habits_make_no_difference(heading: str, period: str) -> None:
    words = parse_period(heading)
    assert words is not None
    assert str(words.period) == period


@pytest.mark.parametrize(
    ("own", "group", "period"),
    [
        ("Q3", "2018/19", "2018/19 Q3"),
        ("Q4", "2018/19", "2018/19 Q4"),
        ("Dec", "2018/19", "2018-12"),
        ("Jan", "2018/19", "2019-01"),  # in the second calendar year of the financial year
        ("Mar", "Performance 2018/19", "2019-03"),
        ("Oct", "2018", "2018-10"),
    ],
)
def test_the_year_above_completes_a_quarter_or_month(own: str, group: str, period: str) -> None:
    words, above = parse_period(own), parse_period(group)
    assert words is not None
    assert str(complete_with_year(words, above, 4).period) == period


def test_a_group_heading_that_is_no_year_completes_nothing() -> None:
    words = parse_period("Q3")
    assert words is not None
    assert complete_with_year(words, parse_period("Q2 2018/19"), 4).period is None
    assert complete_with_year(words, None, 4).period is None


@pytest.mark.parametrize(
    ("heading", "starts", "said"),
    [
        ("FY1920", 4, PeriodWords(Period.year(2019), Basis.ANNUAL)),  # glued, and no year of ships
        ("Quarter ending Dec", 4, PeriodWords(quarter=3)),
        ("Quarter ending Dec", 1, PeriodWords(quarter=4)),
        ("Quarter ending Mar", 4, PeriodWords(quarter=4)),
        ("Quarter ending Dec 2018", 4, PeriodWords(Period.quarter(2018, 3))),
        ("Dec Qtr 2018", 4, PeriodWords(Period.quarter(2018, 3))),
        ("September quarter 2018", 7, PeriodWords(Period.quarter(2018, 1, 7))),
        ("Jun qtr", 4, PeriodWords(quarter=1)),
        ("SFY19 Q1", 7, PeriodWords(Period.quarter(2018, 1, 7))),
        ("Year ended Dec 2018", 4, PeriodWords(Period.month(2018, 12), Basis.ROLLING_12_MONTHS)),
        ("Year ended Dec 2018", 1, PeriodWords(Period.year(2018, 1), Basis.ANNUAL)),
    ],
)
def test_the_end_of_a_quarter_or_year_is_read_by_where_the_years_start(
    heading: str, starts: int, said: PeriodWords
) -> None:
    assert parse_period(heading, starts) == said


@pytest.mark.parametrize(
    "heading",
    [
        "Nov Qtr 2018", "Quarter: Dec 2018", "Quarter", "Dec 2018, quarter",
        "Quarter ending Nov", "Quarter ending Nov 2018", "Quarter ending 2018/19",
        "Year ending Q3", "Year ended Q3 2018/19", "Academic year 2018/19 Q3",
    ],
)  # fmt: skip
def test_what_does_not_end_a_quarter_or_year_is_no_period(heading: str) -> None:
    assert parse_period(heading) is None
