"""Functions newer than the file format: a file names them otherwise than Excel shows them."""

from __future__ import annotations

import re

_TEXT_OR_PREFIX = re.compile(r'("(?:[^"]|"")*")|\b_xlfn\.(?:_xlws\.)?', re.IGNORECASE)


def as_excel_shows(formula: str) -> str:
    """A formula of a file as it is typed into Excel, and as Excel gives it back."""
    if "_xlfn." not in formula.lower():
        return formula
    return _TEXT_OR_PREFIX.sub(lambda found: found[1] or "", formula)
