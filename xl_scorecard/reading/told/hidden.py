"""What readers of the sheet do not see, though it is read and rated."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.cell_ref import a1, column_letters
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.scorecard import Role, Table

_SHOWN = 3


def hidden_findings(table: Table) -> Iterator[Finding]:
    """Hidden indicators, the hidden sheet, and hidden columns that judgements rest on.

    Columns of earlier periods are hidden so often that this is only worth a remark.
    """
    if not table.upright:
        return
    grid = table.grid
    if grid.hidden:
        yield _finding(
            table, a1(table.header_row, table.first_column), Severity.INFO,
            f"sheet {table.sheet} is hidden; its {len(table.rows)} indicators are read and rated "
            "all the same", "a sheet that readers see",
        )  # fmt: skip
    rows = [row for row in table.rows if row.row in grid.hidden_rows]
    if rows:
        names = ", ".join(f"{row.name} (row {row.row})" for row in rows[:_SHOWN])
        more = f" and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else ""
        yield _finding(
            table, a1(rows[0].row, rows[0].name_column), Severity.WARNING,
            f"hidden or filtered out, but read and rated all the same: {names}{more}",
            "rows that readers see",
        )  # fmt: skip
    columns = [
        c for c in table.columns if c.index in grid.hidden_columns and c.role is not Role.OTHER
    ]
    if columns:
        judged = any(c.role is Role.TARGET or c.period == table.reported for c in columns)
        letters = ", ".join(column_letters(c.index) for c in columns)
        yield _finding(
            table, a1(table.header_row, columns[0].index),
            Severity.WARNING if judged else Severity.INFO,
            f"hidden, but read all the same: column{'s' if len(columns) > 1 else ''} {letters}",
            "columns that readers see",
        )  # fmt: skip


def _finding(table: Table, cell: str, severity: Severity, message: str, expected: str) -> Finding:
    return Finding("hidden-data", severity, message, table.sheet, cell, expected=expected)
