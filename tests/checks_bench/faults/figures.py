"""Figures that cannot be: below nothing, above the whole, in parts of a child, on another scale."""

from __future__ import annotations

from random import Random

from tests.checks_bench.book import Book, redraw
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.picking import cell_of, own_period, row_of, set_value, some

PLACED_BY_FIGURE = (("step-change", "anywhere"), ("outside-limits", "anywhere"))
"""A figure that is much too large or small is also a sudden step."""


@kind("percent-over-100")
def over_the_whole(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="percent", good="high")
    if measure is None:
        return None
    at = own_period(book, rng)
    value = rng.choice((104.0, 112.3, 101.0))
    cell = set_value(book, measure, at, value)
    return Fault((cell,), f"{value}% in {cell}", PLACED_BY_FIGURE)


@kind("negative-value", "count")
def below_nothing(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="count")
    if measure is None:
        return None
    at = own_period(book, rng)
    cell = set_value(book, measure, at, -float(rng.randint(1, 60)))
    return Fault((cell,), f"{measure.values[at]:g} in {cell}", PLACED_BY_FIGURE)


@kind("negative-value", "percent or days")
def less_than_none_of_it(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="percent|days|rate_per_10000")
    if measure is None:
        return None
    at = own_period(book, rng)
    cell = set_value(book, measure, at, -round(abs(measure.figure(at) or 5), measure.decimals))
    return Fault((cell,), f"{measure.values[at]} {measure.unit} in {cell}", PLACED_BY_FIGURE)


@kind("count-not-whole")
def part_of_a_child(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="count")
    if measure is None:
        return None
    at = own_period(book, rng)
    cell = set_value(book, measure, at, (measure.figure(at) or 0) + rng.choice((0.4, 0.5, 0.25)))
    return Fault((cell,), f"{measure.values[at]} in {cell}")


@kind("percent-scale", "figure")
def two_places_off(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="percent", good="high")
    if measure is None:
        return None
    at = own_period(book, rng)
    cell = cell_of(book, measure, at)
    assert isinstance(cell.value, float | int)
    hundred = book.layout.percent_as == "hundred"
    cell.value = round(cell.value / 100, 4) if hundred else round(cell.value * 100, 4)
    where = book.spot(measure, at)
    return Fault((where,), f"{cell.value} in {where}, kept as {book.layout.percent_as}")


@kind("figure-impossible", "-999", or_=("negative-value",))
def stand_in(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, rated=True)
    if measure is None:
        return None
    value = rng.choice((-999.0, -99.0, 99999.0, 9999.0))
    at = own_period(book, rng)
    cell = cell_of(book, measure, at)
    cell.value, cell.shown = value, "General"
    where = book.spot(measure, at)
    also = (*_judged(book, measure.ref), ("negative-value", where), *PLACED_BY_FIGURE)
    return Fault((where,), f"{value:g} in {where} of {measure.unit}", also)


@kind("figure-impossible", "count among percentages", or_=("percent-over-100", "percent-scale"))
def count_among_percentages(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="percent")
    if measure is None:
        return None
    at = own_period(book, rng)
    cell = cell_of(book, measure, at)
    cell.value, cell.shown = float(rng.randint(180, 2400)), "#,##0"
    where = book.spot(measure, at)
    also = (*_judged(book, measure.ref), *PLACED_BY_FIGURE)
    return Fault((where,), f"{cell.value:g} in {where} of percentages", also)


def _judged(book: Book, ref: str) -> tuple[tuple[str, str], ...]:
    """Typed judgements of a row whose figure was lost on the way."""
    row = f"row:{row_of(book, book.one(ref))}"
    return tuple(
        (check, row)
        for check in (
            "rag-without-value",
            "rag-typed-differs",
            "rag-fill-differs",
            "dot-typed-differs",
            "change-typed-differs",
        )
    )


@kind("stale-repeat", "one row", travel="", change=False, comments=False)
def left_standing(book: Book, rng: Random) -> Fault | None:
    """Figures of many digits, which no chance repeats."""
    measure = some(book, rng, unit="percent|days|rate_per_10000")
    if measure is None or any(period.parts for period in book.periods):
        return None
    if measure.basis == "rolling 12 months":
        return None  # which moves little
    measure.decimals = 4
    measure.values = [
        round(value + rng.uniform(-0.04, 0.04), 4) if isinstance(value, float) else value
        for value in measure.values
    ]
    cell = set_value(book, measure, book.last, measure.values[book.last - 1])
    return Fault((cell,), f"{measure.values[-1]} again in {cell}", (("step-change", "anywhere"),))


@kind("stale-repeat", "a section", grain="quarter", travel="", change=False, comments=False)
def section_left_standing(book: Book, rng: Random) -> Fault | None:
    sections: dict[str, list[str]] = {}
    for measure in book.measures:
        if measure.role == "single" and measure.figure(-1) is not None:
            sections.setdefault(measure.section, []).append(measure.ref)
    marked = {one.ref for one in book.measures if one.marks or one.broken}
    fit = [refs for refs in sections.values() if len(refs) >= 3 and not marked.intersection(refs)]
    if not fit:
        return None
    refs = rng.choice(fit)
    for ref in refs:
        book.one(ref).values[-1] = book.one(ref).values[-2]
    redraw(book)
    cells = tuple(book.spot(book.one(ref)) for ref in refs)
    also = tuple(("stale-repeat", cell) for cell in cells)
    return Fault(
        (*cells, f"column:{cells[0].rstrip('0123456789')}"), f"section repeats: {cells}", also
    )


@kind("number-as-text", "figure")
def number_as_text(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng)
    if measure is None:
        return None
    at = own_period(book, rng)
    cell = cell_of(book, measure, at)
    assert isinstance(cell.value, float | int)
    value = measure.figure(at) or 0.0
    text = f"{value:,.{measure.decimals}f}"
    if measure.unit == "percent":
        text = rng.choice((f"{text}%", f"{text} %"))
    cell.value = rng.choice((text, text, f" {text}", f"{text} ", f"{text}\u00a0"))
    where = book.spot(measure, at)
    return Fault((where,), f"{cell.value!r} in {where}")


@kind("number-as-text", "letter O for 0")
def letter_for_nought(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="count")
    if measure is None:
        return None
    at = own_period(book, rng)
    text = str(int(measure.figure(at) or 0))
    if "0" not in text[1:]:
        return None
    cell = cell_of(book, measure, at)
    cell.value = text[0] + text[1:].replace("0", "O", 1)
    where = book.spot(measure, at)
    also = _judged(book, measure.ref)
    return Fault((where,), f"{cell.value!r} in {where}", also)
