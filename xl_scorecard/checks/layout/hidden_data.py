"""What readers of the sheet do not see, though it is read and rated."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.cell_ref import a1, column_letters
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.scorecard import Role, Table

_SHOWN = 3


def _hidden(context: Context) -> Iterator[Found]:
    for table in context.tables:
        if table.upright:
            yield from _sheet(table)
            yield from _rows(table)
            yield from _columns(table)


def _sheet(table: Table) -> Iterator[Found]:
    if table.grid.hidden:
        yield Found(
            f"sheet {table.sheet} is hidden; its {len(table.rows)} indicators are read and rated "
            "all the same",
            table.sheet,
            a1(table.header_row, table.first_column),
            expected="a sheet that readers see",
            severity=Severity.INFO,
        )


def _rows(table: Table) -> Iterator[Found]:
    rows = [row for row in table.rows if row.row in table.grid.hidden_rows]
    if rows:
        names = ", ".join(f"{row.name} (row {row.row})" for row in rows[:_SHOWN])
        more = f" and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else ""
        yield Found(
            f"hidden or filtered out, but read and rated all the same: {names}{more}",
            table.sheet,
            a1(rows[0].row, rows[0].name_column),
            expected="rows that readers see",
        )


def _columns(table: Table) -> Iterator[Found]:
    """Columns of earlier periods are hidden so often that this is only worth a remark."""
    hidden = table.grid.hidden_columns
    columns = [c for c in table.columns if c.index in hidden and c.role is not Role.OTHER]
    if columns:
        judged = any(c.role is Role.TARGET or c.period == table.reported for c in columns)
        letters = ", ".join(column_letters(c.index) for c in columns)
        yield Found(
            f"hidden, but read all the same: column{'s' if len(columns) > 1 else ''} {letters}",
            table.sheet,
            a1(table.header_row, columns[0].index),
            expected="columns that readers see",
            severity=None if judged else Severity.INFO,
        )


_ROWS = (
    ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
    ("A1", "Children waiting", 24, 22),
    ("B1", "Referrals", 310, 305),
    ("C1", "Plans reviewed", 54, 53),
)
CHECK = Check(
    slug="hidden-data",
    severity=Severity.WARNING,
    also=(Severity.INFO,),
    looks_for="rows, columns or a sheet that are hidden, and read all the same",
    question="Does the Summary count what readers of the sheet cannot see?",
    mend="Unhide it, or move it out of the scorecard.",
    run=_hidden,
    looks_at=(Aspect.HIDDEN, Aspect.HIDDEN_SHEETS),
    triggers=Example(rows=_ROWS, hidden=("3", "D"), finds=("B3", "D1")),
    passes=Example(rows=_ROWS, hidden=("E", "9")),
)
