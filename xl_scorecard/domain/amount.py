"""Targets and tolerances as people write them: `80%`, `5 points`, `fewer than 85`, `40-60`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from xl_scorecard.domain.durations import SECOND, Clock, parse_duration
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.lexicon import LETTER, any_of, any_word, lexicon
from xl_scorecard.domain.number_words import (
    NUMBER,
    counts_other_than_days,
    has_scale_word,
    parse_number,
    parse_one_in,
    parse_place,
    parse_ratio,
    plain,
    two_numbers,
)
from xl_scorecard.domain.target_words import Worded, unworded


@dataclass(frozen=True)
class Target:
    """What an outturn is held against: a value, or a range when `upper` is given.

    In the indicator's unit, percentages as fractions. `implies` is the polarity that the
    wording gives away ("fewer than 85" means low is good), if any; `strict` says that the value
    itself does not meet it.
    """

    value: float
    upper: float | None = None
    implies: Polarity | None = None
    strict: bool = False

    @property
    def most(self) -> float:
        """The most that it names: the upper end of a range."""
        return self.value if self.upper is None else max(self.value, self.upper)

    def excludes_itself(self, polarity: Polarity | None) -> bool:
        """Whether an outturn of exactly the target misses it: of `fewer than 3`, where low is
        good, 3 does."""
        return self.strict and self.upper is None and self.implies is polarity

    def shortfall(self, outturn: float, polarity: Polarity) -> float:
        """How far an outturn is on the wrong side, in the unit; 0 or less meets the target."""
        if self.upper is not None:
            return max(self.value - outturn, outturn - self.upper)
        if polarity is Polarity.HIGH:
            return self.value - outturn
        if polarity is Polarity.LOW:
            return outturn - self.value
        return abs(outturn - self.value)


@lru_cache(maxsize=1024)
def parse_target(text: str | float, unit: Unit | None, clock: Clock | None = None) -> Target | None:
    """The target in a rule or a cell, or None where the words give no figure.

    For percentages 80, 0.8 and "80%" are all 80%: a bare number above 1.5 is in percent.
    """
    if isinstance(text, int | float):  # of a duration it says not of what
        return None if unit is Unit.DURATION else Target(_in_unit(float(text), False, unit))
    cleaned = plain(text)
    if unit is Unit.DAYS and counts_other_than_days(cleaned):
        return None
    if unit is Unit.DURATION:
        return _duration(unworded(cleaned), clock)
    between = _between(cleaned, unit)
    if between is not None:
        return between
    worded = unworded(cleaned)
    if worded.figure != cleaned and worded.implies is None:
        between = _between(worded.figure, unit)
        if between is not None:
            return between
    number = parse_number(worded.figure)
    if number is not None and not (number[0] < 0 and worded.figure.endswith(")")):
        return Target(_in_unit(*number, unit), implies=worded.implies, strict=worded.strict)
    if number is not None and has_scale_word(worded.figure):  # (£0.2m) is no note
        return Target(_in_unit(*number, unit), implies=worded.implies, strict=worded.strict)
    return _otherwise(worded, unit)


def _otherwise(worded: Worded, unit: Unit | None) -> Target | None:
    """`1:18`, `1 in 5`, `Top 10`, `4.5★`."""
    ratio = parse_ratio(worded.figure) if ":" in worded.figure else parse_one_in(worded.figure)
    if ratio is not None:
        return Target(ratio, implies=worded.implies, strict=worded.strict)
    ranked = _top().fullmatch(worded.figure)
    if ranked is not None and unit is not Unit.PERCENT:
        return Target(float(ranked["number"]), implies=Polarity.LOW)
    place = parse_place(worded.figure)
    return None if place is None else Target(place, implies=worded.implies, strict=worded.strict)


@cache
def _top() -> re.Pattern[str]:
    return re.compile(rf"{any_word(lexicon().targets.top)} (?P<number>\d+)", re.IGNORECASE)


def _duration(worded: Worded, clock: Clock | None) -> Target | None:
    """`under 10 minutes` in days; a bare number says of no unit of time what it is."""
    days = parse_duration(f"{worded.figure} {worded.counted}".strip(), clock)
    return None if days is None else Target(days, implies=worded.implies, strict=worded.strict)


def _between(text: str, unit: Unit | None) -> Target | None:
    """A range such as `40-60`, `95-98%` or `between 40 and 60`."""
    match = two_numbers().fullmatch(text)
    if match is None:
        return None
    percent = bool(match["one"] or match["two"])
    ends = [parse_number(match[end] + ("%" if percent else "")) for end in ("low", "high")]
    if ends[0] is None or ends[1] is None:
        return None
    one, other = _in_unit(*ends[0], unit), _in_unit(*ends[1], unit)
    return Target(min(one, other), max(one, other), Polarity.PLAN)


def _in_unit(value: float, had_percent: bool, unit: Unit | None) -> float:
    if unit is Unit.PERCENT and not had_percent and abs(value) > 1.5:
        return round(value / 100, 12)
    return value


class ToleranceKind(StrEnum):
    """What a tolerance is measured in."""

    ABSOLUTE = "absolute"  # in the unit; "5 points" of a percentage is 0.05
    RELATIVE = "relative"  # a fraction of the target


@dataclass(frozen=True)
class Tolerance:
    """How far off target still counts as within tolerance.

    `amount` is in the indicator's unit (0.05 for 5 percentage points), or a fraction of the
    target when `kind` is relative.
    """

    amount: float
    kind: ToleranceKind = ToleranceKind.ABSOLUTE

    def in_unit(self, target: float) -> float:
        """The tolerance in the indicator's unit."""
        return self.amount if self.kind is ToleranceKind.ABSOLUTE else abs(target) * self.amount


