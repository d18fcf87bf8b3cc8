"""The Checks sheet: every finding, with a link to its cell, and what was not looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from xl_scorecard.compose.look import BODY, CENTRED, HEADING, HEADING_LEFT, NOTE, TEXT, TITLE
from xl_scorecard.domain import palette
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.cell_ref import quoted_sheet, range_a1
from xl_scorecard.domain.edits import CellEdit, NewSheet, Shade, Style, says
from xl_scorecard.domain.finding import Checked, Finding, NotLookedAt, Severity
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.scorecard import Scorecard
from xl_scorecard.domain.sheet_marks import mark_cell

_WIDTHS = {1: 11.0, 2: 16.0, 3: 9.0, 4: 18.0, 5: 78.0, 6: 18.0, 7: 24.0, 8: 32.0}
_HEADINGS = (
    "Severity", "Sheet", "Cell", "Indicator", "What is wrong", "Found", "Should be", "Check",
)  # fmt: skip
_LINK = Style(border=True, align="center", text="#0B5394")
_COLOURS = {
    Severity.ERROR: palette.RED,
    Severity.WARNING: palette.AMBER,
    Severity.INFO: ("#E7EBED", "#1F2A30"),
}
_HEADER_ROW = 5
_PART_PASSED = "What was looked at passed; above stands what was not."


def checks_sheet(name: str, title: str, scorecard: Scorecard, checked: Checked) -> NewSheet:
    """The sheet."""
    findings = checked.findings
    sheet = NewSheet("checks", name, widths=dict(_WIDTHS), landscape=True)

    def put(
        row: int, column: int, value: str | None, style: Style, link: str | None = None
    ) -> None:
        sheet.cells.append(CellEdit(row, column, value, style=style, link=link))

    put(1, 1, f"Checks: {title}", TITLE)
    sheet.heights[1] = 30
    put(2, 1, f"{scorecard.period.words}: {counted(findings)}", TEXT)
    sheet.cells.append(mark_cell(sheet.key, len(_HEADINGS)))
    put(
        3, 1, "A link leads to the cell. Mend it there, then refresh: this list is made anew.", NOTE
    )
    if checked.not_looked_at:
        sheets = {table.sheet for table in scorecard.tables}
        put(4, 1, f"Not looked at: {not_looked_at(checked.not_looked_at, sheets)}.", NOTE)
    for column, heading in enumerate(_HEADINGS, 1):
        put(_HEADER_ROW, column, heading, HEADING_LEFT if column == 5 else HEADING)
    row = _HEADER_ROW
    for finding in findings:
        row += 1
        _finding(sheet, row, finding)
    if not findings:
        row += 1
        put(row, 1, "None", CENTRED)
        put(row, 5, _PART_PASSED if checked.not_looked_at else "Every check passed.", BODY)
    reference = range_a1(_HEADER_ROW + 1, 1, row, 1)
    for severity, (fill, text) in _COLOURS.items():
        word = severity.value.capitalize()
        sheet.shades.append(Shade(reference, says("A", word), fill, text))
    sheet.freeze_row = _HEADER_ROW
    sheet.repeat_rows = (_HEADER_ROW, _HEADER_ROW)
    sheet.print_area = range_a1(1, 1, row, len(_HEADINGS))
    return sheet


def _finding(sheet: NewSheet, row: int, finding: Finding) -> None:
    link = None
    if finding.sheet and finding.cell:
        link = f"{quoted_sheet(finding.sheet)}!{finding.cell}"
    cells = (
        (finding.severity.value.capitalize(), CENTRED),
        (finding.sheet, CENTRED),
        (finding.cell, _LINK if link else CENTRED),
        (finding.indicator, CENTRED),
        (finding.message, BODY),
        (finding.found, CENTRED),
        (finding.expected, CENTRED),
        (finding.check, CENTRED),
    )
    for column, (value, style) in enumerate(cells, 1):
        sheet.cells.append(
            CellEdit(row, column, value, style=style, link=link if column == 3 else None)
        )
    lines = max(-(-len(finding.message) // 80), -(-len(finding.expected or "") // 22), 1)
    sheet.heights[row] = 6 + 14 * lines


def counted(findings: list[Finding]) -> str:
    """How many findings of what severity, in words."""
    counts = Counter(finding.severity for finding in findings)
    parts = []
    for severity, noun in ((Severity.ERROR, "error"), (Severity.WARNING, "warning")):
        parts.append(how_many(counts[severity], noun))
    parts.append(f"{counts[Severity.INFO]} for information")
    return ", ".join(parts)


def not_looked_at(parts: list[NotLookedAt], sheets: Set[str]) -> str:
    """What no check looked at, in words: `fonts (dot-wingdings); tables on North (own-table)`.

    `sheets` are all sheets with a scorecard; where it is so of all, none is named.
    """
    places: dict[tuple[Aspect, str], list[str]] = {}
    for part in parts:
        places.setdefault((part.aspect, part.check), []).append(part.sheet)
    words: dict[str, list[str]] = {}
    for (aspect, check), among in places.items():
        where = "" if set(among) == sheets else f" on {', '.join(among)}"
        words.setdefault(f"{aspect}{where}", []).append(check)
    return "; ".join(f"{what} ({', '.join(slugs)})" for what, slugs in words.items())
