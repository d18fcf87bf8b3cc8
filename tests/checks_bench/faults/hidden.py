"""What cannot be seen: hidden rows, columns and sheets, print areas, colours that are stopped."""

from __future__ import annotations

from random import Random

from tests.checks_bench.book import Book
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.page import address
from tests.checks_bench.picking import row_of, some


@kind("hidden-data", "row")
def hidden_row(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, rated=True)
    if measure is None:
        return None
    row = row_of(book, measure)
    book.page.hidden_rows.add(row)
    return Fault((f"row:{row}",), f"row {row} is hidden")


@kind("hidden-data", "column", grain="quarter")
def hidden_column(book: Book, rng: Random) -> Fault | None:
    at = rng.choice((book.last, 0, 1))
    column = book.columns[at]
    book.page.hidden_columns.add(column)
    letter = address(1, column)[:-1]
    return Fault((f"column:{letter}", "anywhere"), f"column {letter} is hidden")


@kind("hidden-data", "sheet", editions=True, grain="quarter")
def hidden_sheet(book: Book, rng: Random) -> Fault | None:
    book.page.hidden = True
    return Fault(("anywhere",), f"sheet {book.sheet} is hidden")


@kind("print-area-narrow", editions=False)
def narrow_print(book: Book, rng: Random) -> Fault | None:
    page = book.page
    book.page.print_area = f"A1:{address(page.last_row(), page.last_column())}"
    return Fault(("anywhere",), f"print area {page.print_area}")


@kind("colours-stopped", editions=False)
def colours_stopped(book: Book, rng: Random) -> Fault | None:
    rows = sorted(row_of(book, measure) for measure in book.measures)
    letter = address(1, book.columns[book.last])[:-1]
    area = f"{letter}{rows[0]}:{letter}{rows[-1]}"
    book.page.stopping.append((area, f'{letter}{rows[0]}<>""'))
    return Fault(("anywhere",), f"Stop If True over {area}")
