"""The rows of cells behind a chart, beside the print: the chart has nothing else to draw."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from xl_scorecard.compose.look import FIGURES
from xl_scorecard.compose.summary.series import SUPPLIED, Told
from xl_scorecard.domain.cell_ref import absolute, range_a1
from xl_scorecard.domain.edits import CellEdit, NewSheet, Series, Style
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.row_keys import FIGURES_COLUMN

_QUARTER = re.compile(r"(Q\d) \d\d(\d\d/\d\d)")


@lru_cache(maxsize=1024)
def _short(period: str) -> str:
    """A period on the axis of a small chart: `Q3 18/19`."""
    return _QUARTER.sub(r"\1 \2", period)


@dataclass
class ChartRows:
    """Rows from `top` on: the periods below the name, then a row each series."""

    sheet: NewSheet
    top: int
    periods: Sequence[Period]
    number_format: str
    row: int = field(init=False)

    def __post_init__(self) -> None:
        self.row = self.top

    def head(self, name: str, formula: str) -> None:
        """What the figures are of, and their periods."""
        self._put(self.top, 0, name, formula, FIGURES)
        for offset, period in enumerate(self.periods, 1):
            self._put(self.top, offset, _short(period.words), None, FIGURES)

    def series(
        self,
        name: str,
        told: Iterable[Told],
        number_format: str | None = None,
    ) -> int:
        """Put a series below; returns its row."""
        self.row += 1
        style = replace(FIGURES, number_format=number_format or self.number_format)
        self._put(self.row, 0, name, None, FIGURES)
        for offset, (value, formula) in enumerate(told, 1):
            self._put(self.row, offset, value, formula, style)
        return self.row

    def note(self, what: str, told: tuple[float | str, str | None]) -> int:
        """Put something else that is worked out below; returns its row."""
        self.row += 1
        self._put(self.row, 0, what, None, FIGURES)
        self._put(self.row, 1, *told, FIGURES)
        for offset in range(2, len(self.periods) + 1):
            self._put(self.row, offset, None, None, FIGURES)
        return self.row

    def note_supplied(self, where: str) -> None:
        """Say where figures come from that other workbooks supply, where any do."""
        if where:
            self.note(SUPPLIED, (where, None))

    def _put(
        self, row: int, offset: int, value: float | str | None, formula: str | None, style: Style
    ) -> None:
        self.sheet.cells.append(CellEdit(row, FIGURES_COLUMN + offset, value, formula, style))

    def drawn(self, row: int, colour: str, **more: object) -> Series:
        """The series of a row."""
        across = len(self.periods)
        return Series(
            name=self.pinned(row, 0, 0),
            categories=self.pinned(self.top, 1, across),
            values=self.pinned(row, 1, across),
            colour=colour,
            **more,  # type: ignore[arg-type]
        )

    def pinned(self, row: int, first: int, last: int) -> str:
        """Cells of a row, as a chart refers to them."""
        reference = range_a1(row, FIGURES_COLUMN + first, row, FIGURES_COLUMN + last)
        return absolute(self.sheet.name, reference)
