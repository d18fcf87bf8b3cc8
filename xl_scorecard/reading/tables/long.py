"""Long tables: a row an indicator and period, gathered to one series an indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import PeriodWords, complete_with_year, parse_period
from xl_scorecard.domain.scorecard import (
    Column,
    IndicatorRow,
    Layout,
    LeftOut,
    Repeated,
    Role,
    Table,
)
from xl_scorecard.reading.rows.crossing import crossing
from xl_scorecard.reading.rows.dimensions import told_apart
from xl_scorecard.reading.words.headings import names_places

Key = tuple[str, ...]


def gather(table: Table, starts: int) -> Table:
    """A table whose rows are made one an indicator, noting which row holds which period.

    The row kept is the latest; of a period that stands twice the first row counts.
    """
    repeated = list(table.repeated)
    left_out = list(table.left_out)
    kept: dict[Key, IndicatorRow] = {}
    periods: dict[Key, dict[Period, int]] = {}
    of_row = {row.row: _period(table, row.row, starts) for row in table.rows}
    beside = _beside_names(table, of_row)
    for row in table.rows:
        period = of_row[row.row]
        if period is None:
            where = a1(row.row, row.name_column)
            left_out.append(LeftOut(table.sheet, where, "row", "names no period"))
            continue
        key = (*_named(row), *_texts(table, row.row, beside))
        known = periods.setdefault(key, {})
        if period in known:
            repeated.append(Repeated(row, period, known[period]))
            continue
        if not known or period > max(known):
            kept[key] = row
        known[period] = row.row
    rows = sorted(kept.values(), key=lambda row: row.row)
    return replace(
        table,
        layout=Layout.LONG,
        rows=told_apart(table, rows),
        rows_by_period={kept[key].row: rows for key, rows in periods.items()},
        left_out=tuple(left_out),
        repeated=tuple(repeated),
        bottom=table.last_row,
    )


def show_period(table: Table, period: Period) -> Table:
    """The table with each indicator in its row of a period, where it has one."""
    rows: list[IndicatorRow] = []
    by_period: dict[int, Mapping[Period, int]] = {}
    for row in table.rows:
        known = table.rows_by_period[row.row]
        at = known.get(period, row.row)
        rows.append(replace(row, row=at))
        by_period[at] = known
    return replace(table, rows=tuple(rows), rows_by_period=by_period)


def _period(table: Table, row: int, starts: int) -> Period | None:
    """The period that the row's period columns give together: `Q3` beside `2018/19`."""
    found: PeriodWords | None = None
    said: list[PeriodWords] = []
    for column in table.by_role(Role.PERIOD):
        cell = table.grid.shown(row, column.index)
        words = parse_period(cell.value, starts) if cell is not None else None
        if words is not None:
            said.append(words)
    for words in sorted(said, key=lambda w: w.period is not None):
        found = words if found is None else complete_with_year(found, words, starts)
    return found.period if found is not None else None


def _beside_names(table: Table, of_row: Mapping[int, Period | None]) -> list[Column]:
    """What else tells indicators of one name apart: further columns of sections, those of places,
    and one that crosses them where a period would stand twice."""
    places = (c for c in table.by_role(Role.OTHER) if names_places(c.heading))
    columns = [*table.by_role(Role.SECTION)[1:], *places]
    twice: defaultdict[object, list[IndicatorRow]] = defaultdict(list)
    for row in table.rows:
        twice[_named(row), _texts(table, row.row, columns), of_row[row.row]].append(row)
    crosses = crossing(table, twice.values())
    return columns if crosses is None else [*columns, crosses]


def _named(row: IndicatorRow) -> Key:
    return row.full_reference, row.full_name, row.section


def _texts(table: Table, row: int, columns: list[Column]) -> Key:
    cells = (table.grid.shown(row, column.index) for column in columns)
    return tuple(cell.text for cell in cells if cell is not None)
