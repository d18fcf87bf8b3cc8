"""Whether two runs of counts give the shares beside them, and which is the numerator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from xl_scorecard.domain.scorecard import Role

_FEWEST_AGREE = 2
_MOST_ODD = 0.25
_HALF_A_POINT = 0.005 + 1e-9

Figures: TypeAlias = Mapping[int, float]
"""A row's figures, by column or by any other place."""
Order: TypeAlias = tuple[Role, Role]
"""Which of two rows is the numerator and which the denominator."""


def order_of(share: Figures, first: Figures, second: Figures) -> Order | None:
    """Which of two counts is the numerator, where they give a share."""
    if _gives(share, first, second):
        return Role.NUMERATOR, Role.DENOMINATOR
    if _gives(share, second, first):
        return Role.DENOMINATOR, Role.NUMERATOR
    return None


def _gives(share: Figures, top: Figures, base: Figures) -> bool:
    """Whether two counts give a share in nearly all columns that have the three."""
    agree = odd = 0
    for column, stated in share.items():
        part, whole = top.get(column), base.get(column)
        if part is None or not whole or not 0 < part < whole:
            continue
        given = part / whole
        if min(abs(given - stated), abs(given - stated / 100)) <= _HALF_A_POINT:
            agree += 1
        else:
            odd += 1
    return agree >= _FEWEST_AGREE and odd <= _MOST_ODD * (agree + odd)
