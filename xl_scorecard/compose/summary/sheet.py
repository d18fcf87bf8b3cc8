"""The Summary sheet: the pages that go to the committee."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.compose.attention import Listing
from xl_scorecard.compose.checks_sheet import ChecksSheet
from xl_scorecard.compose.counts import INDICATORS, CountsTable, letters_of_bands
from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.look import TEXT, TITLE
from xl_scorecard.compose.register.headings import Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.summary.grid import Grid
from xl_scorecard.compose.summary.key import Key
from xl_scorecard.compose.summary.letters import in_points
from xl_scorecard.compose.summary.lists import Lists
from xl_scorecard.compose.summary.paper import LEAST_SIZE, USUAL_HEIGHT, Paper
from xl_scorecard.compose.summary.risks import RiskMatrix
from xl_scorecard.compose.summary.tiles import Tiles
from xl_scorecard.compose.summary.xmr import LINES as LINES_OF_VARIATION
from xl_scorecard.compose.summary.xmr import xmr_charts
from xl_scorecard.compose.tally import Part
from xl_scorecard.compose.trend_charts import Trends
from xl_scorecard.compose.waiting import waiting_line
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.bands import NO_DATA, Rating
from xl_scorecard.domain.cell_ref import quoted_sheet
from xl_scorecard.domain.edits import CellEdit, NewSheet, Style
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.row_keys import SEE_CHECKS, TRENDS, TRENDS_OF_ALL, VARIATION
from xl_scorecard.domain.sheet_marks import mark_cell, mark_text

_TITLE_SIZES = (18.0, 14.0, 11.0)
_WITHOUT = " without data"
_TO_CHECKS = Style(size=11, text="#0B5394")
_BAND_WIDTH = 11.5
"""How wide a column is that only the counts take."""


class SummaryComposer:
    """Composes the Summary sheet from what was written into the scorecards."""

    def __init__(
        self,
        name: str,
        title: str,
        period: Period,
        rating: Rating,
        written: list[WrittenTable],
        register: Register,
        by: str,
        checks: ChecksSheet,
        *,
        public: bool = False,
    ) -> None:
        self._title = title
        self._period = period
        self._rating = rating
        self._written = written
        self._register = register
        self._by = by
        self._checks = checks
        labels = [*(band.label for band in rating.all_bands), INDICATORS]
        self._listing = Listing(register, written, period, labels, public)
        self._public = public
        widths = {n: each.width for n, each in enumerate(self._listing.columns, 1)}
        last = max(len(widths), len(rating.all_bands) + 2)
        for column in range(len(widths) + 1, last + 1):
            widths[column] = _BAND_WIDTH
        self._sheet = NewSheet("summary", name, widths=widths, landscape=True)
        self._paper = Paper(self._sheet, last)
        self._tiles = Tiles(rating, register, period)
        self._counts = CountsTable(self._paper, rating, register)
        letters = letters_of_bands(rating) if self._counts.is_drawn else {}
        self._key = Key(rating, letters, register, self._paper)
        self._key_is_put = False

    def compose(self) -> NewSheet:
        """The sheet."""
        paper, register = self._paper, self._register
        self._head()
        self._tiles.put(paper)
        self._headline()
        paper.skip()
        lists = Lists(paper, self._listing, self._tiles, self._rating)
        lists.attention()  # each list ends with a line that is blank where it holds anything
        lists.movers()
        lists.shade()
        self._counts.put()
        apart = CountsTable(paper, self._rating, register, Heading.DIMENSION)
        if apart.is_telling:
            paper.skip()
            apart.put()
        self._put_key_where_it_fits()
        trends = Trends(register, self._rating)
        sections = {a.measure.section for a in register.rows}
        title = TRENDS if len(sections) > 1 else TRENDS_OF_ALL
        grid = Grid(paper, title, trends.lines())
        grid.put(trends.charts())
        self._put_key_where_it_fits()
        varying = xmr_charts(register)
        special = sum(chart.is_special for chart in varying)
        Grid(paper, VARIATION, LINES_OF_VARIATION, after=grid.after).put(varying, special)
        self._put_key_where_it_fits()
        if not self._public:
            RiskMatrix(paper, self._checks.scorecard.registers).put()
        self._put_key_where_it_fits()
        if not self._key_is_put:
            self._key.put()
        self._sheet.repeat_rows = (1, 1)
        paper.close()
        return self._sheet

    def _head(self) -> None:
        paper = self._paper
        size = next((s for s in _TITLE_SIZES if self._goes_across(self._title, s)), None)
        paper.title(self._title, replace(TITLE, size=size or _TITLE_SIZES[-1]), 30)
        said = f"Position at {_day(self._period)}: {self._period.words}."
        by = f" Rated by {self._by}."
        if self._goes_across(said + by + mark_text(self._sheet.key)):
            said += by
        else:
            self._key = replace(self._key, last=by.strip())
        paper.put(paper.take(18), 1, said, TEXT)
        self._sheet.cells.append(mark_cell(self._sheet.key, paper.last_column))
        paper.take(20)
        paper.take(18)
        if self._public:
            paper.take(20)
            return
        findings = self._checks.findings
        line = waiting_line(self._register, self._written, self._period, findings)
        self._sheet.cells.extend(line)
        self._line_of_findings(paper.take(20))

    def _goes_across(self, text: str, size: float = LEAST_SIZE) -> bool:
        """Whether a text has room on one line across the print."""
        return in_points(text, size) < self._paper.width - 20

    def _line_of_findings(self, row: int) -> None:
        """How many findings there are, and indicators without data: a link to the Checks sheet."""
        words, formula = self._checks.counted
        label = self._rating.band(NO_DATA).label
        status = self._register.range(Heading.STATUS)
        counted = self._register.counted(f"EXACT({status},{quoted(label)})")
        every = self._register.indicators
        now = [self._register.value(Heading.STATUS, a) for a in every].count(label)
        missing = Part(counted, now, _WITHOUT, _WITHOUT)
        if now:
            words += f", {missing.words}"
        place = quoted(f"#{quoted_sheet(self._checks.name)}!A1")
        formula = f"HYPERLINK({place},{formula}&{missing.said(', ')}&{quoted(SEE_CHECKS)})"
        self._sheet.cells.append(CellEdit(row, 1, words + SEE_CHECKS, formula, _TO_CHECKS))

    def _headline(self) -> None:
        formula, value = self._tiles.headline
        self._paper.put(3, 1, value, Style(bold=True, size=12), formula)

    def _put_key_where_it_fits(self) -> None:
        """On the page that the sections end on, where there is room."""
        if not self._key_is_put and self._key.height <= self._paper.left:
            if self._key.height + USUAL_HEIGHT <= self._paper.left:
                self._paper.skip()
            self._key.put()
            self._key_is_put = True


def _day(period: Period) -> str:
    last = period.last_day
    return f"{last.day} {last:%B %Y}"
