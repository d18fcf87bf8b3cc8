"""What a band of a rating means, in words for the key of the Summary."""

from __future__ import annotations

from collections.abc import Sequence

from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Band, Rating

_MOST_WORDS = 4
_LENGTHS = ("tolerance", "target", "points")


def meaning(band: Band, rating: Rating) -> str:
    """What a band means, in words."""
    if band.status == NOT_RATED:
        return "For information: no target, or neither way is good"
    if band.status == NO_DATA:
        return "No figure: awaited, suppressed or not available"
    by_figure = _by_figure(rating.bands.index(band), rating)
    if not band.words:
        return by_figure
    begun = tuple(f"{word} " for word in band.words)  # `Limited` says enough of `Limited assurance`
    words = ", ".join([word for word in band.words if not word.startswith(begun)][:_MOST_WORDS])
    return f"{by_figure}; in words: {words}" if by_figure else f"In words: {words}"


def _by_figure(position: int, rating: Rating) -> str:
    """What it means where figures are numbers; nothing where none falls in it."""
    band, better = rating.bands[position], rating.bands[:position]
    if band is not rating.bands[-1] and band.edge is None:
        return ""
    inner = _inner(better)
    if band.edge is None:
        return _worst(inner)
    reach = _reach(band)
    if band.edge.of in _LENGTHS:
        if not reach:
            return "Meets or exceeds target"
        first = inner is None or not _reach(inner)
        return f"Within {reach} of target" if first else f"Short of target by up to {reach}"
    if band.edge.of == "figure":
        return f"{reach} or better"
    if band.edge.of == "done":
        return "Done, by its date"
    if band.edge.of == "floor":
        return "Short of target, no worse than the floor"
    return f"Short of target, no worse than {reach}"


def _worst(inner: Band | None) -> str:
    """What the last band means by the one before it that figures fall in."""
    if inner is None:
        return ""
    reach = _reach(inner)
    if inner.edge is not None and inner.edge.of not in _LENGTHS:
        short = "" if inner.edge.of == "figure" else "Short of target, "
        return f"{short}worse than {reach}".capitalize()
    return f"More than {reach} short of target" if reach else "Short of target"


def _inner(better: Sequence[Band]) -> Band | None:
    """The band just better than some, of those that figures fall in."""
    return next((band for band in reversed(better) if band.edge is not None), None)


def _reach(band: Band) -> str:
    """How far a band reaches; nothing where that is the target."""
    edge = band.edge
    if edge is None or (edge.of in _LENGTHS and edge.amount == 0):
        return ""
    return str(band.ends_at) if edge.of == "figure" else edge.kind.said(edge.amount)
