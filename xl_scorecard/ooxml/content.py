"""What a worksheet holds, as it stays through a mere save by Excel, LibreOffice or openpyxl.

Programs write a sheet anew in their own way: numbers with more or fewer digits, texts shared or
not, formulas each for itself, results computed again. What counts is what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import blake2b
from html import unescape
from typing import TypeAlias

from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.cells import column_in
from xl_scorecard.ooxml.escapes import unescaped
from xl_scorecard.ooxml.shared_strings import NoSuchTextError, SharedStrings, text_of
from xl_scorecard.ooxml.workbook import Sheet
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, local, namespace, parse, whole

_DIGEST = 12  # bytes
_DIGITS = ".12g"
_LOOSE = "f"  # a formula that programs write in ways of their own: only that it is there counts
_REWRITTEN = re.compile(r"[\[{#@]|[\w']:[^!<>()]{1,80}!|\bMULTIPLE\.OPERATIONS\b")
_TRUTHS = {"true": "1", "false": "0"}
_DROPPED = str.maketrans("", "", " \t\r\n$'")
_PREFIX = re.compile(r"_xl\w+\.")
_NUMBER = re.compile(r"(?<![\w.!])(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.(!:])")
_CALLED = re.compile(r"\b(TRUE|FALSE)\(\)", re.IGNORECASE)
_MOVED = re.compile(
    r"""("[^"]*"|'[^']*'!)|(?<![\w.])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(])"""
)
_UNSEEN = re.compile("[\x00-\x20\x7f\xa0\u200b\ufeff\ufffd]")


_CELL = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"([^<>]*)(?<!/)>(.*?)</c>', re.DOTALL)
_FORMULA = re.compile(rb"<f((?:\s[^<>]*[^<>/])?)(?:/>|>([^<]*)</f>)")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_TYPE = re.compile(rb'\st="(\w+)"')
_VALUE = re.compile(rb"<v>([^<]*)</v>")


_AREA = re.compile(r"([A-Z]{1,3}[0-9]{1,7})(?::([A-Z]{1,3}[0-9]{1,7}))?")
_FIRST_DAY = datetime(1899, 12, 30)
Range: TypeAlias = tuple[int, int, int, int]


def sheet_digest(package: Package, sheet: Sheet, strings: SharedStrings) -> bytes:
    """A digest of what was typed into a sheet: constants, formulas and notes, with their places.

    That of an empty sheet is empty.     Raises WorkbookError where the sheet cannot be read.
    """
    reader = _Reader(strings)
    found = reader.plain_cells(package.read(sheet.part))
    if found is None:
        found = reader.cells(package.root(sheet.part))
    for pivot in _pivots(package, sheet.part):
        found = [held for held in found if not _inside(held.partition(" ")[0], pivot)]
    found.extend(sorted(_notes(package, sheet.part)))
    if not found:
        return b""
    return blake2b("\n".join(found).encode("utf-8", "replace"), digest_size=_DIGEST).digest()


def _pivots(package: Package, part: str) -> list[Range]:
    """Where pivot tables are: each program fills them in its own way."""
    found = []
    for relation in package.relationships(part):
        if relation.kind == "pivotTable" and package.has(relation.target):
            for place in package.root(relation.target).iterchildren("{*}location"):
                match = _AREA.fullmatch(place.get("ref") or "")
                if match is not None:
                    first, last = match[1], match[2] or match[1]
                    columns = column_in(first), column_in(last)
                    found.append((_row_in(first), columns[0], _row_in(last), columns[1]))
    return found


def _inside(reference: str, area: Range) -> bool:
    top, left, bottom, right = area
    return top <= _row_in(reference) <= bottom and left <= column_in(reference) <= right


def _notes(package: Package, part: str) -> list[str]:
    found = []
    for relation in package.relationships(part):
        if relation.kind == "comments" and not relation.external and package.has(relation.target):
            for note in package.root(relation.target).iter("{*}comment"):
                text = "".join(item.text or "" for item in note.iter("{*}t"))
                found.append(f"note {note.get('ref')} {_plain(text)}")
    return found


def _plain(text: str) -> str:
    """A text without what programs drop or turn into something else: spaces, control signs."""
    return _UNSEEN.sub("", unescaped(text) if "_x" in text else text)


