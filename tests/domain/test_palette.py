"""Colours by what WCAG 2.1 says of luminance and contrast, from the values in the code."""

from __future__ import annotations

from itertools import combinations

import pytest

from xl_scorecard.compose.checks_sheet import _COLOURS
from xl_scorecard.domain import palette
from xl_scorecard.domain.bands import BUILT_IN, CONCERN, Band

ENOUGH = 4.5
"""WCAG 2.1, 1.4.3, level AA."""
BANDS = {f"{name} {band.label}": band for name, rating in BUILT_IN.items()
         for band in rating.all_bands}  # fmt: skip


def _luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.1 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _lightness(colour: str) -> float:
    """CIE 1976 L*, 0 to 100."""
    return 116 * float(_luminance(colour) ** (1 / 3)) - 16


def _contrast(fill: str, text: str) -> float:
    low, high = sorted((_luminance(fill), _luminance(text)))
    return (high + 0.05) / (low + 0.05)


def test_white_on_black_is_twenty_one_to_one() -> None:
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _lightness("#FFFFFF") == pytest.approx(100)


@pytest.mark.parametrize("band", BANDS.values(), ids=list(BANDS))
def test_letters_stand_out_on_every_status(band: Band) -> None:
    assert _contrast(band.fill, band.text) >= ENOUGH


@pytest.mark.parametrize("severity", _COLOURS)
def test_letters_stand_out_on_every_severity(severity: str) -> None:
    assert _contrast(*_COLOURS[severity]) >= ENOUGH


@pytest.mark.parametrize("paint", [palette.IMPROVING, palette.CONCERNING])
def test_letters_stand_out_on_variation(paint: palette.Paint) -> None:
    assert _contrast(*paint) >= ENOUGH


def test_what_improves_is_lighter_than_what_is_of_concern() -> None:
    better, worse = (_lightness(p.fill) for p in (palette.IMPROVING, palette.CONCERNING))
    assert better - worse >= 4


@pytest.mark.parametrize("name", BUILT_IN)
def test_no_two_statuses_of_a_rating_are_equally_light(name: str) -> None:
    bands = BUILT_IN[name].all_bands
    for one, other in combinations(bands, 2):
        assert abs(_lightness(one.fill) - _lightness(other.fill)) >= 4, (one.label, other.label)


def test_red_is_plainly_darker_than_good() -> None:
    good, red = (CONCERN.band(status).fill for status in ("good", "red"))
    assert _lightness(good) - _lightness(red) >= 12
