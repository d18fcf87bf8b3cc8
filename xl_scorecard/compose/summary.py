"""The Summary sheet: the page that goes to the committee."""

from __future__ import annotations

from xl_scorecard.compose.attention import Attention
from xl_scorecard.compose.checks_sheet import ChecksSheet
from xl_scorecard.compose.counts import CountsTable, fine_words
from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.look import BODY, HEADING, HEADING_LEFT, NOTE, TEXT, TITLE, banded
from xl_scorecard.compose.meaning import meaning
from xl_scorecard.compose.register.headings import Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.tally import Part
from xl_scorecard.compose.travel import arrows_mean, travel_title
from xl_scorecard.compose.trend_charts import FIGURES_COLUMN, TrendCharts
from xl_scorecard.compose.waiting import waiting_line
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.assessed import compared_words
from xl_scorecard.domain.bands import NO_DATA, Rating
from xl_scorecard.domain.cell_ref import column_letters, quoted_sheet, range_a1
from xl_scorecard.domain.edits import CellEdit, NewSheet, Shade, Style, says
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.row_keys import SEE_CHECKS
from xl_scorecard.domain.sheet_marks import mark_cell

LAST_COLUMN = 9
_WIDTHS = {1: 52.0, 2: 14.0, 3: 12.0, 4: 12.0, 5: 15.0, 6: 14.0, 7: 14.0, 8: 30.0, 9: 12.0}
_LISTED = 30.0
"""One height for every place of the list, as names come and go."""
_MEANING_WRAPS_AT = 52
_WITHOUT = " without data"
_TO_CHECKS = Style(size=11, text="#0B5394")


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
    ) -> None:
        self._sheet = NewSheet("summary", name, widths=dict(_WIDTHS), landscape=True)
        self._title = title
        self._period = period
        self._rating = rating
        self._written = written
        self._register = register
        self._by = by
        self._checks = checks
        self._row = 1

    def compose(self) -> NewSheet:
        """The sheet."""
        self._heading()
        counts = CountsTable(self._sheet, self._rating, self._register)
        self._row = counts.put(self._row + 1)
        self._headline(counts)
        findings = self._checks.findings
        line = waiting_line(self._register, self._written, self._period, findings)
        self._sheet.cells.extend(line)
        self._key(on_a_page_of_its_own=counts.fills_a_page)
        self._attention(counts)
        charts = TrendCharts(self._sheet, self._written, self._register)
        self._row = charts.put(self._row + 1)
        self._sheet.print_area = range_a1(1, 1, self._row, LAST_COLUMN)
        return self._sheet

    def _put(self, row: int, column: int, value: str | None, style: Style) -> None:
        self._sheet.cells.append(CellEdit(row, column, value, style=style))

    def _heading(self) -> None:
        self._put(1, 1, self._title, TITLE)
        self._sheet.heights[1] = 30
        position = f"Position at {_day(self._period)}: {self._period.words}"
        self._put(2, 1, f"{position}. Rated by {self._by}.", TEXT)
        self._sheet.cells.append(mark_cell(self._sheet.key, LAST_COLUMN))
        self._line_of_findings(5)
        self._row = 5

    def _line_of_findings(self, row: int) -> None:
        """How many findings there are, and indicators without data: a link to the Checks sheet."""
        words, formula = self._checks.counted
        label = self._rating.band(NO_DATA).label
        status = self._register.range(Heading.STATUS)
        counted = f"SUMPRODUCT(--EXACT({status},{quoted(label)}))"
        now = [self._register.value(Heading.STATUS, a) for a in self._register.rows].count(label)
        missing = Part(counted, now, _WITHOUT, _WITHOUT, spare=True)
        if now:
            words += f", {missing.words}"
        place = quoted(f"#{quoted_sheet(self._checks.name)}!A1")
        formula = f"HYPERLINK({place},{formula}&{missing.said(', ')}&{quoted(SEE_CHECKS)})"
        self._sheet.cells.append(CellEdit(row, 1, words + SEE_CHECKS, formula, _TO_CHECKS))

    def _headline(self, counts: CountsTable) -> None:
        formula, value = counts.headline()
        self._sheet.cells.append(CellEdit(3, 1, value, formula, Style(bold=True, size=12)))
        self._sheet.heights[3] = 22

    def _key(self, *, on_a_page_of_its_own: bool) -> None:
        """What each word and colour means, in words."""
        self._row += 1
        if on_a_page_of_its_own:
            self._sheet.page_breaks.append(self._row - 1)
        self._put(self._row, 1, "What the words mean", HEADING_LEFT)
        self._put(self._row, 2, "Word", HEADING)
        for band in self._rating.all_bands:
            self._row += 1
            words = meaning(band, self._rating)
            self._put(self._row, 1, words, BODY)
            if len(words) > _MEANING_WRAPS_AT:
                self._sheet.heights[self._row] = 27
            self._put(self._row, 2, band.label, banded(band))
        self._row += 1
        self._put(
            self._row,
            1,
            f"{arrows_mean(self._register.rows)} Changes are a percentage of the earlier figure.",
            NOTE,
        )
        self._row += 1

    def _attention(self, counts: CountsTable) -> None:
        self._row += 1
        start = self._row
        if not counts.fills_a_page:
            self._sheet.page_breaks.append(start - 1)
        self._put(
            start, 1, "Indicators that need attention, worst first", Style(bold=True, size=13)
        )
        self._sheet.heights[start] = 24
        self._row += 1
        headings = (
            "Indicator", "Status", "Outturn", "Target",
            travel_title(self._register.rows),
            f"Change on {compared_words(self._period, self._register.rows)}",
            f"Change on {self._period.year_before.words}", "Section", "Cell",
        )  # fmt: skip
        for column, heading in enumerate(headings, 1):
            self._put(self._row, column, heading, HEADING_LEFT if column == 1 else HEADING)
        self._put(self._row, FIGURES_COLUMN, "Register row", NOTE)
        self._sheet.heights[self._row] = 32
        first = self._row + 1
        listed = Attention(self._register)
        for cells in listed.rows(first, FIGURES_COLUMN):
            self._row += 1
            self._sheet.cells.extend(cells)
            self._sheet.heights[self._row] = _LISTED
        if self._row >= first:
            self._shade_words(range_a1(first, 2, self._row, 2), 2)
            self._shade_words(range_a1(first, 5, self._row, 5), 2)
        self._row += 1
        fine = fine_words(self._rating)
        formula, words = listed.more(counts.rated, fine, any_rated=counts.is_drawn)
        self._sheet.cells.append(CellEdit(self._row, 1, words, formula, NOTE))
        self._row += 1

    def _shade_words(self, reference: str, column: int) -> None:
        """Colour a range by the status word in a column of the same row."""
        for band in self._rating.all_bands:
            formula = says(column_letters(column), band.label)
            self._sheet.shades.append(Shade(reference, formula, band.fill, band.text))


def _day(period: Period) -> str:
    last = period.last_day
    return f"{last.day} {last:%B %Y}"
