"""Ranges that a formula makes of plain numbers and words: by OFFSET and by INDIRECT.

What follows from other cells, as a match does, cannot be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from openpyxl.formula.tokenizer import Token

from xl_scorecard.domain.cell_ref import MAX_COLUMN, MAX_ROW, a1, parse_range

_Arguments = list[list[Token]]


def made_ranges(tokens: Sequence[Token]) -> Iterator[str]:
    """The ranges that calls among the tokens of a formula make, as they would stand in it."""
    for place, token in enumerate(tokens):
        if token.type != Token.FUNC or token.subtype != Token.OPEN:
            continue
        read = {"OFFSET(": _offset, "INDIRECT(": _indirect}.get(token.value.upper())
        made = read(_arguments(tokens[place + 1 :])) if read is not None else None
        if made is not None:
            yield made


def _arguments(tokens: Sequence[Token]) -> _Arguments:
    """What stands between the commas of a call, up to its end."""
    found: _Arguments = [[]]
    depth = 0
    for token in tokens:
        if token.type == Token.WSPACE:
            continue
        depth += {Token.OPEN: 1, Token.CLOSE: -1}.get(token.subtype, 0)
        if depth < 0:
            break
        if depth == 0 and token.type == Token.SEP:
            found.append([])
        else:
            found[-1].append(token)
    return found


def _indirect(arguments: _Arguments) -> str | None:
    """The range that INDIRECT is given in so many words."""
    if len(arguments[0]) != 1 or arguments[0][0].subtype != Token.TEXT:
        return None
    return str(arguments[0][0].value)[1:-1].replace('""', '"').strip()


def _offset(arguments: _Arguments) -> str | None:
    """The range that OFFSET makes where its columns are plain numbers; else None.

    Rows that are not may be any.
    """
    if len(arguments[0]) != 1 or arguments[0][0].subtype != Token.RANGE:
        return None
    qualifier, mark, text = arguments[0][0].value.rpartition("!")
    try:
        top, left, bottom, right = parse_range(text.replace("$", ""))
    except ValueError:
        return None
    given = [_number(argument) for argument in arguments[1:]]
    down, across, tall, wide = [*given, *([0, 0, 0, 0][len(given) :])][:4]
    if across is None or wide is None:
        return None
    first, last = _stretch(left + across, wide or right - left + 1, MAX_COLUMN)
    upper, lower = 1, MAX_ROW
    if down is not None and tall is not None:
        upper, lower = _stretch(top + down, tall or bottom - top + 1, MAX_ROW)
    if not (1 <= first <= last and 1 <= upper <= lower):
        return None
    pinned = re.sub(r"([A-Z]+)", r"$\1$", f"{a1(upper, first)}:{a1(lower, last)}")
    return f"{qualifier}{mark}{pinned}"


def _stretch(start: int, size: int, most: int) -> tuple[int, int]:
    """From the first to the last of so many rows or columns; fewer than none go backwards."""
    ends = start, start + size + (1 if size < 0 else -1)
    return min(ends), min(max(ends), most)


def _number(argument: list[Token]) -> int | None:
    """A whole number; 0 for none, None for what is worked out."""
    text = "".join(token.value for token in argument)
    if not text:
        return 0
    return int(text) if re.fullmatch(r"[+-]?\d{1,9}", text) else None
