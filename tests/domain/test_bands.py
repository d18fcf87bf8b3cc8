from __future__ import annotations

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from xl_scorecard.domain.bands import BUILT_IN, Edge, Rating

GREEN = {"status": "green", "label": "Green", "up_to": "target"}
RED = {"status": "red", "label": "Red", "concern": 3}


def _rating(*bands: Mapping[str, object], **more: object) -> Rating:
    return Rating.model_validate({"bands": bands, **more})


def test_the_default_rating_is_that_of_the_report() -> None:
    concern = BUILT_IN["concern"]
    assert [band.status for band in concern.bands] == [
        "good", "acceptable", "yellow", "amber", "red",
    ]  # fmt: skip
    assert [band.concern for band in concern.bands] == [0, 0, 1, 2, 3]
    assert [band.status for band in concern.all_bands[-2:]] == ["not_rated", "no_data"]


def test_the_plain_rating_is_green_amber_red() -> None:
    assert [band.status for band in BUILT_IN["rag"].bands] == ["green", "amber", "red"]


@pytest.mark.parametrize(
    ("written", "edge"),
    [
        ("target", Edge()),
        ("1 tolerance", Edge(amount=1, of="tolerance")),
        ("2 tolerances", Edge(amount=2, of="tolerance")),
        ("0.5 tolerances", Edge(amount=0.5, of="tolerance")),
        ("10%", Edge(amount=0.1, of="target")),
        ("5 points", Edge(amount=5, of="points")),
    ],
)
def test_an_edge_is_written_in_words(written: str, edge: Edge) -> None:
    band = _rating({**GREEN, "up_to": written}, RED).bands[0]
    assert band.edge == edge


@pytest.mark.parametrize(
    ("bands", "complaint"),
    [
        ([GREEN], "at least 2"),
        ([GREEN, {**RED, "fill": "red"}], "fill"),
        ([GREEN, {**RED, "concern": 4}], "concern"),
        ([GREEN, {**RED, "colour": "#FF0000"}], "colour"),
    ],
)
def test_a_rating_that_cannot_work_is_refused(
    bands: list[Mapping[str, object]], complaint: str
) -> None:
    with pytest.raises(ValidationError, match=complaint):
        _rating(*bands)


def test_every_colour_of_the_built_in_ratings_can_be_read_on_its_fill() -> None:
    for rating in BUILT_IN.values():
        for band in rating.all_bands:
            assert _contrast(band.fill, band.text) >= 4.5, band.status


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.1, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
