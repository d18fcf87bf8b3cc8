"""Variation in words, as the scorecard shows it: words first, an arrow beside them."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.arrows import DOWN, UP
from xl_scorecard.domain.variation.limits import ENOUGH, FEWEST
from xl_scorecard.domain.variation.told import Signal, Variation, WhyNoVariation

COMMON = "Common cause"
MEANINGS = (
    f"Special cause: a figure beyond the limits, or one of a run or trend, {UP} high or rising, "
    f"{DOWN} low or falling. Common cause: it varies as it always does. "
    f"Trial: limits of {FEWEST} to {ENOUGH - 1} figures."
)
"""What the words mean, for those who read them on a sheet."""
_SPECIAL = "Special cause, "
TRIAL = " (trial)"
_WHY_NOT = {
    WhyNoVariation.YEAR_TO_DATE: "Not for year to date",
    WhyNoVariation.OVERLAPPING: "Not for rolling figures",
    WhyNoVariation.TOO_FEW: f"Under {FEWEST} figures in a row",
}


def words_of(variation: Variation) -> str:
    """What the newest figure is a sign of; nothing where there is no figure."""
    if variation.why_not is not None:
        return _WHY_NOT[variation.why_not]
    if variation.signal is None or variation.limits is None:
        return ""
    return _words(variation.signal, variation.way, trial=variation.limits.trial)


def beginning(signal: Signal) -> str:
    """How the words of a special cause begin, whichever way its arrow goes."""
    return f"{_SPECIAL}{signal.value}"


def all_words() -> Iterator[str]:
    """All that a cell of variation may say."""
    yield from _WHY_NOT.values()
    for trial in (False, True):
        for signal in Signal:
            for way in (1, -1):
                yield _words(signal, way, trial=trial)


def _words(signal: Signal, way: int, *, trial: bool) -> str:
    said = COMMON
    if signal is not Signal.COMMON:
        said = f"{beginning(signal)} {UP if way > 0 else DOWN}"
    return said + (TRIAL if trial else "")
