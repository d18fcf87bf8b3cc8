"""Judgements that officers typed: ratings, colours, arrows, changes, tallies."""

from __future__ import annotations

from random import Random

from tests.checks_bench.book import Book, redraw
from tests.checks_bench.kinds import Fault, kind
from tests.checks_bench.measures import Measure, rag_of
from tests.checks_bench.picking import cell_of, make, some, whole
from tests.checks_bench.rows import FILLS, SIGNS, move_of, move_on_year

ROLES = ("single", "percent", "complement")


def _judged(book: Book, rng: Random, good: str = "") -> Measure | None:
    measure = some(book, rng, *ROLES, rated=True, good=good)
    return measure if measure is not None and rag_of(measure) else None


def _other(rng: Random, status: str | None) -> str:
    return rng.choice([word for word in FILLS if word != status])


def _typed(book: Book, word: str) -> str:
    return word[0].upper() if book.layout.rag == "letters" else word.capitalize()


@kind("rag-typed-differs", "word", rag="words", tally="")
def rating_typed_wrong(book: Book, rng: Random) -> Fault | None:
    measure = _judged(book, rng)
    if measure is None:
        return None
    word = _other(rng, rag_of(measure))
    cell = cell_of(book, measure, "rag")
    cell.value = _typed(book, word)
    cell.fill = FILLS[word] if book.layout.fills else ""
    where = book.spot(measure, "rag")
    return Fault(
        (where,), f"{cell.value} for {rag_of(measure)} in {where}", (("rag-fill-differs", where),)
    )


@kind("rag-typed-differs", "letter", rag="letters", tally="")
def letter_typed_wrong(book: Book, rng: Random) -> Fault | None:
    return rating_typed_wrong(book, rng)


@kind("rag-typed-differs", "left from last period", rag="words", tally="")
def rating_left(book: Book, rng: Random) -> Fault | None:
    """The figure went from green to red, and Green was left."""
    measure = _judged(book, rng)
    if measure is None or rag_of(measure) == "red":
        return None
    old = cell_of(book, measure, "rag").value, cell_of(book, measure, "rag").fill
    if not make(measure, "red"):
        return None
    measure.comment = measure.comment or "The rota was short of staff."
    redraw(book)
    cell = cell_of(book, measure, "rag")
    cell.value, cell.fill = old
    where = book.spot(measure, "rag")
    return Fault((where,), f"{cell.value} for red in {where}", (("rag-fill-differs", where),))


@kind("rag-fill-differs", "against the word", rag="words", fills=True)
def coloured_wrong(book: Book, rng: Random) -> Fault | None:
    measure = _judged(book, rng)
    if measure is None:
        return None
    cell = cell_of(book, measure, "rag")
    cell.fill = FILLS[_other(rng, rag_of(measure))]
    where = book.spot(measure, "rag")
    return Fault((where,), f"{cell.value} filled {cell.fill} in {where}")


@kind("rag-fill-differs", "colour alone", rag="words", fills=True, tally="")
def colour_alone_wrong(book: Book, rng: Random) -> Fault | None:
    """All ratings are fills without words; one is wrong."""
    measure = _judged(book, rng)
    if measure is None:
        return None
    for other in book.measures:
        cell_of(book, other, "rag").value = None
    cell = cell_of(book, measure, "rag")
    cell.fill = FILLS[_other(rng, rag_of(measure))]
    where = book.spot(measure, "rag")
    return Fault(
        (where,),
        f"filled {cell.fill} for {rag_of(measure)} in {where}",
        (("status-colour-only", "anywhere"),),
    )


@kind("rag-without-value", "marker", rag="words", tally="")
def rated_without_a_figure(book: Book, rng: Random) -> Fault | None:
    """Where months stand beside their quarter the rating may be of the last of them."""
    measure = _judged(book, rng)
    if measure is None or book.layout.grain == "months in quarter":
        return None
    measure.values[-1] = rng.choice(("[c]", "[x]", "TBC", "[z]"))
    redraw(book)
    return _rated_all_the_same(book, rng, measure)


@kind("rag-without-value", "blank", rag="words", tally="")
def rated_a_blank(book: Book, rng: Random) -> Fault | None:
    measure = _judged(book, rng)
    if measure is None or book.layout.grain == "months in quarter":
        return None
    measure.values[-1] = None
    redraw(book)
    return _rated_all_the_same(book, rng, measure)


def _rated_all_the_same(book: Book, rng: Random, measure: Measure) -> Fault:
    cell = cell_of(book, measure, "rag")
    word = rng.choice(list(FILLS))
    cell.value, cell.fill = word.capitalize(), FILLS[word] if book.layout.fills else ""
    where = book.spot(measure, "rag")
    also = (
        ("value-missing", book.spot(measure)),
        ("complement-sum", "anywhere"),
        ("suppressed-worked-out", book.spot(measure)),  # its counts stand below it
    )
    return Fault((where,), f"{cell.value} beside {measure.values[-1]!r} in {where}", also)


@kind("tally-differs", "sentences", rag="words", tally="sentences")
def counted_wrong(book: Book, rng: Random) -> Fault | None:
    word = rng.choice(list(book.spots_of_tally))
    sheet, where = book.spots_of_tally[word]
    cell = next(page for page in book.pages if page.name == sheet).at(where)
    assert isinstance(cell.value, int | float)
    cell.value += rng.choice((1, 2)) if cell.value == 0 else rng.choice((-1, 1, 2))
    return Fault((where,), f"{cell.value} {word} in {where}", sheet=sheet)


@kind("tally-differs", "words", rag="words", tally="words")
def words_counted_wrong(book: Book, rng: Random) -> Fault | None:
    return counted_wrong(book, rng)


