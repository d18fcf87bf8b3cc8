"""The rows of a table of milestones as measures: how many days late each is."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Gap, Polarity, Unit
from xl_scorecard.domain.lexicon import lexicon
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.milestones import FIRST, LAST, DateCell, DateColumns, Dates
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.rule_set import Defaults, Indicator
from xl_scorecard.domain.scorecard import IndicatorRow, Measure, Outturn, Table
from xl_scorecard.domain.serial_days import serial
from xl_scorecard.domain.typed_value import parse_value
from xl_scorecard.ooxml.number_formats import shows_month_alone
from xl_scorecard.reading.figures.aims import read_tolerance
from xl_scorecard.reading.figures.kept import Scale
from xl_scorecard.reading.figures.row_cells import RowCells

_ON_TIME = Target(0.0)
_FORMS = (
    "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d.%m.%y", "%d-%m-%Y", "%d-%m-%y", "%Y-%m-%d",
    "%d %b %Y", "%d %B %Y", "%d %b %y", "%d %B %y", "%d-%b-%y", "%d-%b-%Y",
)  # fmt: skip
_MAY_BE_DAY = re.compile(r"\d{1,4}[ ./-][^\W_]{1,9}[ ./-]\d{1,4}")
"""What any of the forms looks like: to try them all on every text of a sheet takes seconds."""
_END_OF = r"^(?:by )?(?:the )?end (?:of )?|^by "


def milestone(
    measure: Measure, cells: RowCells, rule: Indicator | None, defaults: Defaults
) -> Measure:
    """A row that was read like any other, as a milestone: in days, early being good."""
    table, row = cells.table, cells.row
    assert table.dated is not None  # see who calls
    assert table.reported is not None
    dates = _dates(table, row, table.dated)
    days, place = dates.days_late, _told_by(dates)
    outturn = Outturn(
        table.reported, place.row, place.column, days, None if days is not None else _gap(dates),
        raw=cell.text if (cell := table.at(place.row, place.column)) is not None else "",
        flags=(Mark.NOT_UNDERSTOOD,) if place.unclear else (),
    )  # fmt: skip
    good = rule.good_is if rule is not None and rule.good_is is not None else Polarity.LOW
    found = read_tolerance(cells, rule, defaults, Scale(Unit.DAYS, 1.0), _ON_TIME, good)
    return replace(
        measure,
        unit=Unit.DAYS,
        polarity=good,
        basis=None,
        target=_ON_TIME,
        target_cell=None,
        tolerance=found.tolerance,
        tolerance_cell=found.place,
        outturns={table.reported: outturn},
        number_format="0",
        doubts=(),
        earlier={},
        running=False,
        edges=replace(found.edges(None, ()), done=dates.is_done),
        floor_cell=None,
        dates=dates,
    )


def _dates(table: Table, row: IndicatorRow, columns: DateColumns) -> Dates:
    assert table.reported is not None  # a table of milestones is about a period
    starts = table.reported.starts
    due, *others = (
        None if column is None else _date(table.shown(row.row, column), row.row, column, starts)
        for column in columns
    )
    assert due is not None  # milestones are due some day, if not said yet
    return Dates(serial(table.reported.last_day), due, *others)


def _date(cell: Cell | None, row: int, column: int, starts: int) -> DateCell:
    """The day in a cell; nothing where it is blank or says that there is none."""
    value = cell.value if cell is not None else None
    if cell is None or value is None:
        return DateCell(row, column)
    alone = shows_month_alone(cell.number_format)
    if isinstance(value, dt.date):
        day = _last_of_month(value) if alone else value
        return DateCell(row, column, serial(day), month_alone=alone)
    if isinstance(value, float):
        there = FIRST <= value < LAST
        return DateCell(row, column, float(int(value)) if there else None, unclear=not there)
    if not isinstance(value, str):
        return DateCell(row, column, unclear=True)
    named = day_named(cell.text, starts)
    unclear = named is None and bool(cell.text) and not says_no_day(cell.text)
    return DateCell(row, column, serial(named) if named is not None else None, unclear, alone)


def _last_of_month(day: dt.date) -> dt.date:
    return Period.month(day.year, day.month).last_day


def day_named(text: str, starts: int = 4) -> dt.date | None:
    """The day that a text names; of a month, quarter or year its last."""
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", " ".join(text.split()))
    for form in _FORMS if _MAY_BE_DAY.fullmatch(plain) else ():
        try:
            return dt.datetime.strptime(plain, form).date()
        except ValueError:
            continue
    when = parse_period(re.sub(_END_OF, "", plain, flags=re.IGNORECASE), starts)
    return when.period.last_day if when is not None and when.period is not None else None


def says_no_day(text: str) -> bool:
    """Whether words say that there is no day: `TBC`, `not yet`."""
    said = parse_value(text, None)
    there = said.gap is not None and Mark.NOT_UNDERSTOOD not in said.marks
    return there or text.casefold().rstrip(".") in lexicon().milestones.undone


def _told_by(dates: Dates) -> DateCell:
    """The cell that stands for how late it is: the day it was done, else is expected, else due;
    where that cannot be told, the cell that is to be mended."""
    wrong = [cell for cell in dates.cells if cell.unclear]
    if wrong or dates.due.day is None:
        return (*wrong, dates.due)[0]
    filled = (c for c in (dates.done, dates.expected) if c is not None and c.day is not None)
    return next(filled, dates.due)


def _gap(dates: Dates) -> Gap:
    return Gap.NOT_AVAILABLE if any(cell.unclear for cell in dates.cells) else Gap.AWAITED
