"""Two columns for one thing."""

from __future__ import annotations

from copy import deepcopy
from random import Random

from tests.checks_bench.book import Book
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.page import address


@kind("header-duplicate", targets_in_rules=False, said=False, editions=False, grouped=False)
def two_targets(book: Book, rng: Random) -> Fault | None:
    """A second column of targets, at the far right, that differs."""
    page, first = book.page, book.columns["target"]
    second = page.last_column() + 1
    differs = 0
    for (row, column), cell in list(page.cells.items()):
        if column != first or row < book.header_row:
            continue
        copy = page.cells[row, second] = deepcopy(cell)
        if isinstance(copy.value, float | int):
            copy.value = round(copy.value * rng.choice((1.0, 1.1, 0.9)), 4)
            differs += copy.value != cell.value
    letters = [address(1, column)[:-1] for column in (first, second)]
    also = tuple(
        (check, "anywhere")
        for check in ("target-missing", "rag-typed-differs", "tally-differs", "rag-without-value")
    )
    where = tuple(f"column:{letter}" for letter in letters)
    return (
        Fault((*where, f"row:{book.header_row}"), f"targets in {letters}", also)
        if differs
        else None
    )
