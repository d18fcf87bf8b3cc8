"""A small scorecard with sheets, formulas and a name of the officers' beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support.books import scorecard


def board(path: Path) -> Path:
    """The workbook: a scorecard with lines below it, a paper that looks at it, a page of notes."""
    return scorecard(path, more=_beside)


def _beside(book: Any, page: Any) -> None:
    paper = book.add_worksheet("Board")
    for row, text in enumerate(("Board paper", "Budget", "Staffing")):
        paper.write_string(row, 0, text)
        paper.write_formula(row, 1, f"=Scorecard!F{row + 4}*100", None, 82)
    notes = book.add_worksheet("It's ours & theirs")
    notes.write_string("B2", "Kept by the performance team")
    page.write_formula("F8", "=AVERAGE(F4:F6)", None, 0.57)
    page.write_string("B9", "Source: case system")
    page.merge_range("A10:D10", "Signed off by the head of service")
    book.define_name("Seen", "=Scorecard!$F$4")
