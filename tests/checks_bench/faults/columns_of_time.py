"""Periods that are missing, there twice, to come, or misspelt."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from random import Random

from tests.checks_bench.book import Book, redraw
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.page import Cell, address
from tests.checks_bench.picking import own_period, row_of, some
from tests.checks_bench.rows import shown, stored


def _letter(book: Book, what: int | str) -> str:
    return address(1, book.columns[what])[:-1]


@kind("period-gap", "quarter", grain="quarter", editions=False, said=False)
def quarter_left_out(book: Book, rng: Random) -> Fault | None:
    return _left_out(book, rng)


@kind("period-gap", "month", grain="month", editions=False, said=False)
def month_left_out(book: Book, rng: Random) -> Fault | None:
    return _left_out(book, rng)


def _left_out(book: Book, rng: Random) -> Fault | None:
    """A period between others has no column; arrows are told from the period before it."""
    at = rng.randint(2, book.last - 3)
    gone = book.periods.pop(at)
    for measure in book.measures:
        measure.values.pop(at)
    redraw(book)
    before, after = _letter(book, at - 1), _letter(book, at)
    where = (f"column:{before}", f"column:{after}", f"row:{book.header_row}")
    return Fault(where, f"no column for {gone.short}", (("stock-flow", f"column:{after}"),))


@kind("period-duplicate", grain="quarter", grouped=False, editions=False, said=False)
def period_twice(book: Book, rng: Random) -> Fault | None:
    """The heading was copied and not changed: an older column says the newer period."""
    at = rng.choice((book.last - 1, rng.randint(1, book.last - 1)))
    page = book.page
    page.cells[book.header_row, book.columns[at]] = deepcopy(
        page.cells[book.header_row, book.columns[at + 1]]
    )
    letters = _letter(book, at), _letter(book, at + 1)
    also = (
        ("period-gap", "anywhere"),
        ("value-missing", f"column:{letters[1]}"),
        ("comment-missing-red", "anywhere"),
        ("rag-without-value", "anywhere"),
    )
    return Fault(
        tuple(f"column:{letter}" for letter in letters), f"{letters} have one heading", also
    )


@kind("period-duplicate", "months", grain="month", editions=False, said=False)
def month_twice(book: Book, rng: Random) -> Fault | None:
    return period_twice(book, rng)


@kind(
    "period-future-filled",
    "a column to come",
    coming=True,
    grain="quarter",
    said=False,
    editions=False,
)
def slipped_a_column(book: Book, rng: Random) -> Fault | None:
    """One figure stands one column to the right, too."""
    measure = some(book, rng, rated=True)
    if measure is None:
        return None
    column = book.columns["coming"]
    where = address(row_of(book, measure), column)
    book.page.cells[row_of(book, measure), column] = Cell(
        stored(book, measure, measure.values[-2]), shown(book, measure)
    )
    return Fault((where,), f"figure of {book.periods[-1].next().short} in {where}")


@kind("period-future-filled", "months", coming=True, grain="month", said=False, editions=False)
def slipped_a_month(book: Book, rng: Random) -> Fault | None:
    return slipped_a_column(book, rng)


@kind(
    "period-current-missing",
    "no column for the title's",
    grain="quarter",
    editions=False,
    said=False,
)
def title_without_column(book: Book, rng: Random) -> Fault | None:
    book.title = f"Performance scorecard - {book.periods[-1].next().words}"
    book.name = "scorecard.xlsx"
    book.layout = replace(book.layout, coming=False)
    redraw(book)
    return Fault(("anywhere",), f"title says {book.title}")


@kind(
    "period-current-missing",
    "blank column",
    grain="quarter",
    coming=True,
    editions=False,
    said=False,
)
def blank_column(book: Book, rng: Random) -> Fault | None:
    book.title = f"Performance scorecard - {book.periods[-1].next().words}"
    book.name = "scorecard.xlsx"
    redraw(book)
    return Fault(("anywhere",), f"title says {book.title}, whose column is blank")


@kind(
    "period-current-missing", "file name of a quarter", grain="quarter", editions=False, said=False
)
def name_without_quarter(book: Book, rng: Random) -> Fault | None:
    return name_without_column(book, rng)


@kind("period-current-missing", "file name of a month", grain="month", editions=False, said=False)
def name_without_column(book: Book, rng: Random) -> Fault | None:
    after = book.periods[-1].next()
    book.title = "Performance scorecard"
    book.name = f"Scorecard {after.short.replace('/', '-')}.xlsx"
    redraw(book)
    return Fault(("anywhere",), f"the file is {book.name}")


@kind(
    "period-current-missing",
    "errors alone",
    grain="quarter",
    editions=False,
    said=False,
    or_=("formula-error",),
)
def errors_alone(book: Book, rng: Random) -> Fault | None:
    for measure in book.measures:
        measure.values[-1] = "?"
    redraw(book)
    for measure in book.measures:
        cell = book.page.at(book.spot(measure))
        cell.value, cell.formula = "#REF!", "=VLOOKUP(1,Z1:Z2,1,FALSE)"
    letter = _letter(book, book.last)
    also = (("formula-error", f"column:{letter}"), ("tally-differs", "anywhere"))
    return Fault(("anywhere",), f"only errors in column {letter}", also)


@kind(
    "period-unparseable",
    "misspelt month",
    grain="month",
    headings="plain",
    editions=False,
    said=False,
)
def misspelt_month(book: Book, rng: Random) -> Fault | None:
    at = book.last if rng.random() < 0.6 else own_period(book, rng, newest=0)
    period = book.periods[at]
    slips = {
        1: "Januray",
        2: "Febuary ",
        3: "Mrach",
        4: "Apirl",
        5: "Mayy",
        6: "Jnue",
        7: "Jly",
        8: "Agust",
        9: "Setpember",
        10: "Octobr",
        11: "Novmeber",
        12: "Decmber",
    }
    text = f"{slips[period.number].strip()} {period.calendar_year}"
    return _misspelt(book, at, text)


@kind(
    "period-unparseable",
    "misspelt quarter",
    grain="quarter",
    grouped=False,
    editions=False,
    said=False,
)
def misspelt_quarter(book: Book, rng: Random) -> Fault | None:
    at = book.last if rng.random() < 0.6 else own_period(book, rng, newest=0)
    period = book.periods[at]
    words = ("one", "two", "three", "four")[period.number - 1]
    text = rng.choice((f"Qtr {words} {period.financial_year}", f"Qaurter {period.number}", "Qrtr"))
    return _misspelt(book, at, text)


@kind(
    "period-unparseable",
    "blank heading",
    grain="quarter",
    grouped=False,
    editions=False,
    said=False,
)
def blank_heading(book: Book, rng: Random) -> Fault | None:
    return _misspelt(book, book.last, "")


def _misspelt(book: Book, at: int, text: str) -> Fault:
    cell = book.page.cells[book.header_row, book.columns[at]]
    cell.value, cell.shown = text or None, "General"
    book.name = "scorecard.xlsx"
    where = address(book.header_row, book.columns[at])
    letter = where.rstrip("0123456789")
    newest = at == book.last
    also: tuple[tuple[str, str], ...] = (("period-gap", "anywhere"),)
    if newest:  # the figures before are reported then, and judgements are of others
        also = (
            *also,
            ("period-current-missing", "anywhere"),
            ("rag-typed-differs", "anywhere"),
            ("rag-fill-differs", "anywhere"),
            ("dot-typed-differs", "anywhere"),
            ("change-typed-differs", "anywhere"),
            ("tally-differs", "anywhere"),
            ("comment-missing-red", "anywhere"),
            ("value-missing", "anywhere"),
            ("rag-without-value", "anywhere"),
        )
    return Fault((where, f"column:{letter}"), f"{text!r} heads column {letter}", also)


@kind(
    "period-year",
    "rule set says January",
    grain="quarter",
    headings="plain",
    editions=False,
    said=False,
)
def years_start_elsewhere(book: Book, rng: Random) -> Fault | None:
    book.rules["financial_year_starts"] = "January"
    return Fault(("anywhere",), "years such as 2018/19 under a rule set of calendar years")


@kind(
    "period-year", "months beside quarters", grain="months in quarter", editions=False, said=False
)
def months_of_another_year(book: Book, rng: Random) -> Fault | None:
    book.rules["financial_year_starts"] = "July"
    also = (
        ("period-gap", "anywhere"),
        ("rag-typed-differs", "anywhere"),
        ("dot-typed-differs", "anywhere"),
        ("change-typed-differs", "anywhere"),
        ("value-missing", "anywhere"),
        ("stock-flow", "anywhere"),
        ("cumulative-falls", "anywhere"),
        ("cumulative-not-sum", "anywhere"),
        ("period-current-missing", "anywhere"),
    )
    return Fault(("anywhere",), "the months of a quarter from April under a rule set of July", also)
