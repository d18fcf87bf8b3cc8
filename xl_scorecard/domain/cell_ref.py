"""Cell references: `H14` to and from row and column numbers counted from 1."""

from __future__ import annotations

import re
from functools import lru_cache

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
_PARTS = re.compile(r"([A-Z]+)(\d+)")
_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
_PINNED = re.compile(r"(?P<sheet>'(?:[^']|'')+'|[^'!]+)!(?P<range>\$?[A-Z]+\$?\d+(?::.+)?)$")
Range = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


@lru_cache(maxsize=4096)
def column_letters(column: int) -> str:
    """Column 24 as `X`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """`X` as column 24."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def a1(row: int, column: int) -> str:
    """Row 14, column 8 as `H14`."""
    return f"{column_letters(column)}{row}"


def parse_a1(reference: str) -> tuple[int, int]:
    """`H14` as (14, 8); raises ValueError where it is not a cell of a worksheet."""
    match = _REF.fullmatch(reference)
    if match is None:
        raise ValueError(f"{reference!r} is not a cell reference")
    row, column = int(match[2]), column_number(match[1])
    if row > MAX_ROW or column > MAX_COLUMN:
        raise ValueError(f"{reference!r} is outside a worksheet")
    return row, column


def parse_range(reference: str) -> Range:
    """`B2:D9` or `B2` as (first row, first column, last row, last column)."""
    first, _, last = reference.partition(":")
    row, column = parse_a1(first)
    end_row, end_column = parse_a1(last) if last else (row, column)
    return min(row, end_row), min(column, end_column), max(row, end_row), max(column, end_column)


def meet(one: Range, other: Range) -> bool:
    """Whether two ranges of one sheet have a cell in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def range_a1(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """The reference of a block, `B2:D9`, or of a single cell, `B2`."""
    first, last = a1(first_row, first_column), a1(last_row, last_column)
    return first if first == last else f"{first}:{last}"


def absolute(sheet: str, reference: str) -> str:
    """A range with its sheet, pinned: `'Scorecard'!$B$2:$D$9`."""
    pinned = _PARTS.sub(r"$\1$\2", reference)
    return f"{quoted_sheet(sheet)}!{pinned}"


def read_range(refers_to: str) -> tuple[str, Range] | None:
    """Sheet and range of what `absolute` wrote; None for what is no such range any more."""
    match = _PINNED.match(refers_to.strip())
    if match is None:
        return None
    sheet = match["sheet"]
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    try:
        return sheet, parse_range(match["range"])
    except ValueError:
        return None


def quoted_sheet(name: str) -> str:
    """A sheet name as formulas want it: quoted, with quotes doubled."""
    return "'" + name.replace("'", "''") + "'"