@lru_cache(maxsize=1024)
def parse_tolerance(text: str | float, unit: Unit | None) -> Tolerance | None:
    """A tolerance as a rule set writes it, or None where it gives no figure.

    "5 points" and "5pp" are percentage points, "5%" is relative to the target, "2 children"
    is in the unit; a bare number is in the unit (5 or 0.05 of a percentage are 5 points).
    """
    if isinstance(text, int | float):
        if unit is Unit.DURATION:
            return None
        amount = abs(float(text))
        if unit is Unit.PERCENT and amount >= 1:
            amount = round(amount / 100, 12)
        return Tolerance(amount)
    if unit is Unit.DURATION and (days := _time_within(plain(text))) is not None:
        return Tolerance(days)
    match = _tolerance().fullmatch(plain(text))
    number = parse_number(match["number"]) if match is not None else None
    if match is None or number is None:
        return None
    amount = abs(number[0])
    word = tolerance_word(text)
    if word == "%":
        return Tolerance(round(amount / 100, 12), ToleranceKind.RELATIVE)
    if not word:
        return parse_tolerance(amount, unit)
    if re.search(rf"\b{any_of(lexicon().numbers.points)}", word):
        return Tolerance(round(amount * point_in(unit), 12))
    return None if unit is Unit.DURATION else Tolerance(amount)


def point_in(unit: Unit | None) -> float:
    """What a point is worth in a unit: a percentage point, a second of a duration, or one of what
    is counted."""
    if unit is Unit.DURATION:
        return SECOND
    return 0.01 if unit in (None, Unit.PERCENT) else 1.0


def _time_within(text: str) -> float | None:
    return parse_duration(re.sub(r"^(?:\+\s*/\s*-|±|\+|-)\s*", "", text))


def tolerance_word(text: str) -> str:
    """What a tolerance counts in its own word, `points`, `%` or `children`; none is empty."""
    match = _tolerance().fullmatch(plain(text))
    return (match["unit"] or "").strip().lower() if match is not None else ""


@cache
def _tolerance() -> re.Pattern[str]:
    words = lexicon().numbers
    return re.compile(
        rf"(?:\+\s*/\s*-|±|{any_word(words.within)})?\s*(?P<number>[-+]?{NUMBER})\s*"
        rf"(?P<unit>%(?:\s*{any_of(words.points)}{LETTER}*)?|{LETTER}(?:{LETTER}| )*)?",
        re.IGNORECASE,
    )
