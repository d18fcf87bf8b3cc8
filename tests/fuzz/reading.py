"""What a workbook holds as openpyxl reads it: a reader that shares no code with ours."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
import zipfile
from dataclasses import dataclass
from typing import Any

import openpyxl
from openpyxl.utils.cell import range_boundaries

from tests.fuzz.limits import TooSlowError, within

Cells = dict[tuple[int, int], str]
_MERGE = re.compile(rb'mergeCell [^>]*ref="([^"]+)"')
_STYLES = re.compile(rb'Target="(?:/xl/)?styles\.xml"', re.IGNORECASE)
_MOST_MERGED = 200_000
"""openpyxl makes an object of each cell that a merged range covers."""
_PATIENCE = 5


@dataclass(frozen=True)
class Held:
    """Cells by sheet, each as text: a value, a formula, or with `note` before it a note."""

    sheets: dict[str, Cells]


def held(data: bytes) -> Held:
    """What openpyxl reads; raises whatever it raises."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(None):  # it prints what it misses
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(io.BytesIO(data))
    found: dict[str, Cells] = {name: {} for name in book.sheetnames}
    for page in book.worksheets:
        cells = found[page.title]
        for place, cell in page._cells.items():  # iter_rows makes all cells that a sheet claims
            if cell.value is not None:
                cells[place] = _text(cell.value)
    return Held(found)


def _text(value: Any) -> str:
    inner = getattr(value, "__dict__", None)  # array formulas and data tables
    return repr(sorted(inner.items(), key=str)) if isinstance(inner, dict) else repr(value)


def held_if_readable(data: bytes) -> Held | None:
    """The same, or None where openpyxl cannot open it, or not in reasonable time."""
    if _merges_too_many(data) or not _says_where_styles_are(data):
        return None
    try:
        with within(_PATIENCE):
            return held(data)
    except (Exception, TooSlowError):
        return None


def _says_where_styles_are(data: bytes) -> bool:
    """Whether the workbook's own styles are `xl/styles.xml`, which openpyxl reads unasked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            links = [archive.read(n) for n in names if n.endswith("/workbook.xml.rels")]
    except Exception:
        return False
    return "xl/styles.xml" not in names or any(
        b'/styles"' in link and _STYLES.search(link)
        for text in links
        for link in re.findall(rb"<Relationship [^>]*>", text)
    )


def _merges_too_many(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts = [archive.read(n) for n in archive.namelist() if "/worksheets/sheet" in n]
    except Exception:
        return True
    return sum(_size(match.decode()) for text in texts for match in _MERGE.findall(text)) > (
        _MOST_MERGED
    )


def _size(reference: str) -> int:
    try:
        left, top, right, bottom = range_boundaries(reference)
    except (ValueError, TypeError):
        return 0
    if None in (left, top, right, bottom):
        return 1 << 30
    return (right - left + 1) * (bottom - top + 1)
