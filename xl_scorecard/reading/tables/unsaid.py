"""Later periods that have come to a table since a rule set said how it is laid out."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.domain.scorecard import Column, Layout, Role, Table
from xl_scorecard.reading.figures.series import is_figure
from xl_scorecard.reading.words.headings import is_forecast, role_of

_PLAIN = (Layout.WIDE, Layout.TRANSPOSED)


def newly_come(table: Table) -> Iterator[Doubt]:
    """What to say of columns of figures that are headed by a later period than those said to be
    the figures: nobody has told them since they were added."""
    said = table.said[0] if len(table.said) == 1 else None
    if said is None or said.figures is None or table.layout not in _PLAIN:
        return
    read = [c.period for c in table.by_role(Role.OUTTURN) if c.period is not None]
    for column in table.by_role(Role.OTHER):
        if _is_later(column, read) and (rows := _filled(table, column)):
            yield _doubt(table, said, column, few=2 * rows < len(table.rows))


def _is_later(column: Column, read: list[Period]) -> bool:
    """Whether a column is headed by a period after those of its length that are read, and by
    nothing else."""
    alike = [p for p in read if column.period is not None and p.grain is column.period.grain]
    if column.period is None or not alike or column.period.end <= max(p.end for p in alike):
        return False
    own = column.heading
    return role_of(own) in (None, Role.OUTTURN) and not is_forecast(own)


def _filled(table: Table, column: Column) -> int:
    """How many indicators have a figure in a column."""
    return sum(is_figure(table.grid.cell(row.row, column.index)) for row in table.rows)


def _doubt(table: Table, said: SaidTable, column: Column, *, few: bool) -> Doubt:
    place = table.place(table.header_row, column.index)
    assert column.period is not None  # asked for before
    words, where = column.period.words, table.letters(column.index)
    line = f" on line {said.line}" if said.line else ""
    add = f"{words}: {where}" if isinstance(said.figures, dict) else where
    return Doubt(
        About.PERIOD,
        table.sheet,
        place,
        f"{place}: {words} has figures, and workbook: tables:{line} does not name it, so they are "
        f"not read; add {add} to figures, or leave {where} out",
        expected=words,
        severity=Severity.WARNING if few else Severity.ERROR,
    )
