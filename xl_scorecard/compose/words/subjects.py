"""What a sentence about an indicator is about: its name without what the figure says itself."""

from __future__ import annotations

import re

from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.period import Period

_SHARE = re.compile(
    r"^\s*(?:%|per ?cent(?:age)?|proportion|share)\s*(?:\(and number\)\s*)?(?:of\s+)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*[(\[]\s*(?:%|percent(?:age)?|number|no\.?|count|[£€$]\s?(?:mn?|millions?|k|'?000s?)?)\s*[)\]]\s*$",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"\s*\((?:rolling (?:year|12 months?)|year to date|ytd|snapshot|in[- ]quarter|cumulative)\)"
    r"\s*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\s*(?:the )?(?:number|no\.?|count|total number) of\s+", re.IGNORECASE)
_RATE = re.compile(
    r"^\s*(?:the )?(?P<what>rate|average|mean|median|time|cost|ratio)\b", re.IGNORECASE
)


def subject_of(name: str, unit: Unit | None) -> str:
    """The beginning of a sentence: `Children seen in time`, `The number of children in care`."""
    said = _AFTER.sub("", _BASIS.sub("", " ".join(name.split())))
    if unit is Unit.PERCENT:
        said = _SHARE.sub("", said) or name
    if _NUMBER.match(said):
        said = "The number of " + _NUMBER.sub("", said)
    elif _RATE.match(said):
        said = f"The {said[0].lower()}{said[1:]}"
    return said[0].upper() + said[1:] if said else name


def when(period: Period, basis: Basis | None) -> str:
    """When a figure is of: `at 31 December 2018`, `in Q3 2018/19`."""
    last = period.last_day
    day = f"{last.day} {last:%B %Y}"
    if basis is Basis.SNAPSHOT:
        return f"at {day}"
    if basis is Basis.YEAR_TO_DATE:
        return f"in the year to date at {day}"
    if basis is Basis.ROLLING_12_MONTHS:
        return f"in the 12 months to {day}"
    return f"in {period.words}"


def then(period: Period, basis: Basis | None) -> str:
    """When an earlier figure is of, beside a newer one: `at the end of Q2 2018/19`."""
    if basis is Basis.SNAPSHOT:
        return f"at the end of {period.words}"
    if basis is Basis.YEAR_TO_DATE:
        return f"in the year to date at the end of {period.words}"
    if basis is Basis.ROLLING_12_MONTHS:
        return f"in the 12 months to the end of {period.words}"
    return f"in {period.words}"
