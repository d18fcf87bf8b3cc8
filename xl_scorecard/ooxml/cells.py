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
from xl_scorecard.ooxml.shared_strings import NoSuchTextError, SharedStrings, text_of
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, child, local, not_well_formed, refuse_document_type, whole

_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})$")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_WANTED = (
    "{*}row", "{*}mergeCell", "{*}col", "{*}tablePart", "{*}sqref", "{*}hyperlink",
    "{*}dataValidation", "{*}conditionalFormatting", "{*}sheetProtection",
)  # fmt: skip
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
    held: list[str] = field(default_factory=list)
    """Where links and validations are, each a range or several with spaces between."""
    stops: list[str] = field(default_factory=list)
    """Where conditional formats are that keep later ones from applying, written likewise."""
    recoloured: list[str] = field(default_factory=list)
    """Where conditional formats are at all."""
    protected: bool = False


def read_rows(
    package: Package, part: str, strings: SharedStrings, frame: Frame, sheet: str
) -> Iterator[list[StoredCell]]:
    """The non-empty rows of a worksheet in file order; `frame` fills up as they go by.

    Only as much of the part is unpacked as the caller consumes. Merged blocks and tables stand
    after the rows, so they are known only once all rows have been read. Raises WorkbookError
    (unreadable) with the place, on the sheet of that name, of what is nowhere in a worksheet.
    """
    parser = etree.XMLPullParser(
        events=("end",), tag=_WANTED, resolve_entities=False, no_network=True, load_dtd=False
    )
    reader = _Reader(strings, frame, f"{package.name}: sheet {sheet}")
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
    except etree.XMLSyntaxError:
        raise not_well_formed(f"{package.name}: part {part}") from None


class _Reader:
    def __init__(self, strings: SharedStrings, frame: Frame, place: str) -> None:
        self._strings = strings
        self._frame = frame
        self._place = place
        self._row = 0

    def take(self, element: Element) -> list[StoredCell]:
        """What an element that just ended adds; it is let go of."""
        cells: list[StoredCell] = []
        name = local(element)
        if name == "row":
            self._row = whole(element.get("r")) or self._row + 1
            if not 0 < self._row <= _LAST_ROW:
                raise self._nowhere(f"a row is numbered {self._row}")
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
        elif name == "hyperlink":
            frame.held.append(element.get("ref") or "")
        elif name == "dataValidation":
            frame.held.append(element.get("sqref") or "")
        elif name == "conditionalFormatting":
            over = child(element, "sqref")  # those of later versions have an element for it
            where = (element.get("sqref") if over is None else over.text) or ""
            frame.recoloured.append(where)
            if any(rule.get("stopIfTrue") in ("1", "true") for rule in element):
                frame.stops.append(where)
        elif name == "sheetProtection":
            frame.protected = locks_cells(element)
        elif name == "tablePart":
            frame.table_relations.extend(v for k, v in element.items() if k.endswith("}id"))

    def _nowhere(self, what: str) -> WorkbookError:
        return WorkbookError(
            "unreadable",
            f"{self._place}: {what}, which is nowhere in a worksheet; open and save it in Excel",
        )

    def _cells(self, row: Element) -> list[StoredCell]:
        cells = []
        column = 0
        number = self._row
        for element in row.iterchildren("{*}c"):
            get = element.get
            reference = get("r")
            said = column_in(reference)
            column = said or column + 1
            if column > _LAST_COLUMN or (reference and not said):
                raise self._nowhere(f"a cell of row {number} is said to be at {reference!r:.40}")
            kind = get("t") or "n"
            value = formula = None
            if len(element):
                value, formula = self._content(element, kind, reference or str(column))
            if formula is not None:
                self._array(element)
            style = get("s")
            if value is not None or formula is not None or style:
                cells.append(StoredCell(number, column, whole(style), kind, value, formula))
        return cells

    def _content(self, element: Element, kind: str, place: str) -> tuple[str | None, str | None]:
        try:
            return _content(element, kind, self._strings)
        except NoSuchTextError as cause:
            raise WorkbookError(
                "unreadable",
                f"{self._place}, row {self._row}, cell {place}: points to shared text {cause}, "
                "which is not there; open and save it in Excel",
            ) from None

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
    """The text of a cell element; None for numbers, errors, blanks and a text that is missing."""
    kind = cell.get("t") or "n"
    if kind not in ("s", "str", "inlineStr"):
        return None
    try:
        return _content(cell, kind, strings)[0]
    except NoSuchTextError:
        return None


def cell_content(cell: Element, strings: SharedStrings) -> tuple[str | None, str | None]:
    """The value of a cell element as text, and its formula; None for what it has not."""
    try:
        return _content(cell, cell.get("t") or "n", strings)
    except NoSuchTextError:
        return None, None


@lru_cache(maxsize=4096)
def column_in(reference: str | None) -> int:
    """The number of the column in a cell reference: of `X24`, 24; 0 where it is none."""
    match = _REFERENCE.match(reference or "")
    if match is None:
        return 0
    number = 0
    for letter in match[1].upper():
        number = number * 26 + ord(letter) - 64
    return number


def locks_cells(protection: Element) -> bool:
    """Whether a sheet's protection is on: the element stays when it is taken off."""
    return protection.get("sheet") in ("1", "true", "on")
