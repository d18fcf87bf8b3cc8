"""What one workbook has lost, gained and changed against another, part by part and cell by cell.

    python tools/part_diff.py BEFORE AFTER [--json]

It shares no code with the package, so that it can judge what the package writes; it needs lxml.
Exit status 0 where everything of BEFORE is in AFTER, 1 where a part, an element or a cell is not,
2 where a file cannot be read.
"""

from __future__ import annotations

import json
import posixpath
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from lxml import etree

Stored = tuple[str | None, str | None]
"""What a cell holds: its value as text, and its formula."""


class Difference(TypedDict):
    """How AFTER differs from BEFORE."""

    lost: list[str]  # parts that only BEFORE has
    added: list[str]  # parts that only AFTER has
    rewritten: dict[str, str]  # parts with other bytes: "same" where the XML says the same
    elements: dict[str, dict[str, tuple[int, int]]]  # by part: elements that got fewer
    cells: dict[str, tuple[Stored, Stored]]  # by sheet and cell: those of BEFORE that differ


def diff(before: Path, after: Path) -> Difference:
    """The difference between two workbooks; raises OSError, BadZipFile or XMLSyntaxError."""
    old, new = _Parts(before), _Parts(after)
    rewritten: dict[str, str] = {}
    elements: dict[str, dict[str, tuple[int, int]]] = {}
    for name in old.names:
        if name not in new or new[name] == old[name]:
            continue
        was, is_now = _tree(old[name]), _tree(new[name])
        same = was is not None and is_now is not None and _canonical(was) == _canonical(is_now)
        rewritten[name] = "same" if same else "changed"
        if was is not None and is_now is not None and (fewer := _fewer(was, is_now)):
            elements[name] = fewer
    had, has = dict(_cells(old)), dict(_cells(new))
    nothing: Stored = (None, None)
    return {
        "lost": [name for name in old.names if name not in new],
        "added": [name for name in new.names if name not in old],
        "rewritten": rewritten,
        "elements": elements,
        "cells": {
            place: (stored, has.get(place, nothing))
            for place, stored in had.items()
            if has.get(place, nothing) != stored
        },
    }


class _Parts:
    """The parts of a package; their names do not tell small letters from capitals."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            found = {
                _plain(i.filename): archive.read(i) for i in archive.infolist() if not i.is_dir()
            }
        self.names = list(found)
        self._content = {name.lower(): content for name, content in found.items()}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._content

    def __getitem__(self, name: str) -> bytes:
        return self._content[name.lower()]

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and target of each relationship of a part ("" is the package), by its id."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        if listed not in self:
            return {}
        found = {}
        for relation in etree.fromstring(self[listed], _PARSER).iter("{*}Relationship"):
            if relation.get("TargetMode") != "External":
                target = posixpath.join("/", folder, relation.get("Target", "").replace("\\", "/"))
                kind = posixpath.basename(relation.get("Type", ""))
                found[relation.get("Id", "")] = kind, _plain(posixpath.normpath(target))
        return found

    def first_related(self, part: str, kind: str) -> str | None:
        """The first part of a kind that another points to and that is there."""
        targets = (target for is_kind, target in self.related(part).values() if is_kind == kind)
        return next((target for target in targets if target in self), None)


def _plain(name: str) -> str:
    """A part's name without the slash that some writers put first, or put the wrong way."""
    return name.replace("\\", "/").lstrip("/")


_PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)


def _tree(content: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError:
        return None  # a picture, macros


def _canonical(tree: etree._Element) -> bytes:
    text: bytes = etree.tostring(tree, method="c14n")
    return text


def _fewer(was: etree._Element, is_now: etree._Element) -> dict[str, tuple[int, int]]:
    """Elements there are fewer of now: how many there were and are."""
    counted, left = (Counter(map(_local, tree.iter(etree.Element))) for tree in (was, is_now))
    return {name: (n, left[name]) for name, n in counted.items() if left[name] < n}


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _cells(parts: _Parts) -> Iterator[tuple[str, Stored]]:
    """Every cell of the worksheets that holds something, by sheet and address."""
    book = parts.first_related("", "officeDocument")
    if book is None:
        return
    sheets = parts.related(book)
    texts = _shared_texts(parts, book)
    for sheet in etree.fromstring(parts[book], _PARSER).iter("{*}sheet"):
        ids = [value for key, value in sheet.items() if etree.QName(key).localname == "id"]
        kind, part = sheets.get(ids[0] if ids else "", ("", ""))
        if kind != "worksheet" or part not in parts:
            continue
        for place, cell in _placed(etree.fromstring(parts[part], _PARSER)):
            stored = _stored(cell, texts)
            if stored != (None, None):
                yield f"{sheet.get('name')}!{place}", stored


def _shared_texts(parts: _Parts, book: str) -> list[str]:
    part = parts.first_related(book, "sharedStrings")
    if part is None:
        return []
    return [_text(item) for item in etree.fromstring(parts[part], _PARSER).iter("{*}si")]


def _text(holder: etree._Element) -> str:
    """The text of runs, without the reading aids of Japanese ones."""
    runs = (t for t in holder.iter("{*}t") if _local(t.getparent()) != "rPh")
    return "".join(run.text or "" for run in runs)


def _placed(sheet: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Cells with their addresses; one that states none follows the one before it."""
    row = 0
    for line in sheet.iter("{*}row"):
        row = int(line.get("r") or row + 1)
        column = 0
        for cell in line.iter("{*}c"):
            letters = (cell.get("r") or "").rstrip("0123456789").upper()
            column = _number(letters) if letters else column + 1
            yield f"R{row}C{column}", cell


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _stored(cell: etree._Element, texts: list[str]) -> Stored:
    kind = cell.get("t", "n")
    value = cell.findtext("{*}v") or None
    if kind == "inlineStr":
        value = _text(cell) or None
    elif kind == "s" and value is not None:
        value = texts[int(value)] if int(value) < len(texts) else f"no text {value}"
    elif kind == "n" and value is not None:
        value = _as_number(value)
    formula = cell.find("{*}f")
    if formula is None:
        return value or None, None
    shared = formula.get("si")
    return value, (formula.text or "") + (f" (shared {shared})" if shared else "")


def _as_number(text: str) -> str:
    """One spelling for each number: 0.10 and 1E-1 are the same."""
    try:
        return repr(float(text))
    except ValueError:
        return text


def main(arguments: list[str]) -> int:
    """Print the difference; returns the exit status."""
    paths = [Path(argument) for argument in arguments if argument != "--json"]
    if len(paths) != 2:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    try:
        found = diff(*paths)
    except (OSError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        print(f"part_diff: {error}", file=sys.stderr)
        return 2
    if "--json" in arguments:
        print(json.dumps(found, indent=1))
    else:
        _print(found)
    return 1 if found["lost"] or found["elements"] or found["cells"] else 0


def _print(found: Difference) -> None:
    for name in found["lost"]:
        print(f"lost       {name}")
    for name in found["added"]:
        print(f"added      {name}")
    for name, how in found["rewritten"].items():
        print(f"rewritten  {name}: {how}")
    for name, fewer in found["elements"].items():
        for element, (many, left) in fewer.items():
            print(f"fewer      {name}: {element}, {many} before, {left} now")
    for place, (was, is_now) in found["cells"].items():
        print(f"cell       {place}: {was} before, {is_now} now")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
