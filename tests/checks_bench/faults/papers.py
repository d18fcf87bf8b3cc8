"""Sheets, colours, benchmarks, comments and risks."""

from __future__ import annotations

from random import Random

from tests.checks_bench.book import Book
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.page import Page
from tests.checks_bench.picking import cell_of, row_of, some, whole
from tests.checks_bench.rows import FILLS, move_of


def _risk(book: Book, what: str, rng: Random) -> tuple[Page, str]:
    page = next(page for page in book.pages if page.name == "Risk register")
    return page, f"{what}{rng.randint(4, 9)}"


@kind("risk-product", risks=True)
def product_wrong(book: Book, rng: Random) -> Fault | None:
    page, where = _risk(book, "E", rng)
    right = page.at(where).value
    assert isinstance(right, int)
    products = (1, 2, 3, 4, 6, 8, 9, 12, 15, 16, 20, 25)
    band = [n for n in products if n != right and _level(n) == _level(right)]
    page.at(where).value = rng.choice(band)
    return Fault((where,), f"{page.at(where).value} for {right} in {where}", sheet=page.name)


def _level(score: int) -> str:
    return "High" if score >= 15 else "Medium" if score >= 8 else "Low"


@kind("risk-band", risks=True)
def band_wrong(book: Book, rng: Random) -> Fault | None:
    page, where = _risk(book, "F", rng)
    cell = page.at(where)
    cell.value = rng.choice([word for word in ("Low", "Medium", "High") if word != cell.value])
    return Fault((where,), f"{cell.value} in {where}", sheet=page.name)


@kind("risk-off-scale", risks=True)
def off_the_scale(book: Book, rng: Random) -> Fault | None:
    page, where = _risk(book, "C", rng)
    row = where[1:]
    page.at(where).value = rng.choice((6, 7, 0))
    where_all = (where, f"E{row}")
    return Fault(
        where_all,
        f"likelihood {page.at(where).value} in {where}",
        (("risk-product", f"row:{row}"),),
        page.name,
    )


@kind("sheet-protected")
def protected(book: Book, rng: Random) -> Fault | None:
    book.page.protected = True
    return Fault(("anywhere",), f"sheet {book.sheet} is protected")


@kind("status-colour-only", rag="words", fills=True, tally="")
def colour_alone(book: Book, rng: Random) -> Fault | None:
    for measure in book.measures:
        cell_of(book, measure, "rag").value = None
    return Fault(("anywhere",), "ratings are fills without a word")


@kind("contrast-low", rag="words", fills=False)
def hard_to_read(book: Book, rng: Random) -> Fault | None:
    for measure in book.measures:
        cell = cell_of(book, measure, "rag")
        if cell.value == "Amber":
            cell.colour = "FFFFC000"
    return Fault(("anywhere",), "amber words on white")


@kind("benchmark-stale", benchmarks=True)
def old_benchmark(book: Book, rng: Random) -> Fault | None:
    cell = book.page.cells[book.header_row, book.columns["england"]]
    year = book.periods[-1].year - rng.choice((4, 5))
    cell.value = f"England {year}/{(year + 1) % 100:02}"
    return Fault((f"row:{book.header_row}", "anywhere"), f"{cell.value!r} as benchmark")


@kind("benchmark-unit-differs", benchmarks=True)
def benchmark_of_another_unit(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="rate_per_10000")
    if measure is None or "england" not in book.columns:
        return None
    cell = cell_of(book, measure, "england")
    cell.value, cell.shown = 0.64, "0.0%"
    where = book.spot(measure, "england")
    return Fault((where,), f"64% beside a rate in {where}")


@kind("benchmarks-differ", benchmarks=True)
def another_figure_for_the_rule(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, "single", "percent")
    if measure is None or "england" not in book.columns:
        return None
    heading = book.page.cells[book.header_row, book.columns["england"]]
    when = str(heading.value).removeprefix("England ")
    number = cell_of(book, measure, "england").value
    if not isinstance(number, float):
        return None
    indicator = next(i for i in book.rules["indicators"] if i["id"] == measure.ref)
    indicator["benchmarks"] = {"england": {when: "12.34%"}}
    where = book.spot(measure, "england")
    return Fault((where,), f"England {when} is 12.34% by the rules, {number} in {where}")


@kind("comment-contradicts", comments=True)
def comment_says_otherwise(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, "single", "percent", rated=True)
    move = None if measure is None else move_of(book, measure, book.last)
    if measure is None or not move or abs(move) < 0.02 * measure.newest():
        return None
    better = (move > 0) == (measure.good == "high")
    word = "Performance has worsened again." if better else "Performance has improved again."
    cell_of(book, measure, "comment").value = word
    where = book.spot(measure, "comment")
    return Fault((where,), f"{word!r} for {move:+g}, {measure.good} is good")


@kind("rag-on-information-row", rag="words", tally="")
def information_rated(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, "single", "total", "stock", good="neither")
    if measure is None:
        return None
    word = rng.choice(list(FILLS))
    cell = cell_of(book, measure, "rag")
    cell.value, cell.fill = word.capitalize(), FILLS[word] if book.layout.fills else ""
    where = book.spot(measure, "rag")
    also = (("rag-typed-differs", where), ("target-missing", whole(book, measure)))
    return Fault((where,), f"{cell.value} on a row for information in {where}", also)


@kind("indicator-ref-missing", refs=True, said=False)
def reference_lost(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng)
    if measure is None:
        return None
    cell_of(book, measure, "ref").value = None
    return Fault((whole(book, measure),), f"no reference in row {row_of(book, measure)}")


@kind("cross-reference", comments=True, refs=True)
def sees_another_row(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, rated=True)
    if measure is None or not measure.comment:
        return None
    cell_of(book, measure, "comment").value = f"{measure.comment} See indicator ZZ99."
    where = book.spot(measure, "comment")
    return Fault((where,), f"see ZZ99, which is not there, in {where}")
