"""The period that a heading cell names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache, lru_cache

from xl_scorecard.domain.lexicon import (
    all_words,
    any_of,
    any_word,
    lexicon,
    month_beginnings,
)
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words.phrases import read
from xl_scorecard.domain.period_words.tokens import OTHER, tidy, tokens_in, without_notes
from xl_scorecard.domain.period_words.words import PeriodWords

_LONGEST = 60
_FEWEST_HALVES = 2
_HALVES = re.compile(r"\s+/\s+|\s*\|\s*")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/-]\d\d)?|\d\d/\d\d")
"""A year that stands behind the second of two names for a month is that of both."""
_FEWEST_IN_A_ROW = 3


def parse_period(heading: object, starts: int = 4) -> PeriodWords | None:
    """What a heading cell says of time, or None where it says nothing.

    Takes text, a real date or a bare year number; `starts` is the month in which financial
    years start.

    Where usage differs: `Q4 2018`, `2018 Q4` and `2018Q4` are the fourth quarter of the
    financial year that starts in 2018, however they are spaced; `2018M12` is December 2018, as
    statistical offices write months; `FY19` and `FY2019` are the financial year that ends in
    2019; a bare `2018` is the calendar year; `18/19` is a year but `18-19`, which may be ages,
    only beside a quarter, `FY` or `Outturn`; a half year is the quarter that ends it, year to
    date, and the second half the whole year. A week is no reporting period.
    """
    if isinstance(heading, str):
        return _parse_text(heading, starts)
    if isinstance(heading, dt.date):
        return PeriodWords(Period.month(heading.year, heading.month, starts))
    if isinstance(heading, bool) or not isinstance(heading, int | float):
        return None
    if not 1900 <= heading < 210_000 or heading != int(heading):
        return None
    return _parse_text(str(int(heading)), starts)


def parse_headings(headings: Sequence[object], starts: int = 4) -> list[PeriodWords | None]:
    """What the headings of one row say of time, each read in the light of the others.

    `Q1 2021` is 2020/21 where its neighbours are `Q3 1920` and `Q4 1920`, and 2021/22 where
    they are not glued.
    """
    headings = _numbered_months(headings)
    glued = any(_years_of_quarter(h) in ("g", "1920") for h in headings)
    return [
        parse_period(
            re.sub(r"\b2021\b", "20/21", str(h)) if glued and _years_of_quarter(h) == "2021" else h,
            starts,
        )
        for h in headings
    ]


def _numbered_months(headings: Sequence[object]) -> Sequence[object]:
    """`M1`, `M2`, `M3` in a row are months of the financial year; one alone is a reference."""
    found = [_numbered().fullmatch(h) if isinstance(h, str) else None for h in headings]
    numbers = [int(match[1]) for match in found if match is not None]
    if len(numbers) < _FEWEST_IN_A_ROW or sorted(set(numbers)) != numbers:
        return headings
    if any(isinstance(h, str) and _thirteenth().fullmatch(h) for h in headings):
        return headings  # a year of thirteen periods has none that is a month
    month = lexicon().times.lengths[1][0]
    return [f"{month} {m[1]}" if m is not None else h for m, h in zip(found, headings, strict=True)]


@cache
def _numbered() -> re.Pattern[str]:
    letter = any_word(lexicon().times.month_letters)
    return re.compile(rf"\s*{letter}\s?0?([1-9]|1[0-2])\s*", re.IGNORECASE)


@cache
def _thirteenth() -> re.Pattern[str]:
    letter = any_word(lexicon().times.month_letters)
    return re.compile(rf"\s*{letter}\s?13\s*", re.IGNORECASE)


def may_number_month(heading: str) -> bool:
    """Whether a heading among others like it may be a month by its number: `M8`."""
    return len(heading) <= _LONGEST and _numbered().fullmatch(heading) is not None


def _years_of_quarter(heading: object) -> str | None:
    """The year written beside a quarter where it may be two years glued together."""
    if not isinstance(heading, str) or len(heading) > _LONGEST:
        return None
    tokens = {token.kind: token for token in tokens_in(tidy(heading))}
    if "q" not in tokens or not tokens.keys() & set("gy"):
        return None
    return "g" if "g" in tokens else str(tokens["y"].value[0])


def names_quarter_of_one_year(heading: str) -> bool:
    """Whether a heading names a quarter by its number and a single year, `Q3 2018`, `Q3'18`: which
    months it means hangs on where years start."""
    if len(heading) > _LONGEST:
        return False
    kinds = {token.kind for token in tokens_in(tidy(heading))}
    return "q" in kinds and not kinds.isdisjoint("yn") and kinds.isdisjoint("fstgmDIZA")


@cache
def _may_speak_of_time() -> re.Pattern[str]:
    """A quick look, to pass over most texts."""
    times = lexicon().times
    words = any_word((*month_beginnings(), *all_words(times.lengths), *times.any_length))
    short = any_word(all_words(times.short))
    return re.compile(rf"\d|{words}|{any_of(times.cues)}|\b{short}\b", re.IGNORECASE)


@lru_cache(maxsize=16_384)
def _parse_text(text: str, starts: int) -> PeriodWords | None:
    if len(text) > 2 * _LONGEST or _may_speak_of_time().search(text) is None:
        return None
    words = without_notes(tidy(text))
    if not words or len(words) > _LONGEST:
        return None
    return _read(words, starts) or _in_two_languages(words, starts)


def _read(words: str, starts: int) -> PeriodWords | None:
    tokens = []
    for token in tokens_in(words):
        if token.kind == OTHER:
            return None
        tokens.append(token)
    return read(tokens, starts)


def _in_two_languages(words: str, starts: int) -> PeriodWords | None:
    """What `Ch3 / Q3` or `Hydref | October 2023` says: one half at least, and no half another."""
    halves = [half for half in _HALVES.split(words) if half]
    if len(halves) < _FEWEST_HALVES:
        return None
    year = next((f" {match[0]}" for half in halves if (match := _YEAR.search(half))), "")
    dated = [half if _YEAR.search(half) else half + year for half in halves]
    said = {found for half in dated if (found := _read(half, starts)) is not None}
    return said.pop() if len(said) == 1 else None
