"""Names short enough for the title of a chart, and still told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LONGEST = 78
_DOTS = "…"

Pieces = tuple[tuple[int, int], ...]
"""Which stretches of a name are shown: where each begins, counted from 0, and how long it is."""


def shortened(names: Sequence[str], longest: int = LONGEST) -> Mapping[str, Pieces]:
    """The stretches of each name that is longer; of those alike at both ends, one where they
    differ."""
    long = sorted({name for name in names if len(name) > longest})
    half, part = longest // 2 - 1, longest // 3 - 1
    by_ends: dict[tuple[str, str], list[str]] = {}
    for name in long:
        by_ends.setdefault((name[:half], name[-half:]), []).append(name)
    found: dict[str, Pieces] = {}
    for name in long:
        pieces = _at_words(name, half)
        alike = [o for o in by_ends[name[:half], name[-half:]] if o != name]
        if alike:
            apart = max(_differs(name, other) for other in alike)
            pieces = _apart(name, part, apart)
        found[name] = pieces
    return found


def _apart(name: str, part: int, at: int) -> Pieces:
    """Its beginning, a stretch from a place on at which it differs, and its end: whole words where
    that leaves enough."""
    first = name.rfind(" ", part // 2, part + 1)
    first = part if first < 0 else first
    last = name.find(" ", len(name) - part, len(name) - part // 2)
    last = len(name) - part if last < 0 else last + 1
    begins = name.rfind(" ", first, at + 1) + 1
    begins = begins if first < begins and at - begins < part // 2 else max(at - 4, first)
    begins = min(begins, last - part // 2)
    ends = name.rfind(" ", max(begins, at) + 2, begins + part + 1)
    ends = min(begins + part if ends < 0 else ends, last)
    return (0, first), (begins, ends - begins), (last, len(name) - last)


def _at_words(name: str, half: int) -> Pieces:
    """Its beginning and its end, whole words where that leaves enough."""
    end = name.rfind(" ", half // 2, half + 1)
    begins = name.find(" ", len(name) - half, len(name) - half // 2)
    first = half if end < 0 else end
    last = len(name) - half if begins < 0 else begins + 1
    return (0, first), (last, len(name) - last)


def _differs(name: str, other: str) -> int:
    pairs = enumerate(zip(name, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(name), len(other)))


def said(name: str, pieces: Pieces | None) -> str:
    """A name as its stretches show it."""
    if pieces is None:
        return name
    return _DOTS.join(name[start : start + length].strip() for start, length in pieces)


def formula(name: str, pieces: Pieces | None) -> str:
    """The same of a name that a formula part gives."""
    if pieces is None:
        return name
    parts = (f"TRIM(MID({name},{start + 1},{length}))" for start, length in pieces)
    return f'&"{_DOTS}"&'.join(parts)
