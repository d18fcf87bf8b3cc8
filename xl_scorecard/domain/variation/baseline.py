"""Which figures the mean and limits of a series rest on, where a rule says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.variation.chart import Baseline

_TO = " to "


class SaidBaseline(NamedTuple):
    """The first so many `figures` of each stretch, or those of the periods from `first` to
    `last`."""

    figures: int = 0
    first: Period | None = None
    last: Period | None = None

    def among(self, periods: Sequence[Period]) -> Baseline:
        """Which of a series' places that is; None where none of them is."""
        if self.first is None or self.last is None:
            return self.figures
        within = [
            place
            for place, period in enumerate(periods)
            if self.first.start <= period.start and period.end <= self.last.end
        ]
        return (within[0], within[-1]) if within else None


def parse_baseline(said: int | str, starts: int) -> SaidBaseline | None:
    """A baseline as a rule set writes it, or None where it is none: `12`, `2017/18`,
    `Q1 2016/17 to Q4 2017/18`."""
    if isinstance(said, int):
        return SaidBaseline(said)
    if said.strip().isdigit() and len(said.strip()) < 4:  # 2017 is a year
        return SaidBaseline(int(said))
    ends = [_period(words, starts) for words in said.split(_TO)]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or first is None or last is None or last.end < first.end:
        return None
    return SaidBaseline(0, first, last)


def _period(words: str, starts: int) -> Period | None:
    read = parse_period(words.strip(), starts)
    return read.period if read is not None else None
