"""The rows of ours below a table that wait for an indicator to come, which the web has none of."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.button.models import Book, Place, area_of, places, split

_BLOCK = re.compile(r"xl_scorecard\.cells\.\d+(?:\.\w+)*")
_LAST_ROW = re.compile(r"\d+$")


def without_waiting_rows(file: Book, original: Book) -> set[Place]:
    """Take the waiting rows off a refreshed file, as where nobody says which cells are merged.

    Their cells go, and what reached down to them. Returns the places that they had.
    """
    gone: set[Place] = set()
    for name, text in file.names.items():
        if _BLOCK.fullmatch(name) is None:
            continue
        sheet, reference = split(text)
        top, left, bottom, right = area_of(reference)
        # below the lowest row of figures: what stands further down is a footnote
        last = max(
            row
            for (row, _), cell in original[sheet].filled.items()
            if row <= bottom and (isinstance(cell.value, float) or cell.formula is not None)
        )
        if last == bottom:
            continue
        waiting = set(places((last + 1, left, bottom, right)))
        gone |= waiting
        page = file[sheet]
        page.cells = {at: cell for at, cell in page.cells.items() if at not in waiting}
        page.shades = [
            replace(shade, area=(*shade.area[:2], last, shade.area[3]))
            if shade.area[0] >= top and shade.area[2] == bottom and "xl-scorecard" in shade.formula
            else shade
            for shade in page.shades
        ]
        file.names[name] = _LAST_ROW.sub(str(last), text)
    return gone
