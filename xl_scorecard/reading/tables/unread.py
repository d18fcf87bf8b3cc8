"""Columns of figures among or beside the periods that no heading gives a period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period import Grain, Period, between
from xl_scorecard.domain.period_words import looks_like_period, may_be, parse_period
from xl_scorecard.domain.scorecard import Column, Layout, Role, Table
from xl_scorecard.reading.figures.series import is_figure
from xl_scorecard.reading.tables.stray import stray_figures
from xl_scorecard.reading.words.headings import is_forecast, role_of

_ALIKE = (0.4, 2.5)
_MOST = 0.6
_FEWEST = 2
_FURTHEST = 3
_NEWEST = ", and an earlier period is reported"
_SUMS_UP = re.compile(r"SUM|AVERAGE|MEDIAN|[-+*/]", re.IGNORECASE)


def unread_periods(table: Table) -> Iterator[Doubt]:
    """What to say of each column that holds figures as its neighbours do, where its heading is
    blank or looks like a period that it does not name."""
    if table.layout is Layout.LONG:
        return
    periods = sorted(_by_period(table), key=lambda column: column.index)
    if not periods:
        return
    whole = list(_unread_columns(table, periods))
    yield from whole
    if not whole:
        yield from stray_figures(table, periods)


def _unread_columns(table: Table, periods: list[Column]) -> Iterator[Doubt]:
    for before, after in pairwise(periods):
        for index in range(before.index + 1, after.index):
            if _is_unread(table, index, before):
                yield _doubt(table, index, before, after)
    backwards = len(periods) > 1 and _period(periods[0]) > _period(periods[-1])
    edge, step = (periods[0], -1) if backwards else (periods[-1], 1)
    oldest = periods[-1] if backwards else periods[0]
    if len(periods) > 1 and _is_misspelt(table, oldest.index - step, oldest):
        yield _of_oldest(_doubt(table, oldest.index - step, oldest, None, -1))
    for index in range(edge.index + step, edge.index + step * (_FURTHEST + 1), step):
        if index < 1 or not _is_unread(table, index, edge):
            return
        yield _doubt(table, index, edge, None, abs(index - edge.index))


def _is_misspelt(table: Table, index: int, beside: Column) -> bool:
    """Whether a column before the oldest has figures below a heading like a period; what stands
    there below none may be anything."""
    own = _own(table, index) if index > 0 else None
    return own is not None and bool(own.text) and _is_unread(table, index, beside)


def _of_oldest(doubt: Doubt) -> Doubt:
    """That its figures are not read leaves the reported period as it is."""
    message = doubt.message.replace(_NEWEST, "")
    return replace(doubt, message=message, settle="", severity=Severity.WARNING)


def _by_period(table: Table) -> list[Column]:
    """The columns of figures, of the length of period that most are of."""
    found = [c for c in table.by_role(Role.OUTTURN) if c.period is not None]
    grains = [_period(c).grain for c in found if _period(c).grain is not Grain.YEAR]
    if not grains:
        return []
    usual = max(grains, key=grains.count)
    return [column for column in found if _period(column).grain is usual]


def _period(column: Column) -> Period:
    assert column.period is not None  # told by it
    return column.period


def _is_unread(table: Table, index: int, beside: Column) -> bool:
    column = next((c for c in table.columns if c.index == index), None)
    if column is not None and column.role is not Role.OTHER:
        return False
    if index in table.grid.hidden_columns and beside.index not in table.grid.hidden_columns:
        return False
    headed = _may_be_headed(table, index, _period(beside).grain)
    return headed and _alike(table, index, beside.index)


def _may_be_headed(table: Table, index: int, grain: Grain) -> bool:
    """Whether a heading is blank, or looks like a period and says nothing that is known."""
    own = _own(table, index)
    if own is None or own.value is None or own.value == "":
        return not any(_stands_over(table, index))
    if not own.text or is_forecast(own.text) or role_of(own.text) is not None:
        return False
    return parse_period(own.text) is None and looks_like_period(own.text, grain)


def _own(table: Table, index: int) -> Cell | None:
    return table.grid.shown(table.header_row, index)


def _stands_over(table: Table, index: int) -> Iterator[bool]:
    """Whether a group above a column says of it what is no period."""
    for row in range(table.header_top, table.header_row):
        cell = table.grid.shown(row, index)
        if cell is not None and cell.text:
            yield parse_period(cell.text) is None and bool(role_of(cell.text))


def _alike(table: Table, index: int, beside: int) -> bool:
    """Whether most rows have a figure there that is much like the one beside it."""
    rows = [row.row for row in table.rows]
    own = [(table.grid.cell(row, index), table.grid.cell(row, beside)) for row in rows]
    filled = [(cell, other) for cell, other in own if is_figure(cell)]
    due = sum(is_figure(other) for _, other in own)
    if len(filled) < min(_FEWEST, len(rows)) or 2 * len(filled) < due:
        return False
    if all(cell is not None and _works_out(cell) for cell, _ in filled):
        return False
    near = [_near(cell, other) for cell, other in filled if is_figure(other)]
    return bool(near) and sum(near) >= _MOST * len(near)


def _works_out(cell: Cell) -> bool:
    return cell.formula is not None and _SUMS_UP.search(cell.formula) is not None


def _near(cell: Cell | None, other: Cell | None) -> bool:
    if cell is None or other is None:
        return False
    if not isinstance(cell.value, float) or not isinstance(other.value, float):
        return type(cell.value) is type(other.value)
    if cell.value == other.value:
        return True
    least, most = _ALIKE
    return other.value != 0 and least <= cell.value / other.value <= most


def _doubt(table: Table, index: int, before: Column, after: Column | None, steps: int = 1) -> Doubt:
    place = table.place(table.header_row, index)
    own = _own(table, index)
    heading = " ".join(own.text.split()) if own is not None and own.text else ""
    meant = _expected(before, after, steps)
    what = f'the heading "{heading}" names no period' if heading else "no heading stands"
    figures = "of these figures" if heading else "above these figures"
    guess = ""
    if meant is not None:
        sure = heading and may_be(heading, meant)
        guess = f"; {'it seems to mean' if sure else 'by its place it may be'} {meant.words}"
    newest = "" if after is not None else _NEWEST
    example = meant.words if meant is not None else "the period"
    return Doubt(
        About.HEADING,
        table.sheet,
        place,
        f"{place}: {what}{'' if heading else ' ' + figures}{guess}; its figures are not read"
        f"{newest}; type {example} there, or what else it is",
        found=heading,
        expected=example,
        settle="period" if after is None else "",
        example=example,
    )


def _expected(before: Column, after: Column | None, steps: int) -> Period | None:
    """The period that the place of a column calls for."""
    period = _period(before)
    if after is not None:
        first, last = sorted((period, _period(after)))
        missing = between(first, last)
        return missing[0] if len(missing) == 1 else None
    for _ in range(abs(steps)):
        period = period.next if steps > 0 else period.previous
    return period
