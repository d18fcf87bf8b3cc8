"""Workbooks of our own making, one for each kind of content that is easily lost.

Each is the small scorecard of `books.py` with such content on its sheet or beside it, so that a
refresh as well as a forced edit can be tried on it. XlsxWriter draws what it can; what it cannot
(pivots, ActiveX, signatures, ...) is put into the package part by part.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.support.books import More, scorecard
from tests.support.corpus import controls, drawn, forms, linked, sheets
from tests.support.corpus.add import Addition, with_addition

PLAIN, SIGNED = "plain.xlsx", "signed.xlsx"

_DRAWN: Mapping[str, More] = {**drawn.BOOKS, **sheets.BOOKS, **controls.DRAWN}
_ADDED: Mapping[str, Addition] = {**controls.ADDED, **linked.ADDED}
_FORMS: Mapping[str, Callable[[Path, Path], object]] = forms.BOOKS

NAMES = (PLAIN, *_DRAWN, *_ADDED, *_FORMS)


def make(folder: Path) -> Path:
    """The folder with every workbook in it."""
    plain = scorecard(folder / PLAIN)
    for name, more in _DRAWN.items():
        scorecard(folder / name, more=more)
    for name, addition in _ADDED.items():
        with_addition(plain, folder / name, addition)
    for name, form in _FORMS.items():
        form(plain, folder / name)
    return folder
