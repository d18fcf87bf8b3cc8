"""Edits of a refreshed sheet as a whole: sorted, rows and columns put in and taken out, copied.

Each has a copy of the workbook to itself, and every row is looked at.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator

from tests.live.books import HEADER, PERIODS, SHEET, Book
from tests.live.desk import Act
from tests.live.results import letters

LATEST, YEAR_AGO = PERIODS[-1], PERIODS[0]
COPY, RENAMED = "Copied for Q4", "Scorecard ‘final’ & signed off"


class Sheet:
    """A refreshed sheet and where its table and our columns stand, for edits of the whole."""

    def __init__(self, chance: random.Random, book: Book, ours: dict[str, int]) -> None:
        self.chance, self.book = chance, book
        self.first, self.last = HEADER + 1, book.last
        self.theirs = letters(len(book.headings))
        self.block = letters(max(ours.values()))

    def some_row(self) -> int:
        """The row of an indicator that is not the first."""
        return self.chance.choice(list(self.book.rows)[1:-1])

    def sorted(self, right: str) -> Iterator[Act]:
        """Sorted by a column of theirs, as far as a column."""
        by = self.chance.choice(("Indicator", LATEST, YEAR_AGO, self.book.target_heading))
        field = self.book.headings.index(by)
        way = self.chance.choice(("up", "down"))
        first, last = self._sortable()
        yield "sort", SHEET, f"A{first}:{right}{last}", field, way

    def _sortable(self) -> tuple[int, int]:
        """All rows, or one section's: rows of one name that only the headings above them tell
        apart are nobody's once these are sorted away."""
        rows = self.book.rows
        names = Counter(row.name.casefold() for row in rows.values())
        if self.book.layout.sections != "headings" or max(names.values()) == 1:
            return self.first, self.last
        section = self.chance.choice([row.section for row in rows.values()])
        numbers = [number for number, row in rows.items() if row.section == section]
        return min(numbers), max(numbers)

    def row_copied(self, *, renamed: bool) -> Iterator[Act]:
        row = self.some_row()
        yield "insert rows", SHEET, row + 1, 1
        yield "copy", SHEET, f"A{row}:{self.block}{row}", f"A{row + 1}"
        if renamed:
            yield "text", SHEET, f"{self.book.column('Indicator')}{row + 1}", "Meals delivered"
            if self.book.layout.references:
                yield "text", SHEET, f"A{row + 1}", "NEW1"

    def cells_moved(self) -> Iterator[Act]:
        """A row of theirs cut and inserted at another place; ours stays where it is."""
        row, to = self.some_row(), self.first
        yield "cells down", SHEET, f"A{to}:{self.theirs}{to}"
        yield "move", SHEET, f"A{row + 1}:{self.theirs}{row + 1}", f"A{to}"
        yield "cells up", SHEET, f"A{row + 1}:{self.theirs}{row + 1}"


OF_SHEETS: dict[str, Callable[[Sheet], list[Act]]] = {
    "sort of their range": lambda on: list(on.sorted(on.theirs)),
    "sort of the block with ours": lambda on: list(on.sorted(on.block)),
    "rows inserted": lambda on: [("insert rows", SHEET, on.some_row(), on.chance.choice((1, 3)))],
    "rows deleted": lambda on: [("delete rows", SHEET, on.some_row(), on.chance.choice((1, 2)))],
    "row copied": lambda on: list(on.row_copied(renamed=False)),
    "row copied and named anew": lambda on: list(on.row_copied(renamed=True)),
    "cells shifted down": lambda on: [
        ("cells down", SHEET, f"A{(row := on.some_row())}:{on.theirs}{row}")
    ],
    "cells shifted up": lambda on: [
        ("cells up", SHEET, f"A{(row := on.some_row())}:{on.theirs}{row}")
    ],
    "cells cut and put elsewhere": lambda on: list(on.cells_moved()),
    "columns inserted": lambda on: [
        ("insert columns", SHEET, on.chance.randint(1, len(on.book.headings)), 1)
    ],
    "sheet renamed": lambda on: [("rename", SHEET, RENAMED)],
    "sheet copied": lambda on: [("copy sheet", SHEET, COPY)],
}
