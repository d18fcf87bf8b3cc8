"""Where a comment stands."""

from __future__ import annotations

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.scorecard import Role


def place_of_comment(row: AssessedRow) -> str | None:
    """The cell of a comment; of one that stands merged beside several rows, the first of it."""
    column = row.table.first(Role.COMMENT)
    cell = row.table.shown(row.measure.row, column.index) if column is not None else None
    return cell.ref if cell is not None and cell.text == row.measure.comment else None


def is_shared(row: AssessedRow) -> bool:
    """Whether the comment stands merged beside several rows."""
    column = row.table.first(Role.COMMENT)
    if column is None:
        return False
    block = row.table.grid.merge_at(row.measure.row, column.index)
    return block is not None and block.last_row > block.first_row
