"""Durations as people type them, `9m 02s`, `1h 15m`, `00:08:55`, `8:55`: in days, as Excel
stores them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache

from xl_scorecard.domain.lexicon import any_of, lexicon
from xl_scorecard.domain.number_words import NUMBER, plain

SECONDS_A_DAY = 86_400
SECOND = 1 / SECONDS_A_DAY
_MINUTE, _HOUR = 60, 3600
_SAME_KIND = 6.0
"""Durations of a row come within this factor of each other; `8:55` read the other way is 60 off."""


class Clock(Enum):
    """What the two numbers of `8:55` are, by the seconds that the first is worth."""

    MINUTES = _MINUTE
    HOURS = _HOUR


def parse_duration(text: str, clock: Clock | None = None) -> float | None:
    """A duration in days, or None; `clock` says what `8:55` is, which by itself may be either."""
    said = plain(text).casefold()
    seconds = _of_clock(said, clock) if ":" in said else _of_words(said)
    return None if seconds is None else seconds / SECONDS_A_DAY


def surely_duration(text: str) -> bool:
    """Whether a text can be nothing but a duration: `9m 02s`, `00:08:55`."""
    said = plain(text).casefold()
    if _THREE.fullmatch(said):
        return True
    match = _words().fullmatch(said)
    return match is not None and sum(match[part] is not None for part in _PARTS) > 1


def time_counted(text: str) -> str | None:
    """The one unit that a time is in, `hours`, `minutes` or `seconds`; None of `1h 15m`."""
    match = _words().fullmatch(plain(text).casefold())
    parts = [part for part in _PARTS if match is not None and match[part] is not None]
    return parts[0] if len(parts) == 1 else None


def duration_in_words(days: float) -> str:
    """A duration as one reads it and types it: `0:08:55`."""
    whole = round(abs(days) * SECONDS_A_DAY)
    hours, minutes, seconds = whole // _HOUR, whole % _HOUR // _MINUTE, whole % _MINUTE
    sign = "-" if days < 0 else ""
    return f"{sign}{hours}:{minutes:02}:{seconds:02}"


def is_clock(text: str) -> bool:
    """Whether a text is two numbers as on a clock: `8:55` is no ratio such as `1:5`."""
    return _TWO.fullmatch(plain(text)) is not None


def clock_beside(texts: Iterable[str], known: Iterable[float]) -> Clock | None:
    """What `8:55` is beside durations in days that are known; None where they do not tell."""
    firsts = [match for text in texts if (match := _TWO.fullmatch(plain(text))) is not None]
    beside = sorted(days for days in known if days)
    if not firsts or not beside:
        return None
    middle = beside[len(beside) // 2] * SECONDS_A_DAY
    fits = [
        clock
        for clock in Clock
        if all(
            1 / _SAME_KIND <= (_seconds(match, clock) or 1) / middle <= _SAME_KIND
            for match in firsts
        )
    ]
    return fits[0] if len(fits) == 1 else None


_THREE = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)(?:\.\d+)?")
_TWO = re.compile(r"(\d{1,3}):([0-5]\d)")
SECONDS = "seconds"
"""What `time_counted` calls them."""
_PARTS = {"days": SECONDS_A_DAY, "hours": _HOUR, "minutes": _MINUTE, SECONDS: 1}


def _of_clock(said: str, clock: Clock | None) -> float | None:
    if match := _THREE.fullmatch(said):
        return float(match[1]) * _HOUR + float(match[2]) * _MINUTE + float(match[3])
    match = _TWO.fullmatch(said)
    return None if match is None or clock is None else _seconds(match, clock)


def _seconds(match: re.Match[str], clock: Clock) -> float:
    return float(match[1]) * clock.value + float(match[2]) * clock.value / 60


def _of_words(said: str) -> float | None:
    match = _words().fullmatch(said)
    found = {part: match[part] for part in _PARTS if match is not None and match[part]}
    if not found:
        return None
    return sum(float(number.replace(",", "")) * _PARTS[part] for part, number in found.items())


@cache
def _words() -> re.Pattern[str]:
    """Hours, minutes and seconds in this order, each at most once: `1 hr 15 mins`, `8'55"`."""
    numbers = lexicon().numbers
    between = rf"(?:\s*,?\s*(?:{any_of(numbers.and_)}\s+)?)"

    def part(name: str, said: str) -> str:
        return rf"(?:(?P<{name}>{NUMBER}(?<=\d))\s*(?:{said})(?![^\W\d_])\.?{between})?"

    return re.compile(
        part("days", any_of(numbers.days))
        + part("hours", any_of(numbers.hours))
        + part("minutes", rf"{any_of(numbers.minutes)}|[′']")
        + part("seconds", rf"{any_of(numbers.seconds)}|[″\"]|''")
    )
