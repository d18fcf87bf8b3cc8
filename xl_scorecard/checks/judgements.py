"""Judgements that officers typed against what the rule gives."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.context import Check, Context, finding
from xl_scorecard.domain.bands import NO_DATA, Rating
from xl_scorecard.domain.finding import Finding, Severity

_WORDS: dict[str, tuple[str, ...]] = {
    "g": ("green", "good"), "green": ("green", "good"), "a": ("amber",), "amber": ("amber",),
    "r": ("red",), "red": ("red",), "y": ("yellow",), "yellow": ("yellow",),
    "good": ("good", "green"), "acceptable": ("acceptable",),
}  # fmt: skip
_TRAVEL_WORDS = {
    "improved": "improved", "improving": "improved", "better": "improved",
    "worsened": "worsened", "worsening": "worsened", "worse": "worsened",
    "deteriorated": "worsened", "static": "static", "stable": "static", "no change": "static",
    "same": "static", "sustained": "static",
}  # fmt: skip


def statuses_meant(text: str, rating: Rating) -> set[str] | None:
    """The statuses a typed word can mean under a rating, or None where it means none of them."""
    word = text.strip().casefold()
    for band in rating.all_bands:
        if word in (band.label.casefold(), band.status):
            return {band.status}
    known = {band.status for band in rating.bands}
    return {s for s in _WORDS.get(word, ()) if s in known} or None


def _rag(context: Context) -> Iterator[Finding]:
    rating = context.rule_set.bands
    for measure in context.measures:
        typed = measure.typed_rag
        if typed is None:
            continue
        meant = statuses_meant(typed.text, rating)
        status = context.status(measure)
        if meant is None or status in meant or status == NO_DATA:
            continue
        label = rating.band(status).label
        yield finding(
            "rag-typed-differs",
            Severity.ERROR,
            measure,
            typed.ref,
            f"{measure.name}: {typed.text} is typed, but the rule gives {label}",
            found=typed.text,
            expected=label,
        )


def _travel(context: Context) -> Iterator[Finding]:
    for measure in context.measures:
        typed = measure.typed_travel
        given = context.travels[measure.sheet, measure.row]
        if typed is None or given is None:
            continue
        meant = _TRAVEL_WORDS.get(typed.text.casefold())
        if meant is not None and meant != given:
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


RAG_DIFFERS = Check(
    "rag-typed-differs", Severity.ERROR, "a typed RAG that the rule contradicts", _rag
)
TRAVEL_DIFFERS = Check(
    "dot-typed-differs",
    Severity.ERROR,
    "a typed direction of travel that the figures contradict",
    _travel,
)
