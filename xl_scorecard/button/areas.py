"""Cells of an open sheet in as few ranges as its engine takes: each range is calls to Excel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from xl_scorecard.button.asked import asked, is_on_web
from xl_scorecard.button.rectangles import Run
from xl_scorecard.domain.cell_ref import MAX_COLUMN, MAX_ROW, column_number, range_a1

_ENDS = re.compile(r"([A-Z]*)([0-9]*)")
_TWO = "$A$1:$A$2,$C$1:$C$2"
_LONGEST = 255
"""Letters that Excel takes for a range."""


def over(sheet: Any, run: Run) -> Any:
    """The range of a rectangle: by its address it takes one call, by its corners five."""
    return sheet.range(range_a1(*run))


def place_of(area: Any) -> Run:
    """Where a range of one area lies; Excel says `$A:$C` of whole columns, `$1:$3` of rows."""
    first, _, last = area.address.rpartition("!")[2].replace("$", "").partition(":")
    (left, top), (right, bottom) = (_ENDS.fullmatch(end).groups() for end in (first, last or first))  # type: ignore[union-attr]
    return (
        int(top or 1),
        column_number(left or "A"),
        int(bottom or MAX_ROW),
        column_number(right) if right else MAX_COLUMN,
    )


class Areas:
    """How a workbook's engine takes rectangles that lie apart: together on Windows, else singly.

    That is how Windows is known, too: engines of Windows and of a Mac have one name. It is asked
    when somebody wants to know, of one `sheet` of the workbook.
    """

    def __init__(self, book: Any, sheet: Any = None) -> None:
        self._book = book
        self._sheet = sheet

    @cached_property
    def on_web(self) -> bool:
        """Whether the workbook is open in a browser."""
        return is_on_web(self._book)

    @cached_property
    def on_windows(self) -> bool:
        """Whether it is open in Excel on Windows."""
        sheet = self._book.sheets[0] if self._sheet is None else self._sheet
        return not self.on_web and _takes_several(sheet)

    def over(self, sheet: Any, runs: Iterable[Run]) -> Iterator[Any]:
        """The ranges that cover the rectangles."""
        for address in self.addresses(runs):
            yield sheet.range(address)

    def addresses(self, runs: Iterable[Run]) -> Iterator[str]:
        """The addresses of these ranges."""
        for together in self.groups(runs):
            yield ",".join(range_a1(*run) for run in together)

    def groups(self, runs: Iterable[Run]) -> Iterator[list[Run]]:
        """The rectangles that one range covers."""
        group: list[Run] = []
        letters = 0
        for run in runs:
            further = len(range_a1(*run)) + 1
            if group and (not self.on_windows or letters + further > _LONGEST + 1):
                yield group
                group, letters = [], 0
            group.append(run)
            letters += further
        if group:
            yield group


def _takes_several(sheet: Any) -> bool:
    """Whether an address of several areas is all of them: on a Mac xlwings takes the first."""
    return asked(lambda: sheet.range(_TWO.replace("$", "")).address) == _TWO
