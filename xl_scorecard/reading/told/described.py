"""How a table was understood, described as a rule set would say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from xl_scorecard.domain.cell_ref import column_letters, parse_range
from xl_scorecard.domain.said_table import SINGLE, LeaveOut, Part, SaidTable
from xl_scorecard.domain.scorecard import (
    SECTION_HEADING,
    Column,
    IndicatorRow,
    Layout,
    Role,
    Table,
)
from xl_scorecard.reading.figures.benchmark_columns import benchmark_columns
from xl_scorecard.reading.rows.row_shapes import text_of

_MOST_BY_PERIOD = 12
_BY_PERIOD = (Role.TARGET, Role.RAG)
_MAY_TELL_APART = (Role.SECTION, Role.OTHER)


def described(table: Table) -> tuple[SaidTable, ...]:
    """The entries under `workbook: tables:` that say how a table is laid out."""
    return table.said or (_Plain(table).entry(),)


class _Plain:
    """A table with a row an indicator, or a column, told by its header."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._down = table.layout is Layout.TRANSPOSED

    def entry(self) -> SaidTable:
        """The entry; what cannot be said of it in a line is left to be guessed as it was."""
        table = self._table
        said: dict[str, object] = {"sheet": table.sheet}
        said["header"] = self._stretches(range(table.header_top, table.header_row + 1), rows=True)
        said |= self._roles()
        if self._dimension is not None:
            said["dimension"] = table.letters(self._dimension)
            if (sections := self._sections) not in (None, self._dimension):
                said["sections"] = table.letters(sections)
        said["figures"] = self._figures()
        said["benchmarks"] = self._benchmarks()
        if table.layout is Layout.LONG and (when := table.first(Role.PERIOD)) is not None:
            said["periods"] = self._line(when)
        parts = self._parts()
        if parts is not None:
            said |= self._rows(parts)
        return SaidTable.model_validate({k: v for k, v in said.items() if v})

    def _line(self, column: Column) -> str:
        return self._table.letters(column.index)

    @cached_property
    def _dimension(self) -> int | None:
        """The column that tells rows of one name apart."""
        names = dict.fromkeys(row.name_column for row in self._apart)
        return self._saying([row.dimension for row in self._apart], *names)

    @property
    def _sections(self) -> int | None:
        """The column that says the sections of such rows, whatever it is headed."""
        return self._saying([row.section for row in self._apart])

    @property
    def _apart(self) -> list[IndicatorRow]:
        return [row for row in self._table.rows if row.dimension]

    def _saying(self, texts: list[str], *first: int) -> int | None:
        """The column in which just these texts stand beside the rows that are told apart."""
        table = self._table
        columns = [c.index for c in table.columns if c.role in _MAY_TELL_APART]
        for column in dict.fromkeys([*first, *columns]):
            said = [text_of(table.grid.shown(row.row, column)) for row in self._apart]
            if texts and texts == said:
                return column
        return None

    def _roles(self) -> dict[str, object]:
        """Where each role stands: in its only column, or in one by period."""
        found: dict[str, object] = {}
        for key, role in SINGLE.items():
            columns = [c for c in self._table.by_role(role) if c.index != self._dimension]
            if len(columns) == 1:
                found[key] = self._line(columns[0])
            elif role in _BY_PERIOD and (by_period := self._by_period(columns)) is not None:
                found[key] = by_period
        return found

    def _by_period(self, columns: Sequence[Column]) -> dict[str, str] | None:
        """Columns by the periods they are headed by; None where these do not tell them apart."""
        periods = [c.period for c in columns if c.period is not None and c.basis is None]
        if len(set(periods)) < len(columns) or not columns:
            return None
        return {p.words: self._line(c) for p, c in zip(periods, columns, strict=True)}

    def _figures(self) -> dict[str, str] | str:
        """The columns of figures: each by its period, or where they are many, their stretches."""
        columns = [
            c
            for c in self._table.by_role(Role.OUTTURN)
            if c.period is not None or self._table.layout is Layout.LONG
        ]
        by_period = self._by_period(columns) if len(columns) <= _MOST_BY_PERIOD else None
        return by_period or self._stretches([c.index for c in columns], rows=False)

    def _benchmarks(self) -> dict[str, str]:
        """Others' figures by kind and period; where two are called alike they are left to be
        guessed."""
        table = self._table
        if not table.by_role(Role.BENCHMARK) or table.reported is None:
            return {}
        columns = benchmark_columns(table, table.reported.starts).single
        named = [(f"{c.kind} {c.period.words if c.period else ''}".strip(), c) for c in columns]
        if len({name for name, _ in named}) < len(named) or any(c.period_column for c in columns):
            return {}
        return {name: table.letters(column.index) for name, column in named}

    def _parts(self) -> list[Part] | None:
        """What the rows of each indicator are; none of it where each has one, None where that
        cannot be told in the order of rows."""
        kinds = [_kinds(row) for row in self._table.rows]
        if all(len(parts) == 1 for parts in kinds):
            return []
        orders = {tuple(part for _, part in sorted(parts.items())) for parts in kinds}
        rows = sorted(row for parts in kinds for row in parts)
        if len(orders) > 1 or sum(map(len, kinds)) > len(set(rows)):
            return None
        return list(orders.pop())

    def _rows(self, parts: list[Part]) -> dict[str, object]:
        """The rows from first to last, those between that are none left out, and their parts."""
        table = self._table
        taken = {row for one in table.rows for row in _kinds(one)}
        for by_period in table.rows_by_period.values():
            taken.update(by_period.values())
        headings = {row for row, what in self._left_out() if what == SECTION_HEADING}
        first, last = min(taken | headings), max(taken)
        there = set(range(first, last + 1)) - taken - headings
        out = sorted(row for row in there if self._has_cells(row))
        if any(heading > last for heading in headings) or self._said_otherwise(headings):
            return {}
        said: dict[str, object] = {"rows": self._stretches(range(first, last + 1), rows=True)}
        if out:
            key = "columns" if self._down else "rows"
            said["leave_out"] = LeaveOut.model_validate({key: self._stretches(out, rows=True)})
        return said | ({"parts": parts} if parts else {})

    def _said_otherwise(self, headings: set[int]) -> bool:
        """Whether section headings stand beside a column of sections: a mixture to be guessed."""
        return bool(headings) and self._table.first(Role.SECTION) is not None

    def _left_out(self) -> Iterator[tuple[int, str]]:
        for left in self._table.left_out:
            top, column, _, _ = parse_range(left.where)
            place = self._table.arrangement.arranged(top, column)
            if place is not None:
                yield place[0], left.what

    def _has_cells(self, row: int) -> bool:
        table = self._table
        cells = table.grid.by_row.get(row, ())
        return any(table.first_column <= c.column <= table.last_column for c in cells)

    def _stretches(self, numbers: Iterable[int], *, rows: bool) -> str:
        """Rows or columns of the table as they are called on the sheet: `6-9, 11`, `K:N`."""
        found: list[list[int]] = []
        for number in sorted(numbers):
            if found and number == found[-1][1] + 1:
                found[-1][1] = number
            else:
                found.append([number, number])
        in_letters = rows is self._down
        called, to = (column_letters, ":") if in_letters else (str, "-")
        return ", ".join(to.join(dict.fromkeys(map(called, ends))) for ends in found)


def _kinds(row: IndicatorRow) -> dict[int, Part]:
    """The rows of an indicator, each with what it is."""
    found: dict[int, Part] = {row.row: "actual"}
    by_part: dict[Part, int | None] = {
        "target": row.target_row, "last year": row.last_year_row, "judgement": row.rag_row,
        "numerator": row.numerator_row, "denominator": row.denominator_row, "name": row.name_row,
    }  # fmt: skip
    for part, own in by_part.items():
        if own is not None:
            found.setdefault(own, part)
    return found
