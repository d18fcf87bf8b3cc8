"""What is found in headings."""

from __future__ import annotations

from collections.abc import Sequence

from xl_scorecard.checks.check import Found
from xl_scorecard.domain.cell_ref import column_letters
from xl_scorecard.domain.scorecard import Column, Table

_MOST_NAMED = 4


def at_heading(table: Table, column: Column, message: str, expected: str) -> Found:
    """Something found in the heading of a column."""
    cell = table.place(table.header_row, column.index)
    return Found(message, table.sheet, cell, found=column.heading, expected=expected)


def places(columns: Sequence[Column]) -> str:
    """Columns by letter and heading: `D ("Target") and E ("Target")`; of many the first few."""
    named = [f'{column_letters(c.index)} ("{c.heading}")' for c in columns]
    if len(named) <= _MOST_NAMED:
        return " and ".join(named)
    return f"{', '.join(named[: _MOST_NAMED - 1])} and {len(named) - _MOST_NAMED + 1} more"
