"""The cells below a header, which tell what its columns hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from xl_scorecard.domain.grid import Cell, Grid, Value
from xl_scorecard.domain.number_words import parse_number

FEWEST = 2
MOST_WORDS = 12  # a column that judges, or says what is good, says the same few words over and over
_MOST = 0.7
_ROWS = 40


class Below:
    """The first rows below a header, column by column."""

    def __init__(self, grid: Grid, bottom: int) -> None:
        self.grid = grid
        self._rows = range(bottom + 1, bottom + _ROWS + 1)
        self._columns: dict[int, list[Cell]] = {}
        self._numbers: dict[int, dict[int, float]] = {}

    def cells(self, column: int) -> list[Cell]:
        """The cells of a column that hold something."""
        if column not in self._columns:
            found = (self.grid.cell(row, column) for row in self._rows)
            self._columns[column] = [c for c in found if c is not None and c.value is not None]
        return self._columns[column]

    def values(self, column: int) -> list[Value]:
        """What they hold."""
        return [cell.value for cell in self.cells(column)]

    def texts(self, column: int) -> list[str]:
        """Those that hold text."""
        return [text for cell in self.cells(column) if (text := cell.text)]

    def numbers(self, column: int) -> Mapping[int, float]:
        """The numbers of a column by row, those typed as text among them."""
        if column not in self._numbers:
            found = self._numbers[column] = {}
            for cell in self.cells(column):
                if isinstance(cell.value, float):
                    found[cell.row] = cell.value
                elif cell.text and (typed := parse_number(cell.text)) is not None:
                    found[cell.row] = typed[0]
        return self._numbers[column]


def mostly(values: Sequence[object], fits: Callable[[object], bool]) -> bool:
    """Whether there are several values and most of them are of a kind."""
    return len(values) >= FEWEST and sum(map(fits, values)) >= _MOST * len(values)
