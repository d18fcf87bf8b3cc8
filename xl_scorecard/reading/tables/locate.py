"""Finding the scorecard tables on a sheet: stacked or side by side, among whatever else."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.domain.grid import Block, Grid
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.scorecard import Column, Role, Table
from xl_scorecard.reading.figures.outturns import is_value
from xl_scorecard.reading.figures.series import is_figure
from xl_scorecard.reading.headers.header import Header, heads_scorecard, read_header
from xl_scorecard.reading.headers.heading import SAYS_HOW_JUDGED
from xl_scorecard.reading.headers.heading_words import HeadingWords
from xl_scorecard.reading.rows.rows import Known, read_rows

_HEADER_WITHIN = 60
_NEAR = 3
_MOST_TABLES = 40
_NAMES = (Role.INDICATOR, Role.REFERENCE)


def nobody_knows(reference: str, name: str) -> bool:  # noqa: ARG001 (stands for a rule set)
    """Without rules, no row is known."""
    return False


def locate(
    grid: Grid, words: HeadingWords, known: Known = nobody_knows, *, by_shape: bool = False
) -> list[Table]:
    """The scorecard tables on a sheet, from the top down.

    `known` says whether a rule is about a reference or name; `by_shape` also takes tables whose
    headings do not say where the indicators' names are.
    """
    tables: list[Table] = []
    left = grid
    for _ in range(_MOST_TABLES):
        header = _best_header(left, words, by_shape=by_shape)
        if header is None:
            break
        taken = [_heading_rows(header)]
        for columns in _side_by_side(header):
            headed = Table(grid, header.top, header.bottom, columns, by_shape=header.by_shape)
            found = read_rows(headed, words, known)
            table = replace(headed, rows=found.indicators, left_out=found.left_out)
            if table.rows and (not by_shape or _is_series(table)) and _holds_figures(table):
                tables.append(table)
                first, last = table.first_column, table.last_column
                taken.append(Block(header.top, first, found.end - 1, last))
        left = _without(left, taken)
    return sorted(tables, key=lambda table: (table.header_top, table.first_column))


def _is_series(table: Table) -> bool:
    """Whether the columns of figures follow each other in time, on or back, and no periods run
    down where names should be."""
    if any(parse_period(row.name) is not None for row in table.rows):
        return False
    ends = [c.period.end for c in table.by_role(Role.OUTTURN) if c.period is not None]
    return len(set(ends)) > 1 and (ends == sorted(ends) or ends == sorted(ends, reverse=True))


def _holds_figures(table: Table) -> bool:
    """Whether what stands below the periods is figures, or why there are none.

    Blank will do where other headings tell a scorecard or there are several periods.
    """
    names = min(c.index for c in table.columns if c.role in _NAMES)
    figures = [c for c in table.columns if c.role in (Role.OUTTURN, Role.RAG)]
    if names > max(c.index for c in figures):
        return False
    rows = [
        [cell for c in figures if (cell := table.grid.cell(row.row, c.index)) is not None]
        for row in table.rows
    ]
    outturns = {c.index for c in table.by_role(Role.OUTTURN)}
    filled = [cell for row in rows for cell in row if cell.column in outturns]
    if 2 * sum(is_value(cell) for cell in filled) < len(filled):
        return False
    if len({c.period for c in figures if c.period is not None}) > 1:
        return True
    if not outturns:
        return False  # one column of ratings
    with_figure = sum(map(bool, rows))
    if not any(is_figure(cell) for cell in filled):
        return table.first(Role.TARGET) is not None
    tells = {c.role for c in table.columns} & (SAYS_HOW_JUDGED - {Role.THRESHOLD})
    return (3 if tells else 2) * with_figure >= len(rows)


def _heading_rows(header: Header) -> Block:
    columns = [column.index for column in header.columns]
    return Block(header.top, min(columns), header.bottom, max(columns))


def _without(grid: Grid, taken: list[Block]) -> Grid:
    """The grid without cells that belong to tables already found."""
    cells = {
        (row, column): cell
        for (row, column), cell in grid.cells.items()
        if not any(block.holds(row, column) for block in taken)
    }
    return replace(grid, cells=cells)


def _best_header(grid: Grid, words: HeadingWords, *, by_shape: bool) -> Header | None:
    """The header that says most among the first that is one and those just below it."""
    # the lowest row of a header may hold no cell of its own, where all of it is merged upwards
    merged = {b.last_row for b in grid.merged if b.first_row in grid.by_row}
    rows = sorted({*list(grid.by_row)[:_HEADER_WITHIN], *merged})[:_HEADER_WITHIN]
    found: list[Header] = []
    for row in rows:
        if found and row > found[-1].bottom + _NEAR:
            break
        header = read_header(grid, row, words, by_shape=by_shape)
        if header is not None:
            found.append(header)
    return max(found, key=lambda header: header.score, default=None)


def _side_by_side(header: Header) -> list[tuple[Column, ...]]:
    """The columns of each table under a header: one that is whole ends where names begin again,
    and at an empty stretch of more than three."""
    tables: list[list[Column]] = []
    current: list[Column] = []
    for column in sorted(header.columns, key=lambda c: c.index):
        names_again = column.role in _NAMES and heads_scorecard(current)
        apart = bool(current) and column.index - current[-1].index > _NEAR + 1
        if names_again or apart:
            tables.append(current)
            current = []
        current.append(column)
    tables.append(current)
    whole: list[list[Column]] = []
    for columns in tables:
        if heads_scorecard(columns):
            whole.append(columns)
        elif whole and columns[0].index - whole[-1][-1].index <= _NEAR + 1:
            whole[-1] = [*whole[-1], *columns]
    return [tuple(columns) for columns in whole]
