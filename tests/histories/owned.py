"""What the officers own in a workbook, kept beside it step by step."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Place = tuple[int, int]
Cells = dict[Place, Any]
Rewrite = Callable[[str], str]


@dataclass
class Owned:
    """Their sheets with the cells they typed, and what they typed on ours.

    Formulas begin with an equals sign, as openpyxl has them.
    """

    sheets: dict[str, Cells]
    notes: list[str] = field(default_factory=list)

    def rename(self, old: str, new: str) -> None:
        """A sheet has another name; one that is not theirs has none here."""
        self.sheets = {new if name == old else name: cells for name, cells in self.sheets.items()}

    def rewrite(self, change: Callable[[str, str], str]) -> None:
        """Formulas read otherwise; `change` is given a sheet and a formula."""
        for name, cells in self.sheets.items():
            for place, value in cells.items():
                if isinstance(value, str) and value.startswith("="):
                    cells[place] = change(name, value)

    def move(self, sheet: str, to: Callable[[Place], Place | None]) -> None:
        """Cells of a sheet stand elsewhere, or nowhere."""
        moved = {to(place): value for place, value in self.sheets[sheet].items()}
        self.sheets[sheet] = {place: value for place, value in moved.items() if place is not None}


def table_rows(cells: Cells) -> list[int]:
    """The rows of the indicators on a sheet, from above."""
    return sorted(
        row
        for (row, column), value in cells.items()
        if column == 1 and isinstance(value, str) and re.fullmatch(r"[A-C]1", value)
    )
