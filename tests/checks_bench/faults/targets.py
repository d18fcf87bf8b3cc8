"""Targets, tolerances and which way is good."""

from __future__ import annotations

from random import Random

from tests.checks_bench.book import Book, redraw
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.measures import Measure, rag_of
from tests.checks_bench.picking import cell_of, make, row_of, some, whole
from tests.checks_bench.rows import stored

ROLES = ("single", "percent", "complement")


def _unjudged(book: Book, measure: Measure) -> None:
    """No judgement stands in the row: what it is held against is gone."""
    for what in ("rag", "travel"):
        if book.has(what):
            cell = cell_of(book, measure, what)
            cell.value, cell.fill = None, ""


def _rated(book: Book, rng: Random, unit: str = "") -> Measure | None:
    return some(book, rng, *ROLES, unit=unit, rated=True)


@kind("target-missing", "blank", targets_in_rules=False)
def target_lost(book: Book, rng: Random) -> Fault | None:
    measure = _rated(book, rng)
    if measure is None:
        return None
    cell_of(book, measure, "target").value = None
    where = book.spot(measure, "target")
    also = (
        ("tolerance-wrong-side", whole(book, measure)),
        ("rag-typed-differs", whole(book, measure)),
    )
    return Fault((where, whole(book, measure)), f"no target in {where}", also)


@kind("target-missing", "error", targets_in_rules=False)
def target_in_error(book: Book, rng: Random) -> Fault | None:
    measure = _rated(book, rng)
    if measure is None:
        return None
    cell = cell_of(book, measure, "target")
    cell.value, cell.formula = rng.choice(("#REF!", "#N/A")), "=VLOOKUP(1,Z1:Z2,1,FALSE)"
    where = book.spot(measure, "target")
    also = (("formula-error", where), ("target-unparseable", where))
    return Fault((where, whole(book, measure)), f"{cell.value} for target in {where}", also)


@kind("target-unparseable", targets_in_rules=False)
def target_in_words(book: Book, rng: Random) -> Fault | None:
    measure = _rated(book, rng)
    if measure is None:
        return None
    words = (
        "Above Stat Neighbour Average",
        "On-going delivery",
        "Better than last year",
        "Improve",
        "In line with national",
        "Upper quartile",
        "Maintain",
    )
    cell = cell_of(book, measure, "target")
    cell.value = rng.choice(words)
    _unjudged(book, measure)
    where = book.spot(measure, "target")
    return Fault((where,), f"{cell.value!r} for target in {where}", (("target-missing", where),))


@kind("target-scale", "percent as fraction or hundred", targets_in_rules=False)
def target_on_another_scale(book: Book, rng: Random) -> Fault | None:
    measure = _rated(book, rng, "percent")
    if measure is None or measure.target is None:
        return None
    if measure.target < 20:
        return None
    cell = cell_of(book, measure, "target")
    hundred = book.layout.percent_as == "hundred"
    cell.value, cell.shown = (measure.target / 100, "0.00") if hundred else (measure.target, "0")
    where = book.spot(measure, "target")
    return Fault((where,), f"target {cell.value} beside {stored(book, measure, measure.newest())}")


@kind("target-scale", "share beside a count", targets_in_rules=False)
def share_for_a_count(book: Book, rng: Random) -> Fault | None:
    measure = _rated(book, rng, "count|days")
    if measure is None or measure.newest() < 10:
        return None
    cell = cell_of(book, measure, "target")
    cell.value, cell.shown = rng.choice((0.95, 0.8, 0.9)), "0%"
    _unjudged(book, measure)
    where = book.spot(measure, "target")
    also = (("tolerance-wrong-side", whole(book, measure)),)
    return Fault((where,), f"target {cell.value:.0%} beside {measure.newest()}", also)


