from __future__ import annotations

import pytest

from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Q3 2018/19", "2018/19 Q3"),
        ("Q3 (2017/18)", "2017/18 Q3"),
        ("2018/19 Q3", "2018/19 Q3"),
        ("Q3 18/19", "2018/19 Q3"),
        ("Q1 1920", "2019/20 Q1"),
        ("Oct-18", "2018-10"),
        ("end Dec 2018", "2018-12"),
        ("31/12/2018", "2018-12"),
        ("2017/18 Outturn", "2017/18"),
        ("Year End 2016/17", "2016/17"),
        ("R12M Dec-18", "2018-12"),
        ("Apr-Dec 2018", "2018-12"),
        ("Oct-Dec 2018", "2018/19 Q3"),
        ("20165", "2016"),
        (" 2015 *", "2015"),
        ("2000 [YR2000]", "2000"),
    ],
)
def test_a_period_reads_the_same_however_it_is_written(written: str, printed: str) -> None:
    words = parse_period(written)
    assert words is not None
    assert str(words.period) == printed


def test_the_quarter_before_the_first_is_the_last_of_the_year_before() -> None:
    assert str(Period.quarter(2018, 1).previous) == "2017/18 Q4"
    assert str(Period.quarter(2018, 3).year_before) == "2017/18 Q3"
