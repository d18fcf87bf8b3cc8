"""Excel's refusals, as one line that names the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from xl_scorecard.errors import WorkbookError

REFUSED_BY_EXCEL = ("com_error", "CommandError")
"""The exceptions of pywin32 (Windows) and appscript (Mac), by name: no machine has both."""


@contextmanager
def refusal_told(what: str, how_to_mend: str) -> Iterator[None]:
    """Excel's refusal to change something becomes a WorkbookError (protected)."""
    try:
        yield
    except Exception as fault:
        if type(fault).__name__ not in REFUSED_BY_EXCEL:
            raise
        raise WorkbookError(
            "protected",
            f"{what} is protected, or a cell is being edited: Excel would not let it be changed. "
            f"{how_to_mend}, and press again. Closing without saving undoes what was written",
        ) from None
