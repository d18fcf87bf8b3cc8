"""Headings without a year, completed by what stands above: a group heading or the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.lexicon import (
    all_words,
    any_of,
    any_word,
    by_word,
    length_of_word,
    lexicon,
)
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words.words import PeriodWords


def complete_with_year(words: PeriodWords, group: PeriodWords | None, starts: int) -> PeriodWords:
    """A quarter, month or whole year without its year, completed by its group heading.

    The group may name a year, a quarter (over its months) or a range: `Q4` below
    `Q3 2016/17 - Q2 2017/18` is the one fourth quarter in that range.
    """
    if words.period is not None or group is None or not words.lacks_only_its_year:
        return words
    period = _only_one_within(words, group, starts)
    if period is None:
        return words
    inherited = group.first is None and group.basis is not Basis.ANNUAL
    return PeriodWords(period, words.basis or (group.basis if inherited else None))


def complete_from_title(words: PeriodWords, title: PeriodWords | None, starts: int) -> PeriodWords:
    """Words completed by the period of the title (`find_period`), which is the one reported.

    A title that names a quarter or month gives its financial year to `Quarter 1`, `Nov` and
    `Year end`; `This Qrt` is the title's period, `lq` the quarter before, `-3 mths` three
    months earlier, `Previous Year` the whole year before.
    """
    if words.period is not None or title is None:
        return words
    if title.period is None:
        return complete_with_year(words, title, starts)
    if words.relative is not None:
        period = _shifted(words.relative, title.period)
        if period is None:
            return words
        whole = period.grain is Grain.YEAR and title.period.grain is not Grain.YEAR
        return PeriodWords(period, words.basis or (Basis.ANNUAL if whole else None))
    return complete_with_year(words, PeriodWords(_year_of(title.period)), starts)


def complete_in_order(
    row: Sequence[PeriodWords | None], title: PeriodWords | None, starts: int
) -> list[PeriodWords | None]:
    """The headings of one row completed from the title, none later than the one that follows it.

    In a report of 2017/18, `Q3`, `Q4`, `Q1`, `Q2` are 2016/17 Q3 to 2017/18 Q2; columns may run
    backwards too. Quarters and months are each in an order of their own, `Year end` in both.
    """
    whole = [None if words is None else complete_from_title(words, title, starts) for words in row]
    for grain in (Grain.QUARTER, Grain.MONTH):
        places = [
            place
            for place, (before, after) in enumerate(zip(row, whole, strict=True))
            if before is not None and before.lacks_only_its_year
            if after is not None and after.period is not None
            if after.period.grain in (grain, Grain.YEAR)
        ]
        if _run_backwards([whole[place] for place in places], grain):
            places.reverse()
        _put_in_order(whole, places)
    return whole


def _run_backwards(row: list[PeriodWords | None], grain: Grain) -> bool:
    periods = [words.period for words in row if words is not None and words.period is not None]
    ends = [period.end // grain for period in periods if period.grain is grain]
    steps = [(after - before) % (12 // grain) for before, after in pairwise(ends)]
    return steps.count(12 // grain - 1) > steps.count(1)


def _put_in_order(row: list[PeriodWords | None], places: list[int]) -> None:
    later: Period | None = None
    for place in reversed(places):
        words = row[place]
        if words is None or words.period is None:
            continue
        period = words.period
        while later is not None and period.end > later.end:
            period = period.year_before
        row[place] = replace(words, period=period)
        later = period


def _year_of(period: Period) -> Period:
    return Period.year(period.financial_year, period.starts)


def _only_one_within(words: PeriodWords, group: PeriodWords, starts: int) -> Period | None:
    """The one period in the group's stretch of time that the words fit."""
    first, last = group.first or group.period, group.last or group.period
    if first is None or last is None:
        return None
    if first is last and first.grain is Grain.YEAR and words.month is None:
        # Q4 below 2018 is that of the financial year that starts in 2018, as Q4 2018 is
        own = starts if first.starts == 1 else first.starts
        if words.full_year:
            return first
        first = last = Period.year(first.financial_year, own)
    fits = [
        period
        for year in range(first.start // 12 - 1, last.end // 12 + 1)
        for period in [_in_year(words, year, first.starts if words.month is None else starts)]
        if first.start <= period.start and period.end <= last.end
    ]
    return fits[0] if len(fits) == 1 else None


def _in_year(words: PeriodWords, year: int, starts: int) -> Period:
    if words.full_year:
        return Period.year(year, starts)
    if words.quarter is not None:
        return Period.quarter(year, words.quarter, starts)
    return Period.month(year, words.month or 1, starts)


def _shifted(relative: str, base: Period) -> Period | None:
    """The period that `this qrt`, `lq` or `-3 mths` means in a report of `base`."""
    if ago := _ago().fullmatch(relative):
        length = length_of_word(ago["length"])
        assert length is not None  # the pattern is made of these words
        back = int(ago["number"]) * length
        return Period(base.grain, base.end - back, base.starts) if not back % base.grain else None
    if _same().fullmatch(relative):
        return base.year_before
    words = _abbreviations().get(relative, relative).split(" ")
    length = length_of_word(words[-1])
    grain = base.grain if length is None else Grain(length)
    own = _of_grain(base, grain)
    if own is None:
        return None
    if words[0] in lexicon().times.before:
        return own.previous
    return own if grain is not Grain.YEAR or base.grain is grain else None  # not over


@cache
def _ago() -> re.Pattern[str]:
    length = any_word(all_words(lexicon().times.lengths))
    return re.compile(rf"- ?(?P<number>\d+) ?(?P<length>{length})s?")


@cache
def _same() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().times.same))


@cache
def _abbreviations() -> dict[str, str]:
    return by_word(lambda language: language.times.short)


def _of_grain(base: Period, grain: Grain) -> Period | None:
    if grain is base.grain:
        return base
    if grain is Grain.YEAR:
        return _year_of(base)
    if base.grain is Grain.YEAR:
        return None  # which quarter of the year is "this quarter"?
    if grain is Grain.QUARTER and (base.end + 1 - (base.starts - 1)) % 3:
        return None  # the quarter is not over
    return base.as_grain(grain)
