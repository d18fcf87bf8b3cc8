"""Formulas that end in errors, were never computed, were typed over, or look elsewhere."""

from __future__ import annotations

from random import Random

from tests.checks_bench.book import Book
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.measures import Measure
from tests.checks_bench.picking import cell_of, own_period, set_value, some
from tests.checks_bench.rows import stored

ERRORS = ("#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?", "#NUM!")


@kind("formula-error", "formula")
def ends_in_an_error(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng)
    if measure is None:
        return None
    at = own_period(book, rng)
    error = rng.choice(ERRORS)
    where = set_value(book, measure, at, "?")
    cell = book.page.at(where)
    cell.value, cell.formula = error, "=1/0" if error == "#DIV/0!" else "=VLOOKUP(1,Z1:Z2,1,FALSE)"
    return Fault((where,), f"{error} in {where}")


@kind("formula-error", "pasted as a value")
def error_as_a_value(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng)
    if measure is None:
        return None
    at = own_period(book, rng)
    where = set_value(book, measure, at, "?")
    book.page.at(where).value = rng.choice(ERRORS)
    return Fault((where,), f"{book.page.at(where).value} in {where}")


@kind("formula-no-cached-value", "one cell")
def never_computed(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="count|days")
    if measure is None:
        return None
    where = set_value(book, measure, book.last, "?")
    cell = book.page.at(where)
    cell.value, cell.formula, cell.computed = None, "=SUM(Z1:Z4)", False
    return Fault((where,), f"no result in {where}")


@kind("formula-no-cached-value", "a family", formulas=True, families=("share", "total"))
def family_never_computed(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, "percent", "total")
    if measure is None:
        return None
    for at in range(len(book.periods)):
        cell_of(book, measure, at).computed = False
    where = book.spot(measure)
    row = f"row:{where.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
    also = (("rag-without-value", row), ("rag-fill-differs", row), ("formula-no-cached-value", row))
    return Fault((where,), f"no results in the row of {where}", also)


def _without_formula(book: Book, rng: Random) -> tuple[Measure, int] | None:
    """A percentage or total, and a period of it whose cell has lost its formula."""
    measure = some(book, rng, "percent", "total")
    if measure is None:
        return None
    at = own_period(book, rng)
    cell_of(book, measure, at).formula = ""
    return measure, at


@kind("formula-overwritten", "same figure", formulas=True, families=("share", "total"))
def typed_over(book: Book, rng: Random) -> Fault | None:
    found = _without_formula(book, rng)
    if found is None:
        return None
    measure, at = found
    cell = cell_of(book, measure, at)
    if measure.role == "percent":
        cell.value = stored(book, measure, measure.values[at])
    where = book.spot(measure, at)
    return Fault((where,), f"{cell.value} typed in {where}")


@kind(
    "formula-overwritten",
    "another figure",
    or_=("numerator-denominator-mismatch", "parts-not-total"),
    formulas=True,
    families=("share", "total"),
)
def typed_over_otherwise(book: Book, rng: Random) -> Fault | None:
    found = _without_formula(book, rng)
    if found is None:
        return None
    measure, at = found
    cell = cell_of(book, measure, at)
    off = measure.figure(at) or 0.0
    off += 1.3 if measure.role == "percent" else 4
    cell.value = stored(book, measure, round(off, 1))
    where = book.spot(measure, at)
    return Fault((where,), f"{cell.value} typed in {where}", _consequences(measure, where))


def _consequences(measure: Measure, where: str) -> tuple[tuple[str, str], ...]:
    row = f"row:{where.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
    sums = "numerator-denominator-mismatch" if measure.role == "percent" else "parts-not-total"
    return (
        (sums, where),
        ("rag-typed-differs", row),
        ("rag-fill-differs", row),
        ("change-typed-differs", row),
        ("dot-typed-differs", row),
    )


@kind("external-link")
def from_another_workbook(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng)
    if measure is None:
        return None
    at = own_period(book, rng)
    cell = cell_of(book, measure, at)
    cell.formula = f"=[1]Return!$B${rng.randint(3, 40)}"
    book.links["1"] = rng.choice(("return%20Q3.xlsx", "file:///P:/data/return.xlsx"))
    where = book.spot(measure, at)
    also = (("formula-overwritten", "anywhere"),)
    return Fault((where, "anywhere"), f"{cell.formula} in {where}", also)
