"""Comments, and what a page says beside its figures."""

from __future__ import annotations

from random import Random

from tests.checks_bench.book import Book, comment_text
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.measures import Measure
from tests.checks_bench.picking import cell_of


def _commented(book: Book) -> list[Measure]:
    return [m for m in book.measures if m.comment and m.figure(-1) is not None]


@kind("comment-repeated", "another row's", comments=True)
def comment_of_another_row(book: Book, rng: Random) -> Fault | None:
    rows = _commented(book)
    if len(rows) < 2:
        return None
    mine, other = rng.sample(rows, 2)
    if mine.unit != other.unit or mine.newest() == other.newest():
        return None
    cell_of(book, mine, "comment").value = comment_text(book, other, book.last)
    cells = (book.spot(mine, "comment"), book.spot(other, "comment"))
    return Fault(
        cells, f"{cells[0]} has the comment of {cells[1]}", (("comment-contradicts", cells[0]),)
    )


@kind("comment-repeated", "last period's", comments=True, editions=True, grain="quarter")
def comment_of_last_period(book: Book, rng: Random) -> Fault | None:
    rows = _commented(book)
    if not rows:
        return None
    measure = rng.choice(rows)
    cell_of(book, measure, "comment").value = comment_text(book, measure, book.last - 1)
    where = book.spot(measure, "comment")
    return Fault((where,), f"last period's comment in {where}", (("comment-contradicts", where),))
