"""What a row is judged by besides target and tolerance: a floor, its two sides, its past, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from xl_scorecard.domain.amount import Tolerance
from xl_scorecard.domain.indicator import Polarity


class Sides(NamedTuple):
    """Tolerances of their own above and below the target."""

    above: Tolerance
    below: Tolerance

    def of(self, polarity: Polarity | None) -> Tolerance:
        """The one on the wrong side of the target; of plan, that below."""
        return self.above if polarity is Polarity.LOW else self.below


@dataclass(frozen=True)
class SaidEdges:
    """What rule and sheet say of a row's edges.

    `floor` is the figure past which the outturn is in the worst band whatever the tolerance, in
    the unit. `end_is_worse` says that the threshold which ends the tolerance is itself in the
    worse band, as that of `Red: 85% or less` is; `end` is that threshold or floor, the farther end
    where it has two. `words` are those of the rating, band by band
    from the best, where the row's figures are such words.
    """

    floor: float | None = None
    sides: Sides | None = None
    end_is_worse: bool = False
    end: float | None = None
    two_ends: bool = False
    words: tuple[tuple[str, ...], ...] = ()


NO_EDGES = SaidEdges()


@dataclass(frozen=True)
class Past:
    """The outturns of the period before and of a year before, where they may be compared with."""

    previous: float | None = None
    year_before: float | None = None


NO_PAST = Past()
