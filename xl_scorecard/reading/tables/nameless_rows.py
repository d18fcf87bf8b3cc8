"""Rows of figures among the indicators that have no name of their own."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.cell_ref import parse_range
from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.scorecard import Layout, Role, Table
from xl_scorecard.reading.figures.outturns import shown
from xl_scorecard.reading.figures.series import is_figure
from xl_scorecard.reading.figures.table_columns import of_period
from xl_scorecard.reading.rows.row_shapes import text_of
from xl_scorecard.reading.rows.sums import counts_indicators

WITHOUT_NAME = "other row"


def nameless_rows(table: Table) -> Iterator[Doubt]:
    """What to say of each row among the indicators that was typed for the reported period and
    whose name is blank: a figure of the indicator above, or of one that lost its name."""
    column = of_period(table.by_role(Role.OUTTURN), table.reported)
    if column is None or not table.upright or table.layout is not Layout.WIDE or not table.rows:
        return
    for left in table.left_out:
        row = parse_range(left.where)[0]
        cell = table.grid.cell(row, column.index)
        above = max((r for r in table.rows if r.row < row), key=lambda r: r.row, default=None)
        if left.what != WITHOUT_NAME or row in table.grid.hidden_rows:
            continue
        if above is None and not _is_described(table, row):
            continue
        if cell is None or not _is_typed(cell) or _is_tally(table.grid, row):
            continue
        says = _beside(table, row)
        of = f' beside "{says}"' if says else ""
        place = table.place(row, column.index)
        near = f"below {above.name}" if above is not None else f"above {table.rows[0].name}"
        yield Doubt(
            About.ROW, table.sheet, place,
            f"{shown(cell)} stands in a row without a name{of} {near}, and is not read; "
            "type the indicator's name there, or clear what is no indicator",
            found=shown(cell), expected="a name in its row", severity=Severity.WARNING,
        )  # fmt: skip


def _is_typed(cell: Cell) -> bool:
    """Whether a figure was typed: a formula in a row without a name adds up or counts."""
    return cell.formula is None and is_figure(cell)


def _is_described(table: Table, row: int) -> bool:
    """Whether a row says how it is judged, or in which unit it is: what stands between headings
    and the first name may belong to the headings."""
    columns = (c for role in (Role.POLARITY, Role.UNIT) for c in table.by_role(role))
    return any(table.grid.cell(row, column.index) is not None for column in columns)


def _is_tally(grid: Grid, row: int) -> bool:
    """Whether the first words of a row say that it counts indicators, also left of the table."""
    label = next((cell for cell in grid.by_row[row] if cell.text), None)
    return label is not None and counts_indicators(grid, row, label.column, label.text)


def _beside(table: Table, row: int) -> str:
    """The first words that the row does have."""
    cells = (table.grid.cell(row, column.index) for column in table.columns)
    return next((text_of(cell) for cell in cells if cell is not None and cell.text), "")
