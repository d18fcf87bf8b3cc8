"""Where a person sees an indicator's name, target, reference and the like on a sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time as clock
from datetime import timedelta
from functools import cached_property

from openpyxl.utils import coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet

from tests.layouts import cells
from tests.layouts.columns import shown_target
from tests.layouts.generate import Made
from tests.layouts.laid import Spot
from tests.layouts.times import Time
from tests.layouts.truth import Good, Indicator

Place = tuple[int, int]


@dataclass
class Seen:
    """One indicator on a sheet, with where it stands."""

    made: Indicator
    spot: Spot
    name: Place

    @cached_property
    def figures(self) -> dict[Time, Place]:
        return {time: coordinate_to_tuple(cell) for time, cell in self.spot.figures.items()}

    @property
    def way(self) -> object:
        """What it has in common with those of its table: the columns or rows of its figures."""
        rows, columns = ({place[n] for place in self.figures.values()} for n in (0, 1))
        if rows == {self.name[0]}:
            return "across", self.name[1], *sorted(columns)
        if columns == {self.name[1]}:
            return "down", self.name[0], *sorted(rows)
        return "otherwise"

    @property
    def latest(self) -> Place:
        return self.figures[max(self.figures, key=lambda t: (t.year, t.number))]


class OnSheet:
    """A sheet's cells, and the indicators of the workbook that stand on it."""

    def __init__(self, made: Made, sheet: Worksheet) -> None:
        self._made = made
        self._sheet = sheet
        self._texts = {
            (cell.row, cell.column): str(cell.value).strip()
            for row in sheet.iter_rows() for cell in row if cell.value is not None
        }  # fmt: skip
        self._all = [
            Seen(one, made.spots[one.key], self._name_of(one, made.spots[one.key]))
            for one in made.truth.indicators
            if one.key in made.spots and made.spots[one.key].sheet == sheet.title
        ]
        self.seen = self._all

    def _name_of(self, one: Indicator, spot: Spot) -> Place:
        """Where its name stands: in its row, in its column, or nearest above."""
        places = [coordinate_to_tuple(cell) for cell in spot.figures.values()]
        rows, columns = {row for row, _ in places}, {column for _, column in places}
        found = [place for place, text in self._texts.items() if one.name in text]
        exact = [place for place in found if self._texts[place] == one.name] or found

        def distance(place: Place) -> tuple[bool, bool, int]:
            row, column = place
            beside = row in rows and column not in columns
            below = row > max(rows)
            near = min(abs(row - own) for own in rows)
            return below, not (beside or (column in columns and len(columns) == 1)), near

        return min(exact, key=distance)

    def _target_of(self, one: Seen) -> Place | None:
        """The cell of the target that holds now: known, or the one called Target that has it."""
        if one.spot.target:
            return coordinate_to_tuple(one.spot.target)
        last = self._made.truth.reported
        value = shown_target(one.made, last) if last is not None else None
        if value is None and one.made.targets:
            value = next(iter(one.made.targets.values()))
        if value is None or one.made.good is Good.NEITHER:
            return None
        typed = cells.number(one.made, value).value
        return self._labelled("Target", one, lambda place: self._holds(place, typed))

    def _good_of(self, one: Seen) -> Place | None:
        form = self._made.truth.shows.polarity
        if form not in cells.SAID:
            return None
        said = cells.SAID[form][one.made.good]
        row = [p for p in self._texts if p[0] == one.latest[0] and self._texts[p] == said]
        if len(row) == 1:
            return row[0]
        return self._labelled("Good is", one, lambda place: self._texts.get(place) == said)

    def _reference_of(self, one: Seen) -> Place | None:
        """The cell with its reference, in the row of its name or just above."""
        found = [p for p, text in self._texts.items() if one.made.reference == text]
        near = [p for p in found if one.name[0] - 1 <= p[0] <= one.name[0]]
        return near[0] if one.made.reference and near else None

    def _site_of(self, one: Seen) -> Place | None:
        found = [p for p, text in self._texts.items() if text == one.made.site]
        near = [p for p in found if p[0] == one.latest[0]]
        return near[0] if one.made.site and near else None

    def _labelled(self, label: str, one: Seen, fits: Callable[[Place], bool]) -> Place | None:
        """What stands right of a label, or where its row or column meets the latest figure's, the
        nearest to the indicator."""
        row, column = one.latest
        found = [
            place
            for (r, c), text in self._texts.items() if text == label
            for place in ((r, column), (row, c), (r, c + 1))
            if fits(place) and place != one.latest
        ]  # fmt: skip
        return min(found, key=lambda p: (p[0] < one.name[0], abs(p[0] - one.name[0])), default=None)

    def _holds(self, place: Place, typed: object) -> bool:
        value = _part_of_a_day(self._sheet.cell(*place).value)
        if isinstance(value, float | int) and isinstance(typed, float | int):
            return abs(value - typed) < 1e-9
        return not isinstance(typed, float | int) and value == typed


def _part_of_a_day(value: object) -> object:
    """A duration as the number in its cell."""
    if isinstance(value, clock):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    return value / timedelta(days=1) if isinstance(value, timedelta) else value
