"""Tables of milestones, known by their headings and the days below them.

Such a table has no figures, so that nothing but a rule set makes a scorecard of it; a draft writes
that for what is found here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from xl_scorecard.domain.cell_ref import column_letters
from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.lexicon import any_of, lexicon
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.role import Role
from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.reading.figures.milestones import day_named, says_no_day
from xl_scorecard.reading.sheets.sources import SheetSource
from xl_scorecard.reading.words.headings import exact_role

_NAMES, _DUE, _EXPECTED, _DONE, _EITHER = "names", "due", "expected", "done", "due or done"
_OF_DAYS = (_DUE, _EXPECTED, _DONE, _EITHER)
_FURTHEST_DOWN = 40
_FEWEST = 2
_BLANK_ROWS_END_IT = 2


class Plan(NamedTuple):
    """A table of milestones: where things stand, and the heading of each column of days by what
    it is taken for; `doubtful` are those that may be taken otherwise."""

    said: SaidTable
    headings: Mapping[str, str]
    doubtful: frozenset[str]


def plans_of(sheets: SheetSource) -> list[Plan]:
    """The tables of milestones of a workbook, one a sheet at most."""
    found = (plan_on(sheets.whole(name)) for name in sheets.names)
    return [plan for plan in found if plan is not None]


def plan_on(grid: Grid) -> Plan | None:
    """The table of milestones on a sheet."""
    if grid.hidden:
        return None
    for row, cells in grid.by_row.items():
        if row > _FURTHEST_DOWN:
            return None
        found = _headed(grid, row, cells)
        if found is not None:
            return found
    return None


def _headed(grid: Grid, row: int, cells: Sequence[Cell]) -> Plan | None:
    """The plan whose headings stand in a row, if they are such.

    What stands below is read only where the headings are those of one: a sheet may be long.
    """
    texts = [cell for cell in cells if cell.text]
    named = [cell for cell in texts if _heads(cell, _NAMES)]
    dates = [cell for cell in texts if any(_heads(cell, kind) for kind in _OF_DAYS)]
    if not named or not any(_heads(cell, kind) for cell in dates for kind in (_DUE, _EITHER)):
        return None
    names = next((cell for cell in named if not _holds_days(grid, cell)), None)
    days = [cell for cell in dates if _holds_days(grid, cell)]
    if names is None or not days:
        return None
    dated: dict[str, Cell] = {}
    for kind in (_DUE, _EXPECTED, _DONE):
        for cell in days:
            if _heads(cell, kind):
                dated.setdefault(kind, cell)
    either = [cell for cell in days if _heads(cell, _EITHER) and cell not in dated.values()]
    doubtful = set()
    for kind in (_DUE, _DONE):
        if kind not in dated and either:
            dated[kind] = either.pop(0)
            doubtful.add(kind)
    rows = list(_rows(grid, row, names.column))
    if _DUE not in dated or len(rows) < _FEWEST:
        return None
    reference = next((c for c in texts if exact_role(c.text) is Role.REFERENCE), None)
    places = {kind: column_letters(cell.column) for kind, cell in dated.items()}
    if reference is not None:
        places = {"references": column_letters(reference.column), **places}
    said = SaidTable.model_validate(
        {
            "sheet": grid.sheet,
            "header": str(row),
            "rows": f"{rows[0]}-{rows[-1]}",
            "names": column_letters(names.column),
            **places,
        }
    )
    return Plan(said, {kind: cell.text for kind, cell in dated.items()}, frozenset(doubtful))


def _heads(cell: Cell, kind: str) -> bool:
    return _headings(kind).fullmatch(tidy(cell.text).rstrip("?: ")) is not None


@cache
def _headings(kind: str) -> re.Pattern[str]:
    said = lexicon().milestones
    phrases = {
        _NAMES: said.names, _DUE: said.due, _EXPECTED: said.expected, _DONE: said.done,
        _EITHER: said.due_or_done,
    }  # fmt: skip
    return re.compile(any_of(phrases[kind]))


def _holds_days(grid: Grid, heading: Cell) -> bool:
    """Whether most of what stands below a heading are days; a blank column of `Completed` may."""
    below = [grid.cell(row, heading.column) for row in _below(grid, heading.row)]
    filled = [c for c in below if c is not None and c.value not in (None, "")]
    days = sum(map(_is_day, filled))
    if not filled:
        return _heads(heading, _DONE)
    told = [c for c in filled if not (c.text and says_no_day(c.text))]
    return days > 0 and 2 * days >= len(told)


def _is_day(cell: Cell) -> bool:
    return isinstance(cell.value, dt.date) or (bool(cell.text) and day_named(cell.text) is not None)


def _below(grid: Grid, row: int) -> range:
    return range(row + 1, grid.last_row + 1)


def _rows(grid: Grid, header: int, names: int) -> Iterator[int]:
    """The rows with names below a header, up to the first blank ones."""
    last = header
    for row in _below(grid, header):
        cell = grid.cell(row, names)
        if row - last > _BLANK_ROWS_END_IT:
            return
        if cell is not None and cell.text:
            last = row
            yield row
