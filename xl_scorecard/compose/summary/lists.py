"""The Summary's lists: what needs attention, and what improved and worsened most."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from xl_scorecard.compose.attention import LONGEST, TOLD, Listing, Ranking
from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.look import (
    BLOCK,
    NOTE,
    PAGE_HEADING,
    PAGE_HEADING_LEFT,
    STRIPE_FILL,
    STRIPE_TEXT,
)
from xl_scorecard.compose.register.headings import Heading
from xl_scorecard.compose.summary.paper import Paper, height_of, lines_of
from xl_scorecard.compose.summary.tiles import NONE_RATED, Tiles, fine_words
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.cell_ref import column_letters, range_a1
from xl_scorecard.domain.edits import Shade, says
from xl_scorecard.domain.ours import MARK
from xl_scorecard.domain.row_keys import ATTENTION, IMPROVED, WORSENED

MOST_LISTED = 50
_MOST_MOVED = 4
_SHORT = 70
"""How much is shown of a comment beside what moved most."""
_ROOM = 5
"""How many more places the list has than indicators need attention now: as many as the page has
room for, up to these."""
_TITLE, _LINE = 26.0, 18.0


@dataclass
class Lists:
    """Puts the lists on the paper, place by place; the headings stand again on each page."""

    paper: Paper
    listing: Listing
    tiles: Tiles
    rating: Rating
    _begun: int = 0
    _stretches: dict[int, int] = field(default_factory=dict)
    """The first and the last row of places below each row of headings."""

    @cached_property
    def _height(self) -> float:
        """One height for all places, as indicators come and go."""
        listed = any(a.concern for a in self.listing.register.rows)
        return self._high(LONGEST if listed else _SHORT)

    def _high(self, longest: int) -> float:
        needed = [1]
        for a in self.listing.register.rows:
            if a.concern == 0 and a.travel not in ("improved", "worsened"):
                continue
            for column in self.listing.columns:
                if column.what in (Heading.NAME, Heading.SECTION):
                    said = a.measure.name if column.what is Heading.NAME else a.measure.section
                    needed.append(lines_of(said, column.width))
                elif column.what == TOLD:
                    needed.append(
                        lines_of(self.listing.told(a, words=longest == LONGEST), column.width)
                    )
                elif column.what == "Comment" and a.concern:
                    said = self.listing.said(a)[:longest]
                    needed.append(lines_of(said, column.width))
        return height_of(max(needed))

    @cached_property
    def _headings_height(self) -> float:
        columns = self.listing.columns
        return height_of(max(lines_of(each.heading, each.width - 1) for each in columns))

    def attention(self) -> None:
        """What needs attention, worst first."""
        ranking = Ranking(self.listing.register, Heading.WORST)
        paper, now = self.paper, ranking.now
        paper.needs(_TITLE + self._headings_height + self._height)
        paper.title(ATTENTION, BLOCK, _TITLE)
        every = len(self.listing.register.rows)
        places = min(MOST_LISTED, every, len(now) + self._room(len(now)))
        self._put(ranking, now, places, self._height, LONGEST)
        fine = fine_words(self.rating)
        row = paper.take(_LINE)
        none = f"None: every rated indicator is {fine}."
        said = "; the register shows the others."
        formula = (
            f'IF({ranking.count}>{places},"The worst {places} of "&{ranking.count}&{quoted(said)},'
            f'IF({ranking.count}>0,"",'
            f"IF({self.tiles.rated}=0,{quoted(NONE_RATED)},{quoted(none)})))"
        )
        words = f"The worst {places} of {len(now)}{said}" if len(now) > places else ""
        if not now:
            words = none if self.tiles.is_any_rated else NONE_RATED
        paper.put(row, 1, words, NOTE, formula)

    def _room(self, listed: int) -> int:
        """How many places to keep free: those left on the page that the list ends on."""
        if not listed:
            return 1
        first = int((self.paper.left - self._headings_height - _LINE) // self._height)
        more = int((self.paper.page - 30 - self._headings_height - _LINE) // self._height)
        last = listed - first
        free = -last if last <= 0 else -last % max(more, 1)
        return min(_ROOM, free)

    def movers(self) -> None:
        """What improved and what worsened most, each list kept on one page."""
        height = self._high(_SHORT)
        for title, descending, what in (
            (IMPROVED, True, "improved"), (WORSENED, False, "worsened"),
        ):  # fmt: skip
            ranking = Ranking(self.listing.register, Heading.MOST_MOVED, descending)
            places = min(_MOST_MOVED, len(self.listing.register.rows), len(ranking.now) + 1)
            self.paper.needs(_TITLE + self._headings_height + places * height + _LINE)
            self.paper.title(title, BLOCK, _TITLE)
            self._put(ranking, ranking.now, places, height, _SHORT)
            row = self.paper.take(_LINE)
            none = f"No rated indicator {what}."
            said = "" if ranking.now else none
            formula = f'IF({ranking.count}>0,"",{quoted(none)})'
            self.paper.put(row, 1, said, NOTE, formula)

    def _put(
        self, ranking: Ranking, now: list[AssessedRow], places: int, height: float, longest: int
    ) -> None:
        self._headings()
        for place in range(places):
            if height > self.paper.left:
                self.paper.turn()
                self._headings()
            row = self.paper.take(height)
            a = now[place] if place < len(now) else None
            rank = ranking.row(place + 1)
            cells = self.listing.place(row, a, rank, longest, words=longest == LONGEST)
            self.paper.sheet.cells.extend(cells)
            self._stretches[self._begun] = row

    def _headings(self) -> None:
        row = self.paper.take(self._headings_height)
        for column, each in enumerate(self.listing.columns, 1):
            left = each.what in (Heading.NAME, "Comment")
            style = PAGE_HEADING_LEFT if left else PAGE_HEADING
            self.paper.put(row, column, each.heading, style)
        for column, heading in self.listing.beside.items():
            self.paper.put(row, column, heading, NOTE)
        self._begun = row + 1

    def shade(self) -> None:
        """Colour status and move by the status word, and every second row."""
        sheet = self.paper.sheet
        status = self.listing.column_of(Heading.STATUS)
        assert status is not None  # it is always shown
        moved = self.listing.column_of(Heading.DIRECTION)
        coloured = (status,) if moved is None else (status, moved)
        for first, last in self._stretches.items():
            for column in coloured:
                reference = range_a1(first, column, last, column)
                for band in self.rating.all_bands:
                    formula = says(column_letters(status), band.label)
                    sheet.shades.append(Shade(reference, formula, band.fill, band.text))
            reference = range_a1(first, 1, last, len(self.listing.columns))
            formula = f'AND(INDEX($A:$A,ROW())<>"",MOD(ROW(),2)=0,{MARK})'
            sheet.shades.append(Shade(reference, formula, STRIPE_FILL, STRIPE_TEXT))
