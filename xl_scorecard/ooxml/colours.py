"""Colours as a workbook names them: outright, by its theme with a tint, or by the old palette."""

from __future__ import annotations

import colorsys

from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, child, local, whole

_THEME_ORDER = (
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
)  # fmt: skip
"""What a theme's numbers mean: the first two pairs stand the other way round than in the part."""
_OFFICE = (
    "FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5",
    "70AD47", "0563C1", "954F72",
)  # fmt: skip
"""Excel's own theme since 2013, for workbooks that hold none."""
_PALETTE = (
    "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
    "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
    "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080",
    "9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
    "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF",
    "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
    "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696",
    "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
)  # fmt: skip
"""ECMA-376 part 1, 18.8.27: the default of `indexedColors`."""


class Colours:
    """The colours of one workbook as `#RRGGBB`."""

    def __init__(self, package: Package, theme: str | None) -> None:
        self._package = package
        self._part = theme
        self._theme: tuple[str, ...] | None = None

    def rgb(self, colour: Element | None) -> str | None:
        """What a colour element shows; None where it names none, or leaves it to Excel."""
        if colour is None:
            return None
        stated = colour.get("rgb")
        if stated is None:
            stated = self._named(colour)
        if stated is None or len(stated) < 6:
            return None
        return _tinted(stated[-6:].upper(), colour.get("tint"))

    def _named(self, colour: Element) -> str | None:
        theme, index = colour.get("theme"), colour.get("indexed")
        if theme is not None:
            found = self._of_theme()
            number = whole(theme, -1)
            return found[number] if 0 <= number < len(found) else None
        number = whole(index, -1) if index is not None else -1
        return _PALETTE[number] if 0 <= number < len(_PALETTE) else None

    def _of_theme(self) -> tuple[str, ...]:
        if self._theme is None:
            self._theme = self._read() or _OFFICE
        return self._theme

    def _read(self) -> tuple[str, ...]:
        if self._part is None or not self._package.has(self._part):
            return ()
        root = self._package.root(self._part)
        scheme = next((e for e in root.iter() if local(e) == "clrScheme"), None)
        if scheme is None:
            return ()
        found = []
        for name in _THEME_ORDER:
            slot = child(scheme, name)
            first = next((e for e in slot if local(e)), None) if slot is not None else None
            if first is None:
                return ()
            found.append(first.get("lastClr") or first.get("val") or "")
        return tuple(found)


def _tinted(rgb: str, tint: str | None) -> str | None:
    """A colour made lighter or darker (ECMA-376 part 1, 18.8.19)."""
    try:
        red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
        by = float(tint) if tint else 0.0
    except ValueError:
        return None
    if by:
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        light = light * (1 + by) if by < 0 else light * (1 - by) + by
        red, green, blue = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), saturation)
    return "#{:02X}{:02X}{:02X}".format(*(round(part * 255) for part in (red, green, blue)))
