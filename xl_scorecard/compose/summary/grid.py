"""Charts side by side in rows that no page break cuts, their figures beside the print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from xl_scorecard.compose.look import BLOCK, NOTE, SUBTITLE
from xl_scorecard.compose.summary.paper import USUAL_HEIGHT, Paper
from xl_scorecard.domain.edits import Chart
from xl_scorecard.domain.row_keys import BEHIND, FIGURES_COLUMN

_LEAST_ROWS = 9
_TITLE, _LINE = 26.0, 16.0
_GAP = 8
_FEW = 4
"""So many charts are drawn larger."""
_NOTE = "Linked to the scorecard; #N/A stands where there is no figure."


@dataclass(frozen=True)
class Place:
    """Where a chart goes: its top row, pixels from the left, its size in pixels."""

    row: int
    offset: int
    width: int
    height: int
    below: int = 2
    """How far down from the edge of the row, off that of the page."""


class Drawable(Protocol):
    """Something that can be drawn: its figures from a row on, then itself."""

    @property
    def periods(self) -> int:
        """How many periods it shows."""

    def draw(self, paper: Paper, top: int, place: Place) -> tuple[Chart, int]:
        """Put the figures; returns the chart and the last row they take."""


@dataclass
class Grid:
    """Rows of so many charts each."""

    paper: Paper
    title: str
    note: str = ""
    across: int = 3
    down: int = 3
    after: int = 0
    """The first row beside the print that no other figures take."""

    @property
    def rows(self) -> int:
        """How many rows of the sheet a chart covers: a page holds so many charts down."""
        room = self.paper.below_the_title - _TITLE - _LINE
        return max(_LEAST_ROWS, int(room / self.down / USUAL_HEIGHT))

    @property
    def row_height(self) -> float:
        """How much a row of charts takes, in points."""
        return self.rows * USUAL_HEIGHT

    def put(self, charts: Sequence[Drawable], keep_below: float = 0.0) -> None:
        """Put charts on the paper; beside the last row of them stays room for what follows, where
        both fit on a page."""
        if not charts:
            return
        if len(charts) <= _FEW:
            self.across = self.down = 2
        paper, sheet = self.paper, self.paper.sheet
        paper.needs(_TITLE + _LINE + self.row_height)
        title = paper.title(self.title, BLOCK, _TITLE)
        if self.note:
            paper.put(paper.take(_LINE), 1, self.note, NOTE)
        figures = title + 2
        if self.after > title:
            figures = self.after
        else:
            paper.put(title, FIGURES_COLUMN, BEHIND, SUBTITLE)
            paper.put(title + 1, FIGURES_COLUMN, _NOTE, NOTE)
        sheet.widths[FIGURES_COLUMN] = 60
        for offset in range(1, max(chart.periods for chart in charts) + 1):
            sheet.widths[FIGURES_COLUMN + offset] = 12
        wide = int(paper.width / 0.75)
        width = (wide - _GAP * (self.across - 1)) // self.across - 1
        for start in range(0, len(charts), self.across):
            last = start + self.across >= len(charts)
            paper.needs(self.row_height + (keep_below if last else 0.0))
            top = paper.take()
            for _ in range(self.rows - 1):
                paper.take()
            for number, each in enumerate(charts[start : start + self.across]):
                place = Place(top, number * (width + _GAP), width, self.rows * 20 - _GAP)
                chart, end = each.draw(paper, figures, place)
                sheet.charts.append(chart)
                figures = end + 1
        self.after = figures
