"""The ratings that docs/rules.md names, written out from its tables: bands from best to worst."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.live.unsaid import Unsaid

TARGET, TOLERANCES, SHARE, POINTS = "target", "tolerances", "share", "points"
"""What a band reaches by: the target, multiples of tolerance, a share of target, points."""


@dataclass(frozen=True)
class Band:
    """A band: its words, colour and concern, and how far short of target it reaches."""

    status: str
    label: str
    concern: int
    by: str | None
    reach: Fraction = Fraction(0)
    fill: str | None = None

    def length(
        self, target: Fraction, tolerance: Fraction, *, percent: bool, span: bool
    ) -> Fraction:
        """How far short of a target it reaches."""
        if self.by == TOLERANCES:
            return self.reach * tolerance
        if self.by == POINTS:
            return self.reach / 100 if percent else self.reach
        if span:
            raise Unsaid("a band that reaches a share of the target, where that is a range")
        return self.reach * target


@dataclass(frozen=True)
class Rating:
    """A rating; `written` is its entry under `ratings`, for those that are not built in."""

    name: str
    bands: tuple[Band, ...]
    written: dict[str, Any] | None = None
    edge_is_worse: bool = False
    not_rated: Band = Band("not_rated", "Not rated", 0, None)
    no_data: Band = Band("no_data", "No data", 0, None)

    @property
    def all(self) -> tuple[Band, ...]:
        """The bands, and what stands where there is none."""
        return (*self.bands, self.not_rated, self.no_data)


CONCERN = Rating(
    "concern",
    (
        Band("good", "Good", 0, TARGET),
        Band("acceptable", "Acceptable", 0, TOLERANCES, Fraction(1)),
        Band("yellow", "Yellow", 1, TOLERANCES, Fraction(2)),
        Band("amber", "Amber", 2, TOLERANCES, Fraction(3)),
        Band("red", "Red", 3, None),
    ),
)
RAG = Rating(
    "rag",
    (
        Band("green", "Green", 0, TARGET),
        Band("amber", "Amber", 2, TOLERANCES, Fraction(1)),
        Band("red", "Red", 3, None),
    ),
)


def _own(name: str, bands: list[Band], *, worse: bool = False, **others: Band) -> Rating:
    """A rating of one's own, with its entry for the rule set."""
    entry: dict[str, Any] = {"bands": [_entry(band) for band in bands]}
    if worse:
        entry["edge_belongs_to"] = "worse"
    entry |= {word: _entry(band) for word, band in others.items()}
    return Rating(name, tuple(bands), entry, worse, **others)


def _entry(band: Band) -> dict[str, Any]:
    """A band as it is written."""
    entry: dict[str, Any] = {"status": band.status, "label": band.label}
    if band.fill:
        entry |= {"fill": band.fill, "text": "#FFFFFF"}
    if band.by is not None:
        entry["up_to"] = {
            TARGET: "target",
            TOLERANCES: f"{float(band.reach):g} tolerance{'' if band.reach == 1 else 's'}",
            SHARE: f"{float(band.reach * 100):g}%",
            POINTS: f"{float(band.reach):g} points",
        }[band.by]
    if band.concern:
        entry["concern"] = band.concern
    return entry


_BLUE = Band("blue", "Exceeded", 0, TARGET, fill="#1F4E79")
_GREEN = Band("green", "On track", 0, SHARE, Fraction(2, 100), "#00703C")
_AMBER = Band("amber", "At risk", 2, TOLERANCES, Fraction(2), "#F5A623")
_RED = Band("red", "Off track", 3, None, fill="#B3001B")

FOUR_COLOURS = _own("four-colours", [_BLUE, _GREEN, _AMBER, _RED], worse=True)
FOUR_COLOURS_BETTER = _own("four-colours-better", [_BLUE, _GREEN, _AMBER, _RED])
PLAIN = _own(
    "plain",
    [
        Band("met", "Met", 0, TARGET, fill="#00703C"),
        Band("missed", "Not met", 3, None, fill="#B3001B"),
    ],
    not_rated=Band("not_rated", "For information", 0, None),
    no_data=Band("no_data", "Awaited", 0, None),
)
POINTS_AND_HALVES = _own(
    "points-and-halves",
    [
        Band("on", "On target", 0, TARGET, fill="#00703C"),
        Band("near", "Near", 1, POINTS, Fraction(1), "#86BC25"),
        Band("slipping", "Slipping", 2, TOLERANCES, Fraction(3, 2), "#F5A623"),
        Band("off", "Off", 3, None, fill="#B3001B"),
    ],
    worse=True,
)

ALL = (CONCERN, RAG, FOUR_COLOURS, FOUR_COLOURS_BETTER, PLAIN, POINTS_AND_HALVES)
