"""Charts side by side in rows that no page break cuts, their figures beside the print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from xl_scorecard.compose.look import BLOCK, NOTE, SECTION, SUBTITLE
from xl_scorecard.compose.summary import names
from xl_scorecard.compose.summary.letters import SPACE
from xl_scorecard.compose.summary.paper import USUAL_HEIGHT, Paper
from xl_scorecard.domain.edits import Chart
from xl_scorecard.domain.row_keys import BEHIND, FIGURES_COLUMN

_TITLE, _LINE, _SECTION = 26.0, 16.0, 18.0
_GAP = 8
_FEW = 4
"""So many charts are drawn larger."""
_LEAST_ROWS, _MOST_ROWS = {2: 13, 3: 9}, {2: 16, 3: 11}
"""How many rows of the sheet a chart covers, by how many stand across."""
_LONGEST_SECTION = 44
_DIGIT = 7.43
"""How wide a digit is in print, in pixels."""
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

    @property
    def section(self) -> str:
        """What stands above it, where it begins a section."""

    def draw(self, paper: Paper, top: int, place: Place) -> tuple[Chart, int]:
        """Put the figures; returns the chart and the last row they take."""


@dataclass
class Grid:
    """Rows of so many charts each."""

    paper: Paper
    title: str
    note: str = ""
    across: int = 3
    after: int = 0
    """The first row beside the print that no other figures take."""

    def put(self, charts: Sequence[Drawable], spare: int | None = None) -> None:
        """Put charts on the paper: as high as fills its pages, below the names of their sections.

        Those from `spare` on only fill a page: with none of them a page is begun.
        """
        if not charts:
            return
        if len(charts) <= _FEW:
            self.across = 2
        paper = self.paper
        named = len({chart.section for chart in charts}) > 1
        above = _SECTION if named else 0.0
        note = paper.across(self.note) if self.note else []
        head = _TITLE + _LINE * len(note)
        paper.needs(head + above + _LEAST_ROWS[self.across] * USUAL_HEIGHT)
        self._begin(paper.title(self.title, BLOCK, _TITLE), charts)
        for words in note:
            paper.put(paper.take(_LINE), 1, words, NOTE)
        rows = self._rows(above)
        for start in range(0, len(charts), self.across):
            if above + rows * USUAL_HEIGHT > paper.left:
                if spare is not None and start >= max(spare, 1):
                    break
                paper.turn()
                rows = self._rows(above)
            line = charts[start : start + self.across]
            if named:
                before = charts[start - 1].section if start else None
                row = paper.take(_SECTION)
                for column, text in self._sections(line, before, begins=paper.is_new_page(row)):
                    paper.put(row, column, text, SECTION)
            self._row(line, rows)

    def _begin(self, title: int, charts: Sequence[Drawable]) -> None:
        """Say beside the print what stands there."""
        sheet = self.paper.sheet
        if self.after <= title:
            self.paper.put(title, FIGURES_COLUMN, BEHIND, SUBTITLE)
            self.paper.put(title + 1, FIGURES_COLUMN, _NOTE, NOTE)
            self.after = title + 2
        sheet.widths[FIGURES_COLUMN] = 60
        for offset in range(1, max(chart.periods for chart in charts) + 1):
            sheet.widths[FIGURES_COLUMN + offset] = 12

    def _rows(self, above: float) -> int:
        """How many rows of the sheet each chart covers that stands on what is left of the page."""
        least, most = _LEAST_ROWS[self.across], _MOST_ROWS[self.across]
        down = max(1, int(self.paper.left / (above + least * USUAL_HEIGHT)))
        return min(most, int((self.paper.left / down - above) / USUAL_HEIGHT))

    @property
    def _width(self) -> int:
        return (int(self.paper.width / 0.75) - _GAP * (self.across - 1)) // self.across - 1

    def _row(self, charts: Sequence[Drawable], rows: int) -> None:
        top = self.paper.take()
        for _ in range(rows - 1):
            self.paper.take()
        for number, each in enumerate(charts):
            offset = number * (self._width + _GAP)
            place = Place(top, offset, self._width, rows * 20 - _GAP)
            chart, end = each.draw(self.paper, self.after, place)
            self.paper.sheet.charts.append(chart)
            self.after = end + 1

    def _sections(
        self, charts: Sequence[Drawable], before: str | None, *, begins: bool
    ) -> Iterator[tuple[int, str]]:
        """The names of sections above the charts they begin with, and above the first of a page:
        each in the column that begins nearest left of its chart, moved right to it by spaces."""
        for number, each in enumerate(charts):
            if each.section == before and not (begins and number == 0):
                continue
            column, off = self.paper.column_at(number * (self._width + _GAP))
            longest = _LONGEST_SECTION * 3 // self.across
            pieces = names.shortened([each.section], longest).get(each.section)
            said = names.said(each.section, pieces)
            if each.section == before:
                said += " (continued)"
            yield column, " " * round(off / (SPACE * _DIGIT)) + said
            before = each.section
