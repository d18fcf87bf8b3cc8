"""Rows that a fault can be put into."""

from __future__ import annotations

from random import Random

from tests.checks_bench.book import Book, redraw
from tests.checks_bench.measures import Measure, Value, aim, rag_of
from tests.checks_bench.page import Cell, place

ALONE = ("single",)


def some(
    book: Book, rng: Random, *roles: str, unit: str = "", good: str = "", figure: bool = True,
    rated: bool | None = None,
) -> Measure | None:  # fmt: skip
    """One measure of those that fit."""
    fit = [
        measure
        for measure in book.measures
        if measure.role in (roles or ALONE)
        and (not unit or measure.unit in unit.split("|"))
        and (not good or measure.good in good.split("|"))
        and (rated is None or measure.rated is rated)
        and not (figure and measure.figure(-1) is None)
        and not measure.marks
        and measure.broken is None
    ]
    return rng.choice(fit) if fit else None


def set_value(book: Book, measure: Measure, at: int, value: Value) -> str:
    """Change a figure in truth, draw all anew, and say its cell: judgements go with the figure."""
    measure.values[at] = value
    redraw(book)
    return book.spot(measure, at)


def cell_of(book: Book, measure: Measure, what: int | str = -1) -> Cell:
    """The drawn cell of a measure."""
    return book.page.at(book.spot(measure, what))


def own_period(book: Book, rng: Random, *, newest: float = 0.6) -> int:
    """The place of a period that is made of no others; often the newest."""
    own = [at for at, period in enumerate(book.periods) if not period.parts]
    return own[-1] if rng.random() < newest else rng.choice(own)


def row_of(book: Book, measure: Measure) -> int:
    """The row of a measure."""
    return place(book.spots[measure.ref, "name"])[0]


def whole(book: Book, measure: Measure) -> str:
    """Its whole row."""
    return f"row:{row_of(book, measure)}"


def make(measure: Measure, status: str) -> bool:
    """Move its target so that the newest figure has a status; whether that can be."""
    for seed in range(60):
        aim(Random(seed), measure)
        if rag_of(measure) == status:
            return True
    return False
