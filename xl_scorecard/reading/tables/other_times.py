"""Headings of stretches of time that are no month, quarter or year: weeks, terms, four weeks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.lexicon import any_of, any_word, lexicon
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.sheets.sources import LOOK_AT_ROWS
from xl_scorecard.reading.words.headings import role_of

_FEWEST = 3
_TELL = (Role.INDICATOR, Role.TARGET, Role.POLARITY, Role.RAG)
_YEAR = r"(?:(?:19|20)\d\d(?: ?[/-] ?\d\d(?:\d\d)?)?|\d\d/\d\d)"
_THIRTEENTH = 13


class OtherTimes(NamedTuple):
    """What the columns of a sheet are of, and where two of its headings stand, in words."""

    what: str
    sheet: str
    cell: str
    first: str
    second: str


def other_times(grids: Iterable[Grid]) -> OtherTimes | None:
    """The stretches of time that a row of headings names beside one that tells a scorecard, none
    of which is read; None where none does."""
    for grid in grids:
        for row, cells in grid.by_row.items():
            said = [cell for cell in cells if cell.text] if row <= LOOK_AT_ROWS else []
            if not any(role_of(cell.text) in _TELL for cell in said):
                continue
            for what, form in _forms():
                found = [c for c in said if form.fullmatch(tidy(c.text))]
                if len({cell.text for cell in found}) >= _FEWEST and _fits(what, found):
                    return OtherTimes(what, grid.sheet, found[0].ref, found[0].text, found[1].text)
    return None


def _fits(what: str, cells: Iterable[Cell]) -> bool:
    """Whether numbered periods are four weeks each: only a year of these has a thirteenth."""
    if what != _FOUR_WEEKS:
        return True
    numbers = (re.findall(r"\d+", cell.text) for cell in cells)
    return any(int(found[0]) == _THIRTEENTH for found in numbers if found)


_WEEKS, _TERMS, _FOUR_WEEKS = "weeks", "terms", "periods of four weeks"


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    times = lexicon().times
    week, term = any_of(times.weeks), any_of(times.terms)
    numbered = any_word((*times.month_letters, *times.any_length))
    return (
        (_WEEKS, re.compile(
            rf"(?:{_YEAR} ?-?)?{week}\.? ?-?\d{{1,2}}(?:[ /-]*{_YEAR})?|"
            rf"(?:{any_of(times.week_dates)})\b.*\d.*"
        )),
        (_TERMS, re.compile(
            rf"{term}(?: ?\d)?[ ,'-]*(?:{_YEAR}|\d\d)?|{_YEAR}[ ,-]*{term}(?: ?\d)?"
        )),
        (_FOUR_WEEKS, re.compile(rf"{numbered}\.? ?(?:0?[1-9]|1[0-3])(?:[ -]*{_YEAR})?")),
    )  # fmt: skip