class _Reader:
    def __init__(self, strings: SharedStrings) -> None:
        self._strings = strings
        self._masters: dict[str, tuple[str, str]] = {}
        self._texts: dict[str, str] = {}
        self._numbers: dict[str, str] = {}

    def plain_cells(self, data: bytes) -> list[str] | None:
        """What each cell holds, where a sheet is written as Excel and most programs write it.

        Four times as fast as parsing it. None where it is written in another way.
        """
        if b"<sheetData" not in data:
            return None
        cells = _CELL.findall(data)
        if len(cells) != data.count(b"</c>"):
            return None
        found = []
        for reference, attributes, inside in cells:
            place = reference.decode()
            kind = _TYPE.search(attributes)
            value = _VALUE.fullmatch(inside)
            formula = _FORMULA.match(inside)
            if value is not None:
                text = value[1].decode("utf-8", "replace")
                held = self._constant(kind[1].decode() if kind is not None else "n", text)
            elif formula is not None:
                said = dict(_ATTRIBUTE.findall(formula[1].decode()))
                held = self._formula(said, unescape((formula[2] or b"").decode()), place)
            else:
                cell = _parsed(inside)
                if cell is None:
                    return None
                held = self._held(cell, kind[1].decode() if kind is not None else "n", place)
            if held:
                found.append(f"{place} {held}")
        return found

    def cells(self, root: Element) -> list[str]:
        """What each cell holds, empty ones left out."""
        found = []
        space = namespace(root)
        row_tag, cell_tag = f"{{{space}}}row", f"{{{space}}}c"
        number = 0
        for data in root.iterchildren(f"{{{space}}}sheetData"):
            for row in data.iterchildren(row_tag):
                number = whole(row.get("r")) or number + 1
                column = 0
                for cell in row.iterchildren(cell_tag):
                    column = column_in(cell.get("r")) or column + 1
                    place = f"{_letters(column)}{number}"
                    if len(cell) and (held := self._held(cell, cell.get("t") or "n", place)):
                        found.append(f"{place} {held}")
        return found

    def _held(self, cell: Element, kind: str, place: str) -> str:
        value = formula = inline = None
        for item in cell:
            name = local(item)
            if name == "v":
                value = item.text
            elif name == "f":
                formula = item
            elif name == "is":
                inline = item
        if formula is not None:
            return self._formula(formula.attrib, formula.text or "", place)
        if inline is not None:
            return _text(_plain(text_of(inline)))
        return self._constant(kind, value) if value else ""

    def _constant(self, kind: str, value: str) -> str:
        if kind == "s":
            if value not in self._texts:
                self._texts[value] = _text(self._shared(value))
            return self._texts[value]
        if kind == "n":
            known = self._numbers.get(value)
            if known is None:
                known = self._numbers[value] = _number(value)
            return known
        if kind == "b":
            return _number("1" if value in ("1", "true") else "0")
        if kind == "e":
            return _LOOSE  # LibreOffice makes a formula of it
        return _day(value) if kind == "d" else _text(_plain(value))

    def _shared(self, index: str) -> str:
        try:
            return _plain(self._strings.get(whole(index, -1)))
        except NoSuchTextError:
            return ""

    def _formula(self, said: Mapping[str, str], text: str, place: str) -> str:
        kind = said.get("t")
        if kind == "dataTable":
            return _LOOSE
        if kind == "shared":
            group = said.get("si") or ""
            if text:
                self._masters[group] = place, text
            elif group in self._masters:
                text = moved(*self._masters[group], place)
        plain = loosely(text)
        if plain in _TRUTHS:  # LibreOffice makes formulas of those that were typed
            return _number(_TRUTHS[plain])
        return _LOOSE + plain


def _parsed(inside: bytes) -> Element | None:
    """What is in a cell by itself; None where it takes names from around it."""
    try:
        return parse(b"<c>" + inside + b"</c>", "a cell")
    except WorkbookError:
        return None


def _text(plain: str) -> str:
    return f"t{plain}" if plain else ""


def _day(value: str) -> str:
    """A day as its number, which other programs make of it."""
    try:
        since = datetime.fromisoformat(value).replace(tzinfo=None) - _FIRST_DAY
    except ValueError:
        return _text(_plain(value))
    return _number(str(since / timedelta(days=1)))


def _number(value: str) -> str:
    try:
        return f"n{float(value):{_DIGITS}}"
    except ValueError:
        return _text(_plain(value))


def loosely(formula: str) -> str:
    """A formula as all programs write it; empty where each has a way of its own."""
    if _REWRITTEN.search(formula):
        return ""
    if "." in formula or "E" in formula or "e" in formula:
        formula = _NUMBER.sub(lambda match: f"{float(match[0]):{_DIGITS}}", formula)
    if "_xl" in formula:
        formula = _PREFIX.sub("", formula)
    return _CALLED.sub(r"\1", formula).translate(_DROPPED).casefold()


def moved(place: str, formula: str, other: str) -> str:
    """A formula that is stored at a place for several cells, as it is in another of them."""
    right = column_in(other) - column_in(place)
    down = _row_in(other) - _row_in(place)

    def shifted(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        column = column_in(f"{match[3]}1")
        if not match[2]:
            column += right
        row = int(match[5]) + (0 if match[4] else down)
        return f"{match[2]}{_letters(column)}{match[4]}{row}"

    return _MOVED.sub(shifted, formula)


def _row_in(reference: str) -> int:
    return int(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))


def _letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
