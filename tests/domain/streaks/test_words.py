"""Streaks in words, worked out by hand from rows of figures.

The figures end with Q3 2018/19 where they are quarters; good is high, the target 80 and the
tolerance 5, so that 75 is within and 74 is beyond.
"""

from __future__ import annotations

import pytest

from tests.domain.streaks.series import told
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.streaks.words import ordinal, words_of

GAP = None


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        # how long it has been so: two figures in a row and more, after one that was otherwise
        ((76, 60, 60, 61), "Below tolerance for the third quarter running"),
        ((76, 60, 61), "Below tolerance for the second quarter running"),
        ((76, 75, 60), "Below tolerance for the first time this year"),  # two are before it
        ((60, 62, 61), "Below tolerance in every quarter on record (since Q1 2018/19)"),
        ((62, 61), ""),
        # where a gap comes before, it may be the third or the thirtieth
        ((76, GAP, 60, 62, 61), ""),
        # a first: two periods lie between at least
        ((59, 76, 76, 60), "Below tolerance for the first time since Q4 2017/18"),
        ((60, 76, 60), ""),
        ((76, 77, 76, 60), ("Below tolerance for the first time on record; "
                           "lowest on record (since Q4 2017/18)")),
        ((60, GAP, 76, 77, 60), "Below tolerance for the first time this year"),
        ((60, 60, GAP, 77, 60), ""),
        # back within it: only where that is a first
        ((77, 60, 62, 76), "Within tolerance for the first time since Q4 2017/18"),
        ((60, 61, 62, 76), ("Within tolerance for the first time on record; "
                           "best on record (since Q4 2017/18)")),
        ((60, 76, 77, 76), ""),
    ],
)  # fmt: skip
def test_what_is_said_of_status(figures: tuple[float | None, ...], words: str) -> None:
    assert words_of(told(figures)) == words


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ((90, 99, 85, 86, 87, 88), "Highest since Q3 2017/18"),
        ((99, 85, 86, 87), ""),  # it surpasses two: three it takes
        ((99, 85, 87, 86, 84, 87), "Equal highest since Q2 2017/18"),
        ((85, 86, 87, 88), "Best on record (since Q4 2017/18)"),
        ((86, 88, 85, 86, 87, 88), "Equal best on record (since Q2 2017/18)"),
        ((88, 87, 86, 85), "Lowest on record (since Q4 2017/18)"),
        ((88, 81, 99, 88, 87, 82), "Lowest since Q3 2017/18"),
        ((88, 88, 88, 88), ""),
        ((88, 88, 85, 88, 88), ""),  # half of them are like it: the usual figure
        ((GAP, 85, 86, 87, 88), "Best on record (since Q4 2017/18)"),  # none came before
        ((84, GAP, 85, 86, 87, 88), ""),  # the gap may have been higher
        ((84, GAP, 99, 85, 86, 87, 88), "Highest since Q3 2017/18"),  # whatever it was
        ((85, 86, 87, GAP), ""),
    ],
)
def test_what_is_said_of_the_figure(figures: tuple[float | None, ...], words: str) -> None:
    assert words_of(told(figures)) == words


def test_the_best_is_the_lowest_where_low_is_good() -> None:
    low = told((60, 59, 58, 57), polarity=Polarity.LOW)
    assert words_of(low) == "Best on record (since Q4 2017/18)"
    high = told((57, 58, 59, 60), polarity=Polarity.LOW)
    assert words_of(high) == "Highest on record (since Q4 2017/18)"
    neither = told((57, 58, 59, 60), polarity=Polarity.NEITHER)
    assert words_of(neither) == "Highest on record (since Q4 2017/18)"


@pytest.mark.parametrize(
    ("polarity", "figures", "words"),
    [
        (Polarity.LOW, (84, 86, 87, 86), "Above tolerance for the third quarter running"),
        (Polarity.PLAN, (84, 86, 70, 85.5), "Outside tolerance for the third quarter running"),
    ],
)
def test_the_side_is_named_by_which_way_is_good(
    polarity: Polarity, figures: tuple[float, ...], words: str
) -> None:
    assert words_of(told(figures, polarity=polarity)) == words


def test_without_a_tolerance_it_is_the_target_that_is_missed() -> None:
    assert (
        words_of(told((80, 79, 78, 79), tolerance=None))
        == "Below target for the third quarter running"
    )


def test_nothing_is_told_across_a_break() -> None:
    figures = (76, 60, 60, 61)
    assert words_of(told(figures, begins_anew=(2,))) == (
        "Below tolerance in every quarter since the break in Q2 2018/19"
    )
    assert words_of(told(figures, begins_anew=(3,))) == ""
    assert words_of(told((99, 85, 86, 87, 88), begins_anew=(1,))) == (
        "Highest since the break in Q4 2017/18"
    )


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (Period.month(2018, 12), "Below tolerance for the third month running"),
        (Period.year(2018), "Below tolerance for the third year running"),
    ],
)
def test_the_word_for_the_length_is_that_of_the_figures(last: Period, words: str) -> None:
    assert words_of(told((76, 60, 60, 61), last=last)) == words


def test_a_year_is_the_financial_year_that_the_rule_set_has() -> None:
    quarters = (60, GAP, 76, 77, 60)
    calendar = Period.quarter(2018, 3, starts=1)  # July to September
    assert words_of(told(quarters, last=calendar)) == "Below tolerance for the first time this year"
    fourth = Period.quarter(2018, 4, starts=1)  # its first quarter is not known
    assert words_of(told(quarters, last=fourth)) == ""
    first = told((61, GAP, 76, 77, 76, 60), last=fourth)
    assert words_of(first) == "Below tolerance for the first time this year"


def test_where_an_earlier_target_is_not_known_the_words_say_so() -> None:
    said = told((76, 60, 60, 61), todays=(True, True, False, False))
    assert words_of(said) == (
        "Below tolerance for the third quarter running (against today's target)"
    )
    recent = told((60, 76, 60, 61), todays=(True, False, False, False))
    assert words_of(recent) == "Below tolerance for the second quarter running"


def test_ordinals_beyond_ten_are_figures() -> None:
    assert [ordinal(n) for n in (2, 10, 11, 12, 13, 21, 22, 23, 24, 111)] == [
        "second", "tenth", "11th", "12th", "13th", "21st", "22nd", "23rd", "24th", "111th",
    ]  # fmt: skip
