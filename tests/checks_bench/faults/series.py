"""Sums and steps."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.checks_bench.book import Book, redraw
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.picking import cell_of, own_period, set_value, some, whole
from tests.checks_bench.rows import stored


@kind("step-change", families=("total",))
def sudden_step(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="count|days|rate_per_10000")
    if measure is None or book.periods[-1].parts:
        return None
    value = round(measure.newest() * rng.choice((2.3, 3.0, 0.3)), measure.decimals)
    measure.comment = measure.comment or "Looked into."
    cell = set_value(book, measure, book.last, value)
    return Fault((cell,), f"to {value:g} in {cell}", (("outside-limits", cell),))


@kind("outside-limits", grain="month")
def beyond_its_limits(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="percent", good="high")
    if measure is None or len(book.periods) < 12:
        return None
    measure.comment = measure.comment or "Looked into."
    cell = set_value(book, measure, book.last, round(measure.newest() - 22, measure.decimals))
    return Fault((cell,), f"{measure.newest()} in {cell}", (("step-change", cell),))


@kind("cumulative-not-sum", families=("running",), grain="quarter")
def not_the_sum(book: Book, rng: Random) -> Fault | None:
    flows = book.of_role("flow")
    if not flows or book.periods[-1].number == 1:
        return None
    (measure, *_) = book.of_role("year to date")
    cell = set_value(book, measure, book.last, measure.newest() + rng.choice((3, 5, 8)))
    return Fault((cell, book.spot(flows[0])), f"{measure.newest():g} to date in {cell}")


@kind(
    "denominator-disagrees",
    families=("share",),
    unnamed_parts=True,
    formulas=False,
    said=False,
    editions=False,
    tally="",
)
def denominators_disagree(book: Book, rng: Random) -> Fault | None:
    """What the share is of stands in a row of its own besides, once with another number."""
    percent = some(book, rng, "percent")
    if percent is None:
        return None
    below, last = book.one(percent.denominator), book.measures[-1]
    at = own_period(book, rng)
    values = list(below.values)
    values[at] = (below.figure(at) or 0) + rng.choice((7, 12))
    told = replace(
        below, ref="ZZ01", name=f"All {below.name[0].lower()}{below.name[1:]}",
        section=last.section, role="single", values=values, comment="", family=("ZZ01",),
    )  # fmt: skip
    book.measures.append(told)
    redraw(book)
    cells = tuple(book.spot(one, at) for one in (percent, below, told))
    what = f"{values[at]} in {cells[2]} and {below.values[at]} in {cells[1]}"
    return Fault(cells, what, (("cumulative-not-sum", "anywhere"),))


@kind("percent-parts-rounding", families=("complement",))
def rounding_of_shares(book: Book, rng: Random) -> Fault | None:
    pair = book.of_role("complement")
    for measure in pair:
        measure.decimals = 0
        measure.values = [round(v) if isinstance(v, float | int) else v for v in measure.values]
    at = book.last
    first, second = (measure.newest() for measure in pair)
    pair[1].values[at] = 101 - first
    if second == pair[1].values[at] or book.periods[at].parts:
        return None
    redraw(book)
    cells = tuple(book.spot(measure) for measure in pair)
    also = (("complement-sum", cells[0]), ("complement-sum", cells[1]))
    return Fault(cells, f"shares of 101% in {cells}", also)


@kind("rag-edge-display", rag="words", percent_as="fraction")
def shown_as_met(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="percent", good="high", rated=True)
    if measure is None or measure.target is None or measure.target >= 100:
        return None
    measure.comment = measure.comment or "Just short."
    measure.values[-1] = round(measure.target - 0.03, 2)
    redraw(book)
    cell = cell_of(book, measure)
    cell.value = stored(book, measure, measure.target - 0.03)
    where = book.spot(measure)
    return Fault(
        (where, whole(book, measure)),
        f"{cell.value} shows as the target in {where}",
        (("step-change", where), ("outside-limits", where)),
    )


@kind("value-not-due", full_rules=True, grain="quarter")
def annual_filled_early(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="percent")
    if measure is None or book.periods[-1].number == 4:
        return None
    measure.basis = "annual"
    for at, period in enumerate(book.periods[:-1]):
        if period.number != 4:
            measure.values[at] = None
    redraw(book)
    where = book.spot(measure)
    return Fault(
        (where,), f"an annual figure in {where}", (("dot-typed-differs", whole(book, measure)),)
    )
