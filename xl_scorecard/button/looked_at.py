"""What stands in the way of writing, looked at before anything is written."""

from __future__ import annotations

from collections.abc import Iterable

from xl_scorecard.button.open_book import OpenBook
from xl_scorecard.button.through_api import (
    counts_columns,
    has_protected_structure,
    is_protected,
    is_shared,
    speaks_english,
)
from xl_scorecard.errors import WorkbookError

_CLOSED = "or close the workbook and run xl-scorecard refresh over the file"


def refuse_unwritable(there: OpenBook, sheets: Iterable[str]) -> None:
    """Raise WorkbookError where Excel says that these sheets, or the workbook, take no edits.

    What an Excel does not say stands in nobody's way.
    """
    book, tabs = there.book, there.tabs
    for name in sheets:
        if name in tabs and is_protected(tabs[name]):
            raise WorkbookError(
                "protected",
                f"Sheet {name} is protected: unprotect it (Review, Unprotect Sheet) and press "
                "again. Nothing was changed",
            )
    if has_protected_structure(book):
        raise WorkbookError(
            "protected",
            "The workbook's structure is protected, so that no sheet can be added: unprotect it "
            "(Review, Protect Workbook) and press again. Nothing was changed",
        )
    if is_shared(book):
        raise WorkbookError(
            "protected",
            "The workbook is shared in the old way, in which Excel takes no such formats: end "
            "that (Review, Unshare Workbook) and press again. Nothing was changed",
        )
    if counts_columns(book.app):
        raise WorkbookError(
            "protected",
            "Excel numbers the columns (R1C1) and takes no other notation for colours then: untick "
            "File, Options, Formulas, R1C1 reference style, and press again. Nothing was changed",
        )
    if speaks_english(book.app) is False:
        raise WorkbookError(
            "protected",
            "This Excel is not set to English with commas in formulas, and takes the formulas of "
            "colours in its own language alone: change File, Options, Language and the list "
            f"separator, {_CLOSED}. Nothing was changed",
        )
