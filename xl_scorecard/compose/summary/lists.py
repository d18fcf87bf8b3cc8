"""The Summary's lists: what needs attention, and what improved and worsened most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from xl_scorecard.compose.attention import LONGEST, TOLD, Listing, Ranking, cut_at_a_word
from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.look import (
    BLOCK,
    LISTED_LINK,
    NOTE,
    PAGE_HEADING,
    PAGE_HEADING_LEFT,
    STRIPE_FILL,
    STRIPE_TEXT,
)
from xl_scorecard.compose.register.headings import Heading
from xl_scorecard.compose.summary.letters import lines_of
from xl_scorecard.compose.summary.paper import MOST_LINES, Paper, height_of
from xl_scorecard.compose.summary.tiles import Tiles, fine_words
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
_ROOM = 1
"""How many more places the list has than indicators need attention now, where the page has room for
them."""
_TITLE, _LINE = 26.0, 18.0
_LINES_OF_COMMENT, _LETTERS = 5, 1.05
"""How many lines of a comment are shown, and how many letters go into a column's width of one."""
_LONGEST_TOLD, _MOST_LINES_OF_NAMES = 8, 10
"""How many lines names may take that nothing shorter tells apart, and what is told of a series."""


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
        listed = [a for a in self.listing.register.rows if a.concern]
        return self._high(listed, self._longest) if listed else height_of(2)

    @cached_property
    def _longest(self) -> int:
        """How much is shown of a comment; a sentence in its place is no longer than they are."""
        comments = (self.listing.comments.now(a) for a in self.listing.register.rows)
        column = self.listing.column_of("Comment")
        wide = self.listing.columns[column - 1].width if column is not None else 0.0
        most = min(LONGEST, int(wide * _LETTERS * _LINES_OF_COMMENT))
        return max(_SHORT + 1, min(most, max(map(len, comments), default=0)))

    def _high(self, rows: Iterable[AssessedRow], longest: int) -> float:
        words = longest > _SHORT
        needed, most = [1], MOST_LINES
        for a in rows:
            for column in self.listing.columns:
                said = ""
                if column.what is Heading.NAME:
                    said, most = self.listing.name(a), _MOST_LINES_OF_NAMES
                elif column.what is Heading.SECTION:
                    said = a.measure.section
                elif column.what == TOLD:
                    said, most = self.listing.told(a, words=words), _LONGEST_TOLD
                elif column.what == "Owner":
                    said = self.listing.owners.now(a)
                elif column.what == "Comment":
                    said = cut_at_a_word(self.listing.said(a, words=words), longest)
                needed.append(min(lines_of(said, column.width), most))
                most = MOST_LINES
        return height_of(max(needed), _MOST_LINES_OF_NAMES)

    @cached_property
    def _headings_height(self) -> float:
        columns = self.listing.columns
        return height_of(max(lines_of(each.heading, each.width * 0.97) for each in columns))

    def attention(self) -> None:
        """What needs attention, worst first."""
        ranking = Ranking(self.listing.register, Heading.WORST)
        paper, now = self.paper, ranking.now
        paper.needs(_TITLE + self._headings_height + self._height)
        paper.title(ATTENTION, BLOCK, _TITLE)
        every = len(self.listing.register.rows)
        places = min(MOST_LISTED, every, len(now) + self._room(len(now)))
        self._put(ranking, now, places, self._height, self._longest)
        fine = fine_words(self.rating)
        row = paper.take(_LINE)
        none = f"None: every rated indicator is {fine}."
        none_rated, why = self.tiles.none_rated
        said = "; the register shows the others."
        formula = (
            f'IF({ranking.count}>{places},"The worst {places} of "&{ranking.count}&{quoted(said)},'
            f'IF({ranking.count}>0,"",'
            f"IF({self.tiles.rated}=0,{none_rated},{quoted(none)})))"
        )
        words = f"The worst {places} of {len(now)}{said}" if len(now) > places else ""
        if not now:
            words = none if self.tiles.is_any_rated else why
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
        """What improved and what worsened most, each list kept on one page, and both on one where
        they would each begin one."""
        lists = [
            (IMPROVED, "improved", Ranking(self.listing.register, Heading.MOST_MOVED)),
            (WORSENED, "worsened", Ranking(self.listing.register, Heading.MOST_MOVED, False)),
        ]  # fmt: skip
        moved = [a for *_, ranking in lists for a in ranking.now[:_MOST_MOVED]]
        height = self._high(moved, _SHORT)
        around = _TITLE + self._headings_height + _LINE
        most = _MOST_MOVED
        while most > 2 and 2 * (around + most * height) > self.paper.below_the_title:
            most -= 1
        for title, what, ranking in lists:
            places = min(most, len(self.listing.register.rows), len(ranking.now) + 1)
            room = int((self.paper.left - around) // height)
            if max(1, len(ranking.now)) <= room < places:
                places = room  # without one to spare it goes on this page
            self.paper.needs(around + places * height)
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
            cells = self.listing.place(row, a, rank, longest, words=longest > _SHORT)
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
            formula = f'AND(INDEX($A:$A,ROW())<>"",MOD(ROW(),2)=0,{MARK})'
            for left, right, text in self._stripes():
                reference = range_a1(first, left, last, right)
                sheet.shades.append(Shade(reference, formula, STRIPE_FILL, text))

    def _stripes(self) -> Iterator[tuple[int, int, str]]:
        """The first and last columns of each part of a stripe, and the colour of its text: links
        keep theirs."""
        last, link = len(self.listing.columns), self.listing.column_of("Cell")
        if link is None:
            yield 1, last, STRIPE_TEXT
            return
        yield 1, link - 1, STRIPE_TEXT
        yield link, link, LISTED_LINK.text or STRIPE_TEXT
        if link < last:
            yield link + 1, last, STRIPE_TEXT
