"""How far a row's percentages can be typed anew without its other cells being read otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from xl_scorecard.domain.period import Period


@dataclass(frozen=True)
class Steady:
    """Figures above `above` and up to `up_to`, as fractions, leave the others as they were read.

    `factor` is 100 where the row's numbers are kept as 84.2; `nearby` says that figures far off the
    row's own would change that. So does whatever is typed in the periods `deciding`, and in the
    target where `target_decides`; in those of `by_number` any text does.
    """

    factor: float
    above: float
    up_to: float
    nearby: bool = False
    deciding: frozenset[Period] = frozenset()
    by_number: frozenset[Period] = frozenset()
    target_decides: bool = False

    @property
    def everywhere(self) -> bool:
        """Whether no cell decides."""
        return not (self.deciding or self.by_number or self.target_decides)
