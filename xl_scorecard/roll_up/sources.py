"""The sheet that says which cells of which workbooks a figure of all teams comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_range_abs

from xl_scorecard.domain.cell_ref import quoted_sheet
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.roll_up_words import Way
from xl_scorecard.roll_up.adding import Figure, Part, Total
from xl_scorecard.roll_up.totals import RolledRow

SOURCES = "Where figures come from"
_HEADINGS = (
    "Total of", "Area", "When", "Workbook of", "As it is there", "In its cell",
    "Divided", "In its cell", "Divided by, or weight", "In its cell",
)  # fmt: skip
_FIGURE, _OVER, _UNDER = 4, 6, 8
_FIRST = 3
_MOST_LINKS = 60_000  # Excel allows 65,530
_LONGEST = 2_000


@dataclass(frozen=True)
class Cells:
    """The rows of the sheet that one figure comes from."""

    first: int
    last: int

    def formula(self, way: Way, per: int) -> str:
        """The figure as a formula over these rows; what is a word there counts for nothing."""
        figures, over, under = (self._at(column) for column in (_FIGURE, _OVER, _UNDER))
        if way is Way.SUM:
            return f"=SUM({figures})"
        if way is Way.MAX:
            return f"=MAX({figures})"
        if way is Way.WEIGHTED:
            return f"=SUMPRODUCT({figures},{under})/SUM({under})"
        return f"=SUM({over})/SUM({under})" + (f"*{per}" if per != 1 else "")

    def _at(self, column: int) -> str:
        return f"{quote_sheetname(SOURCES)}!{xl_range_abs(self.first, column, self.last, column)}"


class Sources:
    """Writes the sheet, row by row; `link` gives the way to a workbook."""

    def __init__(self, book: Any, link: Callable[[str], str | None]) -> None:
        self._page = book.add_worksheet(SOURCES)
        self._link = link
        self._linked = book.add_format({"font_color": "#0563C1", "underline": 1})
        self._row = _FIRST
        self._links = 0
        heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        words = "Each total, and the cells of teams' workbooks that it comes from"
        self._page.write_string(0, 0, words, book.add_format({"bold": True, "font_size": 14}))
        for column, text in enumerate(_HEADINGS):
            self._page.write_string(_FIRST - 1, column, text, heading)
        self._page.set_column(0, 9, 16)
        self._page.freeze_panes(_FIRST, 0)

    def add(self, rolled: RolledRow, period: Period, total: Total) -> Cells:
        """Write the parts of a figure; says where they stand."""
        first = self._row
        # a team to which it does not apply comes last, out of the formula's reach
        counted = [part for part in total.parts if not _left_out(part)]
        aside = [part for part in total.parts if _left_out(part)]
        for part in (*counted, *aside):
            self._page.write_string(self._row, 0, rolled.rule.id)
            if rolled.dimension:
                self._page.write_string(self._row, 1, rolled.dimension)
            self._page.write_string(self._row, 2, period.words)
            self._page.write_string(self._row, 3, part.team)
            self._write(part, _FIGURE, part.figure)
            self._write(part, _OVER, part.over)
            self._write(part, _UNDER, part.under)
            self._row += 1
        return Cells(first, first + max(len(counted), 1) - 1)

    def _write(self, part: Part, column: int, figure: Figure | None) -> None:
        if figure is None:
            return
        if figure.value is not None:
            self._page.write_number(self._row, column, figure.value)
        else:
            assert figure.why_not is not None
            self._page.write_string(self._row, column, figure.why_not.value.replace("_", " "))
        if not figure.cell:
            return
        place = f"{quoted_sheet(figure.sheet)}!{figure.cell}"
        way = self._link(part.workbook)
        url = f"external:{way}#{place}" if way is not None else ""
        if url and len(url) < _LONGEST and self._links < _MOST_LINKS:
            self._links += 1
            self._page.write_url(self._row, column + 1, url, self._linked, place)
        else:
            self._page.write_string(self._row, column + 1, place)


def _left_out(part: Part) -> bool:
    return part.why_not is not None and part.why_not.value == "not_applicable"
