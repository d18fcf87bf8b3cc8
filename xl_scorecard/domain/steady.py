"""How far a row's percentages can be typed anew without its other cells being read otherwise."""

from __future__ import annotations

import math
from dataclasses import dataclass

from xl_scorecard.domain.period import Period


@dataclass(frozen=True)
class Steady:
    """Figures above `above` and up to `up_to`, as fractions, leave the others as they were read.

    `factor` is 100 where the row's numbers are kept as 84.2; `nearby` says that figures far off the
    row's own would change that. So does whatever is typed in the periods `deciding`, and in the
    target where `target_decides`; in those of `by_number` any text does. Text with a percent sign
    leaves the others as they were from `signs_from` on, a target as a number above `target_above`.
    """

    factor: float
    above: float
    up_to: float
    nearby: bool = False
    deciding: frozenset[Period] = frozenset()
    by_number: frozenset[Period] = frozenset()
    target_decides: bool = False
    signs_from: float = 0.0
    target_above: float = -math.inf

    @property
    def everywhere(self) -> bool:
        """Whether no cell decides."""
        return not (self.deciding or self.by_number or self.target_decides)

    def beside(self, other: Steady) -> Steady:
        """How far a row is steady by both."""
        return Steady(
            self.factor,
            max(self.above, other.above),
            min(self.up_to, other.up_to),
            self.nearby or other.nearby,
            self.deciding | other.deciding,
            self.by_number | other.by_number,
            self.target_decides or other.target_decides,
            max(self.signs_from, other.signs_from),
            max(self.target_above, other.target_above),
        )
