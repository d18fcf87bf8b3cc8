"""Finding the scorecard tables on a sheet, and the indicator rows in them."""

from __future__ import annotations

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.scorecard import Column, IndicatorRow, Role, Table
from xl_scorecard.reading.header import Header, HeadingWords, read_header
from xl_scorecard.reading.headings import exact_role, role_of

_HEADER_WITHIN = 60
_BLANK_ROWS_END_A_TABLE = 6
_ROLES_OF_A_LATER_HEADER = 2


def looks_like_scorecard(top: Grid, words: HeadingWords) -> bool:
    """Whether the first rows of a sheet may head a scorecard, merged blocks not being known."""
    named = any(
        role_of(cell.text, words.extra) in (Role.INDICATOR, Role.REFERENCE)
        for cell in top.cells.values()
        if cell.text
    )
    return named and any(
        parse_period(cell.value, words.starts) is not None
        for cell in top.cells.values()
        if not isinstance(cell.value, bool)
    )


def locate(grid: Grid, words: HeadingWords) -> list[Table]:
    """The scorecard tables on a sheet, from the top down."""
    tables: list[Table] = []
    start = 1
    while True:
        header = _best_header(grid, words, start)
        if header is None:
            return tables
        table = Table(grid, header.top, header.bottom, _within_reach(header))
        end = _fill(table, words)
        if table.rows:
            tables.append(table)
        start = max(end, header.bottom + 1)


def _best_header(grid: Grid, words: HeadingWords, start: int) -> Header | None:
    best: Header | None = None
    rows = sorted({row for row, _ in grid.cells if row >= start})[:_HEADER_WITHIN]
    for row in rows:
        if best is not None and row > best.bottom + 3:
            break
        header = read_header(grid, row, words, start)
        if header is not None and (best is None or header.score > best.score):
            best = header
    return best


def _within_reach(header: Header) -> list[Column]:
    """The columns of one table: an empty stretch of more than three ends it."""
    anchor = next(c.index for c in header.columns if c.role in (Role.INDICATOR, Role.REFERENCE))
    ordered = sorted(header.columns, key=lambda c: c.index)
    at = next(i for i, c in enumerate(ordered) if c.index == anchor)
    kept = [ordered[at]]
    for column in ordered[at + 1 :]:
        if column.index - kept[-1].index > 4:
            break
        kept.append(column)
    for column in reversed(ordered[:at]):
        if kept[0].index - column.index > 4:
            break
        kept.insert(0, column)
    return kept


def _fill(table: Table, words: HeadingWords) -> int:
    """Add the indicator rows below a header; returns the row where the next table may start."""
    grid = table.grid
    section = ""
    blank = 0
    for row in range(table.header_row + 1, grid.last_row + 1):
        cells = [c for c in (grid.cell(row, col.index) for col in table.columns) if c is not None]
        if not cells:
            blank += 1
            if blank > _BLANK_ROWS_END_A_TABLE:
                return row
            continue
        blank = 0
        if _is_another_header(table, row, cells, words):
            return row
        found = _indicator_row(table, row, section)
        if found is not None:
            table.rows.append(found)
        elif len({c.text for c in cells if c.text}) == 1 and not _has_number(cells):
            section = next(c.text for c in cells if c.text)
    return grid.last_row + 1


def _has_number(cells: list[Cell]) -> bool:
    return any(isinstance(c.value, float) for c in cells)


def _is_another_header(table: Table, row: int, cells: list[Cell], words: HeadingWords) -> bool:
    """A row whose naming column holds a heading again: the header of something else.

    A known word alone will do, with any text beside it; a name that only begins like a heading
    needs headings beside it.
    """
    for role in (Role.REFERENCE, Role.INDICATOR):
        column = table.first(role)
        cell = table.grid.cell(row, column.index) if column else None
        if cell is None or not cell.text or role_of(cell.text, words.extra) is not role:
            continue
        others = [c for c in cells if c is not cell]
        if exact_role(cell.text, words.extra) is role:
            others = [c for c in others if c.text]
        else:
            others = [c for c in others if _heads(c, words)]
        return len(others) >= _ROLES_OF_A_LATER_HEADER and not _has_number(cells)
    return False


def _heads(cell: Cell, words: HeadingWords) -> bool:
    """Whether a cell reads as a heading: it names a role or a period."""
    named = bool(cell.text) and role_of(cell.text, words.extra) is not None
    return named or parse_period(cell.value, words.starts) is not None


def _indicator_row(table: Table, row: int, section: str) -> IndicatorRow | None:
    """The row as an indicator: it has a name and something to say of it beside the name."""
    grid = table.grid
    name_column = table.first(Role.INDICATOR) or table.first(Role.REFERENCE)
    assert name_column is not None  # a header without either is not a scorecard's
    reference_column = table.first(Role.REFERENCE)
    name = _text(grid.shown(row, name_column.index))
    reference = _text(grid.cell(row, reference_column.index)) if reference_column else ""
    if not name and not reference:
        return None
    merge = grid.merge_at(row, name_column.index)
    if merge is not None and (
        merge.last_column > name_column.index + 3
        or (
            reference_column
            and merge.holds(row, reference_column.index)
            and reference_column is not name_column
        )
    ):
        return None  # a heading across the row
    names = {name_column.index} | ({reference_column.index} if reference_column else set())
    says = {Role.OUTTURN, Role.TARGET, Role.POLARITY, Role.UNIT, Role.BENCHMARK, Role.FREQUENCY}
    filled = [
        column
        for column in table.columns
        if column.role in says and column.index not in names and grid.cell(row, column.index)
    ]
    if not filled and not (reference and name and name_column is not reference_column):
        return None
    return IndicatorRow(
        row, reference, name or reference, _section(table, row) or section, name_column.index
    )


def _section(table: Table, row: int) -> str:
    """The section column's entry; one typed once speaks for the rows below it."""
    column = table.first(Role.SECTION)
    if column is None:
        return ""
    for above in range(row, table.header_row, -1):
        text = _text(table.grid.shown(above, column.index))
        if text:
            return text
    return ""


def _text(cell: Cell | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell.value, float):
        return f"{cell.value:g}"
    return cell.text
