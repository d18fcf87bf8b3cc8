"""Indicators that stand in cells, blocks or cards of their own, gathered as a rule set says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xl_scorecard.domain.arrangement import Place
from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.said_places import Shift, Spot, parse_spot
from xl_scorecard.domain.said_table import SHEET, SaidTable
from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.reading.rows.row_shapes import text_of
from xl_scorecard.reading.tables.amiss import amiss
from xl_scorecard.reading.tables.arranged import Gathered, What, arranged_table
from xl_scorecard.reading.tables.block_times import (
    BlockTimes,
    Figures,
    figure_cells,
    periods_at,
)
from xl_scorecard.reading.words.heading_words import HeadingWords

_BY_PERIOD = {"targets": Role.TARGET, "judgements": Role.RAG}
_NAME_AND_LAST = re.compile(r"(?P<name>.*[^\s,:(–-])[\s,:(–-]+(?P<last>\S+?)\)?")


def gathered_table(sheet: Grid, entries: Sequence[SaidTable], words: HeadingWords) -> Table:
    """The table that the indicators of some entries make, each with a block or card of its own.

    Raises WorkbookError (no_scorecard) where something does not stand where it is said to.
    """
    blocks = [_Block(sheet, said, shift, words) for said in entries for shift in _begins(said)]
    taken = {place for block in blocks for place in block.taken()}
    left = {place: cell for place, cell in sheet.cells.items() if place not in taken}
    around = replace(sheet, cells=left)
    found = [block.gathered(around) for block in blocks]
    return replace(arranged_table(sheet, found), said=tuple(entries))


def _begins(said: SaidTable) -> list[Shift]:
    """Where the block that an entry describes begins, and where it begins again."""
    begins = [parse_spot(text) for text in said.blocks] or [Spot(1, 1)]
    row, column = begins[0]
    return [Shift((r or 0) - (row or 0), (c or 0) - (column or 0)) for r, c in begins]


@dataclass(frozen=True)
class _Block:
    """One indicator's block: the places of an entry, from where it begins."""

    sheet: Grid
    said: SaidTable
    shift: Shift
    words: HeadingWords

    def taken(self) -> Iterator[Place]:
        """The cells that are the block's own, but for its name."""
        heads = periods_at(self.said, self.shift)
        for place in figure_cells(self.sheet, self.said, self.shift):
            yield place
            if heads is not None:
                yield heads.at(*place)
        for role, text in self.said.single():
            spot = self._spot(text)
            if spot.is_cell and role is not Role.INDICATOR:
                yield spot.at(1, 1)

    def gathered(self, around: Grid) -> Gathered:
        """Where on the sheet what stands of the indicator; `around` is the sheet without blocks."""
        title = self._title
        times = BlockTimes(self.sheet, around, self.said, self.shift, title, self.words)
        figures = times.figures()
        places = self._outturns(figures)
        if not places:
            where = "no cell of its figures has a period"
            amiss(self.said, self.sheet.sheet, f"{where}; say figures: {{Q3 2018/19: C9}}")
        headings = {what: head for what, (_, head) in places.items() if head is not None}
        found = {what: place for what, (place, _) in places.items()}
        found |= dict(self._beside(figures)) | dict(self._by_period(times))
        for what, place in found.items():
            if what not in headings and (label := self._label(place)) is not None:
                headings[what] = label
        apart = self._by_sheet_or_cell(self.said.dimension)
        return Gathered(
            _without_period(title, self.words.starts),
            found,
            headings,
            self._text(found.get(What(Role.REFERENCE))),
            self._by_sheet_or_cell(self.said.sections),
            apart,
        )

    @property
    def _title(self) -> str:
        """What stands where the name is said to be."""
        text = self._by_sheet_or_cell(self.said.names)
        if not text:
            where = a1(*self._spot(self.said.names or "A1").at(1, 1))
            amiss(self.said, self.sheet.sheet, f"no name stands in {where}")
        return text

    def _outturns(self, figures: Figures) -> dict[What, tuple[Place, Place | None]]:
        """The figures by what each is, with where its period stands; those without one left out."""
        found: dict[What, tuple[Place, Place | None]] = {}
        for place, (when, head) in figures.items():
            if when is None:
                continue
            what = What(Role.OUTTURN, when.period, when.basis)
            if what in found:
                both = f"{a1(*found[what][0])} and {a1(*place)}"
                amiss(self.said, self.sheet.sheet, f"{both} are both figures for {when.period}")
            found[what] = (place, head)
        return found

    def _beside(self, figures: Figures) -> Iterator[tuple[What, Place]]:
        """What else is said to stand somewhere: in a cell, or beside each figure."""
        said = [(role, text, "") for role, text in self.said.single()]
        said += [(Role.BENCHMARK, text, name) for name, text in self.said.benchmarks.items()]
        for role, text, also in said:
            spot = self._spot(text)
            if spot.is_cell:
                yield What(role, also=also), spot.at(1, 1)
                continue
            for place, (when, _) in figures.items():
                if when is not None:
                    yield What(role, when.period, also=also), spot.at(*place)

    def _by_period(self, times: BlockTimes) -> Iterator[tuple[What, Place]]:
        """What else is said period by period."""
        for key, role in _BY_PERIOD.items():
            if isinstance(said := getattr(self.said, key), dict):
                for when, place in times.by_period(said):
                    yield What(role, when.period), place

    def _spot(self, text: str) -> Spot:
        return self.shift.spot(parse_spot(text))

    def _by_sheet_or_cell(self, said: str | None) -> str:
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


def _without_period(title: str, starts: int) -> str:
    """A name without the year that a title has after it, which is another each time."""
    match = _NAME_AND_LAST.fullmatch(title)
    when = parse_period(match["last"], starts) if match is not None else None
    named = when is not None and when.period is not None
    return match["name"] if match is not None and named else title
