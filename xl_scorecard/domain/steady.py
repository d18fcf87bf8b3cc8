"""How far a row's percentages can be typed anew without its other cells being read otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from xl_scorecard.domain.period import Period


@dataclass(frozen=True)
class Steady:
    """Figures above `above` and up to `up_to`, as fractions, leave the others as they were read.

    But for those of the periods `deciding`, and the target where `target_decides`: whatever is
    typed there may move the row from 84.2 to 0.842 or back. In those of `by_number` only a number
    leaves the rest as it was, no text.
    """

    above: float
    up_to: float
    deciding: frozenset[Period] = frozenset()
    by_number: frozenset[Period] = frozenset()
    target_decides: bool = False

    @property
    def everywhere(self) -> bool:
        """Whether no cell decides."""
        return not (self.deciding or self.by_number or self.target_decides)
