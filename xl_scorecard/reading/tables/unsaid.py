"""What has come to a table since a rule set said how it is laid out: periods, and further rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.said_places import parse_areas
from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.domain.scorecard import Column, Layout, Role, Table
from xl_scorecard.reading.figures.series import is_figure
from xl_scorecard.reading.rows.names import Names
from xl_scorecard.reading.rows.row_kinds import kind_beside
from xl_scorecard.reading.words.headings import is_forecast, role_of
from xl_scorecard.reading.words.row_names import is_sub_total, is_tally

_PLAIN = (Layout.WIDE, Layout.TRANSPOSED)


def newly_come(table: Table) -> Iterator[Doubt]:
    """What to say of columns of figures that are headed by a later period than those said to be
    the figures: nobody has told them since they were added."""
    said = _said_once(table)
    if said is None or said.figures is None:
        return
    read = [c.period for c in table.by_role(Role.OUTTURN) if c.period is not None]
    for column in table.by_role(Role.OTHER):
        if _is_later(column, read) and (rows := _filled(table, column)):
            yield _doubt(table, said, column, few=2 * rows < len(table.rows))


def not_said(tables: Sequence[Table]) -> Iterator[Doubt]:
    """What to say of the rows that have come below those said, over all tables."""
    for table in tables:
        beside = {row.row for t in tables if t.sheet == table.sheet for row in t.rows}
        yield from _further_rows(table, beside)


def _said_once(table: Table) -> SaidTable | None:
    """The one entry that says how a table is laid out, which is one row or column an indicator."""
    return table.said[0] if len(table.said) == 1 and table.layout in _PLAIN else None


def _entry(said: SaidTable) -> str:
    """Where an officer finds the entry."""
    return f"workbook: tables:{f' on line {said.line}' if said.line else ''}"


def _further_rows(table: Table, taken: Collection[int]) -> Iterator[Doubt]:
    """What to say of rows with a name and a figure right below those said to be the table's.

    `taken` are rows that are another table's too. Totals, tallies and what belongs to the
    indicator above are none.
    """
    said = _said_once(table)
    figures = [c for c in table.by_role(Role.OUTTURN) if c.period is not None]
    if said is None or not said.rows or said.parts or not figures:
        return
    latest = max(figures, key=lambda c: c.period.end if c.period is not None else 0)
    names, leave_out = Names(table), said.leave_out
    out = _lines(table, leave_out.rows) | _lines(table, leave_out.columns)
    row = max(_lines(table, said.rows), default=table.last_row) + 1
    while row in table.grid.by_row and row not in taken:
        if row not in out and _is_indicator(table, names, row, latest):
            yield _of_row(table, said, names, row)
        row += 1


def _lines(table: Table, said: str | Sequence[str]) -> set[int]:
    """The rows of the table that a text names."""
    areas = parse_areas(said)
    found = areas if table.layout is Layout.WIDE else [area.turned() for area in areas]
    return {row for area in found for row in area.rows}


def _is_indicator(table: Table, names: Names, row: int, latest: Column) -> bool:
    """Whether a row has what those above have: a name, a figure, a reference where they do."""
    named = names.of(row)
    referred = bool(named.reference) or not any(own.reference for own in table.rows)
    figure = is_figure(table.grid.cell(row, latest.index))
    none = is_sub_total(named.name) or is_tally(named.name) or kind_beside(named.name)
    return bool(named.name) and referred and figure and not none


def _of_row(table: Table, said: SaidTable, names: Names, row: int) -> Doubt:
    place = table.place(row, names.column.index)
    at = place.rstrip("0123456789") if table.layout is Layout.TRANSPOSED else str(row)
    return Doubt(
        About.NOT_SAID,
        table.sheet,
        place,
        f"{place}: {names.of(row).name} stands right below the rows that {_entry(said)} "
        f"says, and is not read; add {at} to rows, or leave it out",
        found=names.of(row).name,
        severity=Severity.WARNING,
    )


def _is_later(column: Column, read: list[Period]) -> bool:
    """Whether a column is headed by a period after those of its length that are read, and by
    nothing else."""
    alike = [p for p in read if column.period is not None and p.grain is column.period.grain]
    if column.period is None or not alike or column.period.end <= max(p.end for p in alike):
        return False
    own = column.heading
    return role_of(own) in (None, Role.OUTTURN) and not is_forecast(own)


def _filled(table: Table, column: Column) -> int:
    """How many indicators have a figure in a column."""
    return sum(is_figure(table.grid.cell(row.row, column.index)) for row in table.rows)


def _doubt(table: Table, said: SaidTable, column: Column, *, few: bool) -> Doubt:
    place = table.place(table.header_row, column.index)
    assert column.period is not None  # asked for before
    words, where = column.period.words, table.letters(column.index)
    add = f"{words}: {where}" if isinstance(said.figures, dict) else where
    return Doubt(
        About.PERIOD,
        table.sheet,
        place,
        f"{place}: {words} has figures, and {_entry(said)} does not name it, so they are "
        f"not read; add {add} to figures, or leave {where} out",
        expected=words,
        severity=Severity.WARNING if few else Severity.ERROR,
    )
