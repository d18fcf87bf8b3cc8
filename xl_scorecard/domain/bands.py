"""Ratings: the bands an outturn can fall in, their words, colours and edges.

Bands are data because councils disagree: yellow is a degree of concern in one and fine in
another, and the edge of a band belongs to the better side in some and to the worse in others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

NOT_RATED = "not_rated"
NO_DATA = "no_data"

STATUS_PATTERN = r"^[a-z][a-z0-9_]*$"
COLOUR_PATTERN = r"^#[0-9A-Fa-f]{6}$"
LONGEST_LABEL = 40

_UP_TO = re.compile(
    r"(?P<target>target)|(?P<number>\d{1,9}(?:\.\d{1,9})?)\s*"
    r"(?P<unit>%|points?|pp|tolerances?)",
    re.IGNORECASE,
)


class Edge(BaseModel):
    """How far from target a band reaches: `multiple` of the tolerance, of target, or in points."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    amount: float = 0.0
    of: Literal["tolerance", "target", "points"] = "tolerance"


@lru_cache(maxsize=64)
def parse_edge(text: str) -> Edge | None:
    """How far a band reaches, as a rule set writes it; None where the words give no edge."""
    match = _UP_TO.fullmatch(text.strip())
    if match is None:
        return None
    if match["target"]:
        return Edge()
    amount, unit = float(match["number"]), match["unit"].lower()
    if unit == "%":
        return Edge(amount=amount / 100, of="target")
    if unit.startswith("tolerance"):
        return Edge(amount=amount, of="tolerance")
    return Edge(amount=amount, of="points")


class Band(BaseModel):
    """One status of a rating: its word, label, colours, and how far from target it reaches."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    status: str = Field(
        pattern=STATUS_PATTERN,
        description="The word in the JSON: small letters, digits, _",
        examples=["on_track"],
    )
    label: str = Field(
        min_length=1,
        max_length=LONGEST_LABEL,
        description="The word in the workbook, at most 40 letters",
        examples=["On track"],
    )
    fill: str = Field(
        "#E7EBED",
        pattern=COLOUR_PATTERN,
        description="Colour of the cell, in quotes",
        examples=["#00703C"],
    )
    text: str = Field(
        "#1F2A30",
        pattern=COLOUR_PATTERN,
        description="Colour of the letters, in quotes",
        examples=["#FFFFFF"],
    )
    concern: int = Field(
        0,
        ge=0,
        le=3,
        description="0 none, 1, 2, 3 worst; above 0 it needs attention",
        examples=[2],
    )
    up_to: str | None = Field(
        None,
        description="How far on the wrong side of target the band reaches: target, "
        "1 tolerance, 2 tolerances, 10% (of target), 5 points. The worst band has none.",
        examples=["1 tolerance"],
    )

    @property
    def edge(self) -> Edge | None:
        """The band's outer edge, or None for the worst band."""
        return None if self.up_to is None else parse_edge(self.up_to)


def _band(status: str, label: str, fill: str, text: str, **more: Any) -> Band:
    """A band of ours, made without the validation that a file's bands need."""
    return Band.model_construct(status=status, label=label, fill=fill, text=text, **more)


NOT_RATED_BAND = _band(NOT_RATED, "Not rated", "#E7EBED", "#1F2A30")
NO_DATA_BAND = _band(NO_DATA, "No data", "#FFFFFF", "#4A5459")


class Rating(BaseModel):
    """Bands from best to worst; the first whose edge the shortfall does not pass applies."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    bands: tuple[Band, ...] = Field(
        min_length=2,
        description="From best to worst, two or more",
        examples=[
            [
                {"status": "met", "label": "Met", "up_to": "target"},
                {"status": "missed", "label": "Missed", "concern": 3},
            ]
        ],
    )
    edge_belongs_to: Literal["better", "worse"] = Field(
        "better", description="Which band has an outturn exactly on an edge", examples=["worse"]
    )
    not_rated: Band = Field(
        NOT_RATED_BAND,
        description="The band of rows without a rating; keep its status",
        examples=[{"status": NOT_RATED, "label": "For information"}],
    )
    no_data: Band = Field(
        NO_DATA_BAND,
        description="The band of rows without a figure; keep its status",
        examples=[{"status": NO_DATA, "label": "Awaited"}],
    )

    @property
    def all_bands(self) -> tuple[Band, ...]:
        """Every band, with the two for rows that have no rating."""
        return (*self.bands, self.not_rated, self.no_data)

    def band(self, status: str) -> Band:
        """The band with this status word; raises KeyError where there is none."""
        for band in self.all_bands:
            if band.status == status:
                return band
        raise KeyError(status)


_WHITE, _DARK = "#FFFFFF", "#241A00"


def _rating(*bands: Band) -> Rating:
    return Rating.model_construct(bands=bands)


CONCERN = _rating(
    _band("good", "Good", "#00703C", _WHITE, up_to="target"),
    _band("acceptable", "Acceptable", "#B9E0C6", "#0B3B1F", up_to="1 tolerance"),
    _band("yellow", "Yellow", "#FFE97A", "#332900", up_to="2 tolerances", concern=1),
    _band("amber", "Amber", "#F5A623", _DARK, up_to="3 tolerances", concern=2),
    _band("red", "Red", "#B3001B", _WHITE, concern=3),
)
"""The rating of the report the project started from: meets target, within tolerance, then
three degrees of concern, each one tolerance wide."""

RAG = _rating(
    _band("green", "Green", "#00703C", _WHITE, up_to="target"),
    _band("amber", "Amber", "#F5A623", _DARK, up_to="1 tolerance", concern=2),
    _band("red", "Red", "#B3001B", _WHITE, concern=3),
)
"""Green on target, amber within tolerance, red beyond it."""

BUILT_IN: dict[str, Rating] = {"concern": CONCERN, "rag": RAG}
