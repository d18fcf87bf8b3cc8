"""Times that belong together: a range, or a quarter and the months it is said to be."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words.forms import ACADEMIC_YEARS_START, read_form
from xl_scorecard.domain.period_words.tokens import DASH, YEARS, Token
from xl_scorecard.domain.period_words.words import PeriodWords

_LONGEST_RANGE = 120


def read_times(times: list[Token], starts: int) -> PeriodWords | None:
    """What one time, a range of times, or a time said twice means, or None."""
    form = "".join(token.kind for token in times if token.kind != DASH)
    one = read_form(times, starts)
    if one is not None:
        return one
    if form.count("q") == 1 and ("m" in form or "D" in form):
        return _said_twice(times, starts)
    return _range(times, starts)


def stripped(times: list[Token]) -> list[Token]:
    """Times without the dashes before and after them."""
    while times and times[0].kind == DASH:
        times = times[1:]
    while times and times[-1].kind == DASH:
        times = times[:-1]
    return times


def _said_twice(times: list[Token], starts: int) -> PeriodWords | None:
    """`Quarter 3 (Oct - Dec 2018)`, `Q3 2018/19 (Oct-Dec)`: both must mean the same time."""
    at = next(i for i, token in enumerate(times) if token.kind == "q")
    year_follows = at + 1 < len(times) and times[at + 1].kind in YEARS
    cut = at + 2 if year_follows else at + 1
    rest = stripped(times[cut:])
    head = read_form(times[:cut], starts)
    if not rest:  # Dec 2018 Q3
        head, rest = read_form(times[at:], starts), stripped(times[:at])
    tail = read_times(rest, starts) if rest else None
    return _agreed(head, tail, starts) if head is not None and tail is not None else None


def _agreed(head: PeriodWords, tail: PeriodWords, starts: int) -> PeriodWords | None:
    """A quarter and the months it is said to be; the months' basis is the quarter's."""
    basis = head.basis or tail.basis
    if head.period is not None:
        if tail.period is not None:
            same = tail.period.end == head.period.end
        else:
            month = head.period.end % 12 + 1
            same = tail.month == month or tail.quarter == _quarter_number(head.period)
        return replace(head, basis=basis) if same else None
    if tail.period is None:
        return replace(head, basis=basis) if tail.quarter == head.quarter else None
    # the months say which time is meant, whichever month the quarters are counted from
    quarter = tail.period.as_grain(Grain.QUARTER)
    return PeriodWords(quarter, basis) if _is_quarter(quarter, starts) else None


def _is_quarter(period: Period, starts: int) -> bool:
    return (period.end + 1 - (starts - 1)) % 3 == 0


def _quarter_number(period: Period) -> int:
    return (period.end - (period.starts - 1)) % 12 // 3 + 1


def _range(times: list[Token], starts: int) -> PeriodWords | None:
    """`Apr - Dec 2018`, `Q3 2016/17 - Q2 2017/18`: from one time to another."""
    for cut, token in enumerate(times):
        if token.kind != DASH:
            continue
        years = [t for t in times[cut + 1 :] if t.kind in "fst"]
        left, right = read_form(times[:cut], starts), read_form(times[cut + 1 :], starts)
        if left is None or right is None:
            continue
        found = _lone_months(left, right, starts) or _from_to(left, right, bool(years), starts)
        if found is not None:
            return found
    if len(times) > 1 and times[0].kind in "fsy" and times[1].kind == "m":
        return _range([*times[1:], times[0]], starts)  # 2018/19 (Apr-Dec)
    return None


def _lone_months(left: PeriodWords, right: PeriodWords, starts: int) -> PeriodWords | None:
    """`Oct-Dec` without a year is a quarter; `Apr-Dec` is December's year to date."""
    if left.month is None or right.month is None:
        return None
    length = (right.month - left.month) % 12 + 1
    if length == Grain.QUARTER and (right.month - starts + 1) % 3 == 0:
        return PeriodWords(quarter=((right.month - starts) % 12) // 3 + 1)
    if left.month == starts and length == Grain.YEAR:
        return PeriodWords(basis=Basis.ANNUAL, full_year=True)
    if left.month == starts and length > 1:
        return PeriodWords(month=right.month, basis=Basis.YEAR_TO_DATE)
    return None


def _from_to(
    left: PeriodWords, right: PeriodWords, in_year: bool, starts: int
) -> PeriodWords | None:
    last = right.period
    if last is None:
        return None
    first = left.period
    if first is None and left.month is not None and last.grain is Grain.MONTH:
        months_before = (last.end - (left.month - 1)) % 12
        first = Period(Grain.MONTH, last.end - months_before, starts)
    if first is None and left.quarter is not None and last.grain is Grain.QUARTER:
        first = Period.quarter(last.financial_year, left.quarter, starts)
    if first is None or first.grain is not last.grain:
        return None
    length = last.end - first.start + 1
    if not last.grain < length <= _LONGEST_RANGE:
        return None
    if in_year and first.financial_year != last.financial_year and left.period is None:
        return None
    if last.grain is Grain.YEAR:
        return PeriodWords(first=first, last=last)
    return _stretch(first, last, length, starts)


def _stretch(first: Period, last: Period, length: int, starts: int) -> PeriodWords:
    """The period that a run of months or quarters makes up, if it makes up one."""
    period, basis = None, None
    start = first.start % 12 + 1
    if length == Grain.QUARTER and _is_quarter(last, starts):
        period = last.as_grain(Grain.QUARTER)
    elif length == Grain.YEAR and start in (starts, 1, ACADEMIC_YEARS_START):
        period = Period(Grain.YEAR, last.end, start)
    elif length == Grain.YEAR and last.grain is Grain.MONTH:
        period, basis = last, Basis.ROLLING_12_MONTHS
    elif length < Grain.YEAR and start == starts:
        period, basis = last, Basis.YEAR_TO_DATE
    return PeriodWords(period, basis, first=first, last=last)
