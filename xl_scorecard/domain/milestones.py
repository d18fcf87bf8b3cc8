"""Milestones: due by one date, expected on another, done on a third.

A milestone is judged like any other figure: by how many days it is late, against a target of none.
Late is the day that it was done on less the day that it was due; as long as it is not done, the day
it is expected on, which is no earlier than the one that the report is about.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from xl_scorecard.domain.serial_days import day_of

FIRST, LAST = 20_000, 80_000
"""Serial numbers that may be dates of a project: of 1954 to 2119."""


class DateColumns(NamedTuple):
    """The columns of a table that its dates stand in, those that it has."""

    due: int
    expected: int | None
    done: int | None

    @property
    def figure(self) -> int:
        """The column whose cell stands for the milestone's figure."""
        return self.done or self.expected or self.due


class DateCell(NamedTuple):
    """A cell that says when: the serial number of its day, None where it names none; `unclear`
    where what stands in it is neither a day nor a word for none. `month_alone` says that it shows
    months without their days, so that a date in it stands for the last of its month."""

    row: int
    column: int
    day: float | None = None
    unclear: bool = False
    month_alone: bool = False

    @property
    def date(self) -> dt.date | None:
        """Its day."""
        return None if self.day is None else day_of(self.day)


@dataclass(frozen=True)
class Dates:
    """The dates of a milestone as they stood on the last day of a period, `as_at`."""

    as_at: float
    due: DateCell
    expected: DateCell | None = None
    done: DateCell | None = None

    @property
    def cells(self) -> tuple[DateCell, ...]:
        """Those that there are."""
        return tuple(c for c in (self.due, self.expected, self.done) if c is not None)

    @property
    def by_word(self) -> dict[str, str]:
        """The days that are known, `2018-12-31`, by what they are."""
        cells = {"due": self.due, "expected": self.expected, "done": self.done}
        days = {word: cell.date for word, cell in cells.items() if cell is not None}
        return {word: day.isoformat() for word, day in days.items() if day is not None}

    @property
    def is_done(self) -> bool:
        """Whether a day is there that it was done on."""
        return self.done is not None and self.done.day is not None

    @property
    def days_late(self) -> float | None:
        """How many days it is late, below 0 early; None where a date is missing or unclear."""
        due = self.due.day
        if due is None or any(cell.unclear for cell in self.cells):
            return None
        if self.done is not None and self.done.day is not None:
            return self.done.day - due
        expected = self.expected.day if self.expected is not None else None
        return max(due if expected is None else expected, self.as_at) - due
