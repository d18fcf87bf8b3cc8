"""Numbers that their cell's own format does not show: `[<5]"c";0`, `;;;`."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from xl_scorecard.domain.hides import Hides

_PARTS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|;|.')
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_SHOWS = re.compile(r"[0#?@%dmyhse]|general", re.IGNORECASE)
_ALL = Hides(None, None)


@lru_cache(maxsize=1024)
def hidden_numbers(code: str) -> Hides | None:
    """The numbers that a number format shows as words, or not at all; None where it shows all.

    That zeros are shown as a dash, or not at all, hides nothing.
    """
    if ";" not in code and "[" not in code and '"' not in code:
        return None
    sections = _sections(code)[:3]
    conditions = [_condition(section) for section in sections]
    hidden = [not _shows(section) for section in sections]
    found = _by_condition(conditions, hidden) if conditions[0] is not None else _by_sign(hidden)
    return None if found is not None and found.below is not None and found.below <= 0 else found


def _by_sign(hidden: list[bool]) -> Hides | None:
    """The first section is for numbers above 0, or all; the second for those below."""
    if not hidden[0]:
        return None
    return _ALL if len(hidden) == 1 or hidden[1] else Hides(0.0, None)


def _by_condition(conditions: list[Hides | None], hidden: list[bool]) -> Hides | None:
    found: Hides | None = None
    first = conditions[0]
    for condition, hides in zip(conditions, hidden, strict=True):
        if hides and first is not None:
            numbers = condition or _rest(first)
            found = numbers.with_(found)
    return found


def _rest(first: Hides) -> Hides:
    """What is left where a first section has taken its numbers."""
    if first.above is None and first.below is not None:
        return Hides(math.nextafter(first.below, -math.inf), None)
    if first.below is None and first.above is not None:
        return Hides(None, math.nextafter(first.above, math.inf))
    return _ALL


def _condition(section: str) -> Hides | None:
    match = _CONDITION.search(section)
    if match is None:
        return None
    number = float(match[2])
    over, under = math.nextafter(number, math.inf), math.nextafter(number, -math.inf)
    return {
        "<": Hides(None, number),
        "<=": Hides(None, over),
        ">": Hides(number, None),
        ">=": Hides(under, None),
        "=": Hides(under, over),
        "<>": _ALL,
    }[match[1]]


def _sections(code: str) -> list[str]:
    sections = [""]
    for part in _PARTS.findall(code):
        if part == ";":
            sections.append("")
        else:
            sections[-1] += part
    return sections


def _shows(section: str) -> bool:
    """Whether digits of the number are in it."""
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', "", section)
    elapsed = re.search(r"\[[hms]+\]", section, re.IGNORECASE)
    return elapsed is not None or _SHOWS.search(bare) is not None
