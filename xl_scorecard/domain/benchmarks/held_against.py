"""What comes of holding a figure against those of others: gap, better or worse, rank, quartile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from xl_scorecard.domain.benchmarks.benchmark import Benchmark
from xl_scorecard.domain.indicator import Polarity

DIGITS = 10
"""Differences count after rounding to this many decimals, in formulas too."""
FEWEST_RANKED, FEWEST_IN_QUARTILES = 3, 4
_QUARTERS = 4


class Standing(StrEnum):
    """How a figure stands to that of others, by which way is good."""

    BETTER = "better"
    WORSE = "worse"
    LEVEL = "level"


class Rank(NamedTuple):
    """A place among all, the best being the first; `quartile` is 1 (best) to 4, if there are four
    to be told among."""

    place: int
    of: int
    joint: bool
    quartile: int | None

    @property
    def words(self) -> str:
        """`3rd of 11`, `joint 3rd of 11`."""
        return f"{'joint ' if self.joint else ''}{ordinal(self.place)} of {self.of}"


@dataclass(frozen=True)
class HeldAgainst:
    """A benchmark with what came of it: `gap` is the figure less the benchmark, in the unit."""

    benchmark: Benchmark
    gap: float | None = None
    standing: Standing | None = None
    rank: Rank | None = None
    leads: bool = False
    """Whether it is the one that stands for its kind on sheets of ours."""


def held_against(
    benchmark: Benchmark, figure: float | None, polarity: Polarity | None
) -> HeldAgainst:
    """Hold a figure against a benchmark."""
    gap = None
    if figure is not None and benchmark.value is not None and not benchmark.spans:
        gap = round(figure - benchmark.value, DIGITS) + 0.0
    others = benchmark.others
    rank = rank_of(figure, others.values, polarity) if others and not benchmark.spans else None
    return HeldAgainst(benchmark, gap, standing_of(gap, polarity), rank)


def standing_of(gap: float | None, polarity: Polarity | None) -> Standing | None:
    """Whether a gap is for better or worse; level where there is none, whatever is good."""
    if gap is None:
        return None
    if gap == 0:
        return Standing.LEVEL
    if polarity not in (Polarity.HIGH, Polarity.LOW):
        return None
    return Standing.BETTER if (gap > 0) is (polarity is Polarity.HIGH) else Standing.WORSE


def rank_of(
    figure: float | None, others: Sequence[float], polarity: Polarity | None
) -> Rank | None:
    """The place of a figure among those of others and its own; figures that are the same share the
    better place."""
    count = len(others) + 1
    if figure is None or polarity not in (Polarity.HIGH, Polarity.LOW) or count < FEWEST_RANKED:
        return None
    ahead = [round(other - figure, DIGITS) for other in others]
    better = sum(off > 0 if polarity is Polarity.HIGH else off < 0 for off in ahead)
    place = better + 1
    return Rank(place, count, any(off == 0 for off in ahead), quartile_of(place, count))


def quartile_of(place: int, count: int) -> int | None:
    """The quarter that a place is in. It is told by places, not by rounded bounds: each figure is
    in one quartile alone, and those that share a place in the same."""
    return None if count < FEWEST_IN_QUARTILES else (place - 1) * _QUARTERS // count + 1


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `11th`."""
    teens = 10 <= number % 100 <= 20
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