@kind("target-other-span", "heading", grain="quarter", targets_in_rules=False)
def target_of_the_year(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="count", rated=True)
    if measure is None or measure.basis != "in quarter":
        return None
    heading = book.page.cells[book.header_row, book.columns["target"]]
    heading.value = rng.choice(
        ("Annual target", "Year end target", f"Target {book.periods[-1].financial_year}")
    )
    assert measure.target is not None
    cell_of(book, measure, "target").value = float(measure.target * 4)
    for other in book.measures:
        if other.rated and other.unit == "count" and other.basis == "in quarter":
            _unjudged(book, other)
    if "threshold" in book.columns:
        return None
    cells = tuple(
        spot
        for other in book.measures
        if other.rated and other.unit == "count" and other.basis == "in quarter"
        for spot in (whole(book, other),)
    )
    also = tuple(("target-other-span", cell) for cell in cells)
    return Fault((whole(book, measure),), f"{heading.value!r} over a quarter's count", also)


@kind(
    "target-other-span", "in the cell", grain="quarter", targets_in_rules=False, tolerance="column"
)
def target_of_a_month(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="count", rated=True)
    if measure is None or measure.basis != "in quarter":
        return None
    assert measure.target is not None
    cell = cell_of(book, measure, "target")
    cell.value = f"{round(measure.target / 3)} per month"
    _unjudged(book, measure)
    where = book.spot(measure, "target")
    return Fault((where, whole(book, measure)), f"{cell.value!r} beside a quarter's count")


@kind("target-profile-missing", full_rules=True)
def profile_not_carried_on(book: Book, rng: Random) -> Fault | None:
    measure = _rated(book, rng)
    if measure is None:
        return None
    assert measure.target is not None
    value = f"{measure.target:g}%" if measure.unit == "percent" else measure.target
    year = book.periods[-1].year
    measure.rule["target"] = {f"{y}/{(y + 1) % 100:02}": value for y in (year - 2, year - 1)}
    redraw(book)
    _unjudged(book, measure)
    where = whole(book, measure)
    return Fault((where,), f"no target for {book.periods[-1].short}", (("target-missing", where),))


@kind("tolerance-missing", tolerance="column", targets_in_rules=False)
def tolerance_lost(book: Book, rng: Random) -> Fault | None:
    measure = _rated(book, rng)
    if measure is None:
        return None
    measure.tolerance = None
    comment = measure.comment
    measure.comment = comment or "Looked at each week."
    redraw(book)
    where = book.spot(measure, "tolerance")
    return Fault((where, whole(book, measure)), f"no tolerance in {where}")


@kind("tolerance-wrong-side", tolerance="threshold", targets_in_rules=False)
def amber_beyond_green(book: Book, rng: Random) -> Fault | None:
    measure = _rated(book, rng)
    if measure is None or measure.target is None or measure.tolerance is None:
        return None
    sign = 1 if measure.good == "high" else -1
    edge = round(measure.target + sign * measure.tolerance, 4)
    if edge <= 0 or (measure.unit == "percent" and edge > 100):
        return None
    cell_of(book, measure, "threshold").value = stored(book, measure, edge)
    where = book.spot(measure, "threshold")
    row = whole(book, measure)
    also = (
        ("rag-typed-differs", row),
        ("rag-fill-differs", row),
        ("comment-missing-red", row),
        ("tally-differs", "anywhere"),
        ("tolerance-missing", row),
    )
    return Fault(
        (where,), f"amber {edge} for a target of {measure.target}, {measure.good} is good", also
    )


@kind("good-is-unclear")
def unclear_which_way(book: Book, rng: Random) -> Fault | None:
    measure = _rated(book, rng, "count|days|percent")
    if measure is None:
        return None
    book.changed["good"] = measure.ref
    redraw(book)
    cell = cell_of(book, measure, "good")
    cell.value = rng.choice(("Maybe", "Depends", "TBC", "Both", "see guidance", "good", "Varies"))
    _unjudged(book, measure)
    where = book.spot(measure, "good")
    return Fault((where,), f"{cell.value!r} in {where}")


@kind("comment-missing-red", comments=True)
def red_and_no_word(book: Book, rng: Random) -> Fault | None:
    measure = _rated(book, rng)
    if measure is None or not make(measure, "red"):
        return None
    measure.comment = ""
    redraw(book)
    if sum(1 for one in book.measures if one.comment and rag_of(one) == "red") < 2:
        return None
    where = book.spot(measure, "comment")
    return Fault((where, f"row:{row_of(book, measure)}"), f"red without a word in {where}")
