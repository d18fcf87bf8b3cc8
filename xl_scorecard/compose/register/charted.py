"""The columns of the register that tell of a series: variation, mean and limits, streaks.

They stand right of the others, where the rule set asks for any of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import column_letters


class Charted(StrEnum):
    """A column: what is told of a series, then how that was worked out."""

    VARIATION = "Variation"
    ASSURANCE = "Assurance"
    MEAN = "Mean"
    LOWER = "Lower limit"
    UPPER = "Upper limit"
    FIGURES = "Figures charted"
    STREAK = "Streak"
    FORECAST = "Projection to year end, as of the refresh"
    SUPPLIED = "Figures from earlier workbooks, as of the refresh"
    # -- how it was worked out
    RANGE = "Mean moving range"
    RANGE_OF_ALL = "Mean moving range: of all"
    VARIATION_THEN = "Variation: at the refresh"
    ASSURANCE_THEN = "Assurance: at the refresh"
    MEAN_THEN = "Mean: at the refresh"
    RANGE_THEN = "Mean moving range: at the refresh"
    STREAK_THEN = "Streak: at the refresh"
    FORECAST_THEN = "Projection: at the refresh"
    DIRECTION_THEN = "Direction: at the refresh"
    AS_THEN = "Series as at the refresh"


_TOLD: dict[str, tuple[Charted, ...]] = {
    "variation": (
        Charted.VARIATION, Charted.ASSURANCE, Charted.MEAN, Charted.LOWER, Charted.UPPER,
        Charted.FIGURES,
    ),
    "streak": (Charted.STREAK,),
    "forecast": (Charted.FORECAST,),
    "supplied": (Charted.SUPPLIED,),
}  # fmt: skip
_WORKED_OUT: dict[str, tuple[Charted, ...]] = {
    "variation": (
        Charted.RANGE, Charted.RANGE_OF_ALL, Charted.VARIATION_THEN, Charted.ASSURANCE_THEN,
        Charted.MEAN_THEN, Charted.RANGE_THEN,
    ),
    "streak": (Charted.STREAK_THEN,),
    "forecast": (Charted.FORECAST_THEN,),
    "direction": (Charted.DIRECTION_THEN,),
}  # fmt: skip


class Looks(StrEnum):
    """How a column looks that is not small print."""

    FIGURE = "figure"
    WORD = "word"
    TEXT = "text"


_LOOKS = {
    Charted.MEAN: Looks.FIGURE,
    Charted.LOWER: Looks.FIGURE,
    Charted.UPPER: Looks.FIGURE,
    Charted.RANGE: Looks.FIGURE,
    Charted.VARIATION: Looks.WORD,
    Charted.ASSURANCE: Looks.WORD,
    Charted.FIGURES: Looks.WORD,
    Charted.STREAK: Looks.TEXT,
    Charted.FORECAST: Looks.TEXT,
    Charted.SUPPLIED: Looks.TEXT,
}
FIGURE_THEN = "Figure at the refresh "
"""How the headings of the columns begin that hold the cells of a series."""


@dataclass(frozen=True)
class ChartedColumns:
    """Where these columns stand: from `first` on, and so many more that hold the series' cells.

    `asked` are the words for what is told.
    """

    first: int
    holds: int
    asked: frozenset[str]

    @cached_property
    def _all(self) -> tuple[Charted, ...]:
        told = (each for word, some in _TOLD.items() if word in self.asked for each in some)
        how = (each for word, some in _WORKED_OUT.items() if word in self.asked for each in some)
        return (*told, *how, Charted.AS_THEN)

    @property
    def last(self) -> int:
        """The last of them."""
        return self.first + len(self._all) - 1 + self.holds

    @property
    def headings(self) -> list[str]:
        """What stands above them."""
        held = [f"{FIGURE_THEN}{number}" for number in range(1, self.holds + 1)]
        return [*(heading.value for heading in self._all), *held]

    @property
    def wide(self) -> list[int]:
        """The columns that hold words."""
        words = (Charted.VARIATION, Charted.STREAK, Charted.FORECAST, Charted.SUPPLIED)
        return [self.column_of(heading) for heading in words if heading in self._all]

    @property
    def looks(self) -> dict[int, Looks]:
        """How columns look, by their numbers."""
        return {self.column_of(each): look for each, look in _LOOKS.items() if each in self._all}

    def has(self, heading: Charted) -> bool:
        """Whether there is such a column."""
        return heading in self._all

    def column_of(self, heading: Charted) -> int:
        """Which column of the sheet it is."""
        return self.first + self._all.index(heading)

    def here(self, heading: Charted, row: int) -> str:
        """The cell of a column in a row, as formulas in that row refer to it."""
        return f"${column_letters(self.column_of(heading))}{row}"

    def held(self, number: int) -> int:
        """The column that holds a cell of the series, counted from 0."""
        return self.first + len(self._all) + number


def asked_of(columns: Collection[str], rows: Iterable[AssessedRow]) -> frozenset[str]:
    """What is told of series: of the columns that a rule set asks for, directions of travel
    that only a refresh can tell, and projections; and where figures come from that are in no cell
    of the workbook."""
    asked = frozenset(_TOLD).intersection(columns)
    for row in rows:
        if row.measure.direction.held:
            asked |= {"direction"}
        if row.measure.forecast:
            asked |= {"forecast"}
        if row.measure.supplied and asked & {"variation", "streak"}:
            asked |= {"supplied"}
    return asked
