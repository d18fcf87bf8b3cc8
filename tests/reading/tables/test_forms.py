"""A form of many columns of words and numbers is no scorecard, and said to be none soon."""

from __future__ import annotations

from tests.support.grids import grid
from tests.support.work import calls_of
from xl_scorecard.reading.headers.header import read_header
from xl_scorecard.reading.tables.plans import plan_on
from xl_scorecard.reading.words.heading_words import HeadingWords

ROWS, COLUMNS = 60, 40


def test_days_are_looked_for_below_headings_of_days_alone() -> None:
    """Below every text, row after row, each cell would be tried forty times over."""
    texts = [[f"Answer {row} in part {column}" for column in range(COLUMNS)] for row in range(ROWS)]
    form = grid([["Action", *texts[0]], *texts])
    assert plan_on(form) is None
    assert calls_of(lambda: plan_on(form)) < 40 * ROWS * COLUMNS


def test_a_column_is_read_as_numbers_once_however_many_it_is_held_against() -> None:
    """Each of the columns may be a ratio of any of the others to the target."""
    headings = ["Measure", "Target", *[f"Part {column}" for column in range(COLUMNS)]]
    rows = [
        [f"Trees {row}", *[f"{(row * 7 + column * 13) % 89}" for column in range(COLUMNS + 1)]]
        for row in range(ROWS)
    ]
    form = grid([["Q3 2018/19"], headings, *rows])
    read_header(form, 2, HeadingWords({}))
    calls = calls_of(lambda: read_header(form, 2, HeadingWords({})))
    assert calls < 400 * ROWS * COLUMNS
