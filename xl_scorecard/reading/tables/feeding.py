"""Tables that feed a scorecard, or repeat one: the same indicators, counted once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xl_scorecard.domain.grid import Cell, Value
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.scorecard import Layout, LeftOut, Role, Table

SOURCE = "table that feeds the scorecard"
REPEATED = "table that repeats the scorecard"
_AIMS = (Role.TARGET, Role.POLARITY, Role.TOLERANCE, Role.THRESHOLD)
_JUDGES = (*_AIMS, Role.RAG, Role.BENCHMARK)
_MOST = 0.8
_FEWEST_ALIKE = 3
_OTHER_SHEET = re.compile(r"(?:'((?:[^']|'')+)'|([^\s'!(),=+\-*/&<>^:;]+))!")


def counted_once(
    tables: Sequence[Table], reported: Period, named: Sequence[str]
) -> tuple[list[Table], list[LeftOut]]:
    """The tables without those whose indicators stand in another one, and what to say of these.

    The figures of the one are fetched from the other by formulas, or are the same in nearly every
    row: then the one that says how they are judged is the scorecard, of two that do or do not the
    one that fetches. Sheets that the rule set names by their whole names (`named`) stay.
    """
    left: dict[int, LeftOut] = {}
    for one in tables:
        for other in tables:
            if one.sheet == other.sheet or not {id(one), id(other)}.isdisjoint(left):
                continue
            if one.sheet in named and other.sheet in named:
                continue
            fed = _fetches(one, other.sheet, reported)
            if fed and _aims(other) and not _aims(one):
                left[id(one)] = _left_out(one, REPEATED, f"fetches its figures from {other.sheet}")
            elif fed and _covers(one, other):
                left[id(other)] = _left_out(other, SOURCE, f"feeds the scorecard on {one.sheet}")
            elif not fed and _judges(one) > _judges(other) and _repeats(other, one, reported):
                why = f"has the same figures as {one.sheet}"
                left[id(other)] = _left_out(other, SOURCE, why)
    return [table for table in tables if id(table) not in left], list(left.values())


def _left_out(table: Table, what: str, why: str) -> LeftOut:
    return LeftOut(table.sheet, table.where, what, why)


def _judges(table: Table) -> int:
    """How many columns say how the indicators of a table are judged."""
    return len({column.role for column in table.columns} & set(_JUDGES))


def _aims(table: Table) -> bool:
    """Whether columns of a table say what its indicators are to reach."""
    return any(table.by_role(role) for role in _AIMS)


def _fetches(table: Table, sheet: str, reported: Period) -> bool:
    """Whether most figures of the reported period are formulas that look at a sheet."""
    cells = [cell for _, cell in _figures(table, reported)]
    looking = sum(sheet.casefold() in _sheets_in(cell.formula) for cell in cells)
    return bool(cells) and 2 * looking > len(cells)


def _sheets_in(formula: str | None) -> set[str]:
    """The sheets that a formula looks at."""
    found = _OTHER_SHEET.findall(formula or "")
    return {(quoted.replace("''", "'") or plain).casefold() for quoted, plain in found}


def _figures(table: Table, period: Period) -> list[tuple[str, Cell]]:
    """The cells of a table for a period that hold something, each with its indicator's key."""
    if table.layout is Layout.LONG:
        columns = [c.index for c in table.by_role(Role.OUTTURN) if c.period is None][:1]
    else:
        columns = [c.index for c in table.by_role(Role.OUTTURN) if c.period == period][:1]
    found = []
    for row in table.rows:
        at = table.rows_by_period.get(row.row, {}).get(period, row.row)
        cells = (table.grid.cell(at, column) for column in columns)
        found += [(tidy(row.reference or row.name), c) for c in cells if c is not None]
    return found


def _keys(table: Table) -> set[str]:
    return {tidy(text) for row in table.rows for text in (row.reference, row.name) if text}


def _covers(one: Table, other: Table) -> bool:
    """Whether nearly all indicators of another table stand in one, or that is not judged."""
    keys = _keys(one)
    alike = sum(not {tidy(row.reference), tidy(row.name)}.isdisjoint(keys) for row in other.rows)
    return alike >= _MOST * len(other.rows) or not _aims(other)


def _repeats(other: Table, one: Table, reported: Period) -> bool:
    """Whether nearly all figures of a table for the reported period stand in another as well."""
    if _keys(other).isdisjoint(_keys(one)):
        return False
    there: dict[str, Value] = {key: cell.value for key, cell in _figures(one, reported)}
    own = _figures(other, reported)
    alike = sum(bool(cell.value) and there.get(key) == cell.value for key, cell in own)
    return alike >= max(_FEWEST_ALIKE, _MOST * len(own))
