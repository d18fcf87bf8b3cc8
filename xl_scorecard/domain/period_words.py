"""Periods as people write them above a column: `Q3 2018/19`, `Oct-18`, `2017/18 Outturn`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_CENTURY = r"(?:19|20)\d\d"
_FINANCIAL = rf"(?P<fy>{_CENTURY})\s*[/-]\s*(?P<fy2>{_CENTURY}|\d\d)"
_SHORT_FINANCIAL = r"(?P<sfy>\d\d)\s*[/-]\s*(?P<sfy2>\d\d)"
_GLUED = r"(?P<glued>(?:19|20)?\d\d\d\d)"
_UNLIKELY_YEAR = r"(?P<glued>1920)"  # "Q1 1920" is 2019/20, never the year 1920
_YEAR = rf"(?:{_FINANCIAL}|{_SHORT_FINANCIAL}|(?P<cy>{_CENTURY})|'?(?P<cy2>\d\d))"
_QUARTER = r"(?:q(?:uarter|tr|rt)?\.?\s*(?P<q>[1-4])|(?P<qw>first|second|third|fourth) quarter)"
_FILLER = re.compile(
    r"\b(actuals?|outturn|performance|results?|values?|data|position|figures?|perf|"
    r"as at|at|end of|end|to|for|the|in|month|months|rate|only)\b"
)
_ROLLING = re.compile(r"\b(r12m|rolling (?:12 months?|year)|12 months? to|12m)\b")
_TO_DATE = re.compile(r"\b(ytd|year to date|cumulative|cum)\b")
_SNAPSHOT = re.compile(r"\bsnapshot\b")
_YEAR_WORDS = re.compile(r"\b(year[ -]?end|full year|fy|annual|year|baseline|calendar)\b")
_LATEST = re.compile(r"(latest|current|this (?:qrt|qtr|quarter|month|period)|tq|current quarter)")
_EARLIER = re.compile(
    r"(-\s*\d+ mths?|lq|last (?:qrt|qtr|quarter|month)|previous (?:quarter|month))"
)


@dataclass(frozen=True)
class PeriodWords:
    """What a heading says of time.

    `period` where it is complete. Otherwise what it lacks: `quarter` or `month` without a
    year (the group heading above may give it), or `relative` ("latest", "-3 mths").
    """

    period: Period | None = None
    basis: Basis | None = None
    quarter: int | None = None
    month: int | None = None
    relative: str | None = None


def parse_period(heading: object, starts: int = 4) -> PeriodWords | None:
    """What a heading cell says of time, or None where it says nothing.

    Takes text, a real date or a bare year number; `starts` is the month in which financial
    years start.
    """
    if isinstance(heading, dt.datetime | dt.date):
        return PeriodWords(Period.month(heading.year, heading.month, starts))
    if isinstance(heading, bool) or heading is None:
        return None
    if isinstance(heading, int | float):
        return _bare_number(heading, starts)
    return _parse_text(str(heading), starts)


def _bare_number(number: float, starts: int) -> PeriodWords | None:
    if number != int(number):
        return None
    digits = str(int(number))
    if re.fullmatch(_CENTURY, digits):
        return PeriodWords(Period.year(int(digits), 1))
    if len(digits) == 6 and _consecutive(digits[:4], digits[4:]):
        return PeriodWords(Period.year(int(digits[:4]), starts))
    if len(digits) == 5 and re.fullmatch(_CENTURY, digits[:4]):  # a footnote glued to a year
        return PeriodWords(Period.year(int(digits[:4]), 1))
    return None


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """Heading text for comparison: lower case, plain spaces and dashes, no footnote marks."""
    text = text.replace("\u00a0", " ").casefold()
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text).replace("\u2019", "'").replace("\u2018", "'")
    text = re.sub(r"\[(?:note|yr)\s*\d+\]|\[[a-z]\]|\((?:p|r|provisional|revised)\)", " ", text)
    text = re.sub(r"[*†‡]+\s*$|^\s*[*†‡]+", " ", text)
    text = re.sub(r"\bfy(?=['\d])", "fy ", text)
    return re.sub(r"\s+", " ", text).strip()


@lru_cache(maxsize=4096)
def _parse_text(text: str, starts: int) -> PeriodWords | None:
    words = tidy(text)
    if not words or len(words) > 60:
        return None
    if _LATEST.fullmatch(words) or _EARLIER.fullmatch(words):
        return PeriodWords(relative=words)
    basis, words = _basis(words)
    if not words.strip():
        return PeriodWords(basis=basis, relative="latest")
    for attempt in (words, re.sub(r"\s+", " ", _FILLER.sub(" ", words)).strip(" :-,")):
        found = _exact(attempt, starts) if attempt else None
        if found is not None:
            return replace(found, basis=found.basis or basis)
    return None


def _basis(words: str) -> tuple[Basis | None, str]:
    for pattern, basis in (
        (_ROLLING, Basis.ROLLING_12_MONTHS),
        (_TO_DATE, Basis.YEAR_TO_DATE),
        (_SNAPSHOT, Basis.SNAPSHOT),
    ):
        if pattern.search(words):
            return basis, re.sub(r"\s+", " ", pattern.sub(" ", words)).strip(" :-,()")
    return None, words


def _exact(words: str, starts: int) -> PeriodWords | None:
    words = re.sub(r"[()]", " ", words).strip()
    words = re.sub(r"\s+", " ", words)
    for reader in (_numeric_date, _quarter, _month_range, _month, _year):
        found = reader(words, starts)
        if found is not None:
            return found
    return None


def _numeric_date(words: str, starts: int) -> PeriodWords | None:
    if iso := re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?(?: 00:00:00)?", words):
        year, month = int(iso[1]), int(iso[2])
        if iso[3] is None and starts != 1 and _consecutive(iso[1], iso[2]):
            return None  # 2017-18 is a financial year
    elif uk := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)", words):
        year, month = _full_year(uk[3]), int(uk[2])
    else:
        return None
    if not (1 <= month <= 12 and 1900 <= year <= 2200):
        return None
    return PeriodWords(Period.month(year, month, starts))


def _quarter(words: str, starts: int) -> PeriodWords | None:
    months = rf"(?:[\s:,-]*{_MONTH.format('qm1')}\s*(?:-|to)?\s*{_MONTH.format('qm2')})?"
    for pattern in (
        rf"{_QUARTER}{months}[\s:,'-]*{_UNLIKELY_YEAR}",
        rf"{_QUARTER}{months}[\s:,'-]*{_YEAR}",
        rf"{_QUARTER}{months}[\s:,'-]*{_GLUED}",
        rf"{_YEAR}[\s:,-]*{_QUARTER}{months}",
        rf"{_GLUED}[\s:,-]*{_QUARTER}",
        rf"{_QUARTER}{months}",
    ):
        match = re.fullmatch(pattern, words)
        if match is None:
            continue
        groups = match.groupdict()
        number = _quarter_number(groups)
        if "fy" not in groups and "glued" not in groups:
            return PeriodWords(quarter=number)
        year = _year_of(groups)
        if year is not None:
            return PeriodWords(Period.quarter(year, number, starts))
    return None


def _quarter_number(groups: dict[str, str | None]) -> int:
    if groups.get("q"):
        return int(groups["q"] or 0)
    return ("first", "second", "third", "fourth").index(groups["qw"] or "first") + 1


def _year_of(groups: dict[str, str | None]) -> int | None:
    """The calendar year in which the named year starts, or None where it is not a year."""
    if fy := groups.get("fy"):
        return int(fy) if _consecutive(fy, groups["fy2"] or "") else None
    if short := groups.get("sfy"):
        return _full_year(short) if _consecutive(short, groups["sfy2"] or "") else None
    if year := groups.get("cy") or groups.get("cy2"):
        return _full_year(year)
    glued = groups.get("glued") or ""
    if len(glued) == 6 and _consecutive(glued[:4], glued[4:]):
        return int(glued[:4])
    if len(glued) == 4 and _consecutive(glued[:2], glued[2:]):
        return _full_year(glued[:2])
    return None


def _consecutive(first: str, second: str) -> bool:
    return second.isdigit() and (int(first) + 1) % 100 == int(second) % 100


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1


def _month_range(words: str, starts: int) -> PeriodWords | None:
    match = re.fullmatch(
        rf"{_MONTH.format('m1')}\s*(?:'?(?P<y1>\d{{4}}|\d\d))?\s*(?:-|to)\s*"
        rf"{_MONTH.format('m2')}[\s'-]*(?P<y2>{_CENTURY}|\d\d)",
        words,
    )
    if match is None:
        return None
    first, last = _month_number(match["m1"]), _month_number(match["m2"])
    end = Period.month(_full_year(match["y2"]), last, starts)
    length = (last - first) % 12 + 1
    if length == Grain.QUARTER and (last - starts + 1) % 3 == 0:
        return PeriodWords(end.as_grain(Grain.QUARTER))
    if length == Grain.YEAR and first == starts:
        return PeriodWords(end.as_grain(Grain.YEAR))
    if first == starts:
        return PeriodWords(end, Basis.YEAR_TO_DATE)
    return None


def _month(words: str, starts: int) -> PeriodWords | None:
    match = re.fullmatch(
        rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH.format('m')}[\s'/,-]*(?P<y>{_CENTURY}|\d\d)?",
        words,
    ) or re.fullmatch(rf"(?P<y>{_CENTURY})[\s/-]+{_MONTH.format('m')}", words)
    if match is None:
        return None
    month = _month_number(match["m"])
    if match["y"] is None:
        return PeriodWords(month=month)
    return PeriodWords(Period.month(_full_year(match["y"]), month, starts))


def _year(words: str, starts: int) -> PeriodWords | None:
    annual = _YEAR_WORDS.search(words) is not None
    rest = re.sub(r"\s+", " ", _YEAR_WORDS.sub(" ", words)).strip(" :-,")
    rest = re.sub(r"^yr(?=\d)", "", rest)
    basis = Basis.ANNUAL if annual else None
    if match := re.fullmatch(_FINANCIAL, rest) or re.fullmatch(_SHORT_FINANCIAL, rest):
        groups = match.groupdict()
        year = _year_of(groups)
        return PeriodWords(Period.year(year, starts), basis) if year is not None else None
    if match := re.fullmatch(rf"({_CENTURY})(\d\d)", rest):
        if _consecutive(match[1], match[2]):
            return PeriodWords(Period.year(int(match[1]), starts), basis)
        return None
    if match := re.fullmatch(rf"({_CENTURY})\d?", rest):
        return PeriodWords(Period.year(int(match[1]), 1), basis)
    return None


def complete_with_year(words: PeriodWords, group: PeriodWords | None, starts: int) -> PeriodWords:
    """A quarter or month without a year, completed by the year in its group heading."""
    if words.period is not None or group is None or group.period is None:
        return words
    if group.period.grain is not Grain.YEAR:
        return words
    year = group.period.financial_year
    basis = words.basis or (group.basis if group.basis is not Basis.ANNUAL else None)
    if words.quarter is not None:
        return PeriodWords(Period.quarter(year, words.quarter, starts), basis)
    if words.month is not None:
        in_second_half = group.period.starts != 1 and words.month < starts
        return PeriodWords(Period.month(year + in_second_half, words.month, starts), basis)
    return words
