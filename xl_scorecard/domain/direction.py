"""What a direction of travel means: what moves, and since when."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period


class By(StrEnum):
    """What the arrow shows."""

    NUMBER = "number"  # which way the figure moved
    PERFORMANCE = "performance"  # whether that is better: up is better
    STATUS = "status"  # whether it is rated better than it was
    SLOPE = "slope"  # which way the line through all figures since then runs


class Over(StrEnum):
    """What a figure is compared with."""

    PREVIOUS = "previous period"
    YEAR = "same period last year"
    START_OF_YEAR = "start of year"
    START_OF_SERIES = "start of series"
    SINCE = "since"  # a period that is named


class Direction(NamedTuple):
    """A direction of travel as a rule set has it; `since` goes with `Over.SINCE` alone."""

    by: By = By.NUMBER
    over: Over = Over.PREVIOUS
    since: Period | None = None

    @property
    def held(self) -> bool:
        """Whether only a refresh can tell it."""
        return self.by in (By.STATUS, By.SLOPE)


USUAL = Direction()


def parse_over(said: str, starts: int) -> tuple[Over, Period | None] | None:
    """What a rule set compares with: `start of year`, `since Mar 2018`; None where it is none."""
    words = " ".join(said.split())
    for over in Over:
        if over is not Over.SINCE and words.casefold() == over.value:
            return over, None
    first, _, rest = words.partition(" ")
    read = parse_period(rest, starts) if first.casefold() == Over.SINCE.value and rest else None
    if read is None or read.period is None:
        return None
    return Over.SINCE, read.period
