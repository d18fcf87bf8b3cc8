"""Notes and comments on the cells of a worksheet: where they are, moved, taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from xl_scorecard.ooxml.cells import column_in
from xl_scorecard.ooxml.shared_strings import text_of
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.relationship import Relationship
from xl_scorecard.opc.xml import Element, child

_KINDS = ("comments", "threadedComment")
_SHAPE = re.compile(rb"<(v:\w+)\b(?:(?!<v:\w+\b)[\s\S])*?ObjectType=\"Note\"[\s\S]*?</\1>")
_VML_ROW = re.compile(rb"(<x:Row>\s*)(\d+)(\s*</x:Row>)")
_VML_COLUMN = re.compile(rb"(<x:Column>\s*)(\d+)(\s*</x:Column>)")
_VML_ANCHOR = re.compile(rb"(<x:Anchor>)([^<]*)(</x:Anchor>)")
Moves = Mapping[str, str | None]
"""From the reference of a cell to the one that its note goes to; None where the note is to go."""


def noted_cells(package: Package, sheet_part: str) -> Iterator[str]:
    """The references of the cells that carry notes or threads of comments."""
    for _, note in _notes(package, sheet_part):
        yield note.get("ref") or ""


def notes_of(package: Package, sheet_part: str) -> dict[str, str]:
    """What the notes of a sheet say, by the cell's reference; a thread line by line."""
    said: dict[str, dict[str, list[str]]] = {kind: {} for kind in _KINDS}
    for kind, note in _notes(package, sheet_part):
        text = child(note, "text")
        if text is not None:
            words = text.text or "" if kind == "threadedComment" else text_of(text)
            said[kind].setdefault(note.get("ref") or "", []).append(words)
    return {ref: "\n".join(lines) for ref, lines in {**said["comments"], **said[_KINDS[1]]}.items()}


def move_notes(package: Package, sheet_part: str, moves: Moves) -> None:
    """Move notes to other cells, or take them out."""
    for relation in _related(package, sheet_part):
        root = package.root(relation.target)
        for note in list(root.iter("{*}comment", "{*}threadedComment")):
            reference = note.get("ref") or ""
            to = moves.get(reference, reference)
            if to is None:
                note.getparent().remove(note)
            else:
                note.set("ref", to)
        package.touch(relation.target)
    for relation in package.relationships(sheet_part):
        if relation.kind == "vmlDrawing" and package.has(relation.target):
            data = package.read(relation.target)
            moved = _SHAPE.sub(lambda shape: _moved(shape[0], moves), data)
            if moved != data:
                package.put(relation.target, moved)


def _notes(package: Package, sheet_part: str) -> Iterator[tuple[str, Element]]:
    for relation in _related(package, sheet_part):
        root = package.root(relation.target)
        for note in root.iter("{*}comment", "{*}threadedComment"):
            yield relation.kind, note


def _related(package: Package, sheet_part: str) -> list[Relationship]:
    return [
        relation
        for relation in package.relationships(sheet_part)
        if relation.kind in _KINDS and not relation.external and package.has(relation.target)
    ]


def _moved(shape: bytes, moves: Moves) -> bytes:
    """The shape in which Excel shows a note, moved along."""
    row, column = _VML_ROW.search(shape), _VML_COLUMN.search(shape)
    if row is None or column is None:
        return shape
    at = int(row[2]), int(column[2])
    by_place = {_place(old): new for old, new in moves.items()}
    if at not in by_place:
        return shape
    new = by_place[at]
    if new is None:
        return b""
    to = _place(new)
    shape = _VML_ROW.sub(rb"\g<1>%d\g<3>" % to[0], shape)
    shape = _VML_COLUMN.sub(rb"\g<1>%d\g<3>" % to[1], shape)
    return _VML_ANCHOR.sub(lambda anchor: _shifted(anchor, to[0] - at[0], to[1] - at[1]), shape)


def _shifted(anchor: re.Match[bytes], down: int, right: int) -> bytes:
    numbers = [piece.strip() for piece in anchor[2].split(b",")]
    if len(numbers) != 8 or not all(number.isdigit() for number in numbers):
        return anchor[0]
    for at, by in ((0, right), (2, down), (4, right), (6, down)):
        numbers[at] = b"%d" % max(int(numbers[at]) + by, 0)
    return anchor[1] + b", ".join(numbers) + anchor[3]


def _place(reference: str) -> tuple[int, int]:
    """Row and column of a reference, counted from 0 as the shapes of notes do."""
    return int(re.sub(r"\D", "", reference) or 1) - 1, column_in(reference) - 1
