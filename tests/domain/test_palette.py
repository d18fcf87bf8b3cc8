"""Colours by what WCAG 2.1 says of luminance and contrast, from the values in the code."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.support.contrast import contrast, lightness
from xl_scorecard.compose.checks_sheet import _COLOURS
from xl_scorecard.domain import palette
from xl_scorecard.domain.bands import BUILT_IN, CONCERN, Band

ENOUGH = 4.5
"""WCAG 2.1, 1.4.3, level AA."""
BANDS = {f"{name} {band.label}": band for name, rating in BUILT_IN.items()
         for band in rating.all_bands}  # fmt: skip


def test_white_on_black_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert lightness("#FFFFFF") == pytest.approx(100)


@pytest.mark.parametrize("band", BANDS.values(), ids=list(BANDS))
def test_letters_stand_out_on_every_status(band: Band) -> None:
    assert contrast(band.fill, band.text) >= ENOUGH


@pytest.mark.parametrize("severity", _COLOURS)
def test_letters_stand_out_on_every_severity(severity: str) -> None:
    assert contrast(*_COLOURS[severity]) >= ENOUGH


@pytest.mark.parametrize("paint", [palette.IMPROVING, palette.CONCERNING])
def test_letters_stand_out_on_variation(paint: palette.Paint) -> None:
    assert contrast(*paint) >= ENOUGH


def test_what_improves_is_lighter_than_what_is_of_concern() -> None:
    better, worse = (lightness(p.fill) for p in (palette.IMPROVING, palette.CONCERNING))
    assert better - worse >= 4


@pytest.mark.parametrize("name", BUILT_IN)
def test_no_two_statuses_of_a_rating_are_equally_light(name: str) -> None:
    bands = BUILT_IN[name].all_bands
    for one, other in combinations(bands, 2):
        assert abs(lightness(one.fill) - lightness(other.fill)) >= 4, (one.label, other.label)


def test_red_is_plainly_darker_than_good() -> None:
    good, red = (CONCERN.band(status).fill for status in ("good", "red"))
    assert lightness(good) - lightness(red) >= 12
