"""Periods and layouts."""

from __future__ import annotations

from random import Random

from tests.checks_bench.book import Book, redraw
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.page import address
from tests.checks_bench.picking import cell_of, row_of, some, whole
from tests.checks_bench.rows import before_of


@kind("period-out-of-order", grain="quarter", grouped=False, editions=False, said=False)
def out_of_order(book: Book, rng: Random) -> Fault | None:
    """Two columns of figures, headings and all, stand the wrong way round."""
    at = rng.randint(1, book.last - 2)
    one, two = book.columns[at], book.columns[at + 1]
    cells = book.page.cells
    for row in range(book.header_row, book.page.last_row() + 1):
        a, b = cells.pop((row, one), None), cells.pop((row, two), None)
        if a:
            cells[row, two] = a
        if b:
            cells[row, one] = b
    letters = [address(1, column)[:-1] for column in (one, two)]
    where = tuple(f"column:{letter}" for letter in letters)
    return (
        Fault(
            (*where, f"row:{book.header_row}"),
            f"columns {letters} are exchanged",
            (("formula-overwritten", "anywhere"),),
        )
        if not book.layout.formulas
        else None
    )


@kind("period-mixed-grain", grain="month", headings="plain", editions=False, said=False)
def year_to_date_among_months(book: Book, rng: Random) -> Fault | None:
    at = book.last - 1
    cell = book.page.cells[book.header_row, book.columns[at]]
    cell.value = f"YTD {book.periods[at].financial_year}"
    where = address(book.header_row, book.columns[at])
    also = (
        ("period-gap", "anywhere"),
        ("dot-typed-differs", "anywhere"),
        ("change-typed-differs", "anywhere"),
        ("stock-flow", "anywhere"),
    )
    return Fault((where, f"row:{book.header_row}"), f"{cell.value!r} among months in {where}", also)


@kind("merged-data-cell", grain="month", editions=False, said=False)
def merged_over_months(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng)
    if measure is None:
        return None
    row, first = row_of(book, measure), book.columns[book.last - 2]
    area = f"{address(row, first)}:{address(row, first + 2)}"
    for at in (book.last - 1, book.last):
        cell_of(book, measure, at).value = None
    book.page.merged.append(area)
    also = tuple(
        (check, whole(book, measure))
        for check in (
            "value-missing",
            "rag-without-value",
            "rag-fill-differs",
            "dot-typed-differs",
            "change-typed-differs",
        )
    )
    return Fault((f"row:{row}",), f"one figure merged over {area}", also)


@kind("dot-across-break", travel="arrows", full_rules=True)
def arrow_across_a_break(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, rated=True)
    if measure is None or cell_of(book, measure, "travel").value is None:
        return None
    book.rules["breaks"] = {measure.ref: [book.periods[-1].short]}
    where = book.spot(measure, "travel")
    return Fault(
        (where,),
        f"an arrow over a break in {where}",
        (("change-typed-differs", whole(book, measure)),),
    )


@kind("dot-no-previous", travel="arrows")
def arrow_without_previous(book: Book, rng: Random) -> Fault | None:
    """The figure before is suppressed, and that of a year ago too, if there is one."""
    measure = some(book, rng, rated=True)
    before = before_of(book, book.last)
    if measure is None or before is None:
        return None
    arrow = cell_of(book, measure, "travel").value
    now = book.periods[book.last]
    for at, period in enumerate(book.periods[: book.last]):
        if at == before or (period.grain, period.number) == (now.grain, now.number):
            measure.values[at] = "[c]"
    redraw(book)
    where = book.spot(measure, "travel")
    book.page.at(where).value = arrow
    return Fault((where,), f"an arrow with nothing before in {where}") if arrow else None


@kind("target-changed", editions=True, grain="quarter", targets_in_rules=False, tolerance="column")
def target_moved(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, rated=True)
    if measure is None or measure.target is None:
        return None
    page = book.pages[0]
    cell = page.at(book.earlier[measure.ref, "target"])
    assert isinstance(cell.value, float | int)
    cell.value = round(cell.value * 1.08, 4)
    where = book.spot(measure, "target")
    return Fault((where,), f"the target was {cell.value} a period ago")


@kind("basis-mixed", full_rules=True, grain="month")
def rolling_year_against_a_month(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="percent", rated=True)
    if measure is None:
        return None
    heading = (
        book.page.cells[book.header_row, book.columns["target"]] if book.has("target") else None
    )
    if heading is None:
        return None
    heading.value = "Monthly target"
    for rule in book.rules["indicators"]:
        if rule["id"] == measure.ref:
            rule["basis"] = "rolling 12 months"
    row = whole(book, measure)
    return Fault(
        (row,),
        f"a rolling year against a month's target in {row}",
        (("target-other-span", "anywhere"), ("basis-mixed", "anywhere")),
    )


@kind("bands-overlap-or-gap", rag="words", key=True, editions=False)
def hole_between_bands(book: Book, rng: Random) -> Fault | None:
    for cell in book.page.cells.values():
        if isinstance(cell.value, str) and cell.value.startswith("Key:"):
            cell.value = "Key: Green 85% and above; Amber 70% to 80%; Red below 65%"
            return Fault(("anywhere",), "a key with holes between its bands")
    return None


@kind(
    "required-column-missing",
    targets_in_rules=False,
    tolerance="column",
    editions=False,
    rag="",
    said=False,
)
def no_targets_at_all(book: Book, rng: Random) -> Fault | None:
    page = book.page
    for row, column in list(page.cells):
        if row >= book.header_row and column in (book.columns["target"], book.columns["tolerance"]):
            del page.cells[row, column]
    return Fault(("anywhere",), "no column for targets", (("target-missing", "anywhere"),))
