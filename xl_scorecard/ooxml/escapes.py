"""Characters that XML cannot hold, as cells write them: `_x000D_` (ECMA-376 part 1, 22.9.2.19)."""

from __future__ import annotations

import re

_HALF = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """The text that a cell's stored text stands for.

    Two halves of a character make one; a half on its own, which no text can hold, reads U+FFFD.
    """
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if _HALF.search(plain):
        plain = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return plain


def escaped(text: str) -> str:
    """Text as a cell may hold it: control characters and look-alike escapes as `_xHHHH_`."""
    pieces = []
    for index, character in enumerate(text):
        if character == "_" and _looks_escaped(text[index : index + 7]):
            pieces.append("_x005F_")
        elif (character < " " and character not in "\t\n") or character in "\ufffe\uffff":
            pieces.append(f"_x{ord(character):04X}_")
        else:
            pieces.append(character)
    return "".join(pieces)


def _looks_escaped(text: str) -> bool:
    return (
        len(text) == 7
        and text[:2] == "_x"
        and text[6] == "_"
        and all(ch in "0123456789abcdefABCDEF" for ch in text[2:6])
    )
