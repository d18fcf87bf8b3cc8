"""Arrows as officers type them: as characters, and as letters of the symbol fonts."""

from __future__ import annotations

from enum import Enum


class Arrow(Enum):
    """Where an arrow points; whether it means the number or its worth differs by council."""

    UP = 1
    DOWN = -1
    LEVEL = 0


_UP = "↑▲△⬆⇧🔼⇑↗⬈➚🡅🠅⮝⏶"
_DOWN = "↓▼▽⬇⇩🔽⇓↘⬊➘🡇🠇⮟⏷"
_LEVEL = "→►▶▷➡⇨⇒🡆⏵◄◀◁⬅⇦←⏴↔⬌⇔"
_POINTS = (
    dict.fromkeys(_UP, Arrow.UP)
    | dict.fromkeys(_DOWN, Arrow.DOWN)
    | dict.fromkeys(_LEVEL, Arrow.LEVEL)
)

# The glyphs behind letters in Microsoft's symbol fonts, as mapped in Unicode document L2/12-368.
_WINGDINGS = {
    "é": "↑", "ê": "↓", "è": "→", "ç": "←", "ì": "↗", "î": "↘", "ñ": "⇧", "ò": "⇩", "ð": "⇨",
    "ï": "⇦", "ó": "⬌", "l": "●", "«": "★",
}  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 3": {"p": "▲", "q": "▼", "r": "△", "s": "▽", "t": "◄", "u": "►", "v": "◁", "w": "▷"},
    "webdings": {"5": "▲", "6": "▼", "3": "◄", "4": "►"},
}  # fmt: skip
EMOJI_STYLE = "\ufe0f"
"""Follows a symbol that is to be drawn as an emoji."""
WINGDINGS_ARROWS = frozenset("éêèçìîñòðïó")
"""Letters that are arrows in Wingdings and look like spelling mistakes in any other font."""


def as_seen(text: str, font: str | None) -> str:
    """Text as it shows in its font: `ñ` in Wingdings is a hollow arrow up."""
    glyphs = _FONTS.get((font or "").strip().casefold())
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
