"""The fills of an open sheet's cells, asked for one column at a time and only when wanted."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from xl_scorecard.button.areas import over
from xl_scorecard.button.asked import asked
from xl_scorecard.button.live_xml import LiveXml
from xl_scorecard.button.rectangles import Run, alike
from xl_scorecard.button.xml_spreadsheet import NOT_TOLD, Said

_MOST_FILLS = 8


class LiveFills:
    """The fill of any cell of a sheet; a stretch of a column without fills takes one question.

    What Excel says of several cells is believed only where it says that none has a fill: of cells
    in several colours it names one, or black. On Windows the sheet says at once which cells of a
    column have which; it is believed where Excel says the same of all that have one.
    """

    def __init__(self, sheet: Any, last_row: int, xml: LiveXml) -> None:
        self._sheet = sheet
        self._last_row = last_row
        self._xml = xml
        self._told: dict[int, Said | None] = {}
        self._bare: dict[tuple[int, int, int], bool] = {}
        self._fills: dict[tuple[int, int], str | None] = {}

    def __call__(self, row: int, column: int) -> str | None:
        """The fill as `#RRGGBB`; None without one."""
        first, last = 1, max(self._last_row, row)
        while first < last:
            if self._is_bare(first, last, column):
                return None
            if (said := self._said_of(column)) is not None and row <= self._last_row:
                fill = said.fill((row, column))
                if fill != NOT_TOLD:
                    return fill
            middle = (first + last) // 2
            first, last = (first, middle) if row <= middle else (middle + 1, last)
        at = row, column
        if at not in self._fills:
            told = asked(lambda: (over(self._sheet, (*at, *at)).color,))
            self._fills[at] = NOT_TOLD if told is None else _in_hex(told[0])
        return self._fills[at]

    def _is_bare(self, first: int, last: int, column: int) -> bool:
        stretch = first, last, column
        if stretch not in self._bare:
            self._bare[stretch] = self._ask(first, last, column)
        return self._bare[stretch]

    def _ask(self, first: int, last: int, column: int) -> bool:
        area = over(self._sheet, (first, column, last, column))
        return _has_fill(area, None)

    def _said_of(self, column: int) -> Said | None:
        """What the sheet says, where Excel says the same of the fills of a column."""
        if column not in self._told:
            said = self._xml.said if column <= self._xml.whole[3] else None
            agreed = said is not None and self._is_so(said, column)
            self._told[column] = said if agreed else None
        return self._told[column]

    def _is_so(self, said: Said, column: int) -> bool:
        rows: dict[str | None, dict[int, float]] = defaultdict(dict)
        for row in range(1, self._last_row + 1):
            fill = said.fill((row, column))
            if fill != NOT_TOLD:
                rows[fill][row] = 0.0
        if len(rows) > _MOST_FILLS:
            return False
        for fill, those in rows.items():
            runs: list[Run] = [(first, column, last, column) for _, first, last in alike(those)]
            if not all(_has_fill(area, fill) for area in self._xml.areas.over(self._sheet, runs)):
                return False
        return True


def live_fills(sheet: Any, last_row: int, xml: LiveXml) -> LiveFills | None:
    """The fills of a sheet; None where they cannot be asked."""
    if not xml.areas.on_windows and asked(lambda: (sheet.range("A1").color,)) is None:
        return None
    return LiveFills(sheet, last_row, xml)


def _has_fill(area: Any, fill: str | None) -> bool:
    """Whether Excel says of cells that they have this fill, or none."""
    try:
        told = asked(lambda: (area.color,))
    except TypeError:
        return False  # xlwings, of cells in several colours
    return told is not None and _in_hex(told[0]) == fill


def _in_hex(colour: tuple[int, int, int] | None) -> str | None:
    return None if colour is None else "#{:02X}{:02X}{:02X}".format(*colour)
