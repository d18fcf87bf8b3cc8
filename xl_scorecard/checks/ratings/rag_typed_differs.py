"""A rating that was typed, in a column of its own or with the figure, against the rule's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.arrow_words import as_seen
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Rating
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.lexicon.signs import CIRCLE, EMOJI_STYLE, STAR, TRIANGLE
from xl_scorecard.domain.scorecard import Measure
from xl_scorecard.domain.status_words import parse_status

_COLOURS: dict[Standing, tuple[str, ...]] = {
    Standing.GREEN: ("green", "good"),
    Standing.YELLOW: ("yellow",),
    Standing.AMBER: ("amber",),
    Standing.RED: ("red",),
}


def _differs(context: Context) -> Iterator[Found]:
    rating = context.rule_set.bands
    shapes = _sheets_with_stars(context.rows)
    for row in context.rows:
        measure, status = row.measure, row.status
        if status == NO_DATA or (status == NOT_RATED and measure.polarity is not Polarity.NEITHER):
            continue  # nothing to hold it against: what is missing is a finding of its own
        for text, place, font in _typed(measure, context):
            meant = statuses_meant(text, rating, font, shapes=measure.sheet in shapes)
            if meant is None or status in meant:
                continue
            label = rating.band(status).label
            yield Found.in_row(
                row,
                place,
                f"{measure.name}: {text} is typed, but the rule gives {label}",
                found=text,
                expected=label,
            )


def _typed(measure: Measure, context: Context) -> Iterator[tuple[str, str, str | None]]:
    """The ratings typed for a measure: in a column of their own, and with the figure."""
    typed = measure.typed_rag
    if typed is not None and typed.ref not in {o.cell for o in measure.outturns.values()}:
        yield typed.text, typed.ref, typed.font
    outturn = measure.outturn(context.period)  # one beside an earlier figure is not about this
    if outturn is not None and outturn.typed is not None:
        yield outturn.typed, outturn.cell, None


def _sheets_with_stars(rows: Sequence[AssessedRow]) -> set[str]:
    """The sheets whose ratings are stars, circles and triangles: only they have a star."""
    typed = ((m.sheet, m.typed_rag) for m in (r.measure for r in rows) if m.typed_rag is not None)
    return {sheet for sheet, cell in typed if _sign(cell.text, cell.font) in tuple(STAR)}


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


_RULES = ("{id: A1, name: Children seen, unit: percent, good_is: high, tolerance: 5 points}",)
CHECK = Check(
    slug="rag-typed-differs",
    severity=Severity.ERROR,
    looks_for="a typed RAG that the rule contradicts",
    question="Is a rating typed that figure and target do not bear out?",
    run=_differs,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG"),
            ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.66), "Green"),
        ),
        rules=_RULES,
        finds=("F2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG"),
            ("A1", "Children seen", Percent(0.8), Percent(0.7), Percent(0.82), "Green"),
        ),
        rules=_RULES,
    ),
)
