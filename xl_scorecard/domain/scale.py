"""Percentages kept as 84.2 or as 0.842: which of the two a row uses, and what slipped."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from statistics import median
from typing import NamedTuple

HUNDRED = 100.0
MOST_AS_FRACTION = 1.5
"""A fraction above this, 150%, is not believed; more than that is 84.2 rather than 0.842."""
_NEAR = 2.0
"""Moved by two decimal places, a slip comes within this factor of its neighbours."""
_PLAINLY_IN_HUNDREDS = 20.0
"""Half a row at 0.05 and half at 5 may be true; half at 0.78 and half at 78 is not."""
_FARTHEST_TARGET = 10.0
"""Whole orders of magnitude apart, figures and their target are on different scales."""


class RowScale(NamedTuple):
    """How a row keeps its percentages: 100 times over or not, and which are the other way."""

    factor: float
    slipped: frozenset[int] = frozenset()
    target_slipped: bool = False

    def of(self, place: int) -> float:
        """The factor of one number of the row."""
        return _other(self.factor) if place in self.slipped else self.factor

    @property
    def of_target(self) -> float:
        """The factor of the target."""
        return _other(self.factor) if self.target_slipped else self.factor


def row_scale(
    numbers: Sequence[float], target: float | None = None, shares: Sequence[float] = ()
) -> RowScale:
    """The scale of a row's stored percentages, decided by them together; 0 fits either.

    A number has slipped where every neighbour is on one scale and, moved by two places, it falls
    among them: 80 among 0.78s, 0.8 among 78s. True small percentages (0.4, 0.9, 1.1) and jumps
    (0.9, 4.5) stay what they are. `shares` are percentages of the row, or its target's, that carry
    their sign, as fractions: beside 15.8%, 0.13 among 13.1s is 13% and no 0.13%.
    """
    known = {i: abs(number) for i, number in enumerate(numbers) if number}
    aim = abs(target) if target else None
    figures = list(known.values())
    small, large = _sides(figures)
    if not _two_scales(small, large):
        factor = _one_scale(figures, aim)
        usual = small if factor == 1 else large
        slipped = aim is not None and bool(figures) and _crosses(aim, usual, figures)
        return RowScale(factor, target_slipped=slipped)
    more = len(large) - len(small)
    if more == 0 and aim is not None:
        more = 1 if aim > MOST_AS_FRACTION else -1
    plainly = min(large) >= _PLAINLY_IN_HUNDREDS or _same_beside(small, large, shares)
    if more == 0 and not plainly:
        return RowScale(_one_scale(figures, aim))
    factor = HUNDRED if more >= 0 else 1.0
    odd, usual = (small, large) if factor == HUNDRED else (large, small)
    return RowScale(
        factor,
        frozenset(i for i, number in known.items() if number in odd),
        aim is not None and _crosses(aim, usual, usual),
    )


def _sides(figures: Sequence[float]) -> tuple[list[float], list[float]]:
    small = [number for number in figures if number <= 1]
    large = [number for number in figures if number > MOST_AS_FRACTION]
    return (small, large) if len(small) + len(large) == len(figures) else ([], [])


def _two_scales(small: Sequence[float], large: Sequence[float]) -> bool:
    """Whether the same percentages stand on both scales."""
    if not small or not large:
        return False
    low, high = min(small) / _NEAR, max(small) * _NEAR
    return all(low <= number / HUNDRED <= high for number in large)


def _same_beside(small: Sequence[float], large: Sequence[float], shares: Sequence[float]) -> bool:
    """Whether both sides come near to percentages with their sign as the same ones."""
    if not shares:
        return False
    return factor_beside(small, shares) == 1 and factor_beside(large, shares) == HUNDRED


def _crosses(target: float, usual: Sequence[float], figures: Sequence[float]) -> bool:
    """Whether a target is on the other scale than all figures."""
    if len(usual) != len(figures):
        return False
    if usual and target > MOST_AS_FRACTION and max(usual) <= 1:
        return True  # read as a fraction, 30 would be 3000%
    small, _ = _sides([target])
    if small and min(usual) > _FARTHEST_TARGET * target:
        return min(usual) / _NEAR <= target * HUNDRED <= max(usual) * _NEAR
    return bool(small) and min(usual) > MOST_AS_FRACTION and _two_scales(small, usual)


def _one_scale(figures: Sequence[float], aim: float | None) -> float:
    """Figures all below 1 are fractions. Around 1 the decimals tell: 0.9, 0.4, 1.1 are percentages
    of one decimal, 0.842, 0.79, 1.2 fractions."""
    known = list(figures)
    if aim is not None and aim > MOST_AS_FRACTION and known and max(known) <= 1:
        # beside a target of 2, 0.82 is 0.82%; beside a target of 30 it is 82%
        return HUNDRED if aim < _FARTHEST_TARGET * median(known) else 1.0
    if aim is not None and not (known and _two_scales(*_sides([*known, aim]))):
        known.append(aim)
    if not known:
        return 1.0
    middle, most = median(known), max(known)
    if middle > MOST_AS_FRACTION or (most > MOST_AS_FRACTION and middle > 1):
        return HUNDRED
    one_decimal = all(abs(number * 10 - round(number * 10)) < 1e-9 for number in known)
    return HUNDRED if most > 1 and one_decimal else 1.0


_PLAINLY_NEARER = 0.6
"""On one of two scales a number is this much nearer to its neighbours, in orders of magnitude."""
_HARDLY_MOVED = 1.25
"""A whole number among shares is one of them only where it is this close to them."""


def factor_beside(bare: Sequence[float], signed: Sequence[float]) -> float | None:
    """The factor of bare numbers beside percentages that carry their sign (as fractions): the one
    that brings them near. None where either might: 0.5 beside 5% is 0.5% or 50%."""
    numbers = [abs(number) for number in bare if number]
    beside = [abs(number) for number in signed if number]
    if not numbers or not beside:
        return HUNDRED if numbers and max(numbers) > MOST_AS_FRACTION else 1.0
    off = log10(median(numbers) / median(beside))
    nearer = abs(off) - abs(off - 2)  # moved by two decimals the other way
    if abs(nearer) < _PLAINLY_NEARER:
        return HUNDRED if median(numbers) > MOST_AS_FRACTION else None
    # 2 beside 40% is 2% rather than 200%
    unbelieved = median(numbers) > max(MOST_AS_FRACTION, _NEAR * max(beside))
    return HUNDRED if nearer > 0 or unbelieved else 1.0


def no_share_beside(number: float, shares: Sequence[float]) -> bool:
    """Whether a whole number among shares with their sign is none: 17 among 35% and 38%.

    36 there is 36%; 84.2 is no count and so 84.2%.
    """
    if number <= MOST_AS_FRACTION or number != int(number) or not shares:
        return False
    low, high = min(shares) / _HARDLY_MOVED, max(shares) * _HARDLY_MOVED
    return not low <= number / HUNDRED <= high and not number <= max(shares) * _NEAR


def _other(factor: float) -> float:
    return 1.0 if factor == HUNDRED else HUNDRED
