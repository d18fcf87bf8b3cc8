"""The columns of the register that chart a series: variation, assurance, mean and limits.

They stand right of the others, where the rule set asks for the column of variation.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xl_scorecard.domain.cell_ref import column_letters


class Charted(StrEnum):
    """A column: what is told of a series, then how that was worked out."""

    VARIATION = "Variation"
    ASSURANCE = "Assurance"
    MEAN = "Mean"
    LOWER = "Lower limit"
    UPPER = "Upper limit"
    FIGURES = "Figures charted"
    # -- how it was worked out
    RANGE = "Mean moving range"
    RANGE_OF_ALL = "Mean moving range: of all"
    VARIATION_THEN = "Variation: at the refresh"
    ASSURANCE_THEN = "Assurance: at the refresh"
    MEAN_THEN = "Mean: at the refresh"
    RANGE_THEN = "Mean moving range: at the refresh"
    AS_THEN = "Series as at the refresh"


_ALL = tuple(Charted)
FIGURE_THEN = "Figure at the refresh "
"""How the headings of the columns begin that hold the cells of a series."""


@dataclass(frozen=True)
class ChartedColumns:
    """Where these columns stand: from `first` on, and so many more that hold the series' cells."""

    first: int
    holds: int

    @property
    def last(self) -> int:
        """The last of them."""
        return self.first + len(_ALL) - 1 + self.holds

    @property
    def headings(self) -> list[str]:
        """What stands above them."""
        held = [f"{FIGURE_THEN}{number}" for number in range(1, self.holds + 1)]
        return [*(heading.value for heading in _ALL), *held]

    def column_of(self, heading: Charted) -> int:
        """Which column of the sheet it is."""
        return self.first + _ALL.index(heading)

    def here(self, heading: Charted, row: int) -> str:
        """The cell of a column in a row, as formulas in that row refer to it."""
        return f"${column_letters(self.column_of(heading))}{row}"

    def held(self, number: int) -> int:
        """The column that holds a cell of the series, counted from 0."""
        return self.first + len(_ALL) + number
