"""What a colour says as a judgement, by its hue: any green, amber or red that officers pick."""

from __future__ import annotations

import colorsys
from functools import lru_cache

from xl_scorecard.domain.judgement import Standing

_PALEST, _DARKEST = 0.14, 0.3
"""Excel's own `Good` (C6EFCE) is this pale; what is paler is banding, not a judgement."""
_HUES = (
    (14, Standing.RED), (54, Standing.AMBER), (66, Standing.YELLOW), (70, None),
    (170, Standing.GREEN), (338, None), (360, Standing.RED),
)  # fmt: skip
"""Where each ends, in degrees of the colour wheel."""


def standings_of_colour(colour: str | None) -> frozenset[Standing] | None:
    """What a colour such as `#92D050` plainly says; None where it is grey, pale or no such hue.

    Yellow is amber in some councils.
    """
    if colour is None or len(colour) < 6:
        return None
    try:
        parts = [int(colour[-6:][at : at + 2], 16) / 255 for at in (0, 2, 4)]
    except ValueError:
        return None
    hue, saturation, value = colorsys.rgb_to_hsv(*parts)
    if saturation < _PALEST or value < _DARKEST:
        return None
    found = next(standing for end, standing in _HUES if hue * 360 <= end)
    if found is Standing.YELLOW:
        return frozenset({Standing.YELLOW, Standing.AMBER})
    return frozenset({found}) if found is not None else None


def name_of_colour(standings: frozenset[Standing]) -> str:
    """The colour's name for a finding."""
    return Standing.YELLOW.value if len(standings) > 1 else next(iter(standings)).value


@lru_cache(maxsize=1024)
def contrast(ink: str, fill: str) -> float:
    """How far letters stand out from what they are on, 1 (not at all) to 21 (black on white).

    As the Web Content Accessibility Guidelines 2.1 define it; colours are `#RRGGBB`.
    """
    light, dark = sorted((_luminance(ink), _luminance(fill)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[-6:][at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
