"""How wide words are in print, in digits, as columns of a sheet are measured."""

from __future__ import annotations

from functools import cache

SPACE = 0.45
"""How wide a space is."""
_LETTERS = {
    letter: wide
    for letters, wide in (
        ("'il jI.,’", 0.48), (":;`f()-[]{}J!tr", 0.63), ("/\\sz\"", 0.77), ("cLxvyk", 0.86),
        ("FS?|ZgaETY", 0.94), ("VAD", 1.15), ("HGNUOQ&…", 1.3), ("w%m", 1.48), ("MW@", 1.74),
    )
    for letter in letters
}  # fmt: skip
"""As Calibri has them."""
_USUAL, _DIGIT = 1.02, 0.507
"""How wide other letters are, and how wide a digit is, of the size of the letters."""
_OF_A_COLUMN = 0.95
"""How many digits in print go into the room of one of a column's width, with a little to spare."""


@cache
def long(text: str) -> float:
    """How long a text is on one line."""
    return sum(_LETTERS.get(letter, _USUAL) for letter in text)


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column so many characters wide."""
    return sum(len(broken(line, width)) for line in text.split("\n"))


def broken(text: str, width: float) -> list[str]:
    """The lines of a text in a column so many characters wide, broken between words."""
    room, lines, left = width * _OF_A_COLUMN, [""], width * _OF_A_COLUMN
    for word in text.split(" "):
        needed = long(word) + (SPACE if lines[-1] else 0.0)
        if needed > left and lines[-1]:
            lines.append("")
            left, needed = room, long(word)
        lines[-1] += f" {word}" if lines[-1] else word
        left -= needed
        while left < 0:  # a word longer than the line goes on below
            lines.append("")
            left += room
    return lines


def in_points(text: str, size: float) -> float:
    """How long a text is on one line in letters of a size."""
    return long(text) * _DIGIT * size


def column_for(text: str) -> float:
    """How many characters wide a column is in which a text takes one line, in bold."""
    return long(text) * 1.04 / _OF_A_COLUMN + 0.2
