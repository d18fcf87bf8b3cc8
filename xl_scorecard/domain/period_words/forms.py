"""The forms in which people write one period, each as a row of words of time.

A form is a string of token kinds (see `tokens`): `qf` is a quarter and a year, `Q3 2018/19`.
Dashes, brackets and commas mean nothing in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.lexicon import lexicon
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words.tokens import DASH, YEARS, Token, full_year
from xl_scorecard.domain.period_words.words import PeriodWords

ACADEMIC_YEARS_START = 9
_EARLIEST_YEAR = 1950  # a bare 1920 is likelier a figure, or 2019/20
_LONGEST_MONTH = 31


class _Said(NamedTuple):
    """The words of a form by their kind, and where financial years start."""

    tokens: dict[str, Token]
    starts: int

    def number(self, kinds: str) -> int:
        """The number said by the word of one of these kinds."""
        return next(self.tokens[kind].value[0] for kind in kinds if kind in self.tokens)

    @property
    def year_token(self) -> Token:
        return next(self.tokens[kind] for kind in YEARS + "v" if kind in self.tokens)

    @property
    def year(self) -> int:
        """The calendar year in which the named year starts."""
        return start_year(self.year_token)


def read_form(times: Sequence[Token], starts: int) -> PeriodWords | None:
    """What a row of words of time means as one period, or None where it is no form of one."""
    form = "".join([token.kind for token in times if token.kind != DASH])
    if form == "nm" and len(times) > len(form):
        return None  # 17-Mar is a day or a year
    if form not in ("qy", "yq") and any(_needs_its_year(token) for token in times):
        return None
    reader = _FORMS.get(form)
    if reader is None:
        return None
    tokens = {token.kind: token for token in times}
    if form in ("fm", "sm") and any(token.text in lexicon().times.until for token in times):
        return replace(_month(_Said(tokens, starts)), basis=Basis.YEAR_TO_DATE)  # 2018/19 to Dec
    if form == "nmn":
        tokens["d"] = times[0]  # 31 Dec 18
    return reader(_Said(tokens, starts))


def _needs_its_year(token: Token) -> bool:
    """Whether a quarter is named by a letter that means one beside a single year only."""
    letters = lexicon().times.quarter_letters_by_year
    return token.kind == "q" and token.text.strip("1234. ") in letters


def start_year(token: Token) -> int:
    """The calendar year in which the year named by a token starts."""
    return full_year(token.value[0])


def _quarter(said: _Said) -> PeriodWords:
    year = 2019 if said.year == 1920 else said.year  # Q1 1920 is 2019/20
    return PeriodWords(Period.quarter(year, said.number("q"), said.starts))


def _lone_quarter(said: _Said) -> PeriodWords:
    return PeriodWords(quarter=said.number("q"))


def _half(said: _Said) -> PeriodWords:
    """Half a year is the quarter that ends it, to date; both halves are the year."""
    if said.number("h") == 1:
        return PeriodWords(Period.quarter(said.year, 2, said.starts), Basis.YEAR_TO_DATE)
    return PeriodWords(Period.year(said.year, said.starts), Basis.ANNUAL)


def _lone_half(said: _Said) -> PeriodWords:
    if said.number("h") == 1:
        return PeriodWords(basis=Basis.YEAR_TO_DATE, quarter=2)
    return PeriodWords(basis=Basis.ANNUAL, full_year=True)


def _numbered_month(said: _Said) -> PeriodWords:
    """`M9 2018/19` counts from the start of the financial year, as finance reports do."""
    first = said.year * 12 + said.starts - 1
    return PeriodWords(Period(Grain.MONTH, first + said.number("pP") - 1, said.starts))


def _lone_numbered_month(said: _Said) -> PeriodWords:
    return PeriodWords(month=(said.starts - 1 + said.number("P") - 1) % 12 + 1)


def _month(said: _Said) -> PeriodWords:
    month, year = said.number("m"), said.year
    if said.year_token.kind in "fst" and said.starts != 1 and month < said.starts:
        year += 1  # Mar 2018/19
    return PeriodWords(Period.month(year, month, said.starts))


def _day(said: _Said) -> PeriodWords | None:
    if not _is_day(said):
        return None
    kind = "y" if "y" in said.tokens else "n"
    return _month(_Said({"m": said.tokens["m"], kind: said.tokens[kind]}, said.starts))


def _is_day(said: _Said) -> bool:
    day = said.number("d" if "d" in said.tokens else "n")
    return 1 <= day <= _LONGEST_MONTH


def _lone_month(said: _Said) -> PeriodWords:
    return PeriodWords(month=said.number("m"))


def _lone_day(said: _Said) -> PeriodWords | None:
    return _lone_month(said) if _is_day(said) else None


def _date(said: _Said) -> PeriodWords:
    token = next(iter(said.tokens.values()))
    return PeriodWords(Period.month(token.value[0], token.value[1], said.starts))


def _two_years(said: _Said) -> PeriodWords:
    token = said.year_token
    iso = token.text[4:5] == "-" and len(token.text) == len("2010-11")
    if said.starts == 1 and iso and 1 <= token.value[1] <= 12:
        return PeriodWords(Period.month(token.value[0], token.value[1], 1))  # no financial years
    return PeriodWords(Period.year(said.year, said.starts))


def _calendar_year(said: _Said) -> PeriodWords | None:
    return PeriodWords(Period.year(said.year, 1)) if said.year >= _EARLIEST_YEAR else None


def _either_way(first: str, second: str) -> list[str]:
    """The forms of a word of one of some kinds and one of some others, in either order."""
    return [form for a in first for b in second for form in (a + b, b + a)]


_FORMS: dict[str, Callable[[_Said], PeriodWords | None]] = {
    "q": _lone_quarter,
    "h": _lone_half,
    "m": _lone_month,
    "P": _lone_numbered_month,
    **dict.fromkeys(_either_way("q", YEARS), _quarter),
    **dict.fromkeys(_either_way("h", YEARS), _half),
    **dict.fromkeys(_either_way("pP", "fstg"), _numbered_month),
    **dict.fromkeys(["mf", "ms", "my", "mn", "fm", "sm", "ym"], _month),
    **dict.fromkeys(["dmy", "nmy", "dmn", "nmn", "mdy", "mny"], _day),
    **dict.fromkeys(["dm", "nm"], _lone_day),
    **dict.fromkeys("DI", _date),
    **dict.fromkeys("fst", _two_years),
    **dict.fromkeys("yv", _calendar_year),
}
