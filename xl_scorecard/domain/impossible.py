"""Figures that cannot be: codes such as -999, counts and times below 0, more than all of a whole.

What is named here is in the workbook and is told, but is rated by nobody, and decides nothing of
its row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import any_of, any_word, lexicon, words_of
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.period import Period

_NINES = re.compile(r"-?999+")
_FAR = 10.0
"""A code stands whole orders of magnitude off the figures beside it."""
_NEVER_BELOW_0 = (Unit.COUNT, Unit.RATE_PER_10000, Unit.DAYS, Unit.DURATION)
_MAY_BE_BELOW_0 = (Unit.CURRENCY, Unit.SCORE, Unit.RATIO)


def codes_among(numbers: Sequence[float | None], unit: Unit | None) -> frozenset[int]:
    """The places in a row of numbers that hold a code for "no figure": -999, 99999.

    It is a code where nothing of its kind can be so, or where it is far off all beside it. Money
    below 0 is none by itself.
    """
    nines = {i for i, n in enumerate(numbers) if n is not None and _is_nines(n)}
    others = [abs(n) for i, n in enumerate(numbers) if n and i not in nines]
    minus = any(n is not None and n < 0 for i, n in enumerate(numbers) if i not in nines)
    may_be_below = unit is Unit.CURRENCY or (unit in _MAY_BE_BELOW_0 and minus)
    return frozenset(
        place
        for place in nines
        if (number := numbers[place]) is not None
        and (
            (others and abs(number) > _FAR * max(others) and abs(number) > _MOST_AS_FIGURE)
            or (number < 0 and not may_be_below)
        )
    )


_MOST_AS_FIGURE = 1000
"""999 is a figure like another; a code has more nines, or is below 0."""


def _is_nines(number: float) -> bool:
    return number == int(number) and _NINES.fullmatch(str(int(number))) is not None


def impossible_among(
    values: Mapping[Period, float], unit: Unit | None, name: str, target: float | None
) -> dict[Period, Mark]:
    """The figures of a row that cannot be, and why; by themselves among the others.

    Two of them are no slip: the row is one that can be below 0, or above all, whatever its name.
    A target above 100% says so too.
    """
    below = [period for period, value in values.items() if value < 0]
    if len(below) == 1 and _never_below_0(unit, name):
        return {below[0]: Mark.BELOW_0}
    above = [period for period, value in values.items() if round(value, 10) > 1]
    beyond = target is not None and round(target, 10) > 1
    if len(above) == 1 and not beyond and _never_above_all(unit, name):
        return {above[0]: Mark.ABOVE_ALL}
    return {}


def _never_below_0(unit: Unit | None, name: str) -> bool:
    names, said = lexicon().names, _plain(name)
    share = unit is Unit.PERCENT and _share().match(said) is not None
    if not (share or unit in _NEVER_BELOW_0) or words_of(names.can_be_negative).search(said):
        return False
    counted = share or _count().match(said) is not None
    off_a_mark = words_of(names.off_a_mark).search(said) is not None
    return not off_a_mark or (counted and words_of(names.marks_set).search(said) is None)


def _never_above_all(unit: Unit | None, name: str) -> bool:
    """Whether a name says that it is a share of a whole, `% of ...` or `... on time`; of other
    percentages nobody knows."""
    names, said = lexicon().names, _plain(name)
    share = _share().match(said) or words_of(names.in_time).search(said)
    can_be = words_of(names.can_be_above_100).search(said)
    return unit is Unit.PERCENT and share is not None and can_be is None


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


@cache
def _share() -> re.Pattern[str]:
    of = any_word(lexicon().numbers.of)
    return re.compile(rf"{any_of(lexicon().names.shares)} {of}\b")


@cache
def _count() -> re.Pattern[str]:
    of = any_word(lexicon().numbers.of)
    return re.compile(rf"{any_word(lexicon().figures.counts)}\.? {of}\b")
