"""100 where 100% is meant: percentages are held as shares, so that 84% is far below 84."""

from __future__ import annotations

from collections.abc import Iterator, Set

from xl_scorecard.domain.own_check.tokens import Wrong
from xl_scorecard.domain.own_check.tree import (
    EARLIER,
    Call,
    Chain,
    Comparison,
    Figure,
    Minus,
    Number,
    Part,
    parts_of,
)
from xl_scorecard.domain.scale import MOST_AS_FRACTION

_AS_LARGE = ("sum", "min", "max", "abs", *EARLIER)


def hundreds_beside_shares(part: Part, shares: Set[str]) -> Iterator[Wrong]:
    """Bare numbers that percentages are compared with; `shares` are the ids of percentages."""
    if isinstance(part, Comparison):
        for one, other in ((part.left, part.right), (part.right, part.left)):
            if _is_share(one, shares):
                yield from _bare(other)
    for inner in parts_of(part):
        yield from hundreds_beside_shares(inner, shares)


def _bare(part: Part) -> Iterator[Wrong]:
    number = part.of if isinstance(part, Minus) else part
    if isinstance(number, Number) and "%" not in number.text and number.value > MOST_AS_FRACTION:
        what = f"{number.text} beside percentages is {float(number.value * 100):,.10g}%"
        yield Wrong(number.at, what, f"write {number.text}%")


def _is_share(part: Part, shares: Set[str]) -> bool:
    """Whether a part is a percentage, or percentages added up."""
    match part:
        case Figure(id_):
            return id_ in shares
        case Minus(of):
            return _is_share(of, shares)
        case Chain() if part.adds:
            return all(_is_share(p, shares) for p in parts_of(part) if not isinstance(p, Number))
        case Call(name, parts) if name in _AS_LARGE:
            return all(_is_share(inner, shares) for inner in parts)
    return False
