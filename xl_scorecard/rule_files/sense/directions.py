"""Directions of travel: what they are told from."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.direction import parse_over
from xl_scorecard.domain.rule_set import MONTHS
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.shown import shown
from xl_scorecard.rule_files.slip import Slip

_EXAMPLES = (
    "write previous period, same period last year, start of year, start of series, or a period "
    "such as since Mar 2018"
)


def directions_read(rules: Entry) -> Iterator[Slip]:
    """Words for what a figure is compared with that say none of it."""
    month = rules["financial_year_starts"].text
    starts = MONTHS.index(month) + 1 if month in MONTHS else 4
    for said in (rules["direction"], *(each["direction"] for each in rules["indicators"].items)):
        over = said["over"]
        if isinstance(over.data, str) and parse_over(over.data, starts) is None:
            yield over.slip(f"{shown(over.data)} is nothing to compare with", _EXAMPLES)
