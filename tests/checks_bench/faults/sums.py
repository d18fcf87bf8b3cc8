"""Figures that others give, and that do not agree with them."""

from __future__ import annotations

from random import Random

from tests.checks_bench.book import Book
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.picking import cell_of, own_period, set_value, some
from tests.checks_bench.rows import stored

SUDDEN = (
    ("step-change", "anywhere"),
    ("outside-limits", "anywhere"),
    ("cumulative-not-sum", "anywhere"),
)
"""What comes of a figure that is suddenly another: its months may stand beside it."""


def _free(book: Book, at: int) -> bool:
    """Whether no other period is made of this one."""
    return not any(at in period.parts for period in book.periods)


@kind("numerator-denominator-mismatch", families=("share",), formulas=False)
def not_what_counts_give(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, "percent")
    if measure is None:
        return None
    at = own_period(book, rng)
    off = rng.choice((-3.1, -1.2, 0.6, 1.7, 4.0))
    value = min(round((measure.figure(at) or 0) + off, 1), 99.9)
    if abs(value - (measure.figure(at) or 0)) < 0.5:
        return None
    cell = set_value(book, measure, at, value)
    return Fault((cell,), f"{value}% in {cell}, counts give {off:+} less", SUDDEN)


@kind(
    "numerator-denominator-mismatch",
    "count typed wrong",
    families=("share",),
    formulas=False,
    comments=False,
)
def count_typed_wrong(book: Book, rng: Random) -> Fault | None:
    percent = some(book, rng, "percent")
    if percent is None:
        return None
    at = own_period(book, rng)
    above = book.one(percent.numerator)
    cell = set_value(book, above, at, float(int((above.figure(at) or 0) * 0.9)))
    return Fault((book.spot(percent, at), cell), f"numerator {above.values[at]} in {cell}", SUDDEN)


@kind("numerator-over-denominator", families=("share",), formulas=False)
def more_than_there_are(book: Book, rng: Random) -> Fault | None:
    percent = some(book, rng, "percent")
    if percent is None:
        return None
    above, below = book.one(percent.numerator), book.one(percent.denominator)
    at = own_period(book, rng)
    cell = set_value(book, above, at, (below.figure(at) or 0) + rng.randint(1, 9))
    also = (("numerator-denominator-mismatch", book.spot(percent, at)), *SUDDEN)
    cells = (cell, book.spot(percent, at), book.spot(below, at))
    return Fault(cells, f"{above.values[at]:g} of {below.values[at]:g} in {cell}", also)


@kind("complement-sum", families=("complement",))
def no_hundred(book: Book, rng: Random) -> Fault | None:
    pair = book.of_role("complement")
    at = own_period(book, rng)
    measure = rng.choice(pair)
    value = round((measure.figure(at) or 0) + rng.choice((-2.0, -1.5, 1.0, 3.0)), 1)
    set_value(book, measure, at, value)
    cells = tuple(book.spot(one, at) for one in pair)
    return Fault(cells, f"{[one.values[at] for one in pair]} in {cells}", SUDDEN)


@kind("parts-not-total", "total typed wrong", families=("total",), formulas=False)
def total_typed_wrong(book: Book, rng: Random) -> Fault | None:
    (measure, *_) = book.of_role("total")
    at = own_period(book, rng)
    off = rng.choice((-7, -1, 1, 3, 9, 20))
    cell = set_value(book, measure, at, (measure.figure(at) or 0) + off)
    return Fault((cell,), f"total off by {off} in {cell}", SUDDEN)


@kind("parts-not-total", "part typed wrong", families=("total",), formulas=False)
def part_typed_wrong(book: Book, rng: Random) -> Fault | None:
    total, part = some(book, rng, "total"), some(book, rng, "part")
    if total is None or part is None:
        return None
    at = own_period(book, rng)
    off = rng.choice((-9, -2, 2, 5, 11))
    cell = set_value(book, part, at, (part.figure(at) or 0) + off)
    return Fault((book.spot(total, at), cell), f"part off by {off} in {cell}", SUDDEN)


@kind("stock-flow", families=("stock",), grain="quarter")
def stock_is_off(book: Book, rng: Random) -> Fault | None:
    (measure, *_) = book.of_role("stock")
    off = rng.choice((-6, -2, 3, 8, 12))
    cell = set_value(book, measure, book.last, measure.newest() + off)
    return Fault((cell,), f"end of period off by {off} in {cell}", SUDDEN)


@kind("stock-flow", "months", families=("stock",), grain="month")
def stock_of_months_is_off(book: Book, rng: Random) -> Fault | None:
    return stock_is_off(book, rng)


@kind("stock-flow", "flow typed wrong", families=("stock",), grain="quarter")
def flow_is_off(book: Book, rng: Random) -> Fault | None:
    came = some(book, rng, "in", "out")
    (end, *_) = book.of_role("stock")
    if came is None:
        return None
    cell = set_value(book, came, book.last, came.newest() + rng.choice((-9, 5, 11)))
    return Fault((book.spot(end), cell), f"flow off in {cell}", SUDDEN)


@kind("cumulative-falls", families=("running",))
def falls_within_its_year(book: Book, rng: Random) -> Fault | None:
    if book.layout.grain == "year":
        return None
    for measure in book.of_role("year to date"):
        inside = [at for at in range(1, len(book.periods)) if _same_year(book, at)]
        if not inside:
            return None
        at = rng.choice(inside)
        before = measure.figure(at - 1) or 0
        cell = set_value(book, measure, at, float(round(before * rng.uniform(0.6, 0.93))))
        also = (("cumulative-not-sum", "anywhere"), *SUDDEN)
        return Fault((cell,), f"{before:g} then {measure.values[at]:g} in {cell}", also)
    return None


def _same_year(book: Book, at: int) -> bool:
    now, before = book.periods[at], book.periods[at - 1]
    plain = not now.parts and not before.parts and now.grain == before.grain
    return plain and now.year == before.year and _free(book, at)


@kind("history-changed", editions=True, grain="quarter")
def history_rewritten(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng)
    if measure is None:
        return None
    at = book.last - 1
    cell = cell_of(book, measure, at)
    value = measure.figure(at)
    if value is None:
        return None
    changed = round(value * rng.choice((0.94, 1.05)), measure.decimals)
    if changed == value or (measure.unit == "percent" and changed > 100):
        return None
    cell.value = stored(book, measure, changed)
    where = book.spot(measure, at)
    row = f"row:{where.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
    also = (
        ("dot-typed-differs", row),
        ("change-typed-differs", row),
        ("comment-contradicts", row),
        *SUDDEN,
    )
    return Fault((where,), f"{value} became {changed} in {where}", also)
