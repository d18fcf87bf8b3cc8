"""Captions of figures and tables on any sheet, and the cells that point to them."""

from __future__ import annotations

from collections.abc import Iterable

from xl_scorecard.domain.cross_references import (
    Caption,
    CrossReferences,
    Pointer,
    caption_in,
    pointed_to,
)
from xl_scorecard.domain.grid import Grid


def cross_references(grids: Iterable[Grid]) -> CrossReferences:
    """What some sheets say; without a caption there is nothing to hold a pointer against."""
    captions: list[Caption] = []
    pointers: list[Pointer] = []
    for grid in grids:
        for cell in grid.cells.values():
            text = cell.text
            if not text:
                continue
            if (caption := caption_in(text)) is not None:
                captions.append(Caption(*caption, grid.sheet, cell.ref))
            elif (to := pointed_to(text)) is not None:
                pointers.append(Pointer(to, grid.sheet, cell.row, cell.ref))
    return CrossReferences(tuple(captions), tuple(pointers) if captions else ())
