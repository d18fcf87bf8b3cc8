"""Columns that say less than a whole period: completed by their neighbours and the title."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import (
    PeriodWords,
    complete_from_title,
    complete_with_year,
)
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headings import says_now
from xl_scorecard.reading.sketch import Heading

_MONTHS_OF_A_YEAR = 12


def complete(headings: list[Heading], title: PeriodWords | None, starts: int) -> list[Heading]:
    """Headings whose periods are whole wherever title and neighbours allow it.

    Quarters and months without a year run on through the years: the last run belongs to the
    year of the title, the runs before it to the years before. "Actual" is the title's period.
    """
    year = _year_of_title(title, starts) or _year_beside(headings)
    done = _runs(headings, year, starts) if year is not None else headings
    done = [_relative(h, title, starts) for h in done]
    done = _now(done, title)
    return _of_their_figures(done)


def _year_of_title(title: PeriodWords | None, starts: int) -> int | None:
    if title is None or title.period is None:
        return None
    return Period(Grain.MONTH, title.period.end, starts).financial_year


def _year_beside(headings: list[Heading]) -> int | None:
    """The year that neighbours give quarters: their total's to the right, else their target's,
    else the one after the last year to their left."""
    bare = [h.index for h in headings if h.role is Role.OUTTURN and _bare(h)]
    if not bare:
        return None
    years = {
        h.index: h.words.period.financial_year
        for h in headings
        if h.words is not None and h.words.period is not None
        and h.words.period.grain is Grain.YEAR and h.role in (Role.OUTTURN, Role.TARGET)
    }  # fmt: skip
    targets = [years[h.index] for h in headings if h.role is Role.TARGET and h.index in years]
    if max(bare) + 1 in years:
        return years[max(bare) + 1]
    if targets:
        return targets[-1]
    left = [index for index in years if index < min(bare)]
    return years[max(left)] + 1 if left else None


def _bare(heading: Heading) -> bool:
    words = heading.words
    return words is not None and words.period is None and _place(words, 4) is not None


def _place(words: PeriodWords, starts: int) -> int | None:
    """Which month of the financial year, counted from 1, a quarter or month ends."""
    if words.quarter is not None:
        return words.quarter * 3
    if words.month is not None:
        return (words.month - starts) % _MONTHS_OF_A_YEAR + 1
    return _MONTHS_OF_A_YEAR if words.full_year else None


def _runs(headings: list[Heading], last_year: int, starts: int) -> list[Heading]:
    bare = [h for h in headings if h.role is Role.OUTTURN and _bare(h)]
    places = [_place(h.words, starts) or 0 for h in bare if h.words is not None]
    steps = [(b - a) % _MONTHS_OF_A_YEAR for a, b in pairwise(places)]
    back = sum(step > _MONTHS_OF_A_YEAR / 2 for step in steps)  # Q4, Q1 goes on; Q1, Q4 goes back
    descending = back > len(steps) - back
    in_order = list(zip(bare, places, strict=True))
    if descending:
        in_order.reverse()
    years: dict[int, int] = {}
    year, after = last_year, _MONTHS_OF_A_YEAR + 1
    for heading, place in reversed(in_order):
        if place > after:
            year -= 1
        years[heading.index] = year
        after = place
    return [_in_year(h, years[h.index], starts) if h.index in years else h for h in headings]


def _in_year(heading: Heading, year: int, starts: int) -> Heading:
    assert heading.words is not None  # only bare quarters and months are given a year
    group = PeriodWords(Period.year(year, starts))
    return replace(heading, words=complete_with_year(heading.words, group, starts))


def _relative(heading: Heading, title: PeriodWords | None, starts: int) -> Heading:
    words = heading.words
    if words is None or words.period is not None or title is None:
        return heading
    return replace(heading, words=complete_from_title(words, title, starts))


def _now(headings: list[Heading], title: PeriodWords | None) -> list[Heading]:
    """Figures that say nothing of time are those of the title's period, if no others are.

    Where several columns could be, all are taken for it: reading them says what is unclear.
    """
    if title is None or title.period is None:
        return headings
    there = {h.words.period for h in headings if h.role is Role.OUTTURN and h.words is not None}
    if title.period in there:
        return headings
    words = PeriodWords(title.period, title.basis)
    return [
        replace(h, words=words)
        if h.role is Role.OUTTURN and h.words is None and says_now(h.own)
        else h
        for h in headings
    ]


def _of_their_figures(headings: list[Heading]) -> list[Heading]:
    """Ratings and arrows that stand beside each of several figures belong to the figure left
    of them; targets and comments for a quarter without a year, to the figure of that quarter."""
    figures = [h for h in headings if h.role is Role.OUTTURN and h.words and h.words.period]
    roles = Counter(h.role for h in headings)
    return [
        replace(h, words=figure.words) if (figure := _figure_of(h, figures, roles)) else h
        for h in headings
    ]


def _figure_of(
    heading: Heading, figures: list[Heading], roles: Counter[Role | None]
) -> Heading | None:
    left = [h for h in figures if h.index < heading.index]
    if heading.words is None and heading.role in (Role.RAG, Role.TRAVEL):
        return left[-1] if left and roles[heading.role] > 1 else None
    if heading.role is not Role.OUTTURN and _bare(heading):
        return next((h for h in reversed(figures) if _same_quarter(h, heading)), None)
    return None


def _same_quarter(figure: Heading, bare: Heading) -> bool:
    assert figure.words is not None  # figures are told by their period
    assert figure.words.period is not None
    assert bare.words is not None
    period = figure.words.period
    if bare.words.quarter is not None:
        return period.grain is Grain.QUARTER and str(period).endswith(f"Q{bare.words.quarter}")
    return period.grain is Grain.MONTH and period.end % 12 + 1 == bare.words.month
