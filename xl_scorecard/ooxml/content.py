"""What a worksheet holds, as it stays through a mere save by Excel, LibreOffice or openpyxl.

Programs write a sheet anew in their own way: numbers with more or fewer digits, texts shared or
not, formulas each for itself, results computed again. What counts is what was typed.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import NamedTuple

from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.cells import column_in
from xl_scorecard.ooxml.escapes import unescaped
from xl_scorecard.ooxml.shared_strings import NoSuchTextError, SharedStrings, text_of
from xl_scorecard.ooxml.workbook import Sheet
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, local, namespace, whole

_DIGEST = 12  # bytes
_DIGITS = ".12g"
_LOOSE = "f"  # a formula that programs write in ways of their own: only that it is there counts
_REWRITTEN = re.compile(r"[\[{#@]|[\w']:[^!<>()]{1,80}!|\bMULTIPLE\.OPERATIONS\b")
_DROPPED = str.maketrans("", "", " \t\r\n$'")
_PREFIX = re.compile(r"_xl\w+\.")
_NUMBER = re.compile(r"(?<![\w.!])(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.(!:])")
_CALLED = re.compile(r"\b(TRUE|FALSE)\(\)", re.IGNORECASE)
_MOVED = re.compile(
    r"""("[^"]*"|'[^']*'!)|(?<![\w.])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(])"""
)
_UNSEEN = re.compile("[\x00-\x20\x7f\xa0\u200b\ufeff\ufffd]")


class Objects(NamedTuple):
    """How many pictures, charts and shapes lie on a sheet."""

    pictures: int = 0
    charts: int = 0
    shapes: int = 0


def sheet_digest(package: Package, sheet: Sheet, strings: SharedStrings) -> bytes:
    """A digest of what was typed into a sheet: constants, formulas and notes, with their places.

    That of an empty sheet is empty.     Raises WorkbookError where the sheet cannot be read.
    """
    root = package.root(sheet.part)
    reader = _Reader(strings)
    found = reader.cells(root)
    found.extend(sorted(_notes(package, sheet.part)))
    if not found:
        return b""
    return blake2b("\n".join(found).encode("utf-8", "replace"), digest_size=_DIGEST).digest()


def objects_on(package: Package, sheet: Sheet) -> Objects:
    """What floats over a sheet, form controls apart: programs write those in several ways."""
    pictures = charts = shapes = 0
    for relation in package.relationships(sheet.part):
        if relation.kind != "drawing" or relation.external or not package.has(relation.target):
            continue
        for anchor in package.root(relation.target):
            kinds = {local(item) for item in anchor}
            pictures += "pic" in kinds
            charts += "graphicFrame" in kinds
            shapes += "sp" in kinds
    return Objects(pictures, charts, shapes)


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
        self._masters: dict[str, tuple[int, int, str]] = {}
        self._texts: dict[str, str] = {}

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
                    if len(cell) and (held := self._held(cell, number, column)):
                        found.append(f"{number} {column} {held}")
        return found

    def _held(self, cell: Element, row: int, column: int) -> str:
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
            return self._formula(formula, row, column)
        kind = cell.get("t") or "n"
        if inline is not None:
            return _text(_plain(text_of(inline)))
        return self._constant(kind, value) if value else ""

    def _constant(self, kind: str, value: str) -> str:
        if kind == "s":
            if value not in self._texts:
                self._texts[value] = _text(self._shared(value))
            return self._texts[value]
        if kind == "n":
            return _number(value)
        if kind == "b":
            return _number("1" if value in ("1", "true") else "0")
        if kind == "e":
            return _LOOSE  # LibreOffice makes a formula of it
        return _text(_plain(value))

    def _shared(self, index: str) -> str:
        try:
            return _plain(self._strings.get(whole(index, -1)))
        except NoSuchTextError:
            return ""

    def _formula(self, formula: Element, row: int, column: int) -> str:
        text = formula.text or ""
        kind = formula.get("t")
        if kind == "dataTable":
            return _LOOSE
        if kind == "shared":
            group = formula.get("si") or ""
            if text:
                self._masters[group] = row, column, text
            elif group in self._masters:
                top, left, master = self._masters[group]
                text = moved(master, row - top, column - left)
        return _LOOSE + loosely(text)


def _text(plain: str) -> str:
    return f"t{plain}" if plain else ""


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


def moved(formula: str, down: int, right: int) -> str:
    """A formula that is stored once for several cells, as it is in another of them."""

    def shifted(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        column = column_in(f"{match[3]}1")
        if not match[2]:
            column += right
        row = int(match[5]) + (0 if match[4] else down)
        return f"{match[2]}{_letters(column)}{match[4]}{row}"

    return _MOVED.sub(shifted, formula)


def _letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def saved_by_excel(package: Package) -> bool:
    """Whether Excel itself saved a workbook last, which drops nothing that lies on a sheet.

    openpyxl calls itself Excel too, but with a version of its own.
    """
    for relation in package.relationships(""):
        if relation.kind == "extended-properties" and package.has(relation.target):
            try:
                root = package.root(relation.target)
            except WorkbookError:
                return False
            said = {local(item): item.text or "" for item in root}
            version = said.get("AppVersion", "").partition(".")[0]
            return "Microsoft Excel" in said.get("Application", "") and whole(version) >= 12
    return False
