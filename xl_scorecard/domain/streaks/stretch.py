"""The figures that can be looked back over from the newest: without a gap and without a break."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import NamedTuple

from xl_scorecard.domain.period import Period


class Bound(StrEnum):
    """What ends a look back."""

    FOUND = "found"  # a period that is otherwise
    RECORD = "record"  # there are no earlier figures
    BREAK = "break"  # earlier figures are not comparable
    GAP = "gap"  # a figure, or what it would be held against, is not known


class Stretch(NamedTuple):
    """Figures of periods in a row, the newest last, and what lies before the first: nothing
    (`RECORD`), a `BREAK` or a `GAP`."""

    periods: tuple[Period, ...]
    values: tuple[float, ...]
    bound: Bound


def stretch_of(
    periods: Sequence[Period], values: Sequence[float | None], begins_anew: Collection[int]
) -> Stretch | None:
    """The stretch that ends with the newest figure; None where there is no such figure.

    A series is not compared across each place where it `begins_anew`.
    """
    found: list[float] = []
    bound = Bound.RECORD
    for at in reversed(range(len(values))):
        value = values[at]
        if value is None:
            bound = Bound.GAP
            break
        found.append(value)
        if at in begins_anew:
            bound = Bound.BREAK
            break
    if not found:
        return None
    return Stretch(tuple(periods[-len(found) :]), tuple(reversed(found)), bound)
