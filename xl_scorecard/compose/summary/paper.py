"""The paper of the Summary: rows from top to bottom, and where its pages end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from xl_scorecard.compose.summary.letters import broken
from xl_scorecard.domain.cell_ref import range_a1
from xl_scorecard.domain.edits import CellEdit, NewSheet, Style

_WIDE, _HIGH = 768.0, 508.0
"""What is printed of A4 across, in points, within the margins; of its width a little less, as
columns are whole pixels and prints whole percent."""
_SPARE = 0.98
"""How much of a page is filled: programs measure columns and rows each in their way."""
USUAL_HEIGHT = 15.0
"""A row of a chart, in points: 20 pixels."""
_LINE, _AROUND = 14.5, 2.5
MOST_LINES = 6
LEAST_SIZE = 11.0
"""The smallest letters on the sheet: as wide as the widest print may be, they come out as 10."""
WIDEST = _WIDE * LEAST_SIZE / 10
"""How wide the print may be, in points."""


@dataclass
class Paper:
    """The sheet being filled; `last_column` is the last that is printed, `row` the last taken, and
    `left` how many points of the page are free below it."""

    sheet: NewSheet
    last_column: int
    row: int = 0
    left: float = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.page

    @property
    def width(self) -> float:
        """How wide the print is, in points."""
        widths = (self.sheet.widths[column] for column in range(1, self.last_column + 1))
        return sum((7 * width + 5) * 0.75 for width in widths)

    @property
    def page(self) -> float:
        """How high a page is, in points of the sheet: the wider the print, the smaller it is
        printed."""
        return _HIGH * max(1.0, self.width / _WIDE) * _SPARE

    @property
    def is_begun(self) -> bool:
        """Whether something stands on the page."""
        return self.left < self.below_the_title

    @property
    def below_the_title(self) -> float:
        """How high a page is below the title, which stands on each."""
        return self.page - self.sheet.heights.get(1, 0.0)

    def take(self, height: float = USUAL_HEIGHT) -> int:
        """The next row, so high; on a new page where there is no room for it on this one."""
        if height > self.left:
            self.turn()
        self.row += 1
        self.left -= height
        self.sheet.heights[self.row] = height
        return self.row

    def turn(self) -> None:
        """Go on with a new page, whose first row is the title again."""
        if self.is_begun:
            self.sheet.page_breaks.append(self.row)
            self.left = self.below_the_title

    def needs(self, height: float) -> None:
        """Turn the page where so much would not fit on it."""
        if height > self.left:
            self.turn()

    def skip(self) -> None:
        """Leave a row free, unless a page begins here; it is of the usual height, for of a row
        without cells nobody could say that its height is ours."""
        if self.is_begun and self.left >= USUAL_HEIGHT:
            self.take()

    def title(self, text: str, style: Style, height: float = 26.0) -> int:
        """Put the title of a part into the next row."""
        row = self.take(height)
        self.put(row, 1, text, style)
        return row

    def put(
        self,
        row: int,
        column: int,
        value: float | str | None,
        style: Style,
        formula: str | None = None,
    ) -> None:
        """Write a cell."""
        self.sheet.cells.append(CellEdit(row, column, value, formula, style))

    def is_new_page(self, row: int) -> bool:
        """Whether a row is the first of a page, below the title."""
        return row - 1 in self.sheet.page_breaks

    def column_at(self, pixels: float) -> tuple[int, float]:
        """The column that begins so far from the left or just before that, and how far before."""
        column = 1
        while column < self.last_column and pixels >= 7 * self.sheet.widths[column] + 5:
            pixels -= 7 * self.sheet.widths[column] + 5
            column += 1
        return column, pixels

    def note(self, text: str, style: Style, height: float = 16.0) -> None:
        """Write a text that runs across the print, on as many rows as it needs."""
        for line in self.across(text):
            self.put(self.take(height), 1, line, style)

    def across(self, text: str) -> list[str]:
        """The lines of a text that runs across the print."""
        return broken(text, self.width / (7 * 0.75))

    def close(self) -> None:
        """Say what is printed, nothing of it in letters that nobody could read."""
        self.sheet.print_area = range_a1(1, 1, self.row, self.last_column)
        self.sheet.size = LEAST_SIZE
        self.sheet.cells[:] = [
            cell._replace(style=replace(cell.style, size=None))
            if (cell.style.size or LEAST_SIZE) < LEAST_SIZE
            else cell
            for cell in self.sheet.cells
        ]


def height_of(lines: int, most: int = MOST_LINES) -> float:
    """How high a row of so many lines is, in points; beyond six, as a rule, no higher."""
    return _AROUND * 2 + _LINE * min(max(lines, 1), most)