@kind("tally-differs", "a sheet of its own", rag="words", tally="sheet", editions=False)
def sheet_counted_wrong(book: Book, rng: Random) -> Fault | None:
    return counted_wrong(book, rng)


def _wrong_in_every_sense(book: Book, move: float) -> str:
    """An arrow that neither the figures' move nor better or worse bears out, where high is good."""
    return SIGNS[book.layout.travel][-1 if move > 0 else 1]


def _on_year_too(book: Book, measure: Measure, move: float) -> bool:
    """Whether the year before says the same: an arrow may be told from there."""
    on_year = move_on_year(book, measure, book.last)
    return on_year is None or on_year * move > 0


def _arrow(book: Book, rng: Random) -> Fault | None:
    measure = _judged(book, rng, "high")
    move = None if measure is None else move_of(book, measure, book.last)
    if measure is None or not move or abs(move) < 0.003 * measure.newest():
        return None
    if not _on_year_too(book, measure, move):
        return None
    cell = cell_of(book, measure, "travel")
    cell.value = _wrong_in_every_sense(book, move)
    where = book.spot(measure, "travel")
    return Fault((where,), f"{cell.value} for a move of {move:+g}, high is good, in {where}")


@kind("dot-typed-differs", "arrow", travel="arrows")
def arrow_typed_wrong(book: Book, rng: Random) -> Fault | None:
    return _arrow(book, rng)


@kind("dot-typed-differs", "triangle", travel="triangles")
def triangle_typed_wrong(book: Book, rng: Random) -> Fault | None:
    return _arrow(book, rng)


@kind("dot-typed-differs", "word", travel="words")
def word_typed_wrong(book: Book, rng: Random) -> Fault | None:
    measure = _judged(book, rng)
    move = None if measure is None else move_of(book, measure, book.last)
    if measure is None or not move or not _on_year_too(book, measure, move):
        return None
    cell = cell_of(book, measure, "travel")
    cell.value = {"Improved": "Worsened", "Worsened": "Improved"}[str(cell.value)]
    where = book.spot(measure, "travel")
    return Fault(
        (where,), f"{cell.value} for a move of {move:+g}, {measure.good} is good, in {where}"
    )


@kind("dot-typed-differs", "Wingdings", travel="wingdings")
def wingding_typed_wrong(book: Book, rng: Random) -> Fault | None:
    return _arrow(book, rng)


@kind("dot-typed-differs", "level for a move", travel="arrows")
def level_typed(book: Book, rng: Random) -> Fault | None:
    measure = _judged(book, rng)
    move = None if measure is None else move_of(book, measure, book.last)
    if measure is None or not move or abs(move) < 0.08 * measure.newest():
        return None
    cell = cell_of(book, measure, "travel")
    cell.value = SIGNS["arrows"][0]
    where = book.spot(measure, "travel")
    return Fault((where,), f"{cell.value} for a move of {move:+g} in {where}")


@kind("dot-typed-differs", "level beyond static_within", travel="arrows")
def level_beyond_static(book: Book, rng: Random) -> Fault | None:
    """The rule set says how far counts as static, and the figure moved farther, also in a year."""
    measure = _judged(book, rng)
    move = None if measure is None else move_of(book, measure, book.last)
    if measure is None or not move or abs(move) < 0.03 * measure.newest():
        return None
    on_year = move_on_year(book, measure, book.last)
    if on_year is not None and abs(on_year) < 0.03 * measure.newest():
        return None
    measure.rule["static_within"] = "0.1 points" if measure.unit == "percent" else "1%"
    redraw(book)
    cell = cell_of(book, measure, "travel")
    cell.value = SIGNS["arrows"][0]
    where = book.spot(measure, "travel")
    return Fault(
        (where,), f"{cell.value} for a move of {move:+g}, beyond static_within, in {where}"
    )


@kind("dot-wingdings", travel="wingdings")
def font_lost(book: Book, rng: Random) -> Fault | None:
    measure = _judged(book, rng)
    if measure is None:
        return None
    cell = cell_of(book, measure, "travel")
    if cell.value is None:
        return None
    cell.font = ""
    where = book.spot(measure, "travel")
    return Fault((where,), f"{cell.value} in another font in {where}")


def _typed_change(book: Book, rng: Random) -> tuple[Measure, float] | None:
    """An indicator with a typed change other than nothing, and that."""
    measure = some(book, rng, *ROLES, good="high")  # else a fall may be typed as a plus
    if measure is None:
        return None
    typed = cell_of(book, measure, "change").value
    return (measure, typed) if isinstance(typed, float | int) and typed else None


@kind("change-typed-differs", "sign", change=True)
def change_typed_wrong(book: Book, rng: Random) -> Fault | None:
    found = _typed_change(book, rng)
    if found is None:
        return None
    measure, typed = found
    cell = cell_of(book, measure, "change")
    cell.value = -typed
    where = book.spot(measure, "change")
    return Fault((where,), f"change {cell.value} with the wrong sign in {where}")


@kind("change-typed-differs", "left from last period", change=True)
def change_left(book: Book, rng: Random) -> Fault | None:
    found = _typed_change(book, rng)
    if found is None:
        return None
    measure, typed = found
    before = move_of(book, measure, book.last - 1)
    if not before or before * typed >= 0:
        return None
    cell = cell_of(book, measure, "change")
    scale = 0.01 if measure.unit == "percent" and book.layout.percent_as == "fraction" else 1
    cell.value = round(before * scale, 6)
    where = book.spot(measure, "change")
    return Fault(
        (where,),
        f"last period's change {cell.value} in {where}",
        (("dot-typed-differs", whole(book, measure)),),
    )
