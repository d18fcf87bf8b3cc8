"""One figure of all teams from a figure of each: summed, worked out anew, weighted; never averaged.

What a part lacks, the total lacks: a sum over a suppressed part is suppressed, and one over a part
that is awaited is awaited. A team to which an indicator does not apply counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xl_scorecard.domain.indicator import Gap
from xl_scorecard.domain.roll_up_words import Way


@dataclass(frozen=True)
class Figure:
    """A team's figure as its workbook has it, and the cell it stands in; or why there is none.

    `value` is in the indicator's unit, percentages as fractions.
    """

    value: float | None = None
    gap: Gap | None = None
    sheet: str = ""
    cell: str = ""

    @property
    def why_not(self) -> Gap | None:
        """Why there is no value: where nothing says, the figure is not available."""
        return None if self.value is not None else self.gap or Gap.NOT_AVAILABLE


ABSENT = Figure()
"""Of a workbook that has no such row or column."""


@dataclass(frozen=True)
class Part:
    """What one team has of a figure: its own, and what that is made of or weighed by.

    `over` is the numerator of a ratio; `under` its denominator, or the weight of a weighted mean.
    """

    team: str
    workbook: str
    figure: Figure
    over: Figure | None = None
    under: Figure | None = None

    @property
    def why_not(self) -> Gap | None:
        """Why this part cannot be added, if it cannot."""
        used = self.figure if self.over is None else self.over
        lacking = {f.why_not for f in (used, self.under) if f is not None}
        if self.figure.gap in (Gap.SUPPRESSED, Gap.NOT_APPLICABLE):
            lacking.add(self.figure.gap)
        return _worst(lacking)


@dataclass(frozen=True)
class Total:
    """The figure of all teams, or why there is none; `at_least` is what the others give of a sum
    that lacks some. `lacking` are the teams for which it is not there."""

    value: float | None
    gap: Gap | None
    parts: tuple[Part, ...]
    lacking: tuple[str, ...] = ()
    at_least: float | None = None


_ORDER = (Gap.SUPPRESSED, Gap.AWAITED, Gap.NOT_DUE, Gap.NOT_AVAILABLE, Gap.NOT_APPLICABLE)


def _worst(gaps: Iterable[Gap | None]) -> Gap | None:
    there = set(gaps)
    return next((gap for gap in _ORDER if gap in there), None)


def total_of(way: Way, parts: Sequence[Part], per: float = 1.0) -> Total:
    """The figure of all teams; `per` is what a ratio is told for, 10,000 of a rate.

    Raises ValueError for `none`, by which nothing is added.
    """
    kept = tuple(parts)
    counted = [part for part in kept if part.why_not is not Gap.NOT_APPLICABLE]
    lacking = [part for part in counted if part.why_not is not None]
    there = [part for part in counted if part.why_not is None]
    if lacking:
        gap = _worst(part.why_not for part in lacking)
        least = _sum_of(there) if way is Way.SUM and there else None
        return Total(None, gap, kept, tuple(part.team for part in lacking), least)
    value = _added(way, there, per) if there else None
    return Total(value, None if value is not None else Gap.NOT_APPLICABLE, kept)


def _added(way: Way, parts: Sequence[Part], per: float) -> float | None:
    if way is Way.SUM:
        return _sum_of(parts)
    if way is Way.MAX:
        return max(_number(part.figure) for part in parts)
    if way is Way.NONE:
        raise ValueError("none is no way to add")
    under = sum(_number(part.under) for part in parts)
    if under == 0:
        return None
    if way is Way.RATIO:
        return sum(_number(part.over) for part in parts) / under * per
    return sum(_number(part.figure) * _number(part.under) for part in parts) / under


def _sum_of(parts: Sequence[Part]) -> float:
    return sum(_number(part.figure) for part in parts)


def _number(figure: Figure | None) -> float:
    assert figure is not None
    assert figure.value is not None
    return figure.value
