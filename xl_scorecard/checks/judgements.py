"""Judgements that officers typed against what the rule gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xl_scorecard.checks.context import Check, Context, finding
from xl_scorecard.domain.arrow_words import (
    EMOJI_STYLE,
    WINGDINGS_ARROWS,
    Arrow,
    as_seen,
    parse_arrow,
)
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Rating
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Basis, Polarity
from xl_scorecard.domain.scorecard import Measure
from xl_scorecard.domain.status_words import CIRCLE, STAR, TRIANGLE, Standing, parse_status

_SMALL_MOVE = 0.05
_FROM_NOTHING = 1e6
_WORTH = {"improved": 1, "static": 0, "worsened": -1}
_COLOURS: dict[Standing, tuple[str, ...]] = {
    Standing.GREEN: ("green", "good"),
    Standing.YELLOW: ("yellow",),
    Standing.AMBER: ("amber",),
    Standing.RED: ("red",),
}
_TRAVEL_WORDS = {
    **dict.fromkeys(
        ("improved", "improving", "improvement", "better", "getting better"), "improved"),
    **dict.fromkeys(
        ("worsened", "worsening", "worse", "getting worse", "deteriorated", "deteriorating"),
        "worsened"),
    **dict.fromkeys(
        ("static", "stable", "no change", "same", "sustained", "unchanged", "steady",
         "maintained"), "static"),
}  # fmt: skip
_ARROW_WORDS = {
    **dict.fromkeys(("up", "increase", "increased", "increasing", "rising", "rose", "risen",
                     "higher"), Arrow.UP),
    **dict.fromkeys(("down", "decrease", "decreased", "decreasing", "falling", "fell", "fallen",
                     "lower", "declining", "declined", "decline"), Arrow.DOWN),
}  # fmt: skip


def statuses_meant(
    text: str, rating: Rating, font: str | None = None, *, shapes: bool = False
) -> set[str] | None:
    """The statuses that a typed word, letter or symbol can mean under a rating, or None.

    A pair of colours may mean what lies between them. `shapes` says that the column uses the
    star, circle and triangle of East Riding and Harlow; elsewhere those shapes say nothing.
    """
    word = text.strip().casefold()
    for band in rating.all_bands:
        if word in (band.label.casefold(), band.status):
            return {band.status}
    if word in ("good", "acceptable"):
        return _known((word, "green") if word == "good" else (word,), rating)
    standings = _shape(_sign(text, font)) if shapes else parse_status(text, font)
    if standings is None:
        return None
    found = [_of(standing, rating) for standing in standings]
    if any(statuses is None for statuses in found):
        return None
    order = [band.status for band in rating.bands]
    places = [order.index(status) for statuses in found for status in statuses or ()]
    return set(order[min(places) : max(places) + 1]) if len(standings) > 1 else found[0]


def _sign(text: str, font: str | None) -> str:
    return as_seen(text, font).replace(EMOJI_STYLE, "").strip()


def _shape(sign: str) -> frozenset[Standing] | None:
    for signs, standing in ((STAR, Standing.MET), (CIRCLE, Standing.NEAR)):
        if sign and sign in signs:
            return frozenset({standing})
    return frozenset({Standing.MISSED}) if sign and sign in TRIANGLE else None


def _of(standing: Standing, rating: Rating) -> set[str] | None:
    """What is on target counts as near it too: councils differ in where a tolerance belongs."""
    if standing in _COLOURS:
        return _known(_COLOURS[standing], rating)
    best, *others = rating.bands
    near = {
        band.status
        for band in others
        if band.edge is not None and band.edge.of == "tolerance" and band.edge.amount <= 1
    }
    if standing is Standing.MISSED:
        return {band.status for band in others}
    return {best.status, *near} if standing is Standing.MET or near else None


def _known(statuses: Iterable[str], rating: Rating) -> set[str] | None:
    known = {band.status for band in rating.bands}
    return {status for status in statuses if status in known} or None


def _typed(measure: Measure, context: Context) -> Iterator[tuple[str, str, str | None]]:
    """The ratings typed for a measure: in a column of their own, and with the figure."""
    typed = measure.typed_rag
    if typed is not None and typed.ref not in {o.cell for o in measure.outturns.values()}:
        yield typed.text, typed.ref, typed.font
    outturn = measure.outturn(context.period)  # one beside an earlier figure is not about this
    if outturn is not None and outturn.typed is not None:
        yield outturn.typed, outturn.cell, None


def _rag(context: Context) -> Iterator[Finding]:
    rating = context.rule_set.bands
    shapes = _sheets_with_stars(context.measures)
    for row in context.rows:
        measure, status = row.measure, row.status
        if status == NO_DATA or (status == NOT_RATED and measure.polarity is not Polarity.NEITHER):
            continue  # nothing to hold it against: what is missing is a finding of its own
        for text, place, font in _typed(measure, context):
            meant = statuses_meant(text, rating, font, shapes=measure.sheet in shapes)
            if meant is None or status in meant:
                continue
            label = rating.band(status).label
            yield finding(
                "rag-typed-differs",
                Severity.ERROR,
                measure,
                place,
                f"{measure.name}: {text} is typed, but the rule gives {label}",
                found=text,
                expected=label,
            )


def _sheets_with_stars(measures: Iterable[Measure]) -> set[str]:
    """The sheets whose ratings are stars, circles and triangles: only they have a star."""
    typed = ((m.sheet, m.typed_rag) for m in measures if m.typed_rag is not None)
    return {sheet for sheet, cell in typed if _sign(cell.text, cell.font) in tuple(STAR)}


def _travel(context: Context) -> Iterator[Finding]:
    for row in context.rows:
        measure, given = row.measure, row.travel
        typed = measure.typed_travel
        if typed is None or given is None or not _contradicts(typed, measure, context):
            continue
        yield finding(
            "dot-typed-differs",
            Severity.ERROR,
            measure,
            typed.ref,
            f"{measure.name}: {typed.text} is typed, but the figures {given}"
            if given != "static"
            else f"{measure.name}: {typed.text} is typed, but the figure has not moved",
            found=typed.text,
            expected=given,
        )


def _travel_word(typed: Cell) -> str | None:
    words = "".join(ch for ch in typed.text.casefold() if ch.isalpha() or ch.isspace())
    return _TRAVEL_WORDS.get(" ".join(words.split()))


def _arrow(typed: Cell) -> Arrow | None:
    return parse_arrow(typed.text, typed.font) or _ARROW_WORDS.get(typed.text.casefold())


def _contradicts(typed: Cell, measure: Measure, context: Context) -> bool:
    """Whether an arrow or word is wrong in every sense it may have.

    It may compare with the period before or the same a year ago, and an arrow may show the number
    or its worth (Havering, LAIT, Kent). A level arrow may also mean a small move or an unchanged
    rating, so it contradicts nothing; the word for it leaves room for a small move only.
    """
    if measure.polarity not in (Polarity.HIGH, Polarity.LOW):
        return False
    moves = list(_moves(measure, context))
    signs = {(moved > 0) - (moved < 0) for moved in moves}
    worth = signs if measure.polarity is Polarity.HIGH else {-sign for sign in signs}
    word = _travel_word(typed)
    if word == "static":
        return all(abs(moved) > _SMALL_MOVE for moved in moves)
    if word is not None:
        return bool(signs) and _WORTH[word] not in worth
    arrow = _arrow(typed)
    return arrow not in (None, Arrow.LEVEL) and bool(signs) and arrow.value not in signs | worth


def _moves(measure: Measure, context: Context) -> Iterator[float]:
    """How the figure moved since the period before and in a year, as fractions of it.

    Within a year a cumulative figure only grows, which says nothing.
    """
    current = measure.outturn(context.period)
    if current is None or current.value is None:
        return
    for before in (context.period.previous, context.period.year_before):
        earlier = measure.outturn(before)
        cumulative = measure.basis is Basis.YEAR_TO_DATE and before != context.period.year_before
        if earlier is None or earlier.value is None or cumulative:
            continue
        moved = round(current.value - earlier.value, 12)
        yield moved / abs(earlier.value) if earlier.value else moved * _FROM_NOTHING


def _lost_font(context: Context) -> Iterator[Finding]:
    for measure in context.measures:
        typed = measure.typed_travel
        if typed is None or typed.font is None or typed.text not in WINGDINGS_ARROWS:
            continue
        if as_seen(typed.text, typed.font) != typed.text:
            continue  # shown in Wingdings, it is an arrow
        arrow = as_seen(typed.text, "Wingdings")
        yield finding(
            "dot-wingdings",
            Severity.WARNING,
            measure,
            typed.ref,
            f"{measure.name}: {typed.text} is an arrow only in the font Wingdings, and this cell "
            f"is in {typed.font}; type {arrow}, which every font has",
            found=typed.text,
            expected=arrow,
        )


RAG_DIFFERS = Check(
    "rag-typed-differs", Severity.ERROR, "a typed RAG that the rule contradicts", _rag
)
TRAVEL_DIFFERS = Check(
    "dot-typed-differs",
    Severity.ERROR,
    "a typed direction of travel that the figures contradict",
    _travel,
)
LOST_FONT = Check(
    "dot-wingdings",
    Severity.WARNING,
    "a letter such as ñ that is an arrow in Wingdings, in another font",
    _lost_font,
)
