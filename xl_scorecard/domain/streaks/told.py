"""What is told of an indicator's streaks."""

from __future__ import annotations

from dataclasses import dataclass

from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.streaks.extremes import Extreme
from xl_scorecard.domain.streaks.runs import First, Run


@dataclass(frozen=True)
class Streak:
    """How long an indicator has been beyond tolerance or within it, whether that is a first, and
    whether its figure is the highest or lowest of some time.

    `of` is what it is held against in words, "tolerance" or "target". `todays_target` says that an
    earlier target is not known and that today's stands for it.
    """

    polarity: Polarity | None
    of: str = "tolerance"
    run: Run | None = None
    first: First | None = None
    extreme: Extreme | None = None
    todays_target: bool = False

    @property
    def best(self) -> bool:
        """Whether the extreme is on the side that is good."""
        if self.extreme is None or self.polarity not in (Polarity.HIGH, Polarity.LOW):
            return False
        return self.extreme.high == (self.polarity is Polarity.HIGH)
