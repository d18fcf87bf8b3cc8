"""Targets headed by a year alone, one of several: `2024 target` beside `2025 target`."""

from __future__ import annotations

import re
from dataclasses import replace

from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.heading import Heading

_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/-])")


def of_their_years(headings: list[Heading], starts: int) -> list[Heading]:
    """The headings with each target for the year that its own words name, where there are several
    targets: one of them is the reported year's.

    A target that stands alone is left as it is: `2018 target` may be one for each quarter of 2018.
    """
    targets = [h for h in headings if h.role is Role.TARGET]
    if len(targets) < 2:
        return headings
    return [_of_its_year(h, starts) if h in targets else h for h in headings]


def _of_its_year(heading: Heading, starts: int) -> Heading:
    years = set(_YEAR.findall(heading.own))
    if heading.words is not None or len(years) != 1:
        return heading
    return replace(heading, words=parse_period(years.pop(), starts))
