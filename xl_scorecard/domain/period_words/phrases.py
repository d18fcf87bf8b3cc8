"""What words of time say together: a time, its basis, and which kind of year is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.lexicon import any_of, length_of_word, lexicon
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words.forms import ACADEMIC_YEARS_START, start_year
from xl_scorecard.domain.period_words.ranges import read_times, stripped
from xl_scorecard.domain.period_words.tokens import (
    ACADEMIC,
    DASH,
    FINANCIAL,
    MONTHS_QUARTER,
    OTHER,
    QUARTER_END,
    RELATIVE,
    ROLLING,
    SNAPSHOT,
    TIME,
    TO_DATE,
    WHOLE_YEAR,
    YEAR_END,
    Token,
)
from xl_scorecard.domain.period_words.words import PeriodWords

_BASES = {
    ROLLING: Basis.ROLLING_12_MONTHS,
    TO_DATE: Basis.YEAR_TO_DATE,
    SNAPSHOT: Basis.SNAPSHOT,
}
_OF_A_YEAR = {ACADEMIC, FINANCIAL, YEAR_END, WHOLE_YEAR}
_LAST_SCHOOL_YEAR = 13


def read(tokens: Sequence[Token], starts: int) -> PeriodWords | None:
    """What words of time say together, or None where they are no form of a period."""
    kinds = {token.kind for token in tokens}
    if OTHER in kinds or (MONTHS_QUARTER in kinds and not _follows_month(tokens)):
        return None
    basis = next((_BASES[kind] for kind in _BASES if kind in kinds), None)
    times = stripped([t for t in tokens if t.kind in TIME or t.kind == DASH])
    if not times:
        return _without_time(tokens, kinds, basis)
    if ACADEMIC in kinds:
        return _academic_year(times)
    if FINANCIAL in kinds:
        times = [_named_by_its_end(token, starts) for token in times]
    if not _names_a_year_clearly(times, tokens, kinds):
        return None
    found = read_times(times, starts)
    if found is not None and kinds & {QUARTER_END, MONTHS_QUARTER}:
        found = _quarterly(found, starts)
    if found is not None and kinds & _OF_A_YEAR:
        found = _annual(found, kinds, starts)
    return found if found is None or basis is None else replace(found, basis=basis)


def _follows_month(tokens: Sequence[Token]) -> bool:
    """Whether a bare word for a quarter stands behind the month that ends it: `Mar Qtr 2024`."""
    pairs = pairwise(tokens)
    return sum(t.kind == MONTHS_QUARTER for t in tokens) == sum(
        before.kind == "m" and after.kind == MONTHS_QUARTER for before, after in pairs
    )


def _without_time(
    tokens: Sequence[Token], kinds: set[str], basis: Basis | None
) -> PeriodWords | None:
    """`YTD`, `Latest outturn`, `Year end`: what time they mean depends on the scorecard."""
    relative = [token.text for token in tokens if token.kind == "L"]
    if len(relative) == 1 and not kinds & _OF_A_YEAR:
        return PeriodWords(basis=basis, relative=relative[0])
    if basis is not None and RELATIVE not in kinds and not kinds & _OF_A_YEAR:
        return PeriodWords(basis=basis, relative="latest")
    whole = any(_whole_year().fullmatch(t.text) for t in tokens if t.kind in (YEAR_END, WHOLE_YEAR))
    if whole and basis is None and not kinds & {RELATIVE, ACADEMIC}:
        return PeriodWords(basis=Basis.ANNUAL, full_year=True)
    return None


@cache
def _whole_year() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().times.whole_alone))


def _academic_year(times: list[Token]) -> PeriodWords | None:
    if len(times) != 1 or times[0].kind not in "fst":
        return None
    return PeriodWords(Period.year(times[0].value[0], ACADEMIC_YEARS_START), Basis.ANNUAL)


def _named_by_its_end(token: Token, starts: int) -> Token:
    """FY19 is the financial year that ends in 2019: the ONS writes FYE 2019; FY1819 is glued."""
    if token.kind not in "yng":
        return token
    year = start_year(token)
    if year == 1920:
        year = 2019
    elif token.kind != "g" and starts != 1:
        year -= 1
    return token._replace(kind="f", value=(year, (year + 1) % 100), text="")


def _names_a_year_clearly(times: list[Token], tokens: Sequence[Token], kinds: set[str]) -> bool:
    """Whether a lone `16/17` or `16-17` is a year: ages and school years look the same."""
    if len(times) != 1 or times[0].kind not in "st":
        return True
    if times[0].kind == "t":
        return bool(kinds & {FINANCIAL, YEAR_END}) or any(
            _outturn().fullmatch(t.text) for t in tokens
        )
    school_year = any(length_of_word(t.text) == Grain.YEAR for t in tokens)
    return not (school_year and times[0].value[1] <= _LAST_SCHOOL_YEAR)


@cache
def _outturn() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().times.outturns))


def _quarterly(found: PeriodWords, starts: int) -> PeriodWords | None:
    """A month that a quarter ends with: `Quarter ending Dec 2018`, `3 months to Dec`."""
    if found.month is not None and not (found.month - starts + 1) % Grain.QUARTER:
        return PeriodWords(quarter=(found.month - starts) % 12 // 3 + 1)
    period = found.period
    if period is None or period.grain is not Grain.MONTH:
        return None
    ends_one = (period.end + 1 - (starts - 1)) % Grain.QUARTER == 0
    return PeriodWords(period.as_grain(Grain.QUARTER)) if ends_one else None


def _annual(found: PeriodWords, kinds: set[str], starts: int) -> PeriodWords | None:
    """A period that year words stand beside: `Year end 2016/17`, `Year ended 31 March 2019`."""
    period = found.period
    if period is None:
        return None if kinds & {YEAR_END, WHOLE_YEAR} else found  # Q3 FY
    if period.grain is Grain.YEAR:
        return replace(found, basis=Basis.ANNUAL)
    if YEAR_END not in kinds:
        return found if WHOLE_YEAR not in kinds else None  # Q3 FY18/19
    if period.as_grain(Grain.YEAR) == Period.year(period.financial_year, starts):
        return PeriodWords(period.as_grain(Grain.YEAR), Basis.ANNUAL)
    if period.grain is not Grain.MONTH:
        return None
    return PeriodWords(period, Basis.ROLLING_12_MONTHS)  # Year to Dec 2018
