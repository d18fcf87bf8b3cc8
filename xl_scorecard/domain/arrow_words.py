"""Arrows as officers type them: as characters, and as letters of the symbol fonts."""

from __future__ import annotations

from xl_scorecard.domain.judgement import Arrow
from xl_scorecard.domain.lexicon.signs import ARROWS, EMOJI_STYLE, SYMBOL_FONTS

_POINTS = {sign: arrow for arrow, signs in ARROWS.items() for sign in signs}


def as_seen(text: str, font: str | None) -> str:
    """Text as it shows in its font: `ñ` in Wingdings is a hollow arrow up."""
    glyphs = SYMBOL_FONTS.get((font or "").strip().casefold())
    if glyphs is None:
        return text
    # Word and Excel may store symbol letters in the private area, U+F0E9 for é
    letters = (chr(ord(ch) - 0xF000) if 0xF020 <= ord(ch) <= 0xF0FF else ch for ch in text)
    return "".join(glyphs.get(letter, letter) for letter in letters)


def parse_arrow(text: str, font: str | None = None) -> Arrow | None:
    """Where the arrow in a text points, or None where there is none, or several that differ."""
    found = {_POINTS[ch] for ch in as_seen(text, font) if ch in _POINTS}
    return found.pop() if len(found) == 1 else None


def without_arrows(text: str) -> str:
    """Text without its arrows and the emoji selectors that follow them."""
    return "".join(ch for ch in text if ch not in _POINTS and ch != EMOJI_STYLE).strip()
