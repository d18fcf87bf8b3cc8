"""Transposed tables, read as if the sheet were turned: periods across, indicators down."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.domain.arrangement import TURNED
from xl_scorecard.domain.cell_ref import a1, parse_a1
from xl_scorecard.domain.grid import Block, Cell, Grid
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.scorecard import Column, Layout, Role, Table
from xl_scorecard.reading.figures.series import is_figure
from xl_scorecard.reading.rows.rows import Known
from xl_scorecard.reading.tables.locate import locate
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import exact_role

_TITLE_ROWS = 4


def turned(grid: Grid) -> Grid:
    """The grid with rows and columns changed places."""
    return replace(
        grid,
        cells={(c, r): _turn_cell(cell) for (r, c), cell in grid.cells.items()},
        merged=[_turn(b) for b in grid.merged],
        tables=[_turn(b) for b in grid.tables],
        hidden_rows=grid.hidden_columns,
        hidden_columns=grid.hidden_rows,
        styled={(c, r): fill for (r, c), fill in grid.styled.items()},
        floating=[_turn(b) for b in grid.floating],
        recoloured=[_turn(b) for b in grid.recoloured],
        ask_fill=None if grid.ask_fill is None else lambda row, col: grid.fill_at(col, row),
    )


def _turn(block: Block) -> Block:
    return Block(block.first_column, block.first_row, block.last_column, block.last_row)


def _turn_cell(cell: Cell) -> Cell:
    return cell._replace(row=cell.column, column=cell.row)


def locate_transposed(grid: Grid, words: HeadingWords, known: Known) -> list[Table]:
    """Tables whose periods run down and whose indicators stand side by side.

    Their grid is the sheet turned; the table says where a place of it is on the sheet.
    """
    titles = _titles(grid)
    around = replace(words, around=(*(cell.text for cell in titles), *words.around))
    places = {(cell.row, cell.column) for cell in titles}
    left = {place: cell for place, cell in grid.cells.items() if place not in places}
    found = locate(turned(replace(grid, cells=left)), around, known, by_shape=True)
    return [turned_table(t) for t in found if _is_series(t) and not _is_something_else(t)]


def _titles(grid: Grid) -> list[Cell]:
    """The lines above everything else, which would stand among the headings were they turned."""
    found: list[Cell] = []
    left = min((column for _, column in grid.cells), default=1)
    for cells in list(grid.by_row.values())[:_TITLE_ROWS]:
        if len(cells) > 1 or not cells[0].text or cells[0].column != left:
            break
        found.append(cells[0])
    return found


def turned_table(table: Table) -> Table:
    """A table of the turned sheet, what was left out of it where it is on the sheet."""
    left = tuple(out._replace(where=_turned_reference(out.where)) for out in table.left_out)
    return replace(table, layout=Layout.TRANSPOSED, left_out=left, arrangement=TURNED)


def _is_something_else(table: Table) -> bool:
    """Whether what stands side by side is the target, figure and change of one indicator, or as
    many rows hold figures that no period heads: codes such as H1 and H2 among others."""
    roles = [exact_role(row.name) for row in table.rows]
    if 2 * sum(role not in (None, Role.INDICATOR) for role in roles) > len(roles):
        return True
    unheaded = [c for c in table.by_role(Role.OTHER) if _holds_figures(table, c)]
    return len(unheaded) >= len(table.by_role(Role.OUTTURN))


def _holds_figures(table: Table, column: Column) -> bool:
    return any(is_figure(table.grid.cell(row.row, column.index)) for row in table.rows)


def _is_series(table: Table) -> bool:
    """Whether the periods are more than dates in a list: each once, and first in their rows."""
    columns = [c for c in table.by_role(Role.OUTTURN) if c.period is not None]
    if len(table.periods) < 2 or len({(c.period, c.basis) for c in columns}) < len(columns):
        return False
    above = (
        table.grid.cell(row, column.index)
        for row in range(table.header_top, table.header_row)
        for column in columns
    )
    return all(cell is None or parse_period(cell.value) is not None for cell in above)


def _turned_reference(reference: str) -> str:
    """A reference on the turned sheet as it is on the sheet: `C2` for `B3`."""
    places = [parse_a1(part) for part in reference.split(":")]
    return ":".join(a1(column, row) for row, column in places)
