"""The rating and tolerance that a workbook states itself, in a key, a note or a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xl_scorecard.domain.amount import Tolerance, ToleranceKind
from xl_scorecard.domain.colours_seen import name_of_colour, standings_of_colour
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.scorecard import Scorecard, Table
from xl_scorecard.domain.stated_key import Clause, Reach, clauses_of

_LONGEST = 400


@dataclass(frozen=True)
class Stated:
    """Where green and amber end by the workbook's own key, and where that stands.

    `rivals` are other places that say otherwise.
    """

    green: Reach
    amber: Reach
    sheet: str
    ref: str
    text: str
    rivals: tuple[str, ...] = ()


def as_tolerance(reach: Reach, *, points: bool) -> Tolerance:
    """How far that is, read in points or as a share of the target."""
    if points:
        return Tolerance(reach.amount / 100)
    return Tolerance(reach.amount / 100, ToleranceKind.RELATIVE)


def stated_rule(scorecard: Scorecard) -> Stated | None:
    """What the sheets with a scorecard say of their rating; None where they say nothing."""
    ends: dict[Standing, list[tuple[Reach, str, Cell]]] = {}
    for table in scorecard.tables:
        for line, cell in _lines(table):
            for clause in clauses_of(line):
                ends.setdefault(clause.of, []).append((clause.reach, table.sheet, cell))
    known = ends.get(Standing.AMBER) or ends.get(Standing.RED)
    if known is None:
        return None
    amber, sheet, cell = known[0]
    green = next((reach for reach, _, _ in ends.get(Standing.GREEN, ())), Reach(0))
    red = [reach for reach, _, _ in ends.get(Standing.RED, ())]
    amber = amber._replace(edge_is_worse=any(reach.edge_is_worse for reach in red))
    others = [
        f"{c.text} ({s} {c.ref})"
        for standing in (Standing.AMBER, Standing.RED)
        for reach, s, c in ends.get(standing, ())
        if (reach.amount, reach.points) != (amber.amount, amber.points)
    ]
    if green.amount >= amber.amount:
        return None
    return Stated(green, amber, sheet, cell.ref, cell.text, tuple(dict.fromkeys(others)))


def _lines(table: Table) -> Iterator[tuple[str, Cell]]:
    """What stands in and around the headings and below the rows, each row of cells as a line;
    each with its first cell."""
    rows: dict[int, list[Cell]] = {}
    read = {indicator.row for indicator in table.rows}
    for (row, column), cell in sorted(table.grid.cells.items()):
        within = table.first_column <= column <= table.last_column
        if cell.text and not (within and row in read):
            rows.setdefault(row, []).append(cell)
    for cells in rows.values():
        if len(cells) > 1 and all(len(cell.text) < _LONGEST for cell in cells):
            joined = " ".join(_with_colour(table, cell) for cell in cells)
            if clauses_of(joined):
                yield joined, cells[0]
                continue
        for cell in cells:
            yield _with_colour(table, cell), cell


def _with_colour(table: Table, cell: Cell) -> str:
    """A cell's text, led by the colour that it or the blank cell before it is filled with."""
    if _colours(cell.text):
        return cell.text
    for column in (cell.column, cell.column - 1):
        beside = table.grid.cell(cell.row, column)
        if column < 1 or (column != cell.column and beside is not None):
            continue
        standings = standings_of_colour(table.grid.fill_at(cell.row, column))
        if standings is not None:
            return f"{name_of_colour(standings)}: {cell.text}"
    return cell.text


def _colours(text: str) -> Sequence[Clause]:
    return [clause for clause in clauses_of(text) if clause.of is not Standing.AMBER]
