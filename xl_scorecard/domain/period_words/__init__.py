"""Periods as people write them above a column: `Q3 2018/19`, `Oct-18`, `2017/18 Outturn`."""

from __future__ import annotations

from xl_scorecard.domain.period_words.complete import (
    complete_from_title,
    complete_in_order,
    complete_with_year,
)
from xl_scorecard.domain.period_words.misspelt import looks_like_period, may_be
from xl_scorecard.domain.period_words.reading import (
    may_number_month,
    names_quarter_of_one_year,
    parse_headings,
    parse_period,
)
from xl_scorecard.domain.period_words.titles import find_period
from xl_scorecard.domain.period_words.tokens import tidy
from xl_scorecard.domain.period_words.words import PeriodWords

__all__ = [
    "PeriodWords",
    "complete_from_title",
    "complete_in_order",
    "complete_with_year",
    "find_period",
    "looks_like_period",
    "may_be",
    "may_number_month",
    "names_quarter_of_one_year",
    "parse_headings",
    "parse_period",
    "tidy",
]
