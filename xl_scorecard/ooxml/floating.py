"""What floats over a worksheet's cells: charts, pictures, shapes, buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, child, local, whole

_VML_SHAPE = re.compile(rb"<x:ClientData\s[^>]*ObjectType=\"(\w+)\"(.*?)</x:ClientData>", re.DOTALL)
_VML_ANCHOR = re.compile(rb"<x:Anchor>([^<]*)</x:Anchor>")
_CELL_PIXELS = (64, 20)
_EMU_PER_PIXEL = 9525


def floating_blocks(package: Package, sheet_part: str) -> list[tuple[int, int, int, int]]:
    """The cells covered: (first row, first column, last row, last column), counted from 1."""
    found: list[tuple[int, int, int, int]] = []
    for relation in package.relationships(sheet_part):
        if relation.external or not package.has(relation.target):
            continue
        if relation.kind == "drawing":
            found.extend(_anchors(package.root(relation.target)))
        elif relation.kind == "vmlDrawing":
            found.extend(_vml_anchors(package.read(relation.target)))
    return found


def _anchors(drawing: Element) -> Iterator[tuple[int, int, int, int]]:
    for anchor in drawing.iter("{*}twoCellAnchor", "{*}oneCellAnchor"):
        start = _marker(child(anchor, "from"))
        if start is None:
            continue
        end = _marker(child(anchor, "to"))
        if end is None:
            size = child(anchor, "ext")
            wide, high = (
                whole(size.get(name)) // _EMU_PER_PIXEL if size is not None else 0
                for name in ("cx", "cy")
            )
            end = start[0] + high // _CELL_PIXELS[1], start[1] + wide // _CELL_PIXELS[0]
        yield start[0], start[1], max(end[0], start[0]), max(end[1], start[1])


def _marker(marker: Element | None) -> tuple[int, int] | None:
    if marker is None:
        return None
    places = {local(item): whole(item.text) + 1 for item in marker}
    return places.get("row", 1), places.get("col", 1)


def _vml_anchors(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Form controls of older files; notes are not counted, they show only when pointed at."""
    for kind, body in _VML_SHAPE.findall(data):
        anchor = _VML_ANCHOR.search(body)
        if kind == b"Note" or anchor is None:
            continue
        numbers = [whole(part.decode("ascii", "replace")) for part in anchor[1].split(b",")]
        if len(numbers) == 8:
            yield numbers[2] + 1, numbers[0] + 1, numbers[6] + 1, numbers[4] + 1
