from __future__ import annotations

from collections.abc import Mapping

import pytest
from pydantic import BaseModel, ValidationError

from tests.support.contrast import contrast
from xl_scorecard.domain.bands import BUILT_IN, Band, Edge, Rating

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
            assert contrast(band.fill, band.text) >= 4.5, band.status


def test_the_words_and_edges_of_the_built_in_ratings_are_those_in_the_documents() -> None:
    assert [(b.label, b.up_to) for b in BUILT_IN["concern"].all_bands] == [
        ("Good", "target"), ("Acceptable", "1 tolerance"), ("Yellow", "2 tolerances"),
        ("Amber", "3 tolerances"), ("Red", None), ("Not rated", None), ("No data", None),
    ]  # fmt: skip
    assert [(b.label, b.up_to, b.concern) for b in BUILT_IN["rag"].bands] == [
        ("Green", "target", 0), ("Amber", "1 tolerance", 2), ("Red", None, 3),
    ]  # fmt: skip


def test_a_band_is_found_by_its_status() -> None:
    rag = BUILT_IN["rag"]
    assert [rag.band(status).label for status in ("green", "amber", "red", "not_rated")] == [
        "Green", "Amber", "Red", "Not rated",
    ]  # fmt: skip
    with pytest.raises(KeyError, match="yellow"):
        rag.band("yellow")


def test_a_band_without_colours_is_dark_on_grey_and_of_no_concern() -> None:
    band = _rating(GREEN, RED).bands[0]
    assert (band.fill, band.text, band.concern) == ("#E7EBED", "#1F2A30", 0)


def test_the_edge_belongs_to_the_better_side_unless_said_otherwise() -> None:
    assert _rating(GREEN, RED).edge_belongs_to == "better"
    assert _rating(GREEN, RED, edge_belongs_to="worse").edge_belongs_to == "worse"
    with pytest.raises(ValidationError):
        _rating(GREEN, RED, edge_belongs_to="both")


@pytest.mark.parametrize("written", ["TARGET", " target ", "5pp", "1.5%", "1 Tolerance", "5 point"])
def test_an_edge_may_be_written_in_capitals_and_with_spaces(written: str) -> None:
    assert _rating({**GREEN, "up_to": written}, RED).bands[0].edge is not None
    assert _rating({**GREEN, "up_to": "1.5%"}, RED).bands[0].edge == Edge(amount=0.015, of="target")


def test_the_bands_of_rows_without_a_rating_may_be_called_otherwise() -> None:
    renamed = _rating(GREEN, RED, not_rated={"status": "not_rated", "label": "Info"})
    assert renamed.band("not_rated").label == "Info"


@pytest.mark.parametrize(
    ("band", "valid"),
    [({"label": ""}, False), ({"label": "x"}, True), ({"label": "x" * 40}, True),
     ({"label": "x" * 41}, False), ({"status": "Green"}, False), ({"status": "on_target_2"}, True),
     ({"status": "2nd"}, False), ({"concern": -1}, False), ({"concern": 0}, True),
     ({"concern": 3}, True), ({"fill": "#00703"}, False)],
)  # fmt: skip
def test_a_bands_words_and_numbers_have_their_limits(
    band: Mapping[str, object], valid: bool
) -> None:
    if valid:
        _rating({**GREEN, **band}, RED)
    else:
        with pytest.raises(ValidationError):
            _rating({**GREEN, **band}, RED)


def test_the_built_in_bands_are_such_as_a_file_may_hold() -> None:
    # they are made without validation, so that a click answers fast
    for rating in BUILT_IN.values():
        for band in rating.all_bands:
            assert Band.model_validate(band.model_dump()) == band


def test_the_colours_of_the_built_in_ratings_are_green_yellow_or_red_as_their_words_say() -> None:
    fills = {b.status: b.fill for r in BUILT_IN.values() for b in r.all_bands}
    hues = {status: _hue(fill) for status, fill in fills.items()}
    by_hue = {hue: {s for s, its in hues.items() if its == hue} for hue in hues.values()}
    assert by_hue["green"] == {
        "good", "acceptable", "green", "amber_green", "substantial", "reasonable", "complete",
        "on_track",
    }  # fmt: skip
    assert by_hue["yellow"] == {"yellow", "amber", "amber_red", "limited", "at_risk"}
    assert by_hue["red"] == {"red", "nil", "delayed"}
    assert [s for s, hue in hues.items() if hue == "none"] == ["not_rated", "no_data"]


def _hue(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    if max(red, green, blue) - min(red, green, blue) < 20:
        return "none"
    if green == max(red, green, blue):
        return "green"
    return "yellow" if green > red / 2 else "red"


def test_an_edge_is_in_tolerances_unless_said_otherwise() -> None:
    assert Edge(amount=2) == Edge(amount=2, of="tolerance")
    assert _rating(GREEN, RED).bands[0].edge == Edge(amount=0, of="tolerance")


def test_the_worst_band_has_no_edge_and_words_that_say_none_give_none() -> None:
    assert _rating(GREEN, RED).bands[-1].edge is None
    assert Band(status="near", label="Near", up_to="quite near").edge is None


@pytest.mark.parametrize("model", [Band, Rating])
def test_every_example_that_a_mistake_is_answered_with_is_sound(
    model: type[Band] | type[Rating],
) -> None:
    whole = {"bands": [GREEN, RED]} if model is Rating else dict(GREEN)
    for key, field in model.model_fields.items():
        for example in field.examples or ():
            shown = model.model_validate({**whole, key: example})
            assert shown.model_dump(exclude_unset=True)[key] == _tuples(example)


def _tuples(example: object) -> object:
    return tuple(example) if isinstance(example, list) else example


def test_the_example_of_a_rating_is_met_or_missed() -> None:
    (example,) = Rating.model_fields["bands"].examples or ()
    met, missed = Rating.model_validate({"bands": example}).bands
    assert [b.status for b in (met, missed)] == ["met", "missed"]
    assert (met.label, met.edge, met.concern) == ("Met", Edge(), 0)
    assert (missed.label, missed.edge, missed.concern) == ("Missed", None, 3)


@pytest.mark.parametrize("value", [Edge(amount=2), BUILT_IN["rag"].bands[0], BUILT_IN["rag"]])
def test_edges_bands_and_ratings_are_values_that_do_not_change(value: BaseModel) -> None:
    assert {value, value.model_copy()} == {value}
    with pytest.raises(ValidationError, match="frozen"):
        setattr(value, next(iter(type(value).model_fields)), None)
