"""A column that crosses the indicators, whatever it is headed: the same few places for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xl_scorecard.domain.scorecard import Column, IndicatorRow, Role, Table
from xl_scorecard.reading.rows.row_shapes import text_of

_SEVERAL = 2


def crossing(table: Table, groups: Iterable[Sequence[IndicatorRow]]) -> Column | None:
    """The one column whose texts tell apart rows that else are the same, such as those of an
    indicator for one period.

    There must be several such groups, and the column say the same few things in each of them: a
    note or a name that differs from row to row crosses nothing.
    """
    alike = [group for group in groups if len(group) > 1]
    if len(alike) < _SEVERAL:
        return None
    found = [column for column in table.by_role(Role.OTHER) if _crosses(table, column, alike)]
    return found[0] if len(found) == 1 else None


def _crosses(table: Table, column: Column, groups: Sequence[Sequence[IndicatorRow]]) -> bool:
    said = [[_says(table, row, column) for row in group] for group in groups]
    if not all(all(texts) and len(set(texts)) == len(texts) for texts in said):
        return False
    everywhere = {text for texts in said for text in texts}
    return len(everywhere) == max(map(len, said))


def _says(table: Table, row: IndicatorRow, column: Column) -> str:
    """The words that stand beside a row; a number crosses nothing."""
    text = text_of(table.grid.shown(row.row, column.index))
    return text if any(ch.isalpha() for ch in text) else ""
