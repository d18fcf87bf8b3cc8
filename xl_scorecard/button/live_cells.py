"""Cells, widths and conditional formats into an open sheet, in calls that cover all they can."""

from __future__ import annotations

from typing import Any

from xl_scorecard.button.areas import Areas, over
from xl_scorecard.button.live_charts import points
from xl_scorecard.button.live_contents import content_of
from xl_scorecard.button.rectangles import around, by_size, runs
from xl_scorecard.button.windows_only import put_all
from xl_scorecard.domain.edits import CellEdit

LONGEST_CALL = 100_000
"""Cells that one call may cover."""


def write_cells(sheet: Any, cells: list[CellEdit], areas: Areas, *, bare: bool = False) -> None:
    """Write cells, each rectangle of neighbours in one call; on a `bare` sheet all of them in one.

    What is written is raw: else xlwings would first ask the range how large it is, a hundred calls.
    """
    contents = {(cell.row, cell.column): content_of(cell) for cell in cells}
    for top, left, bottom, right in [around(contents)] if bare and contents else runs(cells):
        rows = max(LONGEST_CALL // (right - left + 1), 1)
        for first in range(top, bottom + 1, rows):
            last = min(first + rows - 1, bottom)
            area = over(sheet, (first, left, last, right))
            put = [
                [contents.get((row, column), "") for column in range(left, right + 1)]
                for row in range(first, last + 1)
            ]
            if areas.on_windows:
                put_all(area, put)
            else:
                area.options("raw").formula = put


def widen(sheet: Any, widths: dict[int, float], areas: Areas) -> None:
    """Set widths given in characters; the web counts in points."""
    for width, stretches in by_size(widths).items():
        for columns in areas.over(sheet, [(1, first, 1, last) for first, last in stretches]):
            columns.column_width = points(width) if areas.on_web else width


def heighten(sheet: Any, heights: dict[int, float], areas: Areas) -> None:
    """Set heights given in points."""
    for height, stretches in by_size(heights).items():
        for rows in areas.over(sheet, [(first, 1, last, 1) for first, last in stretches]):
            rows.row_height = height
