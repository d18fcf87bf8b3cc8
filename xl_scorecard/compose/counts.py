"""How many indicators stand where, by section: a live table over the register, and its chart."""

from __future__ import annotations

from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.look import (
    BODY,
    COUNT,
    HEADING,
    HEADING_LEFT,
    TOTAL,
    TOTAL_LEFT,
    banded,
)
from xl_scorecard.compose.register.headings import Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Band, Rating
from xl_scorecard.domain.cell_ref import a1, absolute, range_a1
from xl_scorecard.domain.edits import CellEdit, Chart, NewSheet, Series

_SECTIONS_ON_A_PAGE = 5
NONE_RATED = "No indicator is rated: none has both a figure and a target to hold it against."
_UNNAMED = "All indicators"
_CHART_WIDTH = 1265


class CountsTable:
    """Counts by status by section, each cell over the register's column of statuses."""

    def __init__(self, sheet: NewSheet, rating: Rating, register: Register) -> None:
        self._sheet = sheet
        self._rating = rating
        self._register = register
        self._sections: dict[str, list[AssessedRow]] = {}
        for a in register.rows:
            self._sections.setdefault(a.measure.section, []).append(a)
        self._total_row = 0

    @property
    def fills_a_page(self) -> bool:
        """Whether table and chart together leave little room below them."""
        return self.is_drawn and len(self._sections) > _SECTIONS_ON_A_PAGE

    @property
    def is_drawn(self) -> bool:
        """Whether anything is rated, so that there is something to draw."""
        return any(self._count(band) for band in self._rating.bands)

    def put(self, row: int) -> int:
        """Write the table and its chart from a row on; returns the last row taken."""
        bands = self._rating.all_bands
        last = len(bands) + 2
        self._cell(row, 1, "Section", style=HEADING_LEFT)
        for column, band in enumerate(bands, 2):
            self._cell(row, column, band.label, style=banded(band))
        self._cell(row, last, "Indicators", style=HEADING)
        first = row + 1
        for section in self._sections:
            row += 1
            self._section(row, section)
        self._total(row + 1, first)
        return self._chart(row + 2, first - 1, first, row) if self.is_drawn else row + 1

    def _cell(self, row: int, column: int, value: float | str, **more: object) -> None:
        self._sheet.cells.append(CellEdit(row, column, value, **more))  # type: ignore[arg-type]

    def _section(self, row: int, section: str) -> None:
        self._cell(row, 1, section or _UNNAMED, style=BODY)
        bands = self._rating.all_bands
        named = a1(row, 1).replace("A", "$A") if section else '""'
        within = f"EXACT({self._register.range(Heading.SECTION)},{named})"
        words = self._words(section)
        for column, band in enumerate(bands, 2):
            said = f"EXACT({self._register.range(Heading.STATUS)},{quoted(band.label)})"
            count = words.count(band.label)
            self._cell(row, column, count, formula=f"SUMPRODUCT({within}*{said})", style=COUNT)
        total = f"SUMPRODUCT(--{within})"
        self._cell(row, len(bands) + 2, len(words), formula=total, style=COUNT)

    def _words(self, section: str) -> list[str]:
        return [str(self._register.value(Heading.STATUS, a)) for a in self._sections[section]]

    def _total(self, row: int, first: int) -> None:
        self._total_row = row
        self._cell(row, 1, "All sections", style=TOTAL_LEFT)
        bands = self._rating.all_bands
        counts = [self._count(band) for band in bands]
        for column, count in enumerate([*counts, len(self._register.rows)], 2):
            formula = f"SUM({range_a1(first, column, row - 1, column)})"
            self._cell(row, column, count, formula=formula, style=TOTAL)

    def _count(self, band: Band) -> int:
        """How many indicators of all sections have a band's word."""
        return sum(self._words(section).count(band.label) for section in self._sections)

    @property
    def rated(self) -> str:
        """How many indicators are rated, as a formula."""
        row = self._total_row
        return f"SUM({range_a1(row, 2, row, len(self._rating.bands) + 1)})"

    def headline(self) -> tuple[str, str]:
        """One sentence of the totals: its formula and its words now."""
        bands = self._rating.bands
        row = self._total_row
        fine = [i for i, band in enumerate(bands, 2) if band.concern == 0] or [2]
        rated = sum(self._count(band) for band in bands)
        good = sum(self._count(bands[i - 2]) for i in fine)
        worst = self._count(bands[-1])
        words = fine_words(self._rating)
        first = " of "
        middle = f" rated indicators are {words}; "
        end = f" rated {bands[-1].label.lower()}."
        total = self.rated
        formula = (
            f"IF({total}=0,{quoted(NONE_RATED)},"
            f"SUM({','.join(a1(row, column) for column in fine)})&{quoted(first)}"
            f"&{total}&{quoted(middle)}&{a1(row, len(bands) + 1)}&{quoted(end)})"
        )
        return formula, f"{good}{first}{rated}{middle}{worst}{end}" if rated else NONE_RATED

    def _chart(self, row: int, header: int, first: int, last: int) -> int:
        """The stacked bars, below the table; returns the last row they cover."""

        def pinned(top: int, left: int, bottom: int, right: int) -> str:
            return absolute(self._sheet.name, range_a1(top, left, bottom, right))

        series = tuple(
            Series(
                name=pinned(header, column, header, column),
                categories=pinned(first, 1, last, 1),
                values=pinned(first, column, last, column),
                colour=band.fill,
                text=band.text,
            )
            for column, band in enumerate(self._rating.all_bands, 2)
            if band.status not in (NOT_RATED, NO_DATA)
        )
        height = 110 + 26 * (last - first + 1)
        self._sheet.charts.append(
            Chart(
                "bar",
                "Rated indicators by status and section",
                self._in_words(),
                series,
                row + 1,
                1,
                _CHART_WIDTH,
                height,
            )
        )
        return row + 1 + height // 20 + 1

    def _in_words(self) -> str:
        """The chart for those who do not see it."""
        parts = []
        for section in self._sections:
            words = self._words(section)
            counts = [
                f"{words.count(band.label)} {band.label.lower()}"
                for band in self._rating.bands
                if band.label in words
            ]
            parts.append(f"{section or _UNNAMED}: {', '.join(counts) or 'none rated'}")
        return "Stacked bars: rated indicators by status in each section. " + "; ".join(parts) + "."


def fine_words(rating: Rating) -> str:
    """The words of the bands that are no cause for concern: good or acceptable."""
    fine = [band for band in rating.bands if band.concern == 0] or list(rating.bands[:1])
    return " or ".join(band.label.lower() for band in fine)
