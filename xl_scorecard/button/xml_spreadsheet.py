"""Cells as XML Spreadsheet 2003, in which Excel on Windows gives a whole area in one answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from xl_scorecard.domain.grid import Block
from xl_scorecard.domain.row_keys import Place
from xl_scorecard.errors import WorkbookError

NOT_TOLD = "not told"
"""The fill of a cell that has one which is no plain colour, or of which nothing is said."""
_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_STYLE, _FORMULA = f"{_SS}StyleID", f"{_SS}Formula"
_USUAL = "Default"
_Element: TypeAlias = Any


class _NotOfThisForm(Exception):  # noqa: N818 (then Excel is asked in another way, that is all)
    """The text is not as Microsoft's XML Spreadsheet Reference has it."""


@dataclass
class Said:
    """What an area that begins at A1 says of itself.

    `held` is where something stands, `covered` all of a merged block but its first cell: of those
    cells nothing is said.
    """

    merged: list[Block] = field(default_factory=list)
    held: set[Place] = field(default_factory=set)
    covered: set[Place] = field(default_factory=set)
    cells: dict[Place, str | None] = field(default_factory=dict)
    rows: dict[int, str | None] = field(default_factory=dict)
    columns: dict[int, str | None] = field(default_factory=dict)
    sheet: str | None = None
    """The fills that are given to cells, rows, columns and the sheet."""

    def fill(self, at: Place) -> str | None:
        """A cell's fill as `#RRGGBB`, None without one, or NOT_TOLD.

        A cell that no fill is given to looks like its row, else its column, else the sheet.
        """
        if at in self.covered:
            return NOT_TOLD
        row, column = at
        otherwise = self.rows.get(row, self.columns.get(column, self.sheet))
        return self.cells.get(at, otherwise)


def read(text: str, last_row: int, last_column: int) -> Said | None:
    """What the text says of an area of so many rows and columns; None where it is of another form
    than Microsoft describes, or of another area."""
    from xl_scorecard.opc.xml import parse  # needs lxml, which is not there on the web

    try:
        root = parse(text.encode(), "The answer")
        return _Reader(root, last_row, last_column).read()
    except (WorkbookError, UnicodeError, _NotOfThisForm):
        return None


class _Reader:
    def __init__(self, root: _Element, last_row: int, last_column: int) -> None:
        self._root = root
        self._last = last_row, last_column
        self._said = Said()
        styles = root.iterfind(f"{_SS}Styles/{_SS}Style")
        self._styles = {style.get(f"{_SS}ID"): style for style in styles}

    def read(self) -> Said:
        tables = self._root.findall(f"{_SS}Worksheet/{_SS}Table")
        if self._root.tag != f"{_SS}Workbook" or len(tables) != 1:
            raise _NotOfThisForm
        (table,) = tables
        rows, columns = (_number(table, f"Expanded{side}Count", 1) for side in ("Row", "Column"))
        if rows > self._last[0] or columns > self._last[1]:
            raise _NotOfThisForm  # a larger area
        if (_number(table, "TopCell", 1), _number(table, "LeftCell", 1)) != (1, 1):
            raise _NotOfThisForm  # one that begins elsewhere
        said = self._said
        said.sheet = self._fill(table.get(_STYLE, _USUAL))
        for column, more, element in _numbered(table, "Column", "Span"):
            if _STYLE in element.attrib:
                fill = self._fill(element.get(_STYLE))
                said.columns.update(dict.fromkeys(range(column, column + more + 1), fill))
        for row, more, element in _numbered(table, "Row", "Span"):
            if _STYLE in element.attrib:
                fill = self._fill(element.get(_STYLE))
                said.rows.update(dict.fromkeys(range(row, row + more + 1), fill))
            for column, across, cell in _numbered(element, "Cell", "MergeAcross"):
                self._cell((row, column), across, cell)
        return said

    def _cell(self, at: Place, across: int, cell: _Element) -> None:
        said = self._said
        if at in said.covered:
            raise _NotOfThisForm
        (row, column), down = at, _number(cell, "MergeDown", 0)
        if across or down:
            said.merged.append(Block(row, column, row + down, column + across))
            for line in range(row, min(row + down, self._last[0]) + 1):
                for beside in range(column, min(column + across, self._last[1]) + 1):
                    if (line, beside) in said.covered:
                        raise _NotOfThisForm
                    if (line, beside) != at:
                        said.covered.add((line, beside))
        if _FORMULA in cell.attrib or cell.find(f"{_SS}Data") is not None:
            said.held.add(at)
        if _STYLE in cell.attrib:
            said.cells[at] = self._fill(cell.get(_STYLE))

    def _fill(self, name: str) -> str | None:
        """The fill of a style: its own, else that of the style it goes by, else the usual one."""
        for _ in range(len(self._styles) + 1):
            style = self._styles.get(name)
            if style is None:
                break
            interior = style.find(f"{_SS}Interior")
            if interior is not None:
                return _colour(interior)
            if name == _USUAL:
                return None
            name = style.get(f"{_SS}Parent", _USUAL)
        raise _NotOfThisForm


def _colour(interior: _Element) -> str | None:
    pattern, colour = interior.get(f"{_SS}Pattern", "None"), interior.get(f"{_SS}Color", "")
    if pattern == "None":
        return None
    plain = pattern == "Solid" and _COLOUR.fullmatch(colour)
    return colour.upper() if plain else NOT_TOLD


def _numbered(parent: _Element, name: str, further: str) -> Iterator[tuple[int, int, _Element]]:
    """The rows, columns or cells by number, with how many `further` ones each takes up.

    A number is given where some before it are left out, and never goes back.
    """
    following = 1
    for element in parent.iterfind(f"{_SS}{name}"):
        number, more = _number(element, "Index", following), _number(element, further, 0)
        if number < following:
            raise _NotOfThisForm
        yield number, more, element
        following = number + more + 1


def _number(element: _Element, name: str, otherwise: int) -> int:
    text = element.get(f"{_SS}{name}")
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) <= 7):
        raise _NotOfThisForm
    return int(text)
