"""Why a sheet was not read, in words an officer can act on."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.support.grids import grid
from xl_scorecard.reading.told.glance import why_not_read
from xl_scorecard.reading.words.heading_words import HeadingWords

WEEKS = [dt.date(2020, 1, day) for day in (6, 13, 20)]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], "the sheet is empty"),
        ([["Notes"], ["See page 3", 14.5]], "no header row that names indicators and periods"),
        (
            [["Contacts"], ["Measure", "Owner"], ["Children seen", "Head of service"]],
            (
                "no header row that names indicators and periods; nearest is row 2, which names "
                "indicators (Measure) but no period such as Q3 2018/19 or Oct-18"
            ),
        ),
        (
            [["Team", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Q4 2018/19"], ["North", 3]],
            (
                "no header row that names indicators and periods; nearest is row 1, which names "
                "periods (Q1 2018/19, Q2 2018/19, Q3 2018/19 and 1 more) but has no heading such "
                "as Indicator, Measure or KPI"
            ),
        ),
        (
            [["Measure", "Oct-18", 2019]],
            (
                "row 1 names indicators (Measure) and periods (Oct-18, 2019), but no row below it "
                "reads as an indicator"
            ),
        ),
        (
            [["Measure", *WEEKS]],
            (
                "row 1 names indicators (Measure) and dates closer than a month (Jan-20), which "
                "are no reporting periods"
            ),
        ),
    ],
)
def test_the_row_nearest_to_a_header_is_named_with_what_it_lacks(
    rows: list[list[Any]], why: str
) -> None:
    assert why_not_read(grid(rows), HeadingWords({})) == why


def test_a_figure_is_no_period_but_a_year_is() -> None:
    rows = [["Team", "Children"], ["North", 201.0, 1806]]
    assert why_not_read(grid(rows), HeadingWords({})) == (
        "no header row that names indicators and periods"
    )


def test_words_of_the_rule_set_name_indicators_too() -> None:
    words = HeadingWords({"indicator": ["What we count"]})
    why = why_not_read(grid([["What we count", "Owner"]]), words)
    assert "names indicators (What we count)" in why
