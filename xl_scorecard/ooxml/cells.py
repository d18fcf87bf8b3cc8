"""Reading a worksheet part as it streams by: rows of cells, then what frames them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.escapes import unescaped
from xl_scorecard.ooxml.shared_strings import SharedStrings, text_of
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, local, refuse_document_type, whole

_REFERENCE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})$")
_WANTED = ("{*}row", "{*}mergeCell", "{*}col", "{*}tablePart", "{*}sqref")
_LONGEST_ROW = 64 << 20
_MOST_MERGES = 100_000


class StoredCell(NamedTuple):
    """A cell as stored: type letter, text of its value, formula (None where there is none).

    A formula whose stored result is no text at all, as of `IF(B2="","",B2)`, has the value "";
    one without a stored result has None.
    """

    row: int
    column: int
    style: int
    type: str
    value: str | None
    formula: str | None


@dataclass
class Frame:
    """What a worksheet says around its cells."""

    merged: list[str] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    table_relations: list[str] = field(default_factory=list)
    sparklines: list[str] = field(default_factory=list)
    arrays: list[str] = field(default_factory=list)


def read_rows(
    package: Package, part: str, strings: SharedStrings, frame: Frame
) -> Iterator[list[StoredCell]]:
    """The non-empty rows of a worksheet in file order; `frame` fills up as they go by.

    Only as much of the part is unpacked as the caller consumes. Merged blocks and tables stand
    after the rows, so they are known only once all rows have been read.
    """
    parser = etree.XMLPullParser(
        events=("end",), tag=_WANTED, resolve_entities=False, no_network=True, load_dtd=False
    )
    reader = _Reader(strings, frame)
    unanswered = 0
    looked_at = False
    try:
        for block in package.stream(part):
            unanswered += len(block)
            parser.feed(block)
            for _, element in parser.read_events():
                unanswered = 0
                if not looked_at:
                    refuse_document_type(element, f"{package.name}: part {part}")
                    looked_at = True
                cells = reader.take(element)
                if cells:
                    yield cells
            if unanswered > _LONGEST_ROW or len(frame.merged) > _MOST_MERGES:
                raise WorkbookError(
                    "too_large", f"{package.name}: part {part} is of an absurd size; refused"
                )
    except etree.XMLSyntaxError as cause:
        raise WorkbookError(
            "unreadable", f"{package.name}: part {part} is not well-formed XML ({cause.msg})"
        ) from None


class _Reader:
    def __init__(self, strings: SharedStrings, frame: Frame) -> None:
        self._strings = strings
        self._frame = frame
        self._row = 0

    def take(self, element: Element) -> list[StoredCell]:
        """What an element that just ended adds; it is let go of."""
        cells: list[StoredCell] = []
        name = local(element)
        if name == "row":
            self._row = whole(element.get("r")) or self._row + 1
            if element.get("hidden") in ("1", "true"):
                self._frame.hidden_rows.add(self._row)
            cells = self._cells(element)
        else:
            self._around(name, element)
        if name != "sqref":  # its parent is still being read
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
        return cells

    def _around(self, name: str, element: Element) -> None:
        frame = self._frame
        if name == "mergeCell":
            frame.merged.append(element.get("ref") or "")
        elif name == "col" and element.get("hidden") in ("1", "true"):
            first, last = whole(element.get("min")), whole(element.get("max"))
            frame.hidden_columns.update(range(first, min(last, first + 16_384) + 1))
        elif name == "sqref" and local(element.getparent()) == "sparkline":
            frame.sparklines.append(element.text or "")
        elif name == "tablePart":
            frame.table_relations.extend(v for k, v in element.items() if k.endswith("}id"))

    def _cells(self, row: Element) -> list[StoredCell]:
        cells = []
        column = 0
        number = self._row
        for element in row.iterchildren("{*}c"):
            get = element.get
            column = _column(get("r")) or column + 1
            kind = get("t") or "n"
            value = formula = None
            if len(element):
                value, formula = _content(element, kind, self._strings)
            if formula is not None:
                self._array(element)
            style = get("s")
            if value is not None or formula is not None or style:
                cells.append(StoredCell(number, column, whole(style), kind, value, formula))
        return cells

    def _array(self, cell: Element) -> None:
        """Note the range of an array formula: every cell of it is taken, whatever it shows."""
        for formula in cell.iterchildren("{*}f"):
            if formula.get("t") == "array":
                self._frame.arrays.append(formula.get("ref") or "")


def _content(cell: Element, kind: str, strings: SharedStrings) -> tuple[str | None, str | None]:
    """A cell's value as text, shared texts looked up, and its formula."""
    value = formula = None
    empty_text = False
    for item in cell:
        tag = item.tag
        if not isinstance(tag, str):
            continue
        if tag.endswith("}v"):
            value = item.text
            empty_text = value is None and kind == "str"
        elif tag.endswith("}f"):
            formula = item.text or ""
        elif tag.endswith("}is") and kind == "inlineStr":
            value = text_of(item)
    if empty_text and formula is not None:
        return "", formula
    if kind == "n" or value is None:
        return value, formula
    if kind == "s":
        value = strings.get(whole(value, -1))
    if "_x" in value and kind in ("s", "str", "inlineStr"):
        value = unescaped(value)
    return value, formula


def cell_text(cell: Element, strings: SharedStrings) -> str | None:
    """The text of a cell element; None for numbers, errors and blanks."""
    kind = cell.get("t") or "n"
    if kind not in ("s", "str", "inlineStr"):
        return None
    return _content(cell, kind, strings)[0]


def _column(reference: str | None) -> int:
    match = _REFERENCE.match(reference or "")
    if match is None:
        return 0
    return column_of(match[1])


@lru_cache(maxsize=1024)
def column_of(letters: str) -> int:
    """The number of a column by its letters: `X` is 24."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
