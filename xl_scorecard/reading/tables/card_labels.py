"""The labels of a card, each with what it says: right of it, or below a row of labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xl_scorecard.domain.grid import Block, Cell, Grid
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.status_words import parse_status
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import label_role, role_but_for_time

_NEAR = 3


class Labelled(NamedTuple):
    """A label of a card, its role, and the cells that it is the label of, none where blank."""

    label: Cell
    role: Role
    says: tuple[Cell, ...]

    @property
    def one(self) -> Cell | None:
        """What it says, if that is in one cell."""
        return self.says[0] if len(self.says) == 1 else None


@dataclass(frozen=True)
class CardArea:
    """The part of a sheet that a card fills."""

    grid: Grid
    words: HeadingWords
    block: Block

    def labelled(self) -> Iterator[Labelled]:
        """Its labels from the top down."""
        above: list[Cell] = []
        for row in range(self.block.first_row, self.block.last_row + 1):
            cells = self.row(row)
            if above:
                yield from self._below(above, cells)
                above = []
            elif self._is_row_of_labels(cells, row):
                above = cells
            else:
                yield from self._in_row(cells)

    def _is_row_of_labels(self, cells: Sequence[Cell], row: int) -> bool:
        """Whether all cells of a row are labels of what stands below them."""
        below = {cell.column for cell in self.row(row + 1)}
        if not cells or any(exact(cell, self.words) is None for cell in cells):
            return False
        if not any(cell.column in below for cell in cells):
            return False
        if exact(self.row(row + 1)[0], self.words) is not None:
            return False
        return len(cells) > 1 or len(below) == 1

    def _below(self, labels: Sequence[Cell], cells: Sequence[Cell]) -> Iterator[Labelled]:
        by_column = {cell.column: cell for cell in cells}
        for label in labels:
            says = by_column.get(label.column)
            role = exact(label, self.words)
            assert role is not None  # asked for before
            yield Labelled(label, role, (says,) if says is not None else ())

    def _in_row(self, cells: Sequence[Cell]) -> Iterator[Labelled]:
        """The labels of a row, each with the cells up to the next label."""
        at = 0
        while at < len(cells):
            label = cells[at]
            role = exact(label, self.words)
            says = self._right_of(cells, at)
            if role is not None:
                yield Labelled(label, role, says)
            at += 1 + len(says)

    def _right_of(self, cells: Sequence[Cell], at: int) -> tuple[Cell, ...]:
        """What stands right of a label, as far as the next one; right beside it any text is what
        it says."""
        label, rest = cells[at], cells[at + 1 :]
        end = end_of(self.grid, label)
        found: list[Cell] = []
        for cell in rest:
            beside = not found and cell.column == end + 1
            far = not found and cell.column > end + _NEAR
            label_again = exact(cell, self.words) is not None and parse_status(cell.text) is None
            if not beside and (far or label_again):
                break
            found.append(cell)
        return tuple(found)

    def row(self, row: int) -> list[Cell]:
        """The cells of a row within it."""
        cells = self.grid.by_row.get(row, ())
        return [c for c in cells if self.block.first_column <= c.column <= self.block.last_column]


def exact(cell: Cell, words: HeadingWords) -> Role | None:
    """The role of a label that is a known word as a whole, with or without a colon or period."""
    if not cell.text:
        return None
    role = label_role(cell.text, words.extra)
    beside_time = role_but_for_time(cell.text) if role is None else None
    return beside_time if beside_time in (Role.OUTTURN, Role.TARGET, Role.RAG) else role


def end_of(grid: Grid, cell: Cell) -> int:
    """The last column that a cell fills."""
    merge = grid.merge_at(cell.row, cell.column)
    return merge.last_column if merge is not None else cell.column
