"""Which cells of an open sheet its charts, pictures and buttons cover."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from xl_scorecard.button.areas import Areas, over
from xl_scorecard.button.asked import asked
from xl_scorecard.button.content_area import Last
from xl_scorecard.domain.cell_ref import MAX_COLUMN, MAX_ROW
from xl_scorecard.domain.grid import Block

_MOST = 300
_ROUNDING = 0.5
_NARROW, _USUAL = 20.0, 48.0
"""Points that a column has at least which holds something, lest `82%` show as ###; and one that
nobody had a reason to change."""
_TOO_FAR = 16


class _Place(NamedTuple):
    """Where something floats, in points from the top left corner of the sheet."""

    left: float
    top: float
    right: float
    bottom: float


def floating_blocks(
    sheet: Any, last: Last, filled: Collection[int], areas: Areas
) -> list[Block] | None:
    """What floating things cover; None where that cannot be said.

    Excel gives their places in points. On the web nobody says how wide a column is: there they
    count for all columns that they could reach into if those that hold something (`filled`) were
    narrow, unless that is far beyond these.
    """
    places = asked(lambda: _places(sheet, areas))
    if places is None:
        return None
    if areas.on_windows or asked(lambda: sheet.range("A1").left) is not None:
        return asked(lambda: _covered(sheet, places, last))
    if asked(lambda: sheet.show_gridlines) is None:
        return None  # a client that leaves charts and shapes out says the same as one without any
    reach = max((_reach(place.right, filled) for place in places), default=0)
    if reach > max(filled, default=0) + _TOO_FAR:
        return None
    return [Block(1, 1, MAX_ROW, reach)] if reach else []


def _reach(right: float, filled: Collection[int]) -> int:
    """The last column that something can reach into whose right edge is so many points along."""
    last_filled = max(filled, default=0)
    begun = 0.0
    for column in range(1, MAX_COLUMN):
        if column > last_filled:
            begun += _USUAL
        elif column in filled:
            begun += _NARROW
        if begun >= right:
            return column
    return MAX_COLUMN


def _places(sheet: Any, areas: Areas) -> list[_Place] | None:
    """The places of all that floats, but for notes: they show only when pointed at. On Windows
    charts and pictures are among the shapes."""
    found: dict[_Place, None] = {}
    others = () if areas.on_windows else (sheet.charts, sheet.pictures)
    for things in (*others, sheet.shapes):
        if len(things) > _MOST:
            return None
        for thing in things:
            if _is_note(thing):
                continue
            size = thing.left, thing.top, thing.width, thing.height
            if None in size:
                return None
            left, top, width, height = size
            if width > 0 and height > 0:
                found[_Place(left, top, left + width, top + height)] = None
    return list(found)


def _is_note(thing: Any) -> bool:
    return asked(lambda: getattr(thing, "type", None)) == "comment"


def _covered(sheet: Any, places: list[_Place], last: Last) -> list[Block]:
    def top(row: int) -> float:
        return over(sheet, (row, 1, row, 1)).top  # type: ignore[no-any-return]

    def left(column: int) -> float:
        return over(sheet, (1, column, 1, column)).left  # type: ignore[no-any-return]

    rows, columns = _Edges(top, last.row, MAX_ROW), _Edges(left, last.column, MAX_COLUMN)
    return [
        Block(
            rows.begun(place.top + _ROUNDING),
            columns.begun(place.left + _ROUNDING),
            rows.begun(place.bottom - _ROUNDING),
            columns.begun(place.right - _ROUNDING),
        )
        for place in places
    ]


class _Edges:
    """Where the rows or columns of a sheet begin, in points, each asked for once."""

    def __init__(self, start: Callable[[int], float], near: int, most: int) -> None:
        self._start = start
        self._known: dict[int, float] = {1: 0.0}
        self._near = near
        self._most = most

    def begun(self, points: float) -> int:
        """How many have begun before a point, which is the one that holds it."""
        low, high = 1, min(max(self._near, 2), self._most)
        while high < self._most and self._at(high) < points:
            low, high = high, min(2 * high, self._most)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._at(middle) < points else (low, middle - 1)
        return low

    def _at(self, number: int) -> float:
        if number not in self._known:
            self._known[number] = self._start(number)
        return self._known[number]
