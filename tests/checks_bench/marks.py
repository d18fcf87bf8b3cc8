"""What stands beside clean figures here and there: provisional, revised, a break in the series."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from tests.checks_bench.measures import Measure

if TYPE_CHECKING:
    from tests.checks_bench.book import Book


def mark(rng: Random, book: Book) -> None:
    """Mark a few figures, each of another row that stands alone."""
    alone = [one for one in book.measures if one.role == "single" and one.good != "neither"]
    rows = rng.sample(alone, min(3, len(alone)))
    for measure, manner in zip(rows, (_provisional, _revised, _broken), strict=False):
        if rng.random() < 0.35:
            manner(rng, book, measure)


def _provisional(rng: Random, book: Book, measure: Measure) -> None:
    measure.marks[book.last] = "[p]"


def _revised(rng: Random, book: Book, measure: Measure) -> None:
    """The figure of the period before was corrected, and says so."""
    at = book.last - 1
    if not book.layout.editions:
        return
    measure.marks[at] = "[r]"
    measure.published[at] = round((measure.figure(at) or 0.0) * 0.97, measure.decimals)


def _broken(rng: Random, book: Book, measure: Measure) -> None:
    """A definition changed: with the reported period, or before."""
    if any(period.parts for period in book.periods):
        return
    measure.broken = book.periods[rng.choice((book.last, book.last, 2))]
