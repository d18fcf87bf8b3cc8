"""When the figures of a block are: from where their periods stand, and the years of those."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xl_scorecard.domain.arrangement import Place
from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.grid import Grid, Value
from xl_scorecard.domain.period_words import (
    PeriodWords,
    complete_in_order,
    complete_with_year,
    find_period,
    parse_headings,
    parse_period,
)
from xl_scorecard.domain.said_places import Area, Shift, Spot, parse_area, parse_areas, parse_spot
from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.reading.headers.title import title_period
from xl_scorecard.reading.tables.amiss import amiss
from xl_scorecard.reading.words.heading_words import HeadingWords

Figures = dict[Place, tuple[PeriodWords | None, Place | None]]
"""Cells of figures, each with its period and where that stands."""


@dataclass(frozen=True)
class BlockTimes:
    """The periods of one block's figures.

    `around` is the sheet without what belongs to blocks: its titles; `name` the block's own name,
    which may have its year.
    """

    sheet: Grid
    around: Grid
    said: SaidTable
    shift: Shift
    name: str
    words: HeadingWords

    def figures(self) -> Figures:
        """The figures with their periods; raises WorkbookError where one has none."""
        said = self.said.figures
        if isinstance(said, dict):
            return {at: (when, None) for when, at in self.by_period(said)}
        return self._in_time(list(figure_cells(self.sheet, self.said, self.shift)))

    def by_period(self, said: Mapping[str, str]) -> Iterator[tuple[PeriodWords, Place]]:
        """Periods in words with their cells, years completed."""
        for words, text in said.items():
            when = parse_period(words, self.words.starts)
            whole = self._completed([when])[0]
            if whole is None or whole.period is None:
                amiss(self.said, self.sheet.sheet, f'"{words}" names no year; say years: 2018/19')
            yield whole, self.shift.spot(parse_spot(text)).at(1, 1)

    def _in_time(self, places: list[Place]) -> Figures:
        """Cells of figures with their periods; blank ones may have none."""
        at = periods_at(self.said, self.shift)
        if at is None:
            amiss(self.said, self.sheet.sheet, "nothing says where its periods stand; say periods:")
        heads = [at.at(*place) for place in places]
        said = parse_headings([self._value(head) for head in heads], self.words.starts)
        years = self._years()
        if years is not None:
            said = [self._of_year(w, years.at(*p)) for w, p in zip(said, places, strict=True)]
        found: Figures = {}
        for place, head, when in zip(places, heads, self._completed(said), strict=True):
            whole = when if when is not None and when.period is not None else None
            if whole is None and self._value(place) is not None and self._must(when):
                wrong = f"{a1(*place)} is a figure, and {a1(*head)} names no period for it"
                amiss(self.said, self.sheet.sheet, wrong)
            found[place] = (whole, head)
        return found

    def _must(self, when: PeriodWords | None) -> bool:
        """Whether a figure must have a period: one of a whole column may stand beside something
        else, such as a total."""
        return bool(self.said.rows) or when is not None

    def _value(self, place: Place) -> Value:
        cell = self.sheet.shown(*place)
        return cell.value if cell is not None else None

    def _years(self) -> Spot | None:
        """Where the years stand, if they stand in cells."""
        said = self.said.years
        if said is None or parse_period(said, self.words.starts) is not None:
            return None
        return self.shift.spot(parse_spot(said))

    def _of_year(self, when: PeriodWords | None, at: Place) -> PeriodWords | None:
        value = self._value(at)
        year = None if isinstance(value, bool) else parse_period(value, self.words.starts)
        if when is None or year is None:
            return when
        return complete_with_year(when, year, self.words.starts)

    def _completed(self, said: list[PeriodWords | None]) -> list[PeriodWords | None]:
        """Months and quarters without a year, of the year said, else of the title's."""
        bare = [i for i, when in enumerate(said) if when is not None and when.lacks_only_its_year]
        title = self._title() if bare else None
        if title is None or title.period is None:
            return said
        done = complete_in_order([said[i] for i in bare], title, self.words.starts)
        whole = dict(zip(bare, done, strict=True))
        return [whole.get(i, when) for i, when in enumerate(said)]

    def _title(self) -> PeriodWords | None:
        """What says the year: the entry, the block's name, the lines above, the sheet's name."""
        if self.said.years is not None:
            told = parse_period(self.said.years, self.words.starts)
            if told is not None:
                return told
        named = find_period(self.name, self.words.starts)
        if named is not None and named.period is not None:
            return named
        at = periods_at(self.said, self.shift)
        top = at.row if at is not None else None
        return title_period(self.around, top or _TOP, self.words.around, self.words.starts)


_TOP = 12
"""Where periods run down, titles stand above these rows."""


def periods_at(said: SaidTable, shift: Shift) -> Spot | None:
    """Where the periods of a block's figures stand: of several header rows, in the lowest."""
    where = said.periods or said.header
    return shift.area(parse_area(where)).last if where is not None else None


def figure_cells(sheet: Grid, said: SaidTable, shift: Shift) -> Iterator[Place]:
    """The cells of a block's figures: those named, or of a column or row those beside a period."""
    if said.figures is None:
        amiss(said, sheet.sheet, "nothing says where its figures stand; say figures:")
    if isinstance(said.figures, dict):
        yield from (shift.spot(parse_spot(text)).at(1, 1) for text in said.figures.values())
        return
    at = periods_at(said, shift) or Spot(None, None)
    rows = [row for area in parse_areas(said.rows) for row in shift.area(area).rows]
    for area in parse_areas(said.figures):
        yield from _crossed(sheet, shift.area(area), at, rows)


def _crossed(sheet: Grid, area: Area, at: Spot, rows: list[int]) -> Iterator[Place]:
    down = rows or sorted({row for row, column in sheet.cells if column == at.column})
    across = sorted({column for row, column in sheet.cells if row == at.row})
    for row in area.rows or down:
        for column in area.columns or across:
            yield row, column
