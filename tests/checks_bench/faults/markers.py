"""What stands in place of a figure: blanks, words, symbols, bands, marks."""

from __future__ import annotations

from datetime import date
from random import Random

from tests.checks_bench.book import Book, redraw
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.measures import Value
from tests.checks_bench.picking import cell_of, own_period, set_value, some


def _put(book: Book, rng: Random, value: Value, *, unit: str = "") -> Fault | None:
    """A text in place of a figure; the judgements of the row go with it."""
    measure = some(book, rng, unit=unit)
    if measure is None:
        return None
    at = own_period(book, rng)
    cell = set_value(book, measure, at, value)
    return Fault((cell,), f"{value!r} in {cell}")


def _put_last(book: Book, rng: Random, value: Value) -> Fault | None:
    """The same in the reported period."""
    measure = some(book, rng)
    if measure is None or book.periods[-1].parts:
        return None  # where the last month may stand for its quarter
    cell = set_value(book, measure, book.last, value)
    return Fault((cell,), f"{value!r} in {cell}")


@kind("value-missing")
def blank(book: Book, rng: Random) -> Fault | None:
    return _put_last(book, rng, None)


@kind("value-missing", "spaces")
def spaces(book: Book, rng: Random) -> Fault | None:
    return _put_last(book, rng, rng.choice((" ", "  ", "\u00a0")))


@kind("marker-unknown", "word")
def unknown_word(book: Book, rng: Random) -> Fault | None:
    return _put(book, rng, rng.choice(("ask Jo", "xx", "hold", "query", "zzz", "q", "same")))


@kind("marker-unknown", "symbol")
def unknown_symbol(book: Book, rng: Random) -> Fault | None:
    return _put(book, rng, rng.choice(("?", "??", "!", "//")))


@kind("marker-unknown", "date")
def date_among_figures(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng)
    if measure is None:
        return None
    at = own_period(book, rng)
    cell = set_value(book, measure, at, "?")
    there = book.page.at(cell)
    there.value, there.shown = date(2018, 12, rng.randint(1, 28)), "dd/mm/yyyy"
    return Fault((cell,), f"{there.value} in {cell}")


@kind("marker-legacy")
def older_symbol(book: Book, rng: Random) -> Fault | None:
    return _put(book, rng, rng.choice((":", "~", ".", "*", "-", "..")))


@kind("banded-value")
def band(book: Book, rng: Random) -> Fault | None:
    share = rng.random() < 0.5
    bands = ("90-95%", ">95%", "80% - 85%") if share else ("<5", "100-199", ">200", "less than 10")
    return _put(book, rng, rng.choice(bands), unit="percent" if share else "count")


def _row_of_texts(book: Book, rng: Random, name: str, texts: tuple[str, ...]) -> Fault | None:
    """A row for information becomes one of texts, one a period."""
    measure = some(book, rng, rated=False, unit="count|rate_per_10000")
    if measure is None:
        return None
    measure.values = [rng.choice(texts) for _ in measure.values]
    measure.name, measure.good, measure.decimals = name, "high", 0
    redraw(book)
    for rule in book.rules["indicators"]:
        if rule["id"] == measure.ref:
            rule.pop("unit", None)
    if "unit" in book.columns:
        cell_of(book, measure, "unit").value = None
    cells = tuple(book.spot(measure, at) for at in range(len(book.periods)))
    return Fault(cells, f"{texts} in row of {cells[0]}", ())


@kind("figure-doubtful", "grades")
def grades_of_no_scale(book: Book, rng: Random) -> Fault | None:
    """Words that are grades, and no scale that puts them in order."""
    grades = (
        ("Good", "Outstanding", "Requires improvement"),
        ("Reasonable", "Limited", "Substantial"),
    )
    return _row_of_texts(book, rng, "Outcome of the inspection", rng.choice(grades))


@kind("figure-doubtful", "words of their own", or_=("marker-unknown",))
def words_of_their_own(book: Book, rng: Random) -> Fault | None:
    """A row of words that only this council knows."""
    words = (("Embedded", "Developing", "Starting"), ("Gold", "Bronze", "Silver"))
    return _row_of_texts(book, rng, "Stage of the programme", rng.choice(words))


@kind("figure-doubtful", "times", or_=("marker-unknown",))
def minutes_or_hours(book: Book, rng: Random) -> Fault | None:
    """Texts that may be minutes and seconds, or hours and minutes."""
    return _row_of_texts(
        book, rng, "Average response time", ("8:55", "9:10", "7:48", "8:20", "9:31")
    )


@kind("small-number-disclosed", families=("small",))
def small_number(book: Book, rng: Random) -> Fault | None:
    (measure, *_) = book.of_role("small")
    own = [at for at, period in enumerate(book.periods) if not period.parts]
    at = rng.choice(own)
    cell = set_value(book, measure, at, float(rng.randint(1, 4)))
    if "[c]" not in measure.values:
        return None
    return Fault((cell,), f"{measure.values[at]:g} in {cell}, suppressed elsewhere")


@kind("provisional-left")
def provisional(book: Book, rng: Random) -> Fault | None:
    measure = some(book, rng, unit="percent|count|days")
    old = [
        at
        for at, period in enumerate(book.periods)
        if period.year <= book.periods[-1].year - 3 and not period.parts
    ]
    if measure is None or not old:
        return None
    at = rng.choice(old)
    cell = cell_of(book, measure, at)
    figure = f"{measure.figure(at):,.{measure.decimals}f}" + (
        "%" if measure.unit == "percent" else ""
    )
    cell.value = f"{figure} {rng.choice(('[p]', 'p', '(p)'))}"
    where = book.spot(measure, at)
    return Fault((where,), f"{cell.value!r} in {where}", (("number-as-text", where),))


@kind("denominator-zero", families=("share",), formulas=False)
def nothing_due(book: Book, rng: Random) -> Fault | None:
    (percent, *_) = book.of_role("percent")
    above, below = book.one(percent.numerator), book.one(percent.denominator)
    at = own_period(book, rng, newest=0.7)
    if book.periods[-1].parts or any(at in period.parts for period in book.periods):
        return None
    above.values[at] = below.values[at] = 0.0
    percent.values[at] = rng.choice((0.0, 100.0))
    redraw(book)
    cells = (book.spot(percent, at), book.spot(below, at))
    also = (
        ("step-change", "anywhere"),
        ("outside-limits", "anywhere"),
        ("comment-missing-red", "anywhere"),
    )
    return Fault(cells, f"{percent.values[at]}% of none in {cells[0]}", also)
