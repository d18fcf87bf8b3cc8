"""Ratings: the bands an outturn can fall in, their words, colours and edges.

Bands are data because councils disagree: yellow is a degree of concern in one and fine in
another, and the edge of a band belongs to the better side in some and to the worse in others.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from xl_scorecard.domain import palette
from xl_scorecard.domain.band_edges import Edge as Edge
from xl_scorecard.domain.band_edges import parse_edge as parse_edge
from xl_scorecard.domain.number_words import parse_number, plain

NOT_RATED = "not_rated"
NO_DATA = "no_data"

STATUS_PATTERN = r"^[a-z][a-z0-9_]*$"
COLOUR_PATTERN = r"^#[0-9A-Fa-f]{6}$"
LONGEST_LABEL = 40


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
        "1 tolerance, 2 tolerances, 10% (of target), 5 points, floor, last year (no worse than a "
        "year ago), last period, done (of milestones). The worst band has none.",
        examples=["1 tolerance"],
    )
    ends_at: float | str | None = Field(
        None,
        description="The figure that the band ends at, in place of up_to: 6.6, 85%",
        examples=[6.6],
    )
    words: tuple[str, ...] = Field(
        (),
        description="Words that stand for the band where an indicator's figures are words",
        examples=[["Substantial", "Full"]],
    )

    @property
    def edge(self) -> Edge | None:
        """The band's outer edge, or None for one without."""
        if self.ends_at is not None:
            figure = figure_of(self.ends_at)
            return None if figure is None else Edge(amount=figure, of="figure")
        return None if self.up_to is None else parse_edge(self.up_to)


def figure_of(said: float | str) -> float | None:
    """The figure that a band ends at: `85%` is 0.85; None where it is none."""
    read = parse_number(plain(said)) if isinstance(said, str) else (float(said), False)
    return None if read is None else read[0]


def _band(status: str, label: str, paint: palette.Paint, **more: Any) -> Band:
    """A band of ours, made without the validation that a file's bands need."""
    colours = paint._asdict()
    return Band.model_construct(status=status, label=label, **colours, **more)


NOT_RATED_BAND = _band(NOT_RATED, "Not rated", palette.NOT_RATED)
NO_DATA_BAND = _band(NO_DATA, "No data", palette.NO_DATA)


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

    @cached_property
    def edges(self) -> tuple[Edge | None, ...]:
        """The outer edge of each band but the worst, which has none."""
        return tuple(band.edge for band in self.bands[:-1])

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The words that figures may be, band by band from the best."""
        return tuple(band.words for band in self.bands if band.words)

    def band(self, status: str) -> Band:
        """The band with this status word; raises KeyError where there is none."""
        for band in self.all_bands:
            if band.status == status:
                return band
        raise KeyError(status)


def _rating(*bands: Band) -> Rating:
    return Rating.model_construct(bands=bands)


def _opinions(*words: str) -> tuple[str, ...]:
    """The words of an opinion, alone and as auditors write them out: `Limited assurance`."""
    return tuple(said for word in words for said in (word, f"{word} assurance"))


CONCERN = _rating(
    _band("good", "Good", palette.GOOD, up_to="target"),
    _band("acceptable", "Acceptable", palette.ACCEPTABLE, up_to="1 tolerance"),
    _band("yellow", "Yellow", palette.YELLOW, up_to="2 tolerances", concern=1),
    _band("amber", "Amber", palette.AMBER, up_to="3 tolerances", concern=2),
    _band("red", "Red", palette.RED, concern=3),
)
"""The rating of the report the project started from: meets target, within tolerance, then
three degrees of concern, each one tolerance wide."""

RAG = _rating(
    _band("green", "Green", palette.GOOD, up_to="target"),
    _band("amber", "Amber", palette.AMBER, up_to="1 tolerance", concern=2),
    _band("red", "Red", palette.RED, concern=3),
)
"""Green on target, amber within tolerance, red beyond it."""

FIVE_POINT = _rating(
    _band("green", "G", palette.GOOD, up_to="target", words=("G", "Green")),
    _band("amber_green", "A/G", palette.ACCEPTABLE, up_to="1 tolerance",
          words=("A/G", "AG", "G/A", "GA", "Amber/Green", "Green/Amber")),
    _band("amber", "A", palette.YELLOW, up_to="2 tolerances", concern=1,
          words=("A", "Amber")),
    _band("amber_red", "A/R", palette.AMBER, up_to="3 tolerances", concern=2,
          words=("A/R", "AR", "R/A", "RA", "Amber/Red", "Red/Amber")),
    _band("red", "R", palette.RED, concern=3, words=("R", "Red")),
)  # fmt: skip
"""Delivery confidence in five points, as DfT and the Infrastructure and Projects Authority give it
in letters; figures by degrees of tolerance."""

SCORE = _rating(
    _band("green", "Green", palette.GOOD, ends_at=6.6),
    _band("amber", "Amber", palette.AMBER, ends_at=3.3, concern=2),
    _band("red", "Red", palette.RED, concern=3),
)
"""A score of 0 to 10: green from 6.6, red below 3.3, as Spider Impact has it."""

ASSURANCE = _rating(
    _band("substantial", "Substantial", palette.GOOD, words=_opinions("Substantial", "Full")),
    _band("reasonable", "Reasonable", palette.ACCEPTABLE,
          words=_opinions("Reasonable", "Adequate", "Moderate")),
    _band("limited", "Limited", palette.AMBER, concern=2, words=_opinions("Limited", "Partial")),
    _band("nil", "Nil", palette.RED, concern=3,
          words=(*_opinions("Nil", "No"), "None", "Unsatisfactory")),
)  # fmt: skip
"""The opinions of internal audit."""

MILESTONES = _rating(
    _band("complete", "Complete", palette.GOOD, up_to="done",
          words=("Complete", "Completed", "Done", "Delivered", "Achieved", "Closed")),
    _band("on_track", "On track", palette.ACCEPTABLE, up_to="target",
          words=("On track", "On schedule", "On target", "In progress")),
    _band("at_risk", "At risk", palette.AMBER, up_to="1 tolerance", concern=2,
          words=("At risk", "Slipping")),
    _band("delayed", "Delayed", palette.RED, concern=3,
          words=("Delayed", "Overdue", "Late", "Behind schedule", "Off track", "Slipped",
                 "Missed")),
)  # fmt: skip
"""The milestones of projects by words, or by dates: done, else how late they are; figures beside
them by target and tolerance."""

BUILT_IN: dict[str, Rating] = {
    "concern": CONCERN,
    "rag": RAG,
    "five-point": FIVE_POINT,
    "score": SCORE,
    "assurance": ASSURANCE,
    "milestones": MILESTONES,
}
