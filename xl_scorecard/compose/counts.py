"""How many indicators stand where, by section: a live table over the register, and its chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.grouped import group_of, word_of_groups, word_of_sections
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
from xl_scorecard.compose.summary.letters import lines_of
from xl_scorecard.compose.summary.paper import USUAL_HEIGHT, Paper
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Band, Rating
from xl_scorecard.domain.cell_ref import a1, absolute, range_a1
from xl_scorecard.domain.edits import CellEdit, Chart, Series
from xl_scorecard.domain.row_keys import COUNTS_CHART

INDICATORS = "Indicators"
_UNNAMED = "All indicators"
_MOST_ON_A_CHART = 16
_MUCH = 250.0
"""How much of a long table must fit on the page where it begins, in points."""
_TITLE, _HEADINGS, _ROW, _LINE = 26.0, 20.0, 15.5, 14.5
_AROUND_BARS, _BAR, _LEAST_BAR = 4.0, 1.3, 0.97
"""Rows of a chart besides its bars, and for each bar, and for each where room is short."""


@dataclass
class CountsTable:
    """Counts by status by section, each cell over the register's column of statuses."""

    paper: Paper
    rating: Rating
    register: Register
    by: Heading = Heading.SECTION
    """What it counts by: the section, or the site or directorate that tells rows apart."""

    @cached_property
    def _sections(self) -> dict[str, Counter[str]]:
        """How many indicators of a section have which word."""
        found: dict[str, Counter[str]] = {}
        for a in self.register.rows:
            if self.by is Heading.DIMENSION and not group_of(a):
                continue
            words = found.setdefault(self._group(a), Counter())
            if a in self.register.parts.of:
                continue
            words[str(self.register.value(Heading.STATUS, a))] += 1
        return found

    def _group(self, a: AssessedRow) -> str:
        return group_of(a) if self.by is Heading.DIMENSION else a.measure.section

    @cached_property
    def _what(self) -> str:
        of = word_of_groups if self.by is Heading.DIMENSION else word_of_sections
        return of(self.register.rows)

    @property
    def is_telling(self) -> bool:
        """Whether it says more than the sections do: several groups, of several indicators on the
        whole, that are not those of the sections."""
        pairs = {(a.measure.section, group_of(a)) for a in self.register.rows}
        groups = len(self._sections)
        if groups < 2 or 2 * groups > len(self.register.rows):
            return False
        return len(pairs) > max(groups, len({section for section, _ in pairs}))

    @property
    def is_drawn(self) -> bool:
        """Whether anything is rated, so that there is something to draw."""
        return any(words[b.label] for words in self._sections.values() for b in self.rating.bands)

    def put(self) -> None:
        """Write the table and its charts."""
        several = len(self._sections) > 1
        charts = list(self._stretches()) if self.is_drawn else []
        heights = [self._height_of(section) for section in self._sections]
        table = _TITLE + _HEADINGS + sum(heights) + (_ROW if several else 0.0)
        first = (_high(len(charts[0]), _LEAST_BAR) + 1) * USUAL_HEIGHT if charts else 0.0
        whole = table + first
        self.paper.needs(whole if whole <= self.paper.below_the_title else min(table, _MUCH))
        title = f"By {self._what.lower()}" if several else "By status"
        self.paper.title(title, BLOCK, _TITLE)
        header = self._headings()
        first_row = header + 1
        for section, height in zip(self._sections, heights, strict=True):
            self._section(self.paper.take(height), section)
        if several:  # of one alone it would say the same again
            self._total(self.paper.take(_ROW), first_row)
        for number, sections in enumerate(charts):
            self._chart(header, first_row + number * len(charts[0]), sections)

    def _height_of(self, section: str) -> float:
        lines = lines_of(section, self.paper.sheet.widths[1])
        return _ROW + _LINE * (lines - 1)

    def _headings(self) -> int:
        row = self.paper.take(_HEADINGS)
        bands = self.rating.all_bands
        self.paper.put(row, 1, self._what, HEADING_LEFT)
        for column, band in enumerate(bands, 2):
            self.paper.put(row, column, band.label, banded(band))
        self.paper.put(row, len(bands) + 2, INDICATORS, HEADING)
        return row

    def _cell(self, row: int, column: int, value: float | str, **more: object) -> None:
        self.paper.sheet.cells.append(CellEdit(row, column, value, **more))  # type: ignore[arg-type]

    def _section(self, row: int, section: str) -> None:
        self._cell(row, 1, section or _UNNAMED, style=LISTED)
        bands = self.rating.all_bands
        named = a1(row, 1).replace("A", "$A") if section else '""'
        within = f"EXACT({self.register.range(self.by)},{named})"
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
        self._cell(row, 1, "All sections" if self._what == "Section" else "All", style=TOTAL_LEFT)
        bands = self.rating.all_bands
        counts = [sum(words[band.label] for words in self._sections.values()) for band in bands]
        total = sum(sum(words.values()) for words in self._sections.values())
        for column, count in enumerate([*counts, total], 2):
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
        rows, least = _high(len(sections)), _high(len(sections), _LEAST_BAR)
        free = int(self.paper.left / USUAL_HEIGHT) - 1
        if least <= free < rows:
            rows = free
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
        title = COUNTS_CHART
        if len(self._sections) > 1:
            title += f" and {self._what.lower()}"
        self.paper.sheet.charts.append(
            Chart(
                "bar", title, self._in_words(sections), series, top, 1, width, rows * 20 - 8,
                below=2,
            )
        )  # fmt: skip

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
        return (
            f"Stacked bars: rated indicators by status in each {self._what.lower()}. "
            f"{'; '.join(parts)}."
        )


def _high(sections: int, bar: float = _BAR) -> int:
    """How many rows a chart of so many sections covers."""
    return round(_AROUND_BARS + bar * sections)


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
