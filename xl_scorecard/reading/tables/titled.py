"""Blocks with a title, an indicator each: its name in a line of its own, periods across below it,
and under these labelled rows such as Actual and Target; told by standing there over and over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.said_table import SINGLE, SaidTable
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.title import is_of_the_paper
from xl_scorecard.reading.tables.card_labels import exact
from xl_scorecard.reading.tables.cards import may_name, names_time
from xl_scorecard.reading.words.heading_words import HeadingWords

_SEVERAL = 2
_FEWEST_PERIODS = 2
_LONGEST_REFERENCE = 12
_OF_ROWS = {Role.OUTTURN: "figures"} | {
    role: key
    for key, role in SINGLE.items()
    if role not in (Role.INDICATOR, Role.REFERENCE, Role.SECTION)
}
"""The key that says in which row of a block a role stands; other rows have no part in it."""


class _Title(NamedTuple):
    name: Cell
    reference: Cell | None


@dataclass(frozen=True)
class TitledBlocks:
    """The blocks of a sheet that each have a title and a row of periods of their own."""

    grid: Grid
    words: HeadingWords

    def entries(self) -> list[SaidTable]:
        """Each block as an entry about one indicator; none where there are no several, or where
        any of them is unclear: what one block leaves out would be missed by nobody."""
        found = [self._entry(row) for row in self._headers]
        sure = [said for said in found if said is not None]
        return sure if len(sure) >= _SEVERAL and len(sure) == len(found) else []

    @cached_property
    def _headers(self) -> tuple[int, ...]:
        """The rows of periods that a labelled row of figures stands below."""
        return tuple(
            row
            for row in self.grid.by_row
            if self._periods(row) and any(role is Role.OUTTURN for _, role in self._labelled(row))
        )

    def _periods(self, row: int) -> list[Cell]:
        """The periods of a row that holds nothing else, but for one word left of them."""
        cells = self.grid.by_row.get(row, [])
        begins = next((at for at, cell in enumerate(cells) if names_time(cell, self.words)), 2)
        times = list(cells[begins:])
        if begins > 1 or len(times) < _FEWEST_PERIODS or times[0].column == 1:
            return []
        return times if all(names_time(cell, self.words) for cell in times) else []

    def _labelled(self, header: int) -> Iterator[tuple[int, Role | None]]:
        """The rows right below a row of periods that begin left of these, with their roles."""
        first = self._periods(header)[0].column
        row = header + 1
        while (cells := self.grid.by_row.get(row)) and cells[0].column < first:
            if len(cells) == 1 and exact(cells[0], self.words) is None:
                return  # the next block's title
            yield row, exact(cells[0], self.words)
            row += 1

    def _entry(self, header: int) -> SaidTable | None:
        """The block whose periods stand in a row, None where anything of it is unclear."""
        periods, title = self._periods(header), self._title(header)
        rows = [(row, role) for row, role in self._labelled(header) if role in _OF_ROWS]
        if title is None or len({role for _, role in rows}) < len(rows):
            return None
        said: dict[str, object] = {"sheet": self.grid.sheet, "names": title.name.ref}
        said["periods"] = str(header)
        if title.reference is not None:
            said["references"] = title.reference.ref
        for row, role in rows:
            said[_OF_ROWS[role]] = str(row)
            if role is Role.OUTTURN:
                ends = (a1(row, cell.column) for cell in (periods[0], periods[-1]))
                said["figures"] = ":".join(ends)
        return SaidTable.model_validate(said)

    def _title(self, header: int) -> _Title | None:
        """The line above the periods: a name, or a reference and a name; blank rows may stand
        between. Where there is none, the word left of the periods."""
        row = next((r for r in range(header - 1, 0, -1) if self.grid.by_row.get(r)), 0)
        line = self.grid.by_row.get(row, [])
        if len(line) in (1, 2) and self._is_name(line[-1]):
            reference = line[0] if len(line) > 1 else None
            if reference is None or _is_reference(reference):
                return _Title(line[-1], reference)
        corner = self.grid.by_row[header][0]
        return _Title(corner, None) if self._is_name(corner) else None

    def _is_name(self, cell: Cell) -> bool:
        return may_name(cell, self.words) and not is_of_the_paper(cell.text)


def _is_reference(cell: Cell) -> bool:
    text = cell.text.strip()
    return any(ch.isdigit() for ch in text) and len(text) <= _LONGEST_REFERENCE and " " not in text
