"""The rows of a table of milestones as measures: how many days late each is."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Gap, Polarity, Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.milestones import FIRST, LAST, DateCell, DateColumns, Dates, serial
from xl_scorecard.domain.rule_set import Defaults, Indicator
from xl_scorecard.domain.scorecard import IndicatorRow, Measure, Outturn, Table
from xl_scorecard.domain.typed_value import parse_value
from xl_scorecard.reading.figures.aims import read_tolerance
from xl_scorecard.reading.figures.kept import Scale
from xl_scorecard.reading.figures.row_cells import RowCells

_ON_TIME = Target(0.0)
_FORMS = ("%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%Y-%m-%d", "%d %b %Y", "%d %B %Y", "%d-%b-%y")


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
    due, *others = (
        None if column is None else _date(table.shown(row.row, column), row.row, column)
        for column in columns
    )
    assert due is not None  # milestones are due some day, if not said yet
    return Dates(serial(table.reported.last_day), due, *others)


def _date(cell: Cell | None, row: int, column: int) -> DateCell:
    """The day in a cell; nothing where it is blank or says that there is none."""
    value = cell.value if cell is not None else None
    if cell is None or value is None:
        return DateCell(row, column)
    if isinstance(value, dt.date):
        return DateCell(row, column, serial(value))
    if isinstance(value, float):
        there = FIRST <= value < LAST
        return DateCell(row, column, float(int(value)) if there else None, unclear=not there)
    if not isinstance(value, str):
        return DateCell(row, column, unclear=True)
    day = _typed(cell.text)
    said = parse_value(cell.text, None)
    none = said.gap is not None and Mark.NOT_UNDERSTOOD not in said.marks
    return DateCell(row, column, day, unclear=day is None and bool(cell.text) and not none)


def _typed(text: str) -> float | None:
    """The day that a text names."""
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", " ".join(text.split()))
    for form in _FORMS:
        try:
            return serial(dt.datetime.strptime(plain, form).date())
        except ValueError:
            continue
    return None


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
