"""What a sheet says of the month in which years start."""

from __future__ import annotations

from typing import NamedTuple

JANUARY, APRIL = 1, 4


class YearSaid(NamedTuple):
    """The month in which years start, where the sheet says so, in which words, and how surely."""

    month: int
    why: str
    sheet: str
    cell: str
    certain: bool = False
