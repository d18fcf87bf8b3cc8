"""How far a band of a rating reaches: every kind of edge there is, each said once.

An edge is judged twice, by the report and by a formula on the register. Both come of `beyond`
here: over a row of numbers it gives a number, over a row of cells the text of a formula. A further
kind of edge is a further line of `KINDS`, and a word for it in docs/rules.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict

ITSELF = 1e-9
"""What a target or threshold that is missed by itself is missed by: more than rounding, less than
any band."""


class Judged(Protocol):
    """A row as edges see it, in numbers or in cells; all in the unit of its figures.

    `short` is how far the outturn is on the wrong side of target; `tolerance` and `point` are what
    one of each comes to, `size` is that of the target, `past_floor` how far the outturn is past its
    floor. The others are figures, of which there may be none.
    """

    @property
    def short(self) -> Any:
        """How far the outturn is on the wrong side of target."""

    @property
    def tolerance(self) -> Any:
        """What one tolerance comes to."""

    @property
    def size(self) -> Any:
        """The target without its sign."""

    @property
    def point(self) -> Any:
        """What a point is worth."""

    @property
    def past_floor(self) -> Any:
        """How far the outturn is past its floor; without one, short of target."""

    @property
    def previous(self) -> Any:
        """The outturn of the period before."""

    @property
    def year_before(self) -> Any:
        """The outturn of a year before."""

    def worse_than(self, figure: Any) -> Any:
        """How far the outturn is on the wrong side of a figure; of none, of the target."""


class Edge(BaseModel):
    """How far a band reaches: `amount` of a kind of thing."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    amount: float = 0.0
    of: str = "tolerance"

    @property
    def kind(self) -> EdgeKind:
        """What it is an amount of."""
        return _by_name()[self.of]


@dataclass(frozen=True)
class EdgeKind:
    """A kind of edge: how a rule set writes it, what an outturn beyond it is beyond by, and what a
    key calls it.

    `written` is a pattern with the figure as `number`, if there is one. `needs_target` says that
    it is a distance from target; `owns_itself` that an outturn exactly on it is always within, as
    no worse than a year ago is.
    """

    of: str
    written: str
    beyond: Callable[[float, Judged], Any]
    said: Callable[[float], str]
    example: str = ""
    needs_target: bool = True
    owns_itself: bool = False
    rests_on: str = ""
    """The figure of the row that it rests on, which a formula may not be able to tell."""
    in_percent: bool = False
    """Whether the number that is written is in percent."""


_NUMBER = r"(?P<number>\d{1,9}(?:\.\d{1,9})?)\s*"
_TIMES = {1.0: "the tolerance", 2.0: "twice the tolerance", 3.0: "three times the tolerance"}
KINDS = (
    EdgeKind(
        "tolerance", rf"target|{_NUMBER}tolerances?",
        lambda n, row: row.short - n * row.tolerance if n else row.short,
        lambda n: _TIMES.get(n, f"{n:g} times the tolerance"), "1 tolerance",
    ),
    EdgeKind(
        "target", rf"{_NUMBER}%",
        lambda n, row: row.short - n * row.size if n else row.short,
        lambda n: f"{n:.3%}".replace(".000", ""), "10%", in_percent=True,
    ),
    EdgeKind(
        "points", rf"{_NUMBER}(?:points?|pp)",
        lambda n, row: row.short - n * row.point if n else row.short,
        lambda n: f"{n:g} points", "5 points",
    ),
    EdgeKind(
        "floor", r"floor",
        lambda _, row: row.past_floor, lambda _: "the floor", "floor", rests_on="floor",
    ),
    EdgeKind(
        "year_before", r"(?:no worse than )?(?:last year|a year ago)",
        lambda _, row: row.worse_than(row.year_before), lambda _: "a year ago", "last year",
        owns_itself=True, rests_on="year_before",
    ),
    EdgeKind(
        "previous", r"(?:no worse than )?(?:last|the) period(?: before)?",
        lambda _, row: row.worse_than(row.previous), lambda _: "the period before", "last period",
        owns_itself=True, rests_on="previous",
    ),
    EdgeKind(
        "figure", "", lambda n, row: row.worse_than(n), lambda n: f"{n:g}", needs_target=False,
    ),
)  # fmt: skip
"""Every kind of edge."""


@cache
def _by_name() -> dict[str, EdgeKind]:
    return {kind.of: kind for kind in KINDS}


@lru_cache(maxsize=64)
def parse_edge(text: str) -> Edge | None:
    """How far a band reaches, as a rule set writes it; None where the words give no edge."""
    said = " ".join(text.split())
    for kind in KINDS:
        match = re.fullmatch(kind.written, said, re.IGNORECASE) if kind.written else None
        if match is not None:
            number = match.groupdict().get("number")
            amount = float(number) if number else 0.0
            return Edge(amount=amount / 100 if kind.in_percent else amount, of=kind.of)
    return None


def edge_examples() -> tuple[str, ...]:
    """How each kind is written, by an example."""
    return tuple(kind.example for kind in KINDS if kind.example)
