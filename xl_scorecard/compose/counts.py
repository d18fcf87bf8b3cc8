"""How many indicators stand where, by section: a live table and its chart."""

from __future__ import annotations

import re
from itertools import groupby

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
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Band, Rating
from xl_scorecard.domain.cell_ref import a1, absolute, quoted_sheet, range_a1
from xl_scorecard.domain.edits import CellEdit, Chart, NewSheet, Series

_SECTIONS_ON_A_PAGE = 5
NONE_RATED = "No indicator is rated: none has both a figure and a target to hold it against."
_UNNAMED = "All indicators"
_CHART_WIDTH = 1265
_LONGEST_FORMULA = 8000  # of the 8,192 characters that Excel takes


class CountsTable:
    """Counts by status by section, each cell a COUNTIF over the scorecard's status cells."""

    def __init__(self, sheet: NewSheet, rating: Rating, written: list[WrittenTable]) -> None:
        self._sheet = sheet
        self._rating = rating
        self._sections = _sections(written)
        self._words = {section: _words(parts) for section, parts in self._sections.items()}
        self._total_row = 0

    @property
    def fills_a_page(self) -> bool:
        """Whether table and chart together leave little room below them."""
        return self._is_drawn and len(self._sections) > _SECTIONS_ON_A_PAGE

    @property
    def _is_drawn(self) -> bool:
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
        for section, parts in self._sections.items():
            row += 1
            self._section(row, section, parts)
        self._total(row + 1, first)
        return self._chart(row + 2, first - 1, first, row) if self._is_drawn else row + 1

    def _cell(self, row: int, column: int, value: float | str, **more: object) -> None:
        self._sheet.cells.append(CellEdit(row, column, value, **more))  # type: ignore[arg-type]

    def _section(
        self, row: int, section: str, parts: list[tuple[WrittenTable, list[AssessedRow]]]
    ) -> None:
        self._cell(row, 1, section, style=BODY)
        words = self._words[section]
        bands = self._rating.all_bands
        for column, band in enumerate(bands, 2):
            formula = "+".join(
                f"COUNTIF({block},{quoted(_literally(band.label))})"
                for written, rows in parts
                for block in _blocks(written, rows)
            )
            count = words.count(band.label.casefold())
            live = formula if len(formula) < _LONGEST_FORMULA else None
            self._cell(row, column, count, formula=live, style=COUNT)
        total = f"SUM({range_a1(row, 2, row, len(bands) + 1)})"
        known = sum(words.count(band.label.casefold()) for band in bands)
        self._cell(row, len(bands) + 2, known, formula=total, style=COUNT)

    def _total(self, row: int, first: int) -> None:
        self._total_row = row
        self._cell(row, 1, "All sections", style=TOTAL_LEFT)
        bands = self._rating.all_bands
        counts = [self._count(band) for band in bands]
        for column, count in enumerate([*counts, sum(counts)], 2):
            formula = f"SUM({range_a1(first, column, row - 1, column)})"
            self._cell(row, column, count, formula=formula, style=TOTAL)

    def _count(self, band: Band) -> int:
        """How many indicators of all sections have a band's word."""
        word = band.label.casefold()
        return sum(words.count(word) for words in self._words.values())

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
        total = f"SUM({range_a1(row, 2, row, len(bands) + 1)})"
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
        for section, found in self._sections.items():
            statuses = [a.status for _, rows in found for a in rows]
            counts = [
                f"{statuses.count(band.status)} {band.label.lower()}"
                for band in self._rating.bands
                if band.status in statuses
            ]
            parts.append(f"{section}: {', '.join(counts) or 'none rated'}")
        return "Stacked bars: rated indicators by status in each section. " + "; ".join(parts) + "."


def fine_words(rating: Rating) -> str:
    """The words of the bands that are no cause for concern: good or acceptable."""
    fine = [band for band in rating.bands if band.concern == 0] or list(rating.bands[:1])
    return " or ".join(band.label.lower() for band in fine)


def _sections(
    written: list[WrittenTable],
) -> dict[str, list[tuple[WrittenTable, list[AssessedRow]]]]:
    found: dict[str, list[tuple[WrittenTable, list[AssessedRow]]]] = {}
    for table in written:
        for section, rows in table.sections.items():
            found.setdefault(section or _UNNAMED, []).append((table, rows))
    return found


def _literally(label: str) -> str:
    """A label as a criterion of COUNTIF that means nothing but itself."""
    if re.match(r"[<>=]", label) is None and re.search(r"[~*?]", label) is None:
        return label
    return "=" + re.sub(r"([~*?])", r"~\1", label)


def _words(parts: list[tuple[WrittenTable, list[AssessedRow]]]) -> list[str]:
    """The words in the status cells, as COUNTIF compares them: whatever their case."""
    return [written.word(a).casefold() for written, found in parts for a in found]


def _blocks(written: WrittenTable, rows: list[AssessedRow]) -> list[str]:
    """The status cells of the rows, as few ranges as their order allows."""
    column = written.placed.columns["rag"]
    numbers = sorted(written.row(a) for a in rows)
    sheet = quoted_sheet(written.sheet)
    blocks = []
    for _, run in groupby(enumerate(numbers), key=lambda item: item[1] - item[0]):
        block = [number for _, number in run]
        blocks.append(f"{sheet}!{range_a1(block[0], column, block[-1], column)}")
    return blocks
