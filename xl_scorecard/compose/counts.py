"""How many indicators stand where, by section: a live table over the register, and its chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.look import (
    BLOCK,
    COUNT,
    HEADING,
    HEADING_LEFT,
    LISTED,
    TOTAL,
    TOTAL_LEFT,
    banded,
)
from xl_scorecard.compose.register.headings import Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.summary.paper import USUAL_HEIGHT, Paper
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Band, Rating
from xl_scorecard.domain.cell_ref import a1, absolute, range_a1
from xl_scorecard.domain.edits import CellEdit, Chart, Series

_NAME = replace(LISTED, wrap=False, shrink=True)
_UNNAMED = "All indicators"
_MOST_ON_A_CHART = 16
_TITLE, _HEADINGS, _ROW = 26.0, 20.0, 16.0
_AROUND_BARS, _BAR = 4, 1.15
"""Rows of a chart besides its bars, and for each bar."""


@dataclass
class CountsTable:
    """Counts by status by section, each cell over the register's column of statuses."""

    paper: Paper
    rating: Rating
    register: Register

    @cached_property
    def _sections(self) -> dict[str, Counter[str]]:
        """How many indicators of a section have which word."""
        found: dict[str, Counter[str]] = {}
        for a in self.register.rows:
            words = found.setdefault(a.measure.section, Counter())
            if a in self.register.parts.of:
                continue
            words = found.setdefault(a.measure.section, Counter())
            words[str(self.register.value(Heading.STATUS, a))] += 1
        return found

    @property
    def is_drawn(self) -> bool:
        """Whether anything is rated, so that there is something to draw."""
        return any(words[b.label] for words in self._sections.values() for b in self.rating.bands)

    def put(self) -> None:
        """Write the table and its charts."""
        charts = list(self._stretches()) if self.is_drawn else []
        table = _TITLE + _HEADINGS + _ROW * (len(self._sections) + 1)
        first = _high(len(charts[0])) * USUAL_HEIGHT if charts else 0.0
        self.paper.needs(min(table + first, self.paper.page / 2))
        self.paper.title("By section", BLOCK, _TITLE)
        header = self._headings()
        first_row = header + 1
        for section in self._sections:
            self._section(self.paper.take(_ROW), section)
        self._total(self.paper.take(_ROW), first_row)
        for number, sections in enumerate(charts):
            self._chart(header, first_row + number * len(charts[0]), sections)

    def _headings(self) -> int:
        row = self.paper.take(_HEADINGS)
        bands = self.rating.all_bands
        self.paper.put(row, 1, "Section", HEADING_LEFT)
        for column, band in enumerate(bands, 2):
            self.paper.put(row, column, band.label, banded(band))
        self.paper.put(row, len(bands) + 2, "Indicators", replace(HEADING, wrap=False, shrink=True))
        return row

    def _cell(self, row: int, column: int, value: float | str, **more: object) -> None:
        self.paper.sheet.cells.append(CellEdit(row, column, value, **more))  # type: ignore[arg-type]

    def _section(self, row: int, section: str) -> None:
        self._cell(row, 1, section or _UNNAMED, style=_NAME)
        bands = self.rating.all_bands
        named = a1(row, 1).replace("A", "$A") if section else '""'
        within = f"EXACT({self.register.range(Heading.SECTION)},{named})"
        words = self._sections[section]
        for column, band in enumerate(bands, 2):
            said = f"EXACT({self.register.range(Heading.STATUS)},{quoted(band.label)})"
            count = float(words[band.label])
            formula = self.register.counted(f"{within}*{said}")
            self._cell(row, column, count, formula=formula, style=COUNT)
        total = self.register.counted(within)
        every = float(sum(words.values()))
        self._cell(row, len(bands) + 2, every, formula=total, style=COUNT)

    def _total(self, row: int, first: int) -> None:
        self._cell(row, 1, "All sections", style=TOTAL_LEFT)
        bands = self.rating.all_bands
        counts = [sum(words[band.label] for words in self._sections.values()) for band in bands]
        for column, count in enumerate([*counts, len(self.register.indicators)], 2):
            formula = f"SUM({range_a1(first, column, row - 1, column)})"
            self._cell(row, column, float(count), formula=formula, style=TOTAL)

    # -- charts ------------------------------------------------------------------------------

    def _stretches(self) -> Iterator[list[str]]:
        """The sections of each chart: as many as are read on a page, all charts about as long."""
        every = list(self._sections)
        charts = -(-len(every) // _MOST_ON_A_CHART)
        each = -(-len(every) // charts)
        yield from (every[at : at + each] for at in range(0, len(every), each))

    def _chart(self, header: int, first: int, sections: Sequence[str]) -> None:
        """The stacked bars of some sections."""
        rows = _high(len(sections))
        self.paper.needs((rows + 1) * USUAL_HEIGHT)
        self.paper.skip()
        last = first + len(sections) - 1
        letters = letters_of_bands(self.rating)

        def pinned(top: int, left: int, bottom: int, right: int) -> str:
            return absolute(self.paper.sheet.name, range_a1(top, left, bottom, right))

        series = tuple(
            Series(
                name=pinned(header, column, header, column),
                categories=pinned(first, 1, last, 1),
                values=pinned(first, column, last, column),
                colour=band.fill,
                text=band.text,
                label=letters[band.status],
            )
            for column, band in enumerate(self.rating.all_bands, 2)
            if band.status in letters
        )
        top = self.paper.row + 1
        for _ in range(rows):
            self.paper.take()
        width = int(self.paper.width / 0.75) - 2
        title = "Rated indicators by status and section"
        self.paper.sheet.charts.append(
            Chart("bar", title, self._in_words(sections), series, top, 1, width, rows * 20 - 4)
        )

    def _in_words(self, sections: Sequence[str]) -> str:
        """The chart for those who do not see it."""
        parts = []
        for section in sections:
            words = self._sections[section]
            counts = [
                f"{words[band.label]} {band.label.lower()}"
                for band in self.rating.bands
                if words[band.label]
            ]
            parts.append(f"{section or _UNNAMED}: {', '.join(counts) or 'none rated'}")
        return "Stacked bars: rated indicators by status in each section. " + "; ".join(parts) + "."


def _high(sections: int) -> int:
    """How many rows a chart of so many sections covers."""
    return round(_AROUND_BARS + _BAR * sections)


def letters_of_bands(rating: Rating) -> dict[str, str]:
    """What stands on the bars beside the number, by status: the first letters of the status word,
    as many as tell it from the others."""
    return {
        band.status: _told_apart(band, rating.bands)
        for band in rating.bands
        if band.status not in (NOT_RATED, NO_DATA)
    }


def _told_apart(band: Band, bands: Sequence[Band]) -> str:
    others = [each.label for each in bands if each is not band]
    for length in range(1, len(band.label)):
        beginning = band.label[:length].strip()
        if beginning and not any(each.startswith(band.label[:length]) for each in others):
            return beginning
    return band.label
