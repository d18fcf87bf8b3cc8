"""Which sheets are ours: those that carry our mark themselves, wherever a name may point."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from xl_scorecard.domain.edits import CellEdit, Style

TOP_ROWS = 40
"""How far down a sheet its mark is looked for: officers may have put rows in above it."""
Place = tuple[int, int]
Texts = Mapping[Place, str]
"""What stands in the first rows of a sheet, by row and column."""
_ALWAYS_DRAWN = ("summary", "indicators", "checks")
_KEYS = (*_ALWAYS_DRAWN, "ratings")
_STYLE = Style(italic=True, size=8, text="#6B757B", align="right")
_POSITION = re.compile(r"Position at \d{1,2} [A-Z][a-z]+ \d{4}: ")
_OUR_TAB = re.compile(r"(?:scorecard )?(?: \d+)?")
"""What the name of a tab of ours is besides the sheet's own: `Scorecard Summary 2`."""
_FINDINGS = ("Severity", "Sheet", "Cell", "Indicator", "What is wrong")
_RATINGS = ("Indicator", "Section", "Outturn", "Status", "Direction of travel")
_REGISTER = ("Reference", "Name", "Section")
_EVER_MARKED = ("indicators",)
"""The sheets that no version drew without the mark."""


class NamedSheet(NamedTuple):
    """Where a name of the workbook says that a sheet of ours is; it may be mistaken."""

    sheet: str
    row: int
    column: int


def mark_text(key: str) -> str:
    """The line on a sheet of ours that says whose it is: it stands below the title, on the
    right."""
    return f"{key.capitalize()} by xl-scorecard, made anew at each refresh"


def mark_cell(key: str, last_column: int) -> CellEdit:
    """The mark in its place: the second row of the sheet, the last column that is printed."""
    return CellEdit(2, last_column, mark_text(key), style=_STYLE)


def own_sheets(
    named: Mapping[str, NamedSheet | None],
    sheets: Iterable[str],
    copies: Iterable[str],
    top: Callable[[str], Texts],
) -> dict[str, str]:
    """The sheets of ours by key.

    A sheet is ours where a name of the workbook leads to it and it carries the mark. Where no name
    leads to a marked one, as after the title was cut and pasted elsewhere, the only sheet that
    carries the mark is, copies apart; but where a name leads nowhere, ours was deleted. `copies`
    are sheets with names of ours of their own, as Excel gives copied sheets.
    """
    there = {sheet.casefold(): sheet for sheet in sheets}
    tops = {sheet: _Top(partial(top, sheet)) for sheet in there.values()}
    found = {}
    for key, place in named.items():
        sheet = there.get(place.sheet.casefold()) if place is not None else None
        if place is not None and sheet is not None and _carries(tops[sheet], key, sheet, place):
            found[key] = sheet
    if all(key in found for key in _ALWAYS_DRAWN):
        return found
    copied = {copy.casefold() for copy in copies}
    left = [s for s in there.values() if s not in found.values() and s.casefold() not in copied]
    for key in _KEYS:
        if key in found or (key in named and named[key] is None):
            continue
        marked = [sheet for sheet in left if _carries(tops[sheet], key, sheet)]
        if len(marked) == 1:
            found[key] = marked[0]
    return found


def is_as_ours(texts: Texts, sheet: str) -> bool:
    """Whether a sheet carries one of our marks as a sheet of ours does: it is one, or a copy that
    somebody made of one, and no scorecard."""
    top = _Top(lambda: texts)
    return any(_carries(top, key, sheet) for key in _KEYS)


@dataclass(frozen=True)
class _Top:
    """The first rows of a sheet, read when they are first looked at."""

    ask: Callable[[], Texts]

    @cached_property
    def texts(self) -> Texts:
        return self.ask()

    @cached_property
    def lines(self) -> dict[int, list[str]]:
        """What stands in each row, from the top down and from left to right."""
        lines: dict[int, list[str]] = {}
        for (row, _), text in sorted(self.texts.items()):
            lines.setdefault(row, []).append(text)
        return lines


def _carries(top: _Top, key: str, sheet: str, named: NamedSheet | None = None) -> bool:
    """Whether a sheet carries a mark and nothing stands before it, as it would if the mark had
    been pasted among somebody's own cells.

    In front of all that we draw, on a tab that is called as we call it, officers may have noted
    something.
    """
    head = _head(top, key)
    if head is None:
        return False
    left = named.column if named is not None and named.row == head else 1
    if all(row >= head and column >= left for row, column in top.texts):
        return True
    return _OUR_TAB.fullmatch(sheet.casefold().replace(key, "", 1)) is not None and (
        _is_laid_out(top.lines.get(head + 4, []), key)
    )


def _head(top: _Top, key: str) -> int | None:
    """The row of a marked sheet's title."""
    words = mark_text(key)
    if words in top.texts.values():
        return next(row for (row, _), text in top.texts.items() if text == words) - 1
    lines = top.lines
    return next((line - 1 for line in lines if _drawn_before_marks(lines, key, line - 1)), None)


def _drawn_before_marks(lines: Mapping[int, list[str]], key: str, head: int) -> bool:
    """Whether a sheet is laid out from a row on as ours were before they carried the mark."""
    if key in _EVER_MARKED or not _is_laid_out(lines.get(head + 4, []), key):
        return False
    return key != "summary" or any(_POSITION.match(text) for text in lines.get(head + 1, []))


def _is_laid_out(headings: list[str], key: str) -> bool:
    """Whether a row holds the headings of our first table, whatever officers noted beside it."""
    if key == "summary":
        among = headings[headings.index("Section") :] if "Section" in headings else []
        return "Indicators" in among
    known = {"checks": _FINDINGS, "ratings": _RATINGS, "indicators": _REGISTER}
    expected = list(known.get(key, ()))
    starts = range(len(headings) - len(expected) + 1) if expected else ()
    return any(headings[start : start + len(expected)] == expected for start in starts)
