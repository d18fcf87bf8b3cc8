"""Judgements at the end of a year's quarters: about the period reported, not about that year."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.heading import Heading

_ONCE = (Role.RAG, Role.TRAVEL, Role.CHANGE, Role.COMMENT)


def without_carried_years(headings: list[Heading]) -> list[Heading]:
    """The headings, the one RAG, travel, change or comment column of a table without the year whose
    quarters or months it follows: a year stands over the first of them and holds until the next.

    One beside the figure of a whole year, or one in each year, is about that year.
    """
    return [
        replace(h, words=None) if h.role in _ONCE and _is_carried(h, headings) else h
        for h in headings
    ]


def _is_carried(heading: Heading, headings: list[Heading]) -> bool:
    period = heading.period
    if period is None or period.grain is not Grain.YEAR or heading.words != heading.under:
        return False
    if sum(h.role is heading.role for h in headings) > 1:
        return False
    figures = [h for h in headings if h.role is Role.OUTTURN and h.period is not None]
    beside = [h.period for h in figures if h.groups == heading.groups]
    return any(p is not None and p.grain < Grain.YEAR for p in beside) and period not in {
        h.period for h in figures
    }
