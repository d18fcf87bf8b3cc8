"""Steps of saving by another program, which drops or rewrites what it does not know."""

from __future__ import annotations

import shutil

from tests.histories.history import History
from tests.support.readers import opened


def save_by_openpyxl(history: History) -> str:
    history.edit(lambda book: None, as_excel=False)
    return "saved by openpyxl"


def save_by_libreoffice(history: History) -> str | None:
    """Formulas of theirs may be written otherwise after that, and mean the same."""
    if history.office is None:
        return None
    saved = history.office.recalculated(history.path)
    shutil.move(saved, history.path)
    book = opened(history.path, formulas=True)
    for name, cells in history.owned.sheets.items():
        for at, value in cells.items():
            now = book[name].cell(*at).value
            if isinstance(value, str) and value.startswith("="):
                assert str(now).startswith("="), (name, at, now)
                cells[at] = now
    return "saved by LibreOffice"
