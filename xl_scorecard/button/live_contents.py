"""What a cell is given in an open workbook, so that it holds what was meant."""

from __future__ import annotations

import re

from xl_scorecard.domain.edits import CellEdit
from xl_scorecard.domain.newer_functions import as_excel_shows

# Excel takes what is written as if it were typed: "Dec 2018" would become a date
_LOOKS_TYPED = re.compile(r"^[=+\-@'#]|\d|^(?:true|false)$", re.IGNORECASE)


def content_of(cell: CellEdit) -> float | str:
    """A cell's content as Excel takes it: text stays text whatever it begins with."""
    if cell.formula is not None:
        return f"={as_excel_shows(cell.formula)}"
    if cell.link is not None and isinstance(cell.value, str):
        target = cell.link.replace('"', '""')
        return f'=HYPERLINK("#{target}","{cell.value}")'
    if cell.value is None:
        return ""
    return as_text(cell.value) if isinstance(cell.value, str) else cell.value


def as_text(text: str) -> str:
    """A text as Excel takes it for one."""
    return f"'{text}" if _LOOKS_TYPED.search(text) else text
