"""What stands beside an indicator's figures in the scorecard: its owner and the officer's comment,
looked up where its row is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.register.finding import PLACES
from xl_scorecard.compose.register.headings import Heading, letters_of
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import column_letters, parse_a1, quoted_sheet
from xl_scorecard.domain.scorecard import Role, Table

_MOST_TABLES = 20


@dataclass(frozen=True)
class Asides:
    """A role's column in each table that has it in the indicator's own row."""

    role: Role
    register: Register
    written: Sequence[WrittenTable]

    @cached_property
    def columns(self) -> dict[int, int]:
        """The column by the number of its table."""
        found = {}
        for number, each in enumerate(self.written[:_MOST_TABLES]):
            column = self._column(each)
            if column is not None:
                found[number] = column
        return found

    def _column(self, written: WrittenTable) -> int | None:
        table = written.table
        if not table.upright or table.rows_by_period:
            return None
        if self.role is not Role.COMMENT:
            first = table.first(self.role)
            return first.index if first is not None else None
        cells = {a.measure.comment_cell: a.measure.row for a in written.rows}
        places = {parse_a1(cell): row for cell, row in cells.items() if cell}
        columns = {column for _, column in places}
        in_its_row = all(place[0] == row for place, row in places.items())
        return columns.pop() if len(columns) == 1 and in_its_row else None

    @cached_property
    def are_any(self) -> bool:
        """Whether anything stands in them."""
        return any(self.now(a) for a in self.register.rows)

    def now(self, a: AssessedRow) -> str:
        """What stands there now."""
        number = next((n for n, w in enumerate(self.written) if w.table is a.table), None)
        column = self.columns.get(number) if number is not None else None
        if column is None or self.register.value(Heading.ROW, a) in ("", None):
            return ""
        cell = a.table.grid.cell(a.measure.row, column)
        if cell is None or cell.value is None:
            return ""
        return cell.value if isinstance(cell.value, str) else cell.text

    def formula(self, at: str) -> str:
        """A formula part: what stands there for the indicator in a row of the register."""
        return self._of_table(
            at, lambda sheet, letters, row: f'INDEX({sheet}!${letters}:${letters},{row})&""'
        )

    def place(self, at: str) -> str:
        """A formula part: where that is, as a link leads to it."""
        return self._of_table(
            at, lambda sheet, letters, row: f"{quoted(f'#{sheet}!{letters}')}&{row}"
        )

    def now_at(self, a: AssessedRow) -> str:
        """Where that is now."""
        number = next(n for n, w in enumerate(self.written) if w.table is a.table)
        if number not in self.columns or self.register.value(Heading.ROW, a) in ("", None):
            return ""
        letters = column_letters(self.columns[number])
        return f"#{quoted_sheet(a.table.sheet)}!{letters}{a.measure.row}"

    def _of_table(self, at: str, part: object) -> str:
        sheet = quoted_sheet(self.register.name)
        place, row = (
            f"INDEX({sheet}!${letters_of(h)}:${letters_of(h)},{at})"
            for h in (Heading.PLACE, Heading.ROW)
        )
        last = max(self.columns, default=0)
        parts = [
            part(quoted_sheet(self._table(n).sheet), column_letters(self.columns[n]), row)  # type: ignore[operator]
            if n in self.columns
            else '""'
            for n in range(last + 1)
        ]
        if len(parts) == 1:
            return f'IF(ISNUMBER({row}),{parts[0]},"")'
        return f'IFERROR(CHOOSE(INT({place}/{PLACES})+1,{",".join(parts)}),"")'

    def _table(self, number: int) -> Table:
        return self.written[number].table
