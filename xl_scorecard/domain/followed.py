"""Formulas that go on looking at the rows they looked at when those have moved."""

from __future__ import annotations

import re
from collections.abc import Callable

_STRING = re.compile(r'("(?:[^"]|"")*")')
_REFERENCE = re.compile(r"(?<![\w!.'])(\$?[A-Z]{1,3}\$?)([1-9]\d{0,6})(?![\w(!.])")


def followed(formula: str, row: Callable[[int], int | None]) -> str:
    """A formula whose references to its own sheet are to where their rows have gone."""

    def moved(match: re.Match[str]) -> str:
        to = row(int(match[2]))
        return match[0] if to is None else f"{match[1]}{to}"

    pieces = _STRING.split(formula)
    pieces[::2] = [_REFERENCE.sub(moved, piece) for piece in pieces[::2]]
    return "".join(pieces)
