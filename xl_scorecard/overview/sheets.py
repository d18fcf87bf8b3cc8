"""How the sheets of an overview look: a title, a heading row that stays, a word beside colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from xl_scorecard.overview.facts import Look

SCORECARDS, HEAT, INDICATORS, ROWS, FAILED = (
    "Scorecards", "Heat map", "Indicators", "Rows", "Not done",
)  # fmt: skip
Cell = float | str | None
_TABLES = {ROWS: "ScorecardRows"}
_FILL = "#1F4E79"
_LINE = "#8A9499"
_LONGEST = 32_000  # Excel allows 32,767
_WIDTH, _LINE_HEIGHT, _MOST_LINES = 14, 15, 20
_HEAT = ((0.0, 0.0, "#B9E0C6"), (0.0, 0.25, "#FFE97A"), (0.25, 0.5, "#F5A623"), (0.5, 1, "#B3001B"))


def _lines(cells: Sequence[Cell], widths: Sequence[float]) -> int:
    """How many lines the longest words of a row need: not every program works that out."""
    words = [(c, w) for c, w in zip(cells, widths, strict=True) if isinstance(c, str)]
    return max((min(_MOST_LINES, 1 + int(len(c) / w)) for c, w in words), default=1)


class Sheets:
    """Draws the sheets of a book."""

    heading_row = 2
    first_row = 3

    def __init__(self, book: Any) -> None:
        self.book = book
        bordered = {"border": 1, "border_color": _LINE, "valign": "top"}
        self._title = book.add_format({"bold": True, "font_size": 18, "font_color": _FILL})
        self._heading = book.add_format(
            {**bordered, "bold": True, "bg_color": _FILL, "font_color": "#FFFFFF",
             "text_wrap": True}
        )  # fmt: skip
        self.body = book.add_format({**bordered, "text_wrap": True})
        self.unwrapped = book.add_format(bordered)
        self.link = book.add_format({**bordered, "font_color": "#0563C1", "underline": 1})
        self.number = book.add_format({**bordered, "num_format": "#,##0"})
        self.share = book.add_format({**bordered, "num_format": "0%", "align": "center"})
        self._figure = book.add_format({**bordered, "num_format": "#,##0.##"})
        self._percent = book.add_format({**bordered, "num_format": "0.0%"})

    def page(
        self, name: str, title: str, headings: Sequence[str], widths: Sequence[float] = ()
    ) -> Any:
        """A sheet with a title and headings, which stay in sight and are printed on each page."""
        page = self.book.add_worksheet(name)
        page.write_string(0, 0, title, self._title)
        wide = [*widths, *[_WIDTH] * (len(headings) - len(widths))]
        for column, heading in enumerate(headings):
            page.write_string(self.heading_row, column, heading, self._heading)
            page.set_column(column, column, wide[column])
        page.set_row(self.heading_row, _LINE_HEIGHT * _lines(headings, wide))
        page.freeze_panes(self.first_row, 1)
        page.repeat_rows(self.heading_row)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.hide_gridlines(2)
        return page

    def table(
        self,
        name: str,
        title: str,
        columns: Sequence[tuple[str, float]],
        rows: Iterable[Sequence[Cell]],
        percents: Sequence[bool] = (),
    ) -> None:
        """A sheet that is a table to sort and filter; `columns` are headings with widths.

        Figures of the rows that are `percents` are shown as such.
        """
        headings, widths = zip(*columns, strict=True)
        page = self.page(name, title, headings, widths)
        count = 0
        for count, cells in enumerate(rows, 1):
            is_percent = bool(percents) and percents[count - 1]
            page.set_row(self.first_row + count - 1, _LINE_HEIGHT * _lines(cells, widths))
            for column, cell in enumerate(cells):
                self._cell(page, self.first_row + count - 1, column, cell, is_percent)
        last = self.first_row + max(count, 1) - 1
        page.add_table(
            self.heading_row, 0, last, len(headings) - 1,
            {"name": _TABLES.get(name, "Scorecard" + name.replace(" ", "")), "style": None,
             "columns": [{"header": h, "header_format": self._heading} for h in headings]},
        )  # fmt: skip

    def _cell(self, page: Any, row: int, column: int, cell: Cell, is_percent: bool) -> None:
        if cell is None:
            page.write_blank(row, column, None, self.body)
        elif isinstance(cell, str):
            page.write_string(row, column, cell[:_LONGEST], self.body)
        elif isinstance(cell, int):
            page.write_number(row, column, cell, self.number)
        else:
            page.write_number(row, column, cell, self._percent if is_percent else self._figure)

    def count(self, page: Any, row: int, column: int, formula: str, number: int) -> None:
        """A count that a formula gives, with its result."""
        page.write_formula(row, column, formula, self.number, number)

    def heading_in(self, page: Any, column: int, look: Look) -> None:
        """A heading in the colours of a status."""
        shown = self.book.add_format(
            {"bold": True, "border": 1, "border_color": _LINE, "bg_color": look.fill,
             "font_color": look.text, "text_wrap": True, "valign": "top"}
        )  # fmt: skip
        page.write_string(self.heading_row, column, look.word, shown)

    def heat(self, page: Any, top: int, left: int, bottom: int, right: int) -> None:
        """Colours for shares: the more, the warmer. The figure stands beside."""
        for low, high, fill in _HEAT:
            text = "#FFFFFF" if fill == "#B3001B" else "#1F2A30"
            shown = self.book.add_format({"bg_color": fill, "font_color": text})
            criterion: dict[str, object] = {"type": "cell", "format": shown, "stop_if_true": True}
            if high == 0.0:
                criterion.update(criteria="==", value=0)
            else:
                criterion.update(criteria="between", minimum=low, maximum=high)
            page.conditional_format(top, left, bottom, right, criterion)
