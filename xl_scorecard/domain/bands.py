"""Ratings: the bands an outturn can fall in, their words, colours and edges.

Bands are data because councils disagree: yellow is a degree of concern in one and fine in
another, and the edge of a band belongs to the better side in some and to the worse in others.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

NOT_RATED = "not_rated"
NO_DATA = "no_data"

_UP_TO = re.compile(
    r"(?P<target>target)|(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>%|points?|pp|tolerances?)",
    re.IGNORECASE,
)
Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Edge(BaseModel):
    """How far from target a band reaches: `multiple` of the tolerance, of target, or in points."""

    model_config = ConfigDict(frozen=True)

    amount: float = 0.0
    of: Literal["tolerance", "target", "points"] = "tolerance"


class Band(BaseModel):
    """One status of a rating: its word, label, colours, and how far from target it reaches."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", description="Word in the JSON")]
    label: Annotated[str, Field(min_length=1, max_length=40, description="Word in the workbook")]
    fill: Colour = "#E7EBED"
    text: Colour = "#1F2A30"
    concern: Annotated[int, Field(ge=0, le=3, description="0 none, 1, 2, 3 worst")] = 0
    up_to: Annotated[
        str | None,
        Field(
            description="How far on the wrong side of target the band reaches: target, "
            "1 tolerance, 2 tolerances, 10% (of target), 5 points. The worst band has none."
        ),
    ] = None

    @field_validator("up_to")
    @classmethod
    def _readable(cls, value: str | None) -> str | None:
        if value is not None and _UP_TO.fullmatch(value.strip()) is None:
            raise ValueError("write target, 1 tolerance, 2 tolerances, 10% or 5 points")
        return value

    @property
    def edge(self) -> Edge | None:
        """The band's outer edge, or None for the worst band."""
        if self.up_to is None:
            return None
        match = _UP_TO.fullmatch(self.up_to.strip())
        assert match is not None  # the validator saw to it
        if match["target"]:
            return Edge()
        amount, unit = float(match["number"]), match["unit"].lower()
        if unit == "%":
            return Edge(amount=amount / 100, of="target")
        if unit.startswith("tolerance"):
            return Edge(amount=amount, of="tolerance")
        return Edge(amount=amount, of="points")


_GREY = {"fill": "#E7EBED", "text": "#1F2A30"}


class Rating(BaseModel):
    """Bands from best to worst; the first whose edge the shortfall does not pass applies."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bands: Annotated[tuple[Band, ...], Field(min_length=2)]
    edge_belongs_to: Literal["better", "worse"] = "better"
    not_rated: Band = Band(status=NOT_RATED, label="Not rated", **_GREY)
    no_data: Band = Band(status=NO_DATA, label="No data", fill="#FFFFFF", text="#4A5459")

    @model_validator(mode="after")
    def _edges(self) -> Rating:
        for band in self.bands[:-1]:
            if band.up_to is None:
                raise ValueError(f"band {band.status} needs up_to; only the last band has none")
        if self.bands[-1].up_to is not None:
            raise ValueError(f"the last band, {self.bands[-1].status}, is the worst: no up_to")
        for band, status in ((self.not_rated, NOT_RATED), (self.no_data, NO_DATA)):
            if band.status != status:
                raise ValueError(f"{status} keeps status: {status}; change its label instead")
        statuses = [band.status for band in self.all_bands]
        labels = [band.label.casefold() for band in self.all_bands]
        if len(set(statuses)) < len(statuses) or len(set(labels)) < len(labels):
            raise ValueError("every band needs a status and a label of its own")
        return self

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


_GOOD = {"fill": "#00703C", "text": "#FFFFFF"}
_AMBER = {"fill": "#F5A623", "text": "#241A00"}
_RED = {"fill": "#B3001B", "text": "#FFFFFF"}

CONCERN = Rating(
    bands=(
        Band(status="good", label="Good", up_to="target", **_GOOD),
        Band(
            status="acceptable", label="Acceptable", up_to="1 tolerance",
            fill="#B9E0C6", text="#0B3B1F",
        ),
        Band(
            status="yellow", label="Yellow", up_to="2 tolerances", concern=1,
            fill="#FFE97A", text="#332900",
        ),
        Band(status="amber", label="Amber", up_to="3 tolerances", concern=2, **_AMBER),
        Band(status="red", label="Red", concern=3, **_RED),
    )
)  # fmt: skip
"""The rating of the report the project started from: meets target, within tolerance, then
three degrees of concern, each one tolerance wide."""

RAG = Rating(
    bands=(
        Band(status="green", label="Green", up_to="target", **_GOOD),
        Band(status="amber", label="Amber", up_to="1 tolerance", concern=2, **_AMBER),
        Band(status="red", label="Red", concern=3, **_RED),
    )
)
"""Green on target, amber within tolerance, red beyond it."""

BUILT_IN: dict[str, Rating] = {"concern": CONCERN, "rag": RAG}
