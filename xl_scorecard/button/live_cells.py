"""Cells, widths and conditional formats into an open sheet, in calls that cover all they can."""

from __future__ import annotations

from typing import Any

from xl_scorecard.button.asked import is_on_web
from xl_scorecard.button.live_charts import points
from xl_scorecard.button.live_contents import content_of
from xl_scorecard.button.rectangles import alike, runs
from xl_scorecard.domain.edits import CellEdit

LONGEST_CALL = 100_000
"""Cells that one call may cover."""


def write_cells(sheet: Any, cells: list[CellEdit]) -> None:
    """Write cells, each rectangle of neighbours in one call."""
    contents = {(cell.row, cell.column): content_of(cell) for cell in cells}
    for top, left, bottom, right in runs(cells):
        rows = max(LONGEST_CALL // (right - left + 1), 1)
        for first in range(top, bottom + 1, rows):
            last = min(first + rows - 1, bottom)
            sheet.range((first, left), (last, right)).formula = [
                [contents[row, column] for column in range(left, right + 1)]
                for row in range(first, last + 1)
            ]


def widen(sheet: Any, widths: dict[int, float]) -> None:
    """Set widths given in characters; the web counts in points."""
    on_web = is_on_web(sheet.book)
    for width, first, last in alike(widths):
        columns = sheet.range((1, first), (1, last))
        columns.column_width = points(width) if on_web else width
