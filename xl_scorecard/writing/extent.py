"""How far a worksheet reaches, as it declares itself."""

from __future__ import annotations

from xl_scorecard.domain.cell_ref import range_a1
from xl_scorecard.ooxml.worksheet import Worksheet
from xl_scorecard.opc.xml import child, made


def measure(sheet: Worksheet) -> None:
    """Say how far the sheet reaches."""
    places = [(row, column) for row, column, _ in sheet.cells_in((1, 1, 1_048_576, 16_384))]
    dimension = child(sheet.root, "dimension")
    if dimension is None:
        dimension = made(sheet.root, f"{{{sheet.root.nsmap.get(None, '')}}}dimension")
        sheet.place(dimension)
    rows, columns = [r for r, _ in places] or [1], [c for _, c in places] or [1]
    dimension.set("ref", range_a1(min(rows), min(columns), max(rows), max(columns)))
