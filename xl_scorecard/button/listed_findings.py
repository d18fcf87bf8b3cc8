"""The findings as the Checks sheet of the open workbook lists them: the next one, and accepting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xl_scorecard.button.areas import over, place_of
from xl_scorecard.button.content_area import last_content
from xl_scorecard.button.open_book import OpenBook
from xl_scorecard.domain.acceptance import ACCEPTED
from xl_scorecard.domain.cell_ref import a1, parse_range, read_range
from xl_scorecard.domain.ours import CHECKS, sheet_name
from xl_scorecard.domain.row_keys import ACCEPTED_HEADING, REASON_HEADING
from xl_scorecard.errors import WorkbookError

_HEADINGS = ("Sheet", "Cell", "What is wrong", "How to mend it", ACCEPTED_HEADING, REASON_HEADING)


@dataclass(frozen=True)
class Listed:
    """A finding of the list: its row there, the cell that it is about, and what it says."""

    row: int
    sheet: str
    cell: str
    message: str
    mend: str
    accepted: bool


@dataclass(frozen=True)
class Findings:
    """The Checks sheet, what is listed on it, and the column of each heading."""

    sheet: Any
    listed: Sequence[Listed]
    columns: dict[str, int]


def listed_findings(book: Any) -> Findings:
    """The findings of the last refresh; raises WorkbookError where there is no Checks sheet."""
    place = next((read_range((name.refers_to or "").lstrip("=")) for name in book.names
                  if name.name == sheet_name(CHECKS)), None)  # fmt: skip
    there = OpenBook(book).tabs
    if place is None or place[0] not in there:
        raise WorkbookError(
            "no_scorecard", f"{book.name}: has no Checks sheet yet: press Refresh scorecard first"
        )
    sheet = there[place[0]]
    last = last_content(sheet)
    lines = over(sheet, (1, 1, *last)).options(ndim=2, err_to_str=True).value
    texts = [[str(value) if value is not None else "" for value in line] for line in lines]
    head = next((n for n, line in enumerate(texts) if set(_HEADINGS) <= set(line)), None)
    if head is None:
        raise WorkbookError(
            "no_scorecard",
            f"Sheet {sheet.name}: its headings were changed: press Refresh scorecard first",
        )
    columns = {heading: texts[head].index(heading) for heading in _HEADINGS}
    found = []
    for number, line in enumerate(texts[head + 1 :], head + 2):
        row = {heading: line[column] for heading, column in columns.items()}
        if not row["What is wrong"] or not row["Cell"]:
            break
        accepted = row[ACCEPTED_HEADING].strip().casefold() == ACCEPTED
        found.append(Listed(number, row["Sheet"], row["Cell"], row["What is wrong"],
                            row["How to mend it"], accepted))  # fmt: skip
    return Findings(sheet, found, {heading: column + 1 for heading, column in columns.items()})


def go_to_next(book: Any) -> str:
    """Select the cell of the next finding that is not accepted; the sentence that it reads.

    The next is the one after the finding whose cell, or whose row of the list, is selected; after
    the last the first comes again.
    """
    findings = listed_findings(book)
    open_ones = [finding for finding in findings.listed if not finding.accepted]
    if not open_ones:
        return "No finding is open."
    now = _selected(book, findings)
    finding = next((f for f in open_ones if now is not None and f.row > now.row), open_ones[0])
    there = OpenBook(book).tabs
    if finding.sheet in there:
        sheet = there[finding.sheet]
        sheet.activate()
        over(sheet, parse_range(finding.cell)).select()
    number = open_ones.index(finding) + 1
    return (
        f"Finding {number} of {len(open_ones)}, {finding.sheet}!{finding.cell}: "
        f"{finding.message} {finding.mend}"
    ).strip()


def accept(book: Any) -> str:
    """Mark the finding that is selected as accepted and select the cell for the reason."""
    findings = listed_findings(book)
    finding = _selected(book, findings)
    if finding is None:
        raise WorkbookError(
            "no_scorecard",
            "No finding is selected: press Next finding, or select its row on the sheet "
            f"{findings.sheet.name}, and press again",
        )
    row, answer = finding.row, findings.columns[ACCEPTED_HEADING]
    over(findings.sheet, (row, answer, row, answer)).options("raw").value = ACCEPTED
    reason = findings.columns[REASON_HEADING]
    findings.sheet.activate()
    over(findings.sheet, (row, reason, row, reason)).select()
    return (
        f"Accepted: {finding.sheet}!{finding.cell}: {finding.message} Now type the reason into "
        f"{a1(row, reason)}. It stays accepted until what was found changes."
    )


def _selected(book: Any, findings: Findings) -> Listed | None:
    """The finding whose row on the list, or whose cell, is selected."""
    selection = book.app.selection
    if selection is None:
        return None
    top, left, _, _ = place_of(selection)
    sheet = selection.sheet.name
    if sheet == findings.sheet.name:
        return next((f for f in findings.listed if f.row == top), None)
    at = sheet, a1(top, left)
    return next((f for f in findings.listed if (f.sheet, f.cell) == at), None)
