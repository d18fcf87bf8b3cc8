"""The tolerance that the judgements typed in a workbook show, where it states none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from xl_scorecard.domain.amount import Tolerance, ToleranceKind
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.drafting.judgements import Judgement, place_of

_USUAL = (1.0, 2.0, 2.5, 3.0, 5.0, 7.5, 10.0, 15.0, 20.0, 25.0)
_DIGITS = 9
_AMBER = frozenset((Standing.AMBER, Standing.NEAR))
_ENOUGH_AMBERS, _ENOUGH_REDS = 3, 2


class Miss(NamedTuple):
    """A figure short of its target, judged amber or red."""

    amber: bool
    shortfall: float
    target: float

    def fits(self, tolerance: Tolerance) -> bool:
        """Whether it would be judged so with a tolerance."""
        reach = tolerance.in_unit(self.target)
        return self.amber == (round(self.shortfall - reach, _DIGITS) <= 0)


class Fit(NamedTuple):
    """A tolerance as a rule set has it, and how many of the misses it explains."""

    words: str
    tolerance: Tolerance
    fits: int
    of: int


def misses(
    judged: Mapping[str, Sequence[Judgement]], good_is: Mapping[str, Polarity]
) -> list[Miss]:
    """The figures short of their targets that were judged amber or red, `good_is` by place."""
    found = []
    for one in (one for several in judged.values() for one in several):
        polarity = good_is.get(place_of(one.measure))
        if polarity not in (Polarity.HIGH, Polarity.LOW) or one.target.upper is not None:
            continue
        shortfall = round(one.target.shortfall(one.value, polarity), _DIGITS)
        amber, red = one.standings <= _AMBER, one.standings == {Standing.RED}
        if shortfall > 0 and (amber or red):
            found.append(Miss(amber, shortfall, one.target.value))
    return found


def fitting(missed: Sequence[Miss], *, all_percent: bool) -> list[Fit]:
    """The usual tolerances that explain most of the misses, the smallest first.

    Points only where every target is a percentage: of days they would be days.
    """
    found = []
    for amount in _USUAL:
        share = Tolerance(amount / 100, ToleranceKind.RELATIVE)
        found.append(Fit(f"{amount:g}%", share, *_fits(missed, share)))
        if all_percent:
            points = Tolerance(amount / 100)
            found.append(Fit(f"{amount:g} points", points, *_fits(missed, points)))
    best = max((fit.fits for fit in found), default=0)
    return [fit for fit in found if fit.fits == best and best > 0]


def _fits(missed: Sequence[Miss], tolerance: Tolerance) -> tuple[int, int]:
    return sum(miss.fits(tolerance) for miss in missed), len(missed)


def enough(missed: Sequence[Miss]) -> bool:
    """Whether there are so many ambers and reds that a fit of them all is no chance."""
    ambers = sum(miss.amber for miss in missed)
    return ambers >= _ENOUGH_AMBERS and len(missed) - ambers >= _ENOUGH_REDS


def is_percent(judged: Mapping[str, Sequence[Judgement]]) -> bool:
    """Whether every judged figure is a percentage."""
    return all(one.measure.unit is Unit.PERCENT for several in judged.values() for one in several)
