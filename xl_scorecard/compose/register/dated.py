"""The columns of the register for milestones, right of the others where there are any.

How late one is follows from its dates' own cells: a date typed since counts at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xl_scorecard.compose.formulas import literal, quoted
from xl_scorecard.compose.register import reading
from xl_scorecard.compose.register.headings import REFRESH, Heading, column_of, here
from xl_scorecard.compose.register.inputs import held as held_by
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import column_letters, quoted_sheet
from xl_scorecard.domain.edits import CellEdit
from xl_scorecard.domain.milestones import FIRST, LAST, DateCell

_SAY = quoted(REFRESH)
_DATES = ("Due", "Expected", "Done")
_OF_EACH = ("", ": cell", ": at the refresh", ": read then as")
_AS_AT = "As at"
_UNCLEAR = "unclear"
"""What a cell says whose words are no day."""
Stored = float | str | None


@dataclass(frozen=True)
class DatedColumns:
    """Where these columns stand: from `first` on."""

    first: int

    @property
    def headings(self) -> list[str]:
        """What stands above them."""
        return [_AS_AT, *(f"{date}{part}" for date in _DATES for part in _OF_EACH)]

    @property
    def last(self) -> int:
        """The last of them."""
        return self.first + len(self.headings) - 1

    def column_of(self, date: str, part: str = "") -> int:
        """Which column of the sheet it is."""
        return self.first + self.headings.index(f"{date}{part}")

    def here(self, date: str, row: int, part: str = "") -> str:
        """The cell of a column in a row, as formulas in that row refer to it."""
        return f"${column_letters(self.column_of(date, part))}{row}"

    def is_done(self, row: int) -> str:
        """Whether there is a day that it was done on."""
        return f"ISNUMBER({self.here(_DATES[2], row)})"


def dated_columns(first: int, rows: Iterable[AssessedRow]) -> DatedColumns | None:
    """The columns, if any row is a milestone."""
    return DatedColumns(first) if any(row.measure.dates is not None for row in rows) else None


def dated_cells(
    a: AssessedRow, row: int, columns: DatedColumns, *, found: bool, told: bool
) -> Iterator[CellEdit]:
    """These cells of one milestone's row, and how late it is; `found` says that its own row on the
    sheet is looked for."""
    dates = a.measure.dates
    assert dates is not None  # see who calls

    def put(date: str, part: str, value: Stored, formula: str | None = None) -> CellEdit:
        return CellEdit(row, columns.column_of(date, part), value, formula)

    yield put(_AS_AT, "", dates.as_at)
    for name, date in zip(_DATES, (dates.due, dates.expected, dates.done), strict=True):
        if date is None:
            continue
        held = held_by(a.table.at(date.row, date.column))
        cell, then, read = (columns.here(name, row, part) for part in _OF_EACH[1:])
        at = reading.mirror(_at(a, date, row, found=found))
        yield put(name, ": cell", "" if held is None else held, at)
        yield put(name, ": at the refresh", held)
        as_read = _UNCLEAR if date.unclear else date.day
        yield put(name, ": read then as", as_read)
        shown: Stored = "" if as_read is None else as_read
        yield put(name, "", _when(shown, told=told), _day(cell, then, read, date))
    days: Stored = "" if a.value is None else a.value
    formula = _days_late(row, columns)
    yield CellEdit(row, column_of(Heading.OUTTURN), _when(days, told=told), formula)


def _at(a: AssessedRow, date: DateCell, row: int, *, found: bool) -> str:
    """A date's cell: in the row that the indicator is found in, if it is looked for."""
    sheet, letters = quoted_sheet(a.table.sheet), column_letters(date.column)
    own = here(Heading.ROW, row)
    return (
        f"INDEX({sheet}!${letters}:${letters},{own})"
        if found
        else (f"{sheet}!${letters}${date.row}")
    )


def _day(cell: str, then: str, read: str, date: DateCell) -> str:
    """The day in a cell: as it was read, or a number typed since that may be a date."""
    day = f"EOMONTH({cell},0)" if date.month_alone else f"INT({cell})"
    number = f"IF(AND({cell}>={literal(FIRST)},{cell}<{literal(LAST)}),{day},{_SAY})"
    return (
        f"IF({reading.same(cell, then)},{reading.as_read(read)},"
        f'IF(ISNUMBER({cell}),{number},IF({cell}="","",{_SAY})))'
    )


def _days_late(row: int, columns: DatedColumns) -> str:
    """How many days late: by the day it was done, else the day it is expected, which is no earlier
    than the one that is told about."""
    due, expected, done = (columns.here(date, row) for date in _DATES)
    times = here(Heading.TIMES_FOUND, row)
    doubtful = f"OR({times}<>1,{due}={_SAY},{expected}={_SAY},{done}={_SAY})"
    unclear = f"OR({','.join(f'{d}={quoted(_UNCLEAR)}' for d in (due, expected, done))})"
    still = f"MAX(IF(ISNUMBER({expected}),{expected},{due}),{columns.here(_AS_AT, row)})-{due}"
    late = f"IF(ISNUMBER({done}),{done}-{due},{still})"
    return f'IF({doubtful},{_SAY},IF({unclear},"",IF(ISNUMBER({due}),{late},"")))'


def _when(value: Stored, *, told: bool) -> Stored:
    return value if told else REFRESH
