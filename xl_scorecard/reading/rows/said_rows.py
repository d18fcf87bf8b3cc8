"""The rows of a table where a rule set says which they are: nothing more is guessed of them.

Of the rows said, each with a name and anything beside it is an indicator; a name alone heads a
section. Where an indicator has several rows, its parts, one of them is its figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from xl_scorecard.domain.cell_ref import range_a1
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.scorecard import SECTION_HEADING, IndicatorRow, LeftOut, Role, Table
from xl_scorecard.reading.rows.names import Names
from xl_scorecard.reading.rows.row_shapes import text_of
from xl_scorecard.reading.rows.rows import Rows

_FIGURES = ("actual", "percent")
_BELONGS = "belongs to the indicator beside it"


@dataclass
class _Block:
    """The rows of one indicator by what each of them is."""

    name_row: int
    section: str
    rows: dict[str, int] = field(default_factory=dict)


def said_rows(
    table: Table,
    rows: Sequence[int],
    parts: Sequence[str] | Mapping[str, str],
    *,
    names_go_on: bool = False,
) -> Rows:
    """The indicators of rows of a table that has none yet.

    `parts` are what each one's rows are, in order or by what stands before the figures, none where
    each has one row. `names_go_on` says that a name may speak for the rows below it.
    """
    reader = _Reader(table, rows, names_go_on=names_go_on)
    if isinstance(parts, Mapping):
        blocks = list(reader.by_label({tidy(label): part for label, part in parts.items()}))
    else:
        blocks = list(reader.in_order(parts or ("actual",)))
    indicators = tuple(found for block in blocks if (found := reader.indicator(block)) is not None)
    return Rows(indicators, tuple(reader.left_out), max(rows, default=table.header_row) + 1)


class _Reader:
    """Goes down the rows that are said to be a table's."""

    def __init__(self, table: Table, rows: Sequence[int], *, names_go_on: bool) -> None:
        self._table = table
        self._rows = list(rows)
        self._names = Names(table)
        self._sections = table.first(Role.SECTION)
        self._section = ""
        self._names_go_on = names_go_on
        self._last_named = 0
        self.left_out: list[LeftOut] = []

    def in_order(self, parts: Sequence[str]) -> Iterator[_Block]:
        """Blocks of so many rows, one after the other."""
        left = [row for row in self._rows if self._cells(row)]
        at = 0
        while at < len(left):
            row = left[at]
            named_below = at + 1 < len(left) and self._has_own_name(left[at + 1])
            whole = len(parts) == 1 or (parts[0] != "name" and named_below)
            if whole and self._heads_section(row):
                self._begin_section(row)
                at += 1
                continue
            block = _Block(row, self._section_of(row))
            for part, own in zip(parts, left[at : at + len(parts)], strict=False):
                block.rows[part] = own
                if not self._name(block.name_row) and self._name(own):
                    block.name_row = own
            yield self._named(block)
            at += len(parts)

    def _named(self, block: _Block) -> _Block:
        """A block, under the name above where it has none and names go on."""
        if self._name(block.name_row):
            self._last_named = block.name_row
        elif self._names_go_on and self._last_named:
            block.name_row = self._last_named
        return block

    def by_label(self, labels: Mapping[str, str]) -> Iterator[_Block]:
        """Blocks told by what stands before their figures: by a new name or a part again."""
        block: _Block | None = None
        name = 0  # the row of a name that stands alone above its parts
        for row in self._rows:
            part = self._labelled(row, labels)
            own = self._name(row) if tidy(self._name(row)) not in labels else ""
            if part is None:
                if own and self._heads_section(row):
                    if name:
                        self._begin_section(name)
                    name = row
                continue
            renamed = own and (block is None or own != self._name(block.name_row))
            new = bool(name or renamed)
            if block is None or new or part in block.rows:
                if block is not None:
                    yield block
                at = name or (row if own or block is None else block.name_row)
                block, name = _Block(at, self._section_of(at)), 0
            block.rows[part] = row
        if block is not None:
            yield block

    def indicator(self, block: _Block) -> IndicatorRow | None:
        """A block as an indicator; None where it has no row of figures."""
        row = next((block.rows[part] for part in _FIGURES if part in block.rows), None)
        named = self._names.of(block.name_row)
        if row is None or not (named.name or named.reference):
            for other in block.rows.values():
                self._leave_out(other, "other row", "has no name and figure of an indicator")
            return None
        for part, other in block.rows.items():
            if other != row and part != "name":
                self._leave_out(other, f"{part} row", _BELONGS)
        column = self._names.column.index
        found = IndicatorRow(
            row, named.reference, named.name or named.reference, block.section, column
        )
        return replace(
            found,
            name_row=block.name_row if block.name_row != row else None,
            target_row=block.rows.get("target"),
            last_year_row=block.rows.get("last year"),
            rag_row=block.rows.get("judgement"),
            numerator_row=block.rows.get("numerator"),
            denominator_row=block.rows.get("denominator"),
        )

    def _cells(self, row: int) -> list[Cell]:
        """The cells of a row within the table, whatever stands above them."""
        first, last = self._table.first_column, self._table.last_column
        cells = self._table.grid.by_row.get(row, ())
        return [cell for cell in cells if first <= cell.column <= last]

    def _name(self, row: int) -> str:
        return text_of(self._table.grid.shown(row, self._names.column.index))

    def _has_own_name(self, row: int) -> bool:
        return bool(text_of(self._table.grid.cell(row, self._names.column.index)))

    def _heads_section(self, row: int) -> bool:
        """Whether a row holds nothing but one text; where sections have a column, none does."""
        texts = {cell.text for cell in self._cells(row)}
        return self._sections is None and len(texts) == 1 and "" not in texts

    def _begin_section(self, row: int) -> None:
        self._section = next(cell.text for cell in self._cells(row))
        self._leave_out(row, SECTION_HEADING, "names the rows below it")

    def _section_of(self, row: int) -> str:
        """The text beside a row in the column of sections, or the nearest above."""
        if self._sections is None:
            return self._section
        for above in (r for r in reversed(self._rows) if r <= row):
            if text := text_of(self._table.grid.shown(above, self._sections.index)):
                return text
        return ""

    def _labelled(self, row: int, labels: Mapping[str, str]) -> str | None:
        """What a row is by a text in it."""
        cells = self._table.grid.by_row.get(row, ())
        return next((labels[tidy(c.text)] for c in cells if tidy(c.text) in labels), None)

    def _leave_out(self, row: int, what: str, why: str) -> None:
        cells = self._cells(row)
        if cells:
            where = range_a1(row, cells[0].column, row, cells[-1].column)
            self.left_out.append(LeftOut(self._table.sheet, where, what, why))
