"""Units: a target in children does not fit a percentage, nor one in per cent a count of days."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from xl_scorecard.domain.amount import tolerance_word
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import LETTER, all_words, any_of, any_word, lexicon
from xl_scorecard.domain.lexicon.signs import CURRENCIES
from xl_scorecard.domain.number_words import plain
from xl_scorecard.domain.target_words import unworded


class Misfit(NamedTuple):
    """Why a figure does not fit its unit, and what to write instead."""

    wrong: str
    mend: str


_WRITE = {
    Unit.PERCENT: "80%", Unit.COUNT: "85", Unit.RATE_PER_10000: "52.5", Unit.DAYS: "10 days",
    Unit.RATIO: "0.8", Unit.CURRENCY: "£1.2m", Unit.SCORE: "3.5", Unit.DURATION: "8m 30s",
}  # fmt: skip
_WRITE_TOLERANCE = {**dict.fromkeys(Unit, "2"), Unit.PERCENT: "5 points", Unit.DAYS: "3 days",
                    Unit.COUNT: "2 children", Unit.DURATION: "30 seconds"}  # fmt: skip


def example_target(unit: Unit) -> str:
    """A target in a unit, as one would write it."""
    return _WRITE[unit]


def misfit_of_target(words: str, unit: Unit | None, names: str) -> Misfit | None:
    """Why a target does not fit its indicator's unit; None where it does, or the unit is not said.

    `names` is what the indicator is called: days lost may be a count.
    """
    counted = unworded(plain(words)).counted
    if _scale().search(counted):
        return Misfit("has its thousands or millions apart from its figure", "write 1.2m")
    if unit is None:
        return None
    fits = _target_fits(words, counted, unit, names)
    return None if fits else _misfit(unit, _WRITE[unit])


def _target_fits(words: str, counted: str, unit: Unit, names: str) -> bool:
    if unit is Unit.DURATION:
        return True  # what says of no time how long is no target at all
    percent, money, ratio = _percent().search(words), _money().search(words), ":" in words
    if unit is Unit.PERCENT:
        return not money and not ratio and (percent is not None or not counted)
    if percent is not None:
        return unit in (Unit.RATIO, Unit.SCORE)
    if unit is Unit.CURRENCY:
        return not ratio and (money is not None or not counted)
    if money is not None or (ratio and unit is not Unit.RATIO):
        return False
    return _counts(counted, unit, names)


def misfit_of_tolerance(words: str, unit: Unit | None, names: str) -> Misfit | None:
    """Why a tolerance does not fit its indicator's unit; points and 5% fit all."""
    word = tolerance_word(words)
    if _scale().search(word):
        return Misfit("has its thousands or millions in words", "write the number in full")
    if word != "%" and _percent().search(word) and not _is_points(word):
        return Misfit("may mean two things", "write 5 points, or 5% for a share of the target")
    if unit in (None, Unit.DURATION) or not word or _is_points(word):
        return None
    assert unit is not None
    if unit is Unit.PERCENT:
        fits = False
    elif unit is Unit.CURRENCY:
        fits = _money().search(word) is not None
    else:
        fits = _money().search(word) is None and _counts(word, unit, names)
    return None if fits else _misfit(unit, _WRITE_TOLERANCE[unit])


def _is_points(word: str) -> bool:
    """Whether a tolerance is in points, or a share of the target, and fits any unit."""
    return word.endswith("%") or _points().search(word) is not None


def _counts(noun: str, unit: Unit, names: str) -> bool:
    """Whether what a figure counts fits a unit; a stretch of time is days', or in the name."""
    if unit is Unit.DAYS:
        return not noun or _days().search(noun) is not None
    time = _time().search(noun)
    return time is None or time[0].casefold().rstrip("s") in names.casefold()


def _misfit(unit: Unit, example: str) -> Misfit:
    return Misfit(f"does not fit unit: {unit.value}", f"write {example}, or change the unit")


@cache
def _percent() -> re.Pattern[str]:
    return re.compile(rf"%|\b{any_word(lexicon().numbers.percent)}\b", re.IGNORECASE)


@cache
def _money() -> re.Pattern[str]:
    words = any_of(lexicon().units.money)
    return re.compile(rf"[{CURRENCIES}]|\b{words}\b", re.IGNORECASE)


@cache
def _scale() -> re.Pattern[str]:
    scales = any_word(all_words(lexicon().numbers.scales))
    return re.compile(rf"\b{scales}\b", re.IGNORECASE)


@cache
def _points() -> re.Pattern[str]:
    points = any_of(lexicon().numbers.points)
    return re.compile(rf"(?<!\S){points}{LETTER}*$", re.IGNORECASE)


@cache
def _days() -> re.Pattern[str]:
    numbers = lexicon().numbers
    return re.compile(rf"\b{any_of(numbers.days, numbers.counted_as_days)}\b", re.IGNORECASE)


@cache
def _time() -> re.Pattern[str]:
    numbers = lexicon().numbers
    return re.compile(rf"\b{any_of(numbers.days, numbers.other_times)}\b", re.IGNORECASE)
