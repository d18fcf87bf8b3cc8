"""What was made of a workbook, told sheet by sheet: its tables, or why it was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from xl_scorecard.domain.cell_ref import a1, parse_range
from xl_scorecard.domain.doubt import Doubt
from xl_scorecard.domain.indicator import Gap
from xl_scorecard.domain.period import Period, between, runs_of
from xl_scorecard.domain.scorecard import (
    SECTION_HEADING,
    Column,
    IndicatorRow,
    Layout,
    LeftOut,
    Outturn,
    Scorecard,
    Table,
)
from xl_scorecard.domain.understanding import (
    DoubtPart,
    LeftOutPart,
    Understanding,
    UnderstoodColumn,
    UnderstoodRow,
    UnderstoodSheet,
    UnderstoodTable,
)
from xl_scorecard.reading.told.benchmarks import benchmarks_told
from xl_scorecard.reading.told.described import described

_KINDS = (
    "number", "number as text", "blank", "awaited", "suppressed", "not available",
    "not applicable", "not due", "error", "formula without result",
)  # fmt: skip
_GAPS = {
    Gap.AWAITED: "awaited",
    Gap.SUPPRESSED: "suppressed",
    Gap.NOT_APPLICABLE: "not applicable",
    Gap.NOT_DUE: "not due",
}


class Glance(NamedTuple):
    """A worksheet as it was come upon; `why_not` holds where no scorecard was found on it."""

    name: str
    hidden: bool
    why_not: str


def explain(scorecard: Scorecard | None, sheets: Iterable[Glance]) -> Understanding:
    """How every sheet was understood; `scorecard` is None where none was found."""
    return Understanding(sheets=[_sheet(glance, scorecard) for glance in sheets])


def _sheet(glance: Glance, scorecard: Scorecard | None) -> UnderstoodSheet:
    tables = [t for t in scorecard.tables if t.sheet == glance.name] if scorecard else []
    left = [p for p in scorecard.left_out if p.sheet == glance.name] if scorecard else []
    return UnderstoodSheet(
        sheet=glance.name,
        hidden=glance.hidden,
        read=bool(tables),
        why_not=None if tables else glance.why_not,
        left_out=_parts(left),
        tables=[_table(table, scorecard) for table in tables] if scorecard else [],
        doubts=[_doubt(d) for d in scorecard.doubts if d.sheet == glance.name] if scorecard else [],
    )


def _parts(left_out: Iterable[LeftOut]) -> list[LeftOutPart]:
    return [LeftOutPart(where=p.where, what=p.what, why=p.why) for p in left_out]


def _doubt(doubt: Doubt) -> DoubtPart:
    return DoubtPart(
        cell=doubt.cell, about=doubt.about.value, message=doubt.message, settle=doubt.settle
    )


def _table(table: Table, scorecard: Scorecard) -> UnderstoodTable:
    own = [row.measure for row in scorecard.rows if row.table is table]
    periods = sorted({*table.periods, *(p for measure in own for p in measure.outturns)})
    found = Counter(_kind(o) for measure in own for o in measure.outturns.values())
    return UnderstoodTable(
        range=table.where,
        layout=table.layout.value,
        header_rows=_header_rows(table),
        columns=_columns(table),
        rows=sorted(_rows(table), key=lambda row: row.row),
        periods=[str(period) for period in periods],
        missing_periods=[str(period) for period in missing_periods(periods)],
        values={kind: found[kind] for kind in _KINDS},
        left_out=_parts(part for part in table.left_out if part.what != SECTION_HEADING),
        said=[said.model_dump(exclude_defaults=True) for said in described(table)],
        benchmarks=benchmarks_told(own),
    )


def _header_rows(table: Table) -> list[int]:
    """The rows of headings; of cells arranged anew there are none that are all of them."""
    arranged = table.layout is Layout.ARRANGED
    return [] if arranged else list(range(table.header_top, table.header_row + 1))


def _columns(table: Table) -> list[UnderstoodColumn]:
    left_to_right = sorted(table.columns, key=lambda column: column.index)
    return [_column(table, column) for column in left_to_right]


def _column(table: Table, column: Column) -> UnderstoodColumn:
    return UnderstoodColumn(
        column=table.letters(column.index),
        heading=column.heading,
        role=column.role.value,
        period=None if column.period is None else str(column.period),
        basis=None if column.basis is None else column.basis.value,
        hidden=column.index in table.grid.hidden_columns,
    )


def _rows(table: Table) -> Iterator[UnderstoodRow]:
    for row in table.rows:
        yield UnderstoodRow(
            row=_number(table, row),
            cell=table.name_cell(row),
            role="indicator",
            reference=row.reference,
            name=row.name,
            section=row.section,
            hidden=row.row in table.grid.hidden_rows,
        )
    for part in table.left_out:
        if part.what == SECTION_HEADING:
            yield _section_heading(table, part)


def _number(table: Table, row: IndicatorRow) -> int:
    """The row of the sheet, or of a transposed table the column."""
    if table.layout is Layout.ARRANGED:
        return table.on_sheet(row.row, row.name_column)[0]
    return row.row


def _section_heading(table: Table, part: LeftOut) -> UnderstoodRow:
    top, left, bottom, right = parse_range(part.where)
    rows, columns = range(top, bottom + 1), range(left, right + 1)
    cells = (table.at(row, column) for row in rows for column in columns)
    name = next((cell.text for cell in cells if cell is not None and cell.text), "")
    number, _ = table.on_sheet(top, left)
    return UnderstoodRow(
        row=number,
        cell=a1(top, left),
        role=SECTION_HEADING,
        reference="",
        name=name,
        section=name,
        hidden=number in table.grid.hidden_rows,
    )


def missing_periods(periods: Iterable[Period]) -> list[Period]:
    """Those between the first and the last of each length that are not there, oldest first."""
    by_grain: dict[int, set[Period]] = {}
    for period in periods:
        by_grain.setdefault(period.grain, set()).add(period)
    runs = (pairwise(runs_of(there)) for there in by_grain.values())
    holes = (between(before[-1], after[0]) for pairs in runs for before, after in pairs)
    return sorted(period for hole in holes for period in hole)


def _kind(outturn: Outturn) -> str:
    """What is in a cell of figures, in words."""
    if outturn.error:
        return "error"
    if outturn.uncomputed:
        return "formula without result"
    if outturn.value is not None:
        return "number" if outturn.as_text is None else "number as text"
    if not outturn.raw:
        return "blank"
    return _GAPS.get(outturn.gap, "not available") if outturn.gap else "not available"
