"""Two shares that make up a whole: what is done, and what is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks.counts._together import ROUNDING, given, half_of_last, number, shared
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn

_REACH = 8
_FEWEST = {"timely": 1, "turned": 2, "like": 3}
_TO_EACH_ODD = {"timely": 1, "turned": 3, "like": 3}
_LIKE = 0.5
_EXACT = 1e-6
Series = Mapping[Period, Outturn]


class Halves(NamedTuple):
    """Two rows, the upper one first, and the periods in which they make up the whole and in which
    they do not."""

    first: AssessedRow
    second: AssessedRow
    whole: tuple[Period, ...]
    odd: tuple[Period, ...]


def halves(shares: Sequence[AssessedRow]) -> Iterator[Halves]:
    """The rows of shares whose names are each other's turned round and that make up a whole, save
    in a few periods."""
    series = [given(row) for row in shares]
    names = [_Name(plain_name(row.measure)) for row in shares]
    for one, other in _near(len(shares)):
        kinship = _kinship(names[one], names[other])
        if kinship:
            pair = _split(shares[one], shares[other], series[one], series[other])
            if _bears_out(pair, series[one], series[other], kinship):
                yield pair


def _near(count: int) -> Iterator[tuple[int, int]]:
    """The pairs of so many that stand within reach of each other, in order."""
    for one in range(count):
        for other in range(one + 1, min(one + _REACH + 1, count)):
            yield one, other


@dataclass(frozen=True)
class _Name:
    """What a share is called, looked through once."""

    text: str

    @cached_property
    def is_turned(self) -> bool:
        """Whether it says that something was not done."""
        return _turned().search(self.text) is not None

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of it that count, but for those that turn it round."""
        found = re.findall(r"\w+", _turned().sub(" ", self.text))
        return frozenset(found) - frozenset(lexicon().names.little)


def _kinship(one: _Name, other: _Name) -> str:
    """Whether one name is the other turned round (`seen`, `not seen`), of what is done in time, or
    much like it and turned round (`seen in time`, `not visited in time`). Only other periods can
    tell that the two make up a whole: of a survey, `agree` and `do not agree` leave out who does
    not know."""
    if one.is_turned == other.is_turned:
        return ""
    if one.words == other.words:
        done = other if one.is_turned else one
        in_time = words_of(lexicon().names.in_time).search(done.text)
        return "timely" if in_time else "turned"
    few = min(len(one.words), len(other.words))
    return "like" if few and len(one.words & other.words) >= _LIKE * few else ""


@cache
def _turned() -> re.Pattern[str]:
    names = lexicon().names
    return words_of(names.not_done, names.not_next, names.gone_wrong)


def _split(first: AssessedRow, second: AssessedRow, one: Series, other: Series) -> Halves:
    periods = shared((one, other))
    whole = tuple(period for period in periods if _whole(one[period], other[period]))
    return Halves(first, second, whole, tuple(p for p in periods if p not in whole))


def _bears_out(pair: Halves, one: Series, other: Series, kinship: str) -> bool:
    """Whether enough periods say so; 100% and 0% each time say little. Two shares of one whole
    seldom make 99% or 101%: only where both end in a half are both rounded up, or to even."""
    evidence = {number(one[period]) for period in pair.whole}
    fewest = _FEWEST[kinship]
    agree = len(pair.whole) >= max(fewest, _TO_EACH_ODD[kinship] * len(pair.odd))
    exact = sum(abs(number(one[p]) + number(other[p]) - 1) <= _EXACT for p in pair.whole)
    return agree and len(evidence) >= fewest and 2 * exact >= len(pair.whole)


def _whole(one: Outturn, other: Outturn) -> bool:
    off = abs(number(one) + number(other) - 1)
    return off <= sum(half_of_last(o, Unit.PERCENT) for o in (one, other)) + ROUNDING
