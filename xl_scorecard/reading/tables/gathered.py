"""Indicators that stand in cells, blocks or cards of their own, gathered as a rule set says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xl_scorecard.domain.arrangement import Place
from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.grid import Grid, Value
from xl_scorecard.domain.period_words import (
    PeriodWords,
    complete_in_order,
    complete_with_year,
    parse_headings,
    parse_period,
)
from xl_scorecard.domain.said_places import (
    Area,
    NoPlaceError,
    Spot,
    parse_area,
    parse_areas,
    parse_spot,
)
from xl_scorecard.domain.said_table import SHEET, SaidTable
from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.reading.headers.title import title_period
from xl_scorecard.reading.rows.row_shapes import text_of
from xl_scorecard.reading.tables.amiss import amiss
from xl_scorecard.reading.tables.arranged import Gathered, What, arranged_table
from xl_scorecard.reading.words.heading_words import HeadingWords

_BY_PERIOD = {"targets": Role.TARGET, "judgements": Role.RAG}
_YEAR_AT_END = re.compile(r"^(?P<name>.*\S)[\s,:(–-]+(?P<when>(?:\S+\s+)?\S*\d\S*)\)?$")


def gathered_table(sheet: Grid, entries: Sequence[SaidTable], words: HeadingWords) -> Table:
    """The table that the indicators of some entries make, each with a block or card of its own.

    Raises WorkbookError (no_scorecard) where something does not stand where it is said to.
    """
    found = [block.gathered() for said in entries for block in _blocks(sheet, said, words)]
    return replace(arranged_table(sheet, found), said=tuple(entries))


def _blocks(sheet: Grid, said: SaidTable, words: HeadingWords) -> Iterator[_Block]:
    """The blocks of an entry: the one it describes, and where that begins again."""
    begins = [parse_spot(text) for text in said.blocks] or [Spot(1, 1)]
    first = begins[0]
    for spot in begins:
        down = (spot.row or 0) - (first.row or 0)
        right = (spot.column or 0) - (first.column or 0)
        yield _Block(sheet, said, words, down, right)


@dataclass(frozen=True)
class _Block:
    """One indicator's block: the places of an entry, moved so many rows and columns."""

    sheet: Grid
    said: SaidTable
    words: HeadingWords
    down: int
    right: int

    def gathered(self) -> Gathered:
        """Where on the sheet what stands of the indicator."""
        figures, whens = self._figures()
        places: dict[What, Place] = {}
        headings: dict[What, Place] = {}
        for place, (when, heading) in figures.items():
            if when is None:
                continue
            what = What(Role.OUTTURN, when.period, when.basis)
            if what in places:
                amiss(
                    self.said, self.sheet.sheet,
                    f"{a1(*places[what])} and {a1(*place)} are both figures for {when.period}",
                )  # fmt: skip
            places[what] = place
            if heading is not None:
                headings[what] = heading
        places |= dict(self._others(figures)) | dict(whens)
        for what, place in places.items():
            if what not in headings and (label := self._label(place)) is not None:
                headings[what] = label
        return self._named(places, headings)

    def _named(self, places: dict[What, Place], headings: dict[What, Place]) -> Gathered:
        """The indicator by its name."""
        sheet, said = self.sheet, self.said
        own = sheet.sheet if said.names == SHEET else self._text(places.get(What(Role.INDICATOR)))
        name = _without_period(own, self.words.starts)
        if not name:
            where = a1(*places[What(Role.INDICATOR)])
            amiss(said, sheet.sheet, f"no name stands in {where}")
        section = (
            sheet.sheet if said.sections == SHEET else self._text(places.get(What(Role.SECTION)))
        )
        apart = self._site()
        name = f"{name}: {apart}" if apart else name
        return Gathered(
            name, places, headings, self._text(places.get(What(Role.REFERENCE))), section
        )

    def _site(self) -> str:
        said = self.said.dimension
        if said is None or said == SHEET:
            return self.sheet.sheet if said else ""
        return self._text(self._spot(said).at(1, 1))

    def _text(self, place: Place | None) -> str:
        return text_of(self.sheet.shown(*place)) if place is not None else ""

    def _label(self, place: Place) -> Place | None:
        """The text left of a cell, else above it, that says what it holds."""
        row, column = place
        for near in ((row, column - 1), (row - 1, column)):
            cell = self.sheet.cell(*near)
            if cell is not None and cell.text:
                return near
        return None

    def _moved(self, spot: Spot) -> Spot:
        return Spot(
            spot.row + self.down if spot.row is not None else None,
            spot.column + self.right if spot.column is not None else None,
        )

    def _spot(self, text: str) -> Spot:
        return self._moved(parse_spot(text))

    def _area(self, area: Area) -> Area:
        return Area(self._moved(area.first), self._moved(area.last))

    def _others(self, figures: _Figures) -> Iterator[tuple[What, Place]]:
        """What else is said to stand somewhere: in a cell, or beside each figure."""
        said = [*self.said.single()]
        benchmarks = [(Role.BENCHMARK, text, name) for name, text in self.said.benchmarks.items()]
        for role, text, also in [*((role, text, "") for role, text in said), *benchmarks]:
            spot = self._spot(text)
            if spot.is_cell:
                yield What(role, also=also), spot.at(1, 1)
                continue
            for place, (when, _) in figures.items():
                if when is not None and when.period is not None:
                    yield What(role, when.period, also=also), spot.at(*place)

    def _figures(self) -> tuple[_Figures, list[tuple[What, Place]]]:
        """The figures with their periods, and what else is said by period."""
        by_period = [
            (What(role, when.period), self._spot(text).at(1, 1))
            for key, role in _BY_PERIOD.items()
            if isinstance(told := getattr(self.said, key), dict)
            for when, text in self._told(told)
        ]
        said = self.said.figures
        if isinstance(said, dict):
            return {
                self._spot(text).at(1, 1): (when, None) for when, text in self._told(said)
            }, by_period
        if said is None:
            amiss(self.said, self.sheet.sheet, "nothing says where its figures stand; say figures:")
        places = [place for area in parse_areas(said) for place in self._cells(self._area(area))]
        return self._in_time(places), by_period

    def _told(self, said: dict[str, str]) -> Iterator[tuple[PeriodWords, str]]:
        for words, text in said.items():
            when = parse_period(words, self.words.starts)
            if when is not None and when.period is None:
                when = self._completed([when])[0]
            if when is not None and when.period is not None:
                yield when, text
            else:
                amiss(self.said, self.sheet.sheet, f'"{words}" names no year; say years: 2018/19')

    def _cells(self, area: Area) -> Iterator[Place]:
        """The cells of figures: those named, or of a column or row those beside a period."""
        if area.is_of_cells:
            yield from ((row, column) for row in area.rows for column in area.columns)
            return
        rows = [row for own in parse_areas(self.said.rows) for row in self._area(own).rows]
        when = self._when
        if area.columns:
            found = rows or [row for row, column in self.sheet.cells if column == when.column]
            yield from ((row, column) for row in sorted(set(found)) for column in area.columns)
        else:
            columns = sorted({column for row, column in self.sheet.cells if row == when.row})
            yield from ((row, column) for row in area.rows for column in columns)

    @property
    def _when(self) -> Spot:
        """Where the periods of figures stand."""
        where = self.said.periods or self.said.header
        if where is None:
            amiss(self.said, self.sheet.sheet, "nothing says where its periods stand; say periods:")
        return self._area(parse_area(where)).last

    def _in_time(self, places: list[Place]) -> _Figures:
        """Cells of figures with their periods; blank ones may have none."""
        heads = {place: self._when.at(*place) for place in places}
        own = [self._value(head) for head in heads.values()]
        said = list(parse_headings(own, self.words.starts))
        years = self._years()
        if years is not None:
            said = [self._of_year(when, years.at(*p)) for when, p in zip(said, places, strict=True)]
        said = self._completed(said)
        found: _Figures = {}
        for (place, head), when in zip(heads.items(), said, strict=True):
            whole = when if when is not None and when.period is not None else None
            if whole is None and self._filled(place) and self._must(head):
                amiss(
                    self.said, self.sheet.sheet,
                    f"{a1(*place)} is a figure, and {a1(*head)} names no period for it",
                )  # fmt: skip
            found[place] = (whole, head)
        return found

    def _must(self, head: Place) -> bool:
        """Whether a figure must have a period: one of whole columns may stand beside something
        else, such as a total, if that is no period without its year."""
        listed = bool(self.said.rows) or isinstance(self.said.figures, dict)
        when = parse_period(self._value(head), self.words.starts)
        return listed or when is not None

    def _filled(self, place: Place) -> bool:
        cell = self.sheet.cell(*place)
        return cell is not None and cell.value is not None

    def _value(self, place: Place) -> Value:
        cell = self.sheet.shown(*place)
        return cell.value if cell is not None else None

    def _years(self) -> Spot | None:
        """Where the years stand, if they stand in cells."""
        if self.said.years is None or parse_period(self.said.years, self.words.starts) is not None:
            return None
        try:
            return self._spot(self.said.years)
        except NoPlaceError:
            return None

    def _of_year(self, when: PeriodWords | None, year: Place) -> PeriodWords | None:
        value = self._value(year)
        said = None if isinstance(value, bool) else parse_period(value, self.words.starts)
        if when is None or said is None:
            return when
        return complete_with_year(when, said, self.words.starts)

    def _completed(self, said: list[PeriodWords | None]) -> list[PeriodWords | None]:
        """Months and quarters without a year, of the year said, else of the title's."""
        title = parse_period(self.said.years, self.words.starts) if self.said.years else None
        if title is None:
            top = self._when.row or 1 if self.said.periods or self.said.header else 1
            title = title_period(self.sheet, top, self.words.around, self.words.starts)
        bare = [i for i, when in enumerate(said) if when is not None and when.lacks_only_its_year]
        if title is None or title.period is None or not bare:
            return said
        done = complete_in_order([said[i] for i in bare], title, self.words.starts)
        whole = dict(zip(bare, done, strict=True))
        return [whole.get(i, when) for i, when in enumerate(said)]


_Figures = dict[Place, tuple[PeriodWords | None, Place | None]]
"""Cells of figures, each with its period and where that stands."""


def _without_period(text: str, starts: int) -> str:
    """A name without the year or period that a title has after it."""
    match = _YEAR_AT_END.match(text)
    if match is None:
        return text
    when = parse_period(match["when"], starts)
    if when is None or when.period is None:
        shorter = match["when"].split()[-1]
        when = parse_period(shorter, starts)
        if when is None or when.period is None:
            return text
        return text[: text.rindex(shorter)].rstrip(" ,:(–-")
    return match["name"]
