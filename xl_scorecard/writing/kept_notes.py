"""The notes that lost their place: a list below the findings, the officers' to delete."""

from __future__ import annotations

from collections.abc import Sequence

from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.edits import NewSheet
from xl_scorecard.domain.row_keys import Place
from xl_scorecard.domain.settling import KEPT_HEADINGS, KEPT_TITLE, KeptNote, kept_rows
from xl_scorecard.ooxml.cells import cell_content
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.styles import Styles
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.ooxml.worksheet import Worksheet
from xl_scorecard.writing.extent import measure

_WIDE = 8


def put_kept(
    workbook: Workbook, styles: Styles, checks: NewSheet, notes: Sequence[KeptNote]
) -> None:
    """Add notes to the list; a list that the officers have emptied goes."""
    sheet = Worksheet(workbook.package, workbook.sheet(checks.name).part, workbook.flavour)
    strings = SharedStrings(workbook.package, workbook.related("sharedStrings"))
    texts = {
        (row, column): text
        for row, column, cell in sheet.cells_in((1, 1, 1_048_576, _WIDE))
        if (text := cell_content(cell, strings)[0])
    }
    ours = {(cell.row, cell.column) for cell in checks.cells}
    title = _title(texts, ours)
    if not notes:
        if title is not None and not any((title + 2, c) in texts for c in range(1, _WIDE + 1)):
            _drop(sheet, title)
            measure(sheet)
            sheet.save()
        return
    looks = _Looks(sheet, styles, checks)
    if title is None:
        title = max((row for row, _ in {*texts, *ours}), default=1) + 2
        looks.put(title, {1: KEPT_TITLE}, looks.title)
        looks.put(title + 1, KEPT_HEADINGS, looks.heading)
    last = title + 1
    while any((last + 1, column) in texts for column in range(1, _WIDE + 1)):
        last += 1
    rows = {last + number: note for number, note in enumerate(notes, 1)}
    cells = kept_rows(_period(checks), rows)
    for row in rows:
        looks.put(row, {c: cells[row, c] for c in KEPT_HEADINGS}, looks.body)
    measure(sheet)
    sheet.save()


def _drop(sheet: Worksheet, title: int) -> None:
    """Take out a list without notes: its title, headings, and rows that are blank to the end."""
    row = title
    while row in sheet.rows and all(
        row <= title + 1 or not len(cell) for _, _, cell in sheet.cells_in((row, 1, row, 16_384))
    ):
        sheet.drop_row(row)
        row += 1


def _title(texts: dict[Place, str], ours: set[Place]) -> int | None:
    """The row of the list's title."""
    return next(
        (
            row
            for (row, column), text in texts.items()
            if text == KEPT_TITLE and column == 1 and (row, column) not in ours
            and texts.get((row + 1, 5)) == KEPT_HEADINGS[5]
        ),
        None,
    )  # fmt: skip


def _period(checks: NewSheet) -> str:
    """The period reported on, as the Checks sheet's second line begins."""
    line = next(str(c.value or "") for c in checks.cells if (c.row, c.column) == (2, 1))
    return line.partition(":")[0]


class _Looks:
    """Writes rows in the looks of the sheet's own title, headings and texts."""

    def __init__(self, sheet: Worksheet, styles: Styles, checks: NewSheet) -> None:
        self._sheet = sheet
        header = max((c.row for c in checks.cells if c.value == "Severity"), default=1)
        self.title = sheet.style_at(1, 1)
        self.heading = sheet.style_at(header, 5)
        self.body = styles.derive(sheet.style_at(header + 1, 5), align="left", wrap=True)

    def put(self, row: int, texts: dict[int, str], style: int) -> None:
        """Write a row; blank cells between have its look too."""
        columns = range(1, _WIDE + 1) if len(texts) > 1 else texts
        for column in columns:
            text = texts.get(column) or None
            self._sheet.set_cell(row, column, a1(row, column), style, text, None)
        longest = max(len(texts.get(5, "")) // 80, len(texts.get(8, "")) // 32)
        if longest:
            element = self._sheet.row_element(row)
            element.set("ht", str(6 + 14 * (longest + 1)))
            element.set("customHeight", "1")
