"""What an open sheet says of itself as XML Spreadsheet, where Excel on Windows is asked for it.

Nobody of ours has seen real Excel's answer, so it decides nothing by itself. It is held against
what is known already; whoever takes something from it asks a few questions about many cells
besides, and where anything is otherwise, Excel is asked cell by cell as on a Mac.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Any

from xl_scorecard.button.areas import Areas, over
from xl_scorecard.button.content_area import Last
from xl_scorecard.button.through_api import as_xml
from xl_scorecard.button.xml_spreadsheet import Said, read
from xl_scorecard.domain.row_keys import Place

_BEYOND = 12
_MOST_CELLS = 50_000
"""Cells in one answer: of more the text is long, and is not worth the few calls it saves."""


class LiveXml:
    """The answer of one sheet, asked for once and only when it is wanted.

    `whole` is asked about: all up to `last`, and columns a little beyond. `filled` is where
    something stands.
    """

    def __init__(self, sheet: Any, last: Last, filled: Collection[Place], areas: Areas) -> None:
        self.areas = areas
        self.whole = 1, 1, last.row, last.column + _BEYOND
        self._sheet = sheet
        self._filled = filled

    @cached_property
    def said(self) -> Said | None:
        """The answer; None where there is none, or where it does not have what stands there."""
        _, _, rows, columns = self.whole
        if not self.areas.on_windows or rows * columns > _MOST_CELLS:
            return None
        text = as_xml(over(self._sheet, self.whole))
        said = None if text is None else read(text, rows, columns)
        if said is None or not all(at in said.held or at in said.covered for at in self._filled):
            return None
        return said
