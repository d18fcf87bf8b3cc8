"""A row or column inserted into a sheet, with everything beyond it moved on as Excel moves it."""

from __future__ import annotations

import re
from collections.abc import Callable

from openpyxl.utils import column_index_from_string, get_column_letter

from tests.support.packages import Patch

_CELL = re.compile(r"(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(])")
# Where a sheet or the workbook names cells: references of cells and ranges, formulas, names.
_PLACES = re.compile(
    r'(?<= r=")[A-Z]+\d+(?=")|(?<=ref=")[^"]*|'
    r"(?<=<f>)[^<]*|(?<=<formula>)[^<]*|(?<=!)\$[A-Z]+\$\d+:\$[A-Z]+\$\d+(?=</definedName>)"
)


def inserted_row(before: int) -> Patch:
    """The patch that inserts an empty row before another."""

    def patch(data: bytes) -> bytes:
        text = re.sub(r'(?<=<row r=")\d+', lambda m: str(_on(int(m[0]), before)), data.decode())
        return _moved(text, lambda column, row: (column, _on(row, before))).encode()

    return patch


def inserted_column(before: int) -> Patch:
    """The patch that inserts an empty column before another."""

    def patch(data: bytes) -> bytes:
        text = re.sub(
            r'(?<= (?:min|max)=")\d+', lambda m: str(_on(int(m[0]), before)), data.decode()
        )
        text = re.sub(r' spans="[^"]*"', "", text)
        return _moved(text, lambda column, row: (_on(column, before), row)).encode()

    return patch


def _on(number: int, before: int) -> int:
    return number + (number >= before)


def _moved(text: str, move: Callable[[int, int], tuple[int, int]]) -> str:
    def cell(match: re.Match[str]) -> str:
        column, row = move(column_index_from_string(match[2]), int(match[4]))
        return f"{match[1]}{get_column_letter(column)}{match[3]}{row}"

    return _PLACES.sub(lambda place: _CELL.sub(cell, place[0]), text)
