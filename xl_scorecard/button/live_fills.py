"""The fills of an open sheet's cells, asked for one column at a time and only when wanted."""

from __future__ import annotations

from typing import Any

from xl_scorecard.button.areas import over
from xl_scorecard.button.asked import asked

_NOT_TOLD = "not told"


class LiveFills:
    """The fill of any cell of a sheet; a stretch of a column without fills takes one question.

    What Excel says of several cells is believed only where it says that none has a fill: of cells
    in several colours it names one, or black.
    """

    def __init__(self, sheet: Any, last_row: int) -> None:
        self._sheet = sheet
        self._last_row = last_row
        self._bare: dict[tuple[int, int, int], bool] = {}
        self._fills: dict[tuple[int, int], str | None] = {}

    def __call__(self, row: int, column: int) -> str | None:
        """The fill as `#RRGGBB`; None without one."""
        first, last = 1, max(self._last_row, row)
        while first < last:
            if self._is_bare(first, last, column):
                return None
            middle = (first + last) // 2
            first, last = (first, middle) if row <= middle else (middle + 1, last)
        at = row, column
        if at not in self._fills:
            told = asked(lambda: (over(self._sheet, (*at, *at)).color,))
            self._fills[at] = _NOT_TOLD if told is None else _in_hex(told[0])
        return self._fills[at]

    def _is_bare(self, first: int, last: int, column: int) -> bool:
        stretch = first, last, column
        if stretch not in self._bare:
            self._bare[stretch] = self._ask(first, last, column)
        return self._bare[stretch]

    def _ask(self, first: int, last: int, column: int) -> bool:
        area = over(self._sheet, (first, column, last, column))
        try:
            told = asked(lambda: (area.color,))
        except TypeError:
            return False  # xlwings, of cells in several colours
        return told == (None,)


def live_fills(sheet: Any, last_row: int) -> LiveFills | None:
    """The fills of a sheet; None where they cannot be asked."""
    told = asked(lambda: (sheet.range("A1").color,))
    return None if told is None else LiveFills(sheet, last_row)


def _in_hex(colour: tuple[int, int, int] | None) -> str | None:
    return None if colour is None else "#{:02X}{:02X}{:02X}".format(*colour)
