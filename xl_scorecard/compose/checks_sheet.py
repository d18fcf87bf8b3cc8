"""The Checks sheet: every finding, with a link to its cell, and what was not looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.look import BODY, CENTRED, HEADING, HEADING_LEFT, NOTE, TEXT, TITLE
from xl_scorecard.compose.register.headings import REFRESH, Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.tally import NONE, Tally, told
from xl_scorecard.compose.unlooked import WHAT, WHY, unlooked
from xl_scorecard.domain import palette
from xl_scorecard.domain.acceptance import ACCEPTED
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import column_letters, parse_a1, quoted_sheet, range_a1
from xl_scorecard.domain.edits import CellEdit, Choice, NewSheet, OwnTable, Shade, Style, says
from xl_scorecard.domain.finding import Checked, Finding, Severity
from xl_scorecard.domain.links import link, row_and_column
from xl_scorecard.domain.ours import CHECKS
from xl_scorecard.domain.row_keys import ACCEPTED_HEADING, REASON_HEADING
from xl_scorecard.domain.scorecard import Scorecard
from xl_scorecard.domain.sheet_marks import mark_cell

_COLUMNS = (
    ("Severity", 10.0), ("Sheet", 12.0), ("Cell", 7.0), ("Indicator", 13.0),
    ("What is wrong", 50.0), ("Found", 12.0), ("Should be", 16.0), ("How to mend it", 30.0),
    ("Check", 18.0), ("Period", 10.5), (ACCEPTED_HEADING, 11.0), (REASON_HEADING, 26.0),
)  # fmt: skip
_HEADINGS = [heading for heading, _ in _COLUMNS]
_LEFT = ("What is wrong", "How to mend it", REASON_HEADING)
_CELL, _ACCEPTED = _HEADINGS.index("Cell") + 1, _HEADINGS.index(ACCEPTED_HEADING) + 1
_LINK = Style(border=True, align="center", text="#0B5394")
_COLOURS = {
    Severity.ERROR: palette.RED,
    Severity.WARNING: palette.AMBER,
    Severity.INFO: ("#E7EBED", "#1F2A30"),
}
_ASIDE = ("#F3F5F6", "#5B656B")
"""What is accepted steps back."""
_TABLE = "ScorecardFindings"
_HEADER_ROW = 5
_COUNTED = "$A$2"
_FIRST_ROW = _HEADER_ROW + 1
_HOW = (
    "A link leads to the cell, wherever its row has gone. Mend it there, then refresh: this list "
    f"is made anew. What is right as it stands: pick {ACCEPTED} beside it and say why; it stays "
    "accepted until what was found changes."
)
_SOME_UNKNOWN = "Not all could be looked at: see below the list."
_PART_PASSED = "What was looked at passed; below stands what was not."


@dataclass(frozen=True)
class ChecksSheet:
    """The sheet, composed from what the checks found; its links follow rows by the register."""

    name: str
    title: str
    scorecard: Scorecard
    checked: Checked
    register: Register

    @property
    def findings(self) -> list[Finding]:
        """What was found, in the order of the list."""
        return self.checked.findings

    @property
    def last_row(self) -> int:
        """The last row of the list."""
        return _HEADER_ROW + max(len(self.findings), 1)

    @property
    def counted(self) -> tuple[str, str]:
        """How many findings there are, in words and as a formula on another sheet."""
        words, _ = self._tally
        at, begins = f"{quoted_sheet(self.name)}!{_COUNTED}", len(self._period) + 1
        formula = f"UPPER(MID({at},{begins},1))&MID({at},{begins + 1},200)"
        return words[0].upper() + words[1:], formula

    @property
    def _period(self) -> str:
        return f"{self.scorecard.period.words}: "

    @cached_property
    def _tally(self) -> tuple[str, str]:
        if not self.findings:
            return NONE, quoted(NONE)
        tally = Tally(self.findings, _FIRST_ROW, self.last_row, _ACCEPTED)
        return told([*tally.open(*Severity), tally.accepted])

    def compose(self) -> NewSheet:
        """The sheet."""
        sheet = NewSheet(CHECKS, self.name, landscape=True)
        sheet.widths = {column: width for column, (_, width) in enumerate(_COLUMNS, 1)}
        self._head(sheet)
        row = _HEADER_ROW
        for finding in self.findings:
            row += 1
            self._finding(sheet, row, finding)
        if not self.findings:
            row += 1
            passed = _PART_PASSED if self.checked.not_looked_at else "Every check passed."
            texts = {1: "None", _HEADINGS.index("What is wrong") + 1: passed}
            for column in range(1, len(_HEADINGS) + 1):
                style = BODY if column > 1 else CENTRED
                sheet.cells.append(CellEdit(row, column, texts.get(column), style=style))
        self._marked_up(sheet, row)
        sheets = {table.sheet for table in self.scorecard.tables}
        below = list(unlooked(self.checked, sheets, row + 2))
        sheet.cells.extend(below)
        for cell in below:
            if cell.column in (WHAT, WHY) and isinstance(cell.value, str):
                _make_room(sheet, cell.row, {cell.column: cell.value})
        sheet.print_area = range_a1(1, 1, below[-1].row, len(_HEADINGS))
        return sheet

    def _head(self, sheet: NewSheet) -> None:
        put = sheet.cells.append
        put(CellEdit(1, 1, f"Checks: {self.title}", style=TITLE))
        sheet.heights[1] = 30
        words, formula = self._tally
        put(CellEdit(2, 1, self._period + words, f'"{self._period}"&{formula}', TEXT))
        put(mark_cell(sheet.key, len(_HEADINGS)))
        put(CellEdit(3, 1, _HOW, style=NOTE))
        if self.checked.not_looked_at:
            put(CellEdit(4, 1, _SOME_UNKNOWN, style=NOTE))
        for column, heading in enumerate(_HEADINGS, 1):
            style = HEADING_LEFT if heading in _LEFT else HEADING
            put(CellEdit(_HEADER_ROW, column, heading, style=style))
        sheet.freeze_row = _HEADER_ROW
        sheet.repeat_rows = (_HEADER_ROW, _HEADER_ROW)

    def _marked_up(self, sheet: NewSheet, last: int) -> None:
        """The list as a table, its colours, and where officers accept."""
        across = len(_HEADINGS)
        sheet.table = OwnTable(_TABLE, range_a1(_HEADER_ROW, 1, last, across))
        answers = range_a1(_FIRST_ROW, _ACCEPTED, last, _ACCEPTED)
        if self.findings:
            sheet.choices.append(Choice(answers, (ACCEPTED,)))
        fill, text = _ASIDE
        whole = range_a1(_FIRST_ROW, 1, last, across)
        sheet.shades.append(Shade(whole, says(column_letters(_ACCEPTED), ACCEPTED), fill, text))
        for severity, (fill, text) in _COLOURS.items():
            word = severity.value.capitalize()
            reference = range_a1(_FIRST_ROW, 1, last, 1)
            sheet.shades.append(Shade(reference, says("A", word), fill, text))
        sheet.ignore_text_numbers = whole

    def _finding(self, sheet: NewSheet, row: int, finding: Finding) -> None:
        texts = (
            finding.severity.value.capitalize(), finding.sheet, finding.cell, finding.indicator,
            finding.message, finding.found, finding.expected, finding.mend, finding.check,
            finding.period, None, None,
        )  # fmt: skip
        for column, value in enumerate(texts, 1):
            style = BODY if _HEADINGS[column - 1] in _LEFT else CENTRED
            formula = None
            if column == _CELL and finding.sheet and finding.cell:
                style, formula = _LINK, self._link(finding.sheet, finding.cell)
            sheet.cells.append(CellEdit(row, column, value or None, formula, style))
        said = {column: value for column, value in enumerate(texts, 1) if value}
        _make_room(sheet, row, said | {len(_HEADINGS): finding.reason or ""})

    def _link(self, sheet: str, cell: str) -> str:
        """A link to a cell: in an indicator's row by the register, which finds it sorted too."""
        place = parse_a1(cell)
        row, column = row_and_column(sheet, *place)
        own = self._rows.get((sheet, place[0]))
        if own is not None:
            row = self.register.numbered(Heading.ROW, own)
            _, column = row_and_column(sheet, 1, place[1])
        return link(sheet, row, column, REFRESH)

    @cached_property
    def _rows(self) -> Mapping[tuple[str, int], AssessedRow]:
        """The indicators that the register finds by a row of their own."""
        return {
            (a.measure.sheet, a.measure.row): a
            for a in self.register.rows
            if a.table.upright and self.register.finder(a.table) is not None
        }


def _make_room(sheet: NewSheet, row: int, texts: Mapping[int, str]) -> None:
    """Make a row as high as its longest text needs in the width of its column."""
    lines = max(-(-len(text) // int(sheet.widths[column] * 1.02)) for column, text in texts.items())
    sheet.heights[row] = max(sheet.heights.get(row, 0.0), 6.0 + 14 * max(lines, 1))
