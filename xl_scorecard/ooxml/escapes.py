"""Characters that XML cannot hold, as cells write them: `_x000D_` (ECMA-376 part 1, 22.9.2.19)."""

from __future__ import annotations

import re

_HALF = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")


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
    return _TO_ESCAPE.sub(lambda match: f"_x{ord(match[0]):04X}_", text)
