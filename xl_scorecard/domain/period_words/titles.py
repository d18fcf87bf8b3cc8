"""The period that a longer text mentions: a title, a sheet's name, a heading over a group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from xl_scorecard.domain.lexicon import any_of, lexicon
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words.complete import complete_with_year
from xl_scorecard.domain.period_words.phrases import read
from xl_scorecard.domain.period_words.reading import parse_period
from xl_scorecard.domain.period_words.tokens import (
    ACADEMIC,
    FINANCIAL,
    OTHER,
    ROLLING,
    SNAPSHOT,
    TIME,
    TO_DATE,
    YEAR_END,
    Token,
    tidy,
    tokens_in,
    without_notes,
)
from xl_scorecard.domain.period_words.words import PeriodWords

_LONGEST = 200
_PREFERENCE = (Grain.QUARTER, Grain.MONTH, Grain.YEAR)
_MAY_BEGIN = {*TIME, ACADEMIC, FINANCIAL, ROLLING, SNAPSHOT, TO_DATE, YEAR_END}


@lru_cache(maxsize=1024)
def find_period(text: str, starts: int = 4) -> PeriodWords | None:
    """The period that a title, sheet name or group heading mentions, or None.

    None too where it mentions several different ones of the same kind. A quarter and a year
    mentioned apart belong together (`Plan 2018/19: progress in quarter 2`); of a quarter and a
    month, which may be the month of publication, the quarter is meant. `quarter` or `first` and
    `last` where that is all it says; a month's name without a year may be a verb or a person.
    """
    if len(text) > _LONGEST:
        return None
    alone = parse_period(text, starts)
    if alone is not None:
        return None if alone.relative is not None else alone
    words = without_notes(tidy(text))
    return _settled(list(_mentions(words, starts)), starts)


def _mentions(words: str, starts: int) -> Iterator[PeriodWords]:
    """What each stretch of words of time says, the longest that can be read first."""
    run: list[Token] = []
    for token in tokens_in(words):
        if token.kind == OTHER:
            yield from _in_run(run, words, starts)
            run = []
        else:
            run.append(token)
    yield from _in_run(run, words, starts)


def _in_run(run: list[Token], words: str, starts: int) -> Iterator[PeriodWords]:
    start = 0
    while start < len(run):
        if run[start].kind not in _MAY_BEGIN:
            start += 1
            continue
        for end in range(len(run), start, -1):
            part = run[start:end]
            found = read(part, starts)
            if found is not None and found.relative is None and _is_meant(part, words):
                yield found
                start = end
                break
        else:
            start += 1


def _is_meant(part: list[Token], words: str) -> bool:
    """Whether a bare `2018` or `18/19` in running text is a year: at the end of a phrase only."""
    times = [token for token in part if token.kind in TIME]
    if len(times) == 1 and times[0].text in lexicon().times.months_besides:
        return False
    if len(times) != 1 or times[0].kind not in "syv":
        return True
    if times[0].kind == "v":
        return False
    before, after = words[: part[0].start].rstrip(" (-"), words[part[-1].end :].lstrip()
    ends_phrase = not after or after[0] in ",;:)-|.]"
    return ends_phrase and not _no_year().search(before) and not before[-1:].isdigit()


@cache
def _no_year() -> re.Pattern[str]:
    """What ages and school years stand behind."""
    return re.compile(rf"\b{any_of(lexicon().times.not_years)}$")


def _settled(mentions: list[PeriodWords], starts: int) -> PeriodWords | None:
    """The one period meant by several mentions."""
    complete: dict[Grain, dict[Period, PeriodWords]] = {}
    for mention in mentions:
        if mention.period is not None:
            complete.setdefault(mention.period.grain, {})[mention.period] = mention
    partial = {m for m in mentions if m.lacks_only_its_year and m.month is None}
    months = {m for m in mentions if m.month is not None}
    ranges = {m for m in mentions if m.period is None and m.first is not None}
    if ranges:
        return ranges.pop() if len(ranges) == 1 and not complete else None
    if len(partial) > 1:
        return None
    for grain in _PREFERENCE:
        found = list(complete.get(grain, {}).values())
        if len(found) > 1:
            return None
        if found and grain is Grain.YEAR:
            lacking = partial or (months if len(months) == 1 else set())
            return complete_with_year(lacking.pop(), found[0], starts) if lacking else found[0]
        if found:
            apart = partial and {m.quarter for m in partial} != {_quarter(found[0].period)}
            return None if grain is Grain.QUARTER and apart else found[0]
        if grain is Grain.QUARTER and partial and Grain.YEAR not in complete:
            return partial.pop()
    return None


def _quarter(period: Period | None) -> int | None:
    if period is None or period.grain is not Grain.QUARTER:
        return None
    return (period.end - (period.starts - 1)) % 12 // 3 + 1
