"""The formulas of figures that other rows give, with their results."""

from __future__ import annotations

from tests.checks_bench.book import Book
from tests.checks_bench.measures import Measure

Spots = dict[tuple[str, int | str], str]


def formula_of(book: Book, measure: Measure, at: int, spots: Spots) -> tuple[str, float] | None:
    """The formula of a figure and its result, None where it is typed."""
    if not book.layout.formulas or measure.figure(at) is None:
        return None
    if measure.role == "percent":
        return _share(book, measure, at, spots)
    if measure.role == "total":
        parts = [spots[ref, at] for ref in measure.family if ref != measure.ref]
        return f"={'+'.join(parts)}", measure.figure(at) or 0.0
    return None


def _share(book: Book, measure: Measure, at: int, spots: Spots) -> tuple[str, float] | None:
    above, below = (book.one(ref) for ref in (measure.numerator, measure.denominator))
    done, due = above.figure(at), below.figure(at)
    if done is None or not due:
        return None
    times = 1 if book.layout.percent_as == "fraction" else 100
    formula = f"={spots[above.ref, at]}/{spots[below.ref, at]}"
    return formula + ("*100" if times == 100 else ""), times * done / due
