"""One worksheet's cells as plain values, whoever read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.cell_ref import a1, range_a1
from xl_scorecard.domain.reach import Reference
from xl_scorecard.domain.serial_days import DAY_0


@dataclass(frozen=True)
class CellError:
    """An error value such as `#DIV/0!`."""

    code: str

    def __str__(self) -> str:
        return self.code


Value = float | str | bool | dt.date | CellError | None


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(text.split())  # which also parts at spaces that do not break


class Cell(NamedTuple):
    """A cell as shown: value, formula if any, number format, and the looks that carry meaning.

    `value` of a formula is its stored result. `fill` and `ink` are the colours of cell and letters,
    `#RRGGBB`.
    """

    row: int
    column: int
    value: Value
    formula: str | None = None
    number_format: str = "General"
    bold: bool = False
    fill: str | None = None
    font: str | None = None
    ink: str | None = None

    @property
    def ref(self) -> str:
        """The reference, `H14`."""
        return a1(self.row, self.column)

    @property
    def text(self) -> str:
        """Text content without outer or doubled spaces; empty for anything but text."""
        return _plain(self.value) if isinstance(self.value, str) else ""

    @property
    def is_spaces(self) -> bool:
        """Whether it holds nothing but spaces, as exports have them where nothing stands."""
        return isinstance(self.value, str) and not self.text


@dataclass(frozen=True)
class Block:
    """A rectangle of cells, ends included, counted from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def reference(self) -> str:
        """The range, `B2:D9`."""
        return range_a1(self.first_row, self.first_column, self.last_row, self.last_column)

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies inside."""
        return (
            self.first_row <= row <= self.last_row
            and self.first_column <= column <= self.last_column
        )

    @property
    def width(self) -> int:
        """How many columns it has."""
        return self.last_column - self.first_column + 1


_TALL = 200


@dataclass(frozen=True)
class Grid:
    """A worksheet: its non-empty cells by (row, column), and what lies around and over them.

    `styled` are blank cells with a format of their own, and their fill; `floating` is what charts,
    pictures, buttons, sparklines and array formulas cover, `held` the cells that carry a note, a
    link or a validation though they may be empty. `printed` is the print area, none where all is
    printed, `stops` where a conditional format with Stop If True lies, `recoloured` where any does.
    `protected` says that cells cannot be changed, `structure_protected` that no sheet can be added.
    `goes_on` says of the first rows of a sheet that thousands follow. `unknown` are the aspects
    that nobody could ask for: what the grid says of them is empty, or General, and means nothing.
    `ask_fill` gives a cell's fill where fills were not read along, `ask_reached` the references of
    the officers' formulas, wherever they stand, that take in cells of this sheet right of a column.
    """

    sheet: str
    cells: Mapping[tuple[int, int], Cell]
    merged: Sequence[Block] = ()
    tables: Sequence[Block] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    styled: Mapping[tuple[int, int], str | None] = field(default_factory=dict)
    floating: Sequence[Block] = ()
    held: Sequence[Block] = ()
    printed: Sequence[Block] = ()
    stops: Sequence[Block] = ()
    recoloured: Sequence[Block] = ()
    protected: bool = False
    structure_protected: bool = False
    goes_on: bool = False
    unknown: frozenset[Aspect] = frozenset()
    ask_fill: Callable[[int, int], str | None] | None = None
    ask_reached: Callable[[int], Sequence[Reference]] | None = None
    day_0: dt.date = DAY_0

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell with content at a place, or None."""
        return self.cells.get((row, column))

    def shown(self, row: int, column: int) -> Cell | None:
        """The cell a reader sees at a place: of a merged block, its top left cell."""
        found = self.cells.get((row, column))
        if found is not None:
            return found
        block = self.merge_at(row, column)
        return self.cells.get((block.first_row, block.first_column)) if block else None

    def merge_at(self, row: int, column: int) -> Block | None:
        """The merged block that holds a place, if any."""
        near = self._merged_in.get(row, ()) if self.merged else ()
        found = next((b for b in near if b.first_column <= column <= b.last_column), None)
        return found or next((b for b in self._tall if b.holds(row, column)), None)

    @cached_property
    def _merged_in(self) -> dict[int, list[Block]]:
        """The merged blocks of each row, but for the tallest."""
        found: dict[int, list[Block]] = {}
        for block in self.merged:
            if block.last_row - block.first_row <= _TALL:
                for row in range(block.first_row, block.last_row + 1):
                    found.setdefault(row, []).append(block)
        return found

    @cached_property
    def _tall(self) -> list[Block]:
        return [block for block in self.merged if block.last_row - block.first_row > _TALL]

    @cached_property
    def by_row(self) -> dict[int, list[Cell]]:
        """The cells with content of each row, from left to right, rows from the top down."""
        found: dict[int, list[Cell]] = {}
        for _, cell in sorted(self.cells.items()):
            found.setdefault(cell.row, []).append(cell)
        return found

    def covered(self, row: int, column: int) -> bool:
        """Whether something lies over a place, though the cell may look empty."""
        return any(block.holds(row, column) for block in self.floating)

    def fill_at(self, row: int, column: int) -> str | None:
        """The fill of a cell, blank or not."""
        if self.ask_fill is not None:
            return self.ask_fill(row, column)
        cell = self.cells.get((row, column))
        return cell.fill if cell is not None else self.styled.get((row, column))

    def reached_beyond(self, column: int) -> Sequence[Reference]:
        """The references of the officers' formulas that take in cells right of a column."""
        return self.ask_reached(column) if self.ask_reached is not None else ()

    @cached_property
    def last_row(self) -> int:
        """The last row with content, 0 for an empty sheet."""
        return max((row for row, _ in self.cells), default=0)

    @cached_property
    def last_column(self) -> int:
        """The last column with content, 0 for an empty sheet."""
        return max((column for _, column in self.cells), default=0)
