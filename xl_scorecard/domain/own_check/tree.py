"""What an own check says, as a tree: figures, numbers, sums, comparisons and what is made of them.

`at` is the letter of the text, from 0, where a part begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True)
class Number:
    """A number as typed; `80%` is 0.8."""

    value: Fraction
    text: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Figure:
    """`[SEEN]`: an indicator's figure, by its id as the rule set has it."""

    id: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Chain:
    """Parts joined by + and -, or by * and /, from left to right."""

    first: Part
    rest: tuple[tuple[str, Part], ...]
    at: int = field(default=0, compare=False)

    @property
    def adds(self) -> bool:
        """Whether it is one of + and -."""
        return self.rest[0][0] in "+-"


@dataclass(frozen=True)
class Minus:
    """A part with a minus before it."""

    of: Part
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Comparison:
    """Two parts and how they must stand to each other: `=`, `<>`, `<`, `<=`, `>` or `>=`."""

    left: Part
    sign: str
    right: Part
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Call:
    """A function of parts, by its name in small letters."""

    name: str
    parts: tuple[Part, ...]
    at: int = field(default=0, compare=False)


Part = Number | Figure | Chain | Minus | Comparison | Call

EARLIER = ("previous", "year_before")
"""Functions that look at an earlier period."""


def parts_of(part: Part) -> tuple[Part, ...]:
    """The parts that a part is made of, in order."""
    match part:
        case Chain(first, rest):
            return first, *(other for _, other in rest)
        case Minus(of):
            return (of,)
        case Comparison(left, _, right):
            return left, right
        case Call(_, parts):
            return parts
    return ()


def figures_of(part: Part) -> Iterator[Figure]:
    """Every figure that is named, in order."""
    if isinstance(part, Figure):
        yield part
    for inner in parts_of(part):
        yield from figures_of(inner)


def ids_of(part: Part) -> tuple[str, ...]:
    """The ids that are named, each once, in order."""
    return tuple(dict.fromkeys(figure.id for figure in figures_of(part)))


def is_truth(part: Part) -> bool:
    """Whether a part is true or false rather than a number."""
    if isinstance(part, Call):
        return is_truth(part.parts[1]) if part.name == "if" else part.name in TRUTHS
    return isinstance(part, Comparison)


TRUTHS = ("and", "or", "not", "isblank")
"""Functions that are true or false."""
