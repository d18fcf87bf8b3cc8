"""Rows without rules, rules without rows, rows twice or without a name."""

from __future__ import annotations

from copy import deepcopy
from random import Random

from tests.checks_bench.book import Book, redraw
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.measures import Measure
from tests.checks_bench.picking import cell_of, row_of, some, whole


@kind("indicator-duplicate", said=False)
def row_twice(book: Book, rng: Random) -> Fault | None:
    """The figures of the second differ; both stand in one section."""
    measure = some(book, rng)
    if measure is None:
        return None
    page, row = book.page, row_of(book, measure)
    end = max(row_of(book, one) for one in book.measures)
    if book.layout.sections == "rows" and book.measures[-1].section != measure.section:
        return None
    if (end + 1, 1) in page.cells or (end + 1, 2) in page.cells or book.measures[-1] is measure:
        return None
    for (r, column), cell in list(page.cells.items()):
        if r == row:
            page.cells[end + 1, column] = deepcopy(cell)
    at = book.columns[book.last]
    copy = page.cells[end + 1, at]
    assert isinstance(copy.value, float | int)
    copy.value = copy.value * 1.02 if isinstance(copy.value, float) else copy.value + 1
    rows = f"row:{row}", f"row:{end + 1}"
    also = tuple(
        (check, rows[1])
        for check in (
            "rag-typed-differs",
            "rag-fill-differs",
            "dot-typed-differs",
            "change-typed-differs",
            "count-not-whole",
            "comment-repeated",
            "tally-differs",
        )
    )
    return Fault(rows, f"row {row} again in row {end + 1}", also)


@kind("indicator-no-rule")
def row_is_new(book: Book, rng: Random) -> Fault | None:
    """The rule set was written before the row came."""
    measure = some(book, rng)
    if measure is None:
        return None
    rules = book.rules["indicators"]
    book.rules["indicators"] = [rule for rule in rules if rule["id"] != measure.ref]
    also = _by_workbook_alone(book, measure)
    return Fault((whole(book, measure),), f"no rule for {measure.ref} {measure.name}", also)


def _by_workbook_alone(book: Book, measure: Measure) -> tuple[tuple[str, str], ...]:
    """Where target and tolerance stood in the rule, it is rated no more."""
    row = whole(book, measure)
    checks = ["target-missing", "tolerance-missing", "tally-differs", "rag-typed-differs"]
    return tuple((check, row) for check in checks) if book.layout.tolerance == "rules" else ()


@kind("rule-no-indicator")
def row_is_gone(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, rated=None)
    if measure is None:
        return None
    book.measures = [one for one in book.measures if one.ref != measure.ref]
    rules = book.rules
    redraw(book)
    gone = next(rule for rule in rules["indicators"] if rule["id"] == measure.ref)
    book.rules["indicators"].append(gone)
    return Fault(("anywhere",), f"no row for {measure.ref} {measure.name}")


@kind("indicator-renamed", refs=True, said=False)
def another_name(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng)
    if measure is None:
        return None
    cell = cell_of(book, measure, "name")
    head = {
        "percent": "% of ",
        "count": "Number of ",
        "days": "Average days ",
        "rate_per_10000": "Rate per 10,000 of ",
    }[measure.unit]
    cell.value = head + rng.choice(
        (
            "young carers with a plan",
            "visits by an allocated worker",
            "trading standards inspections",
            "bulky waste collections",
        )
    )
    where = book.spot(measure, "name")
    return Fault((where, whole(book, measure)), f"{measure.name} is now {cell.value}")


@kind("row-without-name", "no reference either", said=False)
def nameless(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, *("single",))
    if measure is None:
        return None
    for what in ("name", "ref"):
        if book.has(what):
            cell_of(book, measure, what).value = None
    also = (("rule-no-indicator", "anywhere"), ("tally-differs", "anywhere"))
    return Fault((whole(book, measure),), f"no name in row {row_of(book, measure)}", also)


@kind("row-not-said", said=True, editions=False)
def row_below_what_is_said(book: Book, rng: Random) -> Fault | None:
    """A new measure right below the rows that the rule set says."""
    end = max(row_of(book, one) for one in book.measures)
    page = book.page
    if any((end + 1, column) in page.cells for column in (1, 2, 3)):
        return None
    like = next(one for one in reversed(book.measures) if one.role == "single")
    new = deepcopy(like)
    row = end + 1
    for (r, column), cell in list(page.cells.items()):
        if r == row_of(book, like):
            page.cells[row, column] = deepcopy(cell)
    page.cells[row, book.columns["name"]].value = "% of allotments let"
    if book.has("ref"):
        page.cells[row, book.columns["ref"]].value = "NEW1"
    return Fault(
        (f"row:{row}",), f"row {row} like {new.ref} is new", (("tally-differs", "anywhere"),)
    )


@kind(
    "names-by-shape",
    refs=False,
    editions=False,
    said=False,
    units=False,
    targets_in_rules=True,
    good="",
    rag="",
    travel="",
    comments=False,
    benchmarks=False,
    sections="rows",
)
def no_heading_for_names(book: Book, rng: Random) -> Fault | None:
    cell = book.page.cells[book.header_row, book.columns["name"]]
    cell.value = rng.choice((None, "What we look at", "Anyshire"))
    where = (f"row:{book.header_row}", "anywhere")
    return Fault(where, f"{cell.value!r} above the names")
