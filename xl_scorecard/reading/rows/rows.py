"""The rows below a header: indicators, section headings, and where the table ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.cell_ref import a1, range_a1
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.scorecard import SECTION_HEADING, IndicatorRow, LeftOut, Role, Table
from xl_scorecard.domain.target_words import means_no_target
from xl_scorecard.reading.figures.outturns import is_value
from xl_scorecard.reading.rows.keys import is_row_of_key
from xl_scorecard.reading.rows.names import Named, Names
from xl_scorecard.reading.rows.parts import parts_of_shares
from xl_scorecard.reading.rows.row_kinds import (
    kind_beside,
    names_figure,
    one_of,
    rows_together,
    target_of,
)
from xl_scorecard.reading.rows.row_of_year import RowYears
from xl_scorecard.reading.rows.row_shapes import (
    begins_outline,
    has_number,
    is_another_header,
    is_note,
    is_remark,
    names_periods,
    outline_level,
    repeats_header,
    rows_of_remarks,
    text_of,
)
from xl_scorecard.reading.rows.sums import Known as Known
from xl_scorecard.reading.rows.sums import Sums
from xl_scorecard.reading.rows.under import Under
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import heads_actions
from xl_scorecard.reading.words.row_names import begins_key, is_key

_BLANK_ROWS_END_A_TABLE = 6
_SAYS = frozenset(
    (Role.OUTTURN, Role.TARGET, Role.POLARITY, Role.UNIT, Role.BENCHMARK, Role.FREQUENCY,
     Role.RAG, Role.PERIOD)
)  # fmt: skip


@dataclass(frozen=True)
class Rows:
    """What stands below a header: indicators, what is none, and where the next table may start."""

    indicators: tuple[IndicatorRow, ...]
    left_out: tuple[LeftOut, ...]
    end: int


def read_rows(table: Table, words: HeadingWords, known: Known) -> Rows:
    """The rows below the header of a table that has none yet.

    `known` says whether a rule is about a reference or name.
    """
    reader = _Reader(table, words, known)
    end = reader.read()
    return Rows(tuple(reader.with_parts()), tuple(reader.without_footnotes()), end)


def _may_be_aim(cell: Cell) -> bool:
    """Whether a cell says a target, or that there is none."""
    text = cell.text
    if not text or is_value(cell) or means_no_target(text):
        return True
    return parse_target(text, None) is not None


class _Reader:
    """Reads the rows of a table one after the other, and knows what they stand under."""

    def __init__(self, table: Table, words: HeadingWords, known: Known) -> None:
        self._table = table
        self._words = words
        self._known = known
        self._names = Names(table)
        self._together = rows_together(table, known)
        self._parts = parts_of_shares(table, known, words)
        self._remarks = rows_of_remarks(table)
        self._years = RowYears(table)
        self._sums = Sums(table, known)
        self._under = Under()
        self.rows: list[IndicatorRow] = []
        self.left_out: list[LeftOut] = []

    def read(self) -> int:
        """Take up the rows as far as the table goes; returns the row where the next may start."""
        before = self._table.header_row
        gap = 0  # the row after the last blank one, until an indicator follows
        for row, cells in self._filled():
            if row - before > _BLANK_ROWS_END_A_TABLE + 1:
                break
            if row - before > 1:
                gap = row
            if end := self._end(row, cells, gap):
                return end
            if self._take(row, cells):
                gap = 0
            before = row
        return min(before + _BLANK_ROWS_END_A_TABLE, self._table.grid.last_row) + 1

    def _filled(self) -> Iterator[tuple[int, list[Cell]]]:
        """The rows below the header with content in the table's columns."""
        columns = {column.index for column in self._table.columns}
        for row, all_cells in self._table.grid.by_row.items():
            if row > self._table.header_row:
                cells = [cell for cell in all_cells if cell.column in columns and _holds(cell)]
                if cells:
                    yield row, cells

    def _end(self, row: int, cells: list[Cell], gap: int) -> int:
        """Where the table ends, if this row is not of it: here, or at the gap above; else 0."""
        if is_another_header(self._table, row, cells, self._words):
            return self._with_titles(row)
        if gap and self._begins_something_else(cells):
            return gap
        ends = len(cells) == 1 and is_key(cells[0].text)
        return row if ends else 0

    def _with_titles(self, header: int) -> int:
        """Where the next table begins, whose headings stand in a row: with its titles above them,
        which stand as near to these as to what is above."""
        end, last = header, max([self._table.header_row, *(row.row for row in self.rows)])
        while self.left_out and self.left_out[-1].what == SECTION_HEADING:
            *before, title = self.left_out
            row = _first_row(title)
            above = max(last, _first_row(before[-1]) if before else 0)
            if row <= last or end - row > row - above:
                break
            self.left_out, end = before, row
        return end

    def _begins_something_else(self, cells: list[Cell]) -> bool:
        """Whether a row after a gap begins a key, notes, or a table of something else."""
        texts = [cell.text for cell in cells if cell.text]
        if len(cells) == 1 and texts and begins_key(texts[0]):
            return True
        if is_row_of_key(self._names, cells[0].row, cells):
            return True
        figures = {c.index for c in self._table.by_role(Role.OUTTURN)}
        aims = {c.index for c in self._table.by_role(Role.TARGET)}
        under = [cell for cell in cells if cell.column in figures]
        beside = [cell for cell in cells if cell.column in aims]
        if not under or any(map(is_value, under)):
            return False
        if len(under) >= 2:
            return True
        if not beside or any(map(_may_be_aim, beside)):
            return False
        heads = any(heads_actions(cell.text) for cell in cells)
        return heads and self._is_of_words(under[0])

    def _is_of_words(self, first: Cell) -> bool:
        """Whether no figure stands in a column from a cell down to the next blank one."""
        row, cell = first.row, self._table.grid.cell(first.row, first.column)
        while cell is not None and not is_value(cell):
            row += 1
            cell = self._table.grid.cell(row, first.column)
        return cell is None

    def _take(self, row: int, cells: list[Cell]) -> bool:
        """Take up a row; returns whether it is an indicator."""
        if repeats_header(self._table, cells):
            self._leave_out(row, cells, "headings", "the headings once more")
        elif names_periods(self._table, row):
            self._leave_out(row, cells, "row of periods", "names periods, and has no figures")
        elif is_row_of_key(self._names, row, cells):
            self._leave_out(row, cells, "key", "says what the colours mean")
        elif (kind := self._kind(row)) is not None:
            self._leave_out(row, cells, f"{kind} row", "belongs to the indicator beside it")
        elif (found := self._indicator(row, cells)) is None:
            self._not_an_indicator(row, cells)
        elif self._sums.is_sub_total(found):
            self._leave_out(row, cells, "sub-total", "adds up other rows, and has no rule")
        elif self._sums.is_tally(found):
            self._leave_out(row, cells, "tally", "counts indicators, and has no rule")
        else:
            self.rows.append(found)
            return True
        return False

    def _not_an_indicator(self, row: int, cells: list[Cell]) -> None:
        own, code = self._own(cells)
        texts = {cell.text for cell in own if cell.text}
        text = texts.pop() if len(texts) == 1 else ""
        if text and (row in self._remarks or is_remark(text)):
            self._leave_out(row, cells, "remark", "a sentence among the rows")
        elif text and not has_number(own):
            self._under = self._under.heading(text, row, outline_level(text_of(code)))
            self._leave_out(row, cells, SECTION_HEADING, "names the rows below it")
        else:
            self._leave_out(row, cells, "other row", "has no name and figure of an indicator")

    def _own(self, cells: list[Cell]) -> tuple[list[Cell], Cell | None]:
        """What a row says apart from the section beside it, and the reference before that."""
        sections = {column.index for column in self._table.by_role(Role.SECTION)}
        own = [cell for cell in cells if cell.column not in sections] or cells
        reference = self._table.first(Role.REFERENCE)
        if reference is None or len(own) == 1:
            return own, None
        code = next((cell for cell in own if cell.column == reference.index), None)
        return [cell for cell in own if cell is not code], code

    def _leave_out(self, row: int, cells: list[Cell], what: str, why: str) -> None:
        where = range_a1(row, cells[0].column, row, cells[-1].column)
        self.left_out.append(LeftOut(self._table.sheet, where, what, why))

    def without_footnotes(self) -> Iterator[LeftOut]:
        """What was left out; what follows the last indicator is no section heading."""
        last = max([self._table.header_row, *(row.row for row in self.rows)])
        for left in self.left_out:
            if _first_row(left) > last and left.what == SECTION_HEADING:
                yield left._replace(what="footnote", why="stands below the last indicator")
            else:
                yield left

    def _indicator(self, row: int, cells: list[Cell]) -> IndicatorRow | None:
        """The row as an indicator: it has a name and something to say of it beside the name."""
        together = self._together.get(row)
        named = self._names.of(row if together is None else together.first)
        if not (named.name or named.reference) or self._names.runs_across(row):
            return None
        if together is None and not self._says_something(row, named, cells):
            return None
        self._under = self._under.past(named.reference)
        section, column = self._section_of(row), self._names.column.index
        if together is not None:
            shared = IndicatorRow(row, named.reference, named.name, section, column)
            return one_of(together, row, shared)
        figure = names_figure(named.name) or self._years.names_figure(named.name)
        if figure and self._under.is_right_above(row):
            return self._of_heading(row)
        return IndicatorRow(row, named.reference, named.name or named.reference, section, column)

    def _says_something(self, row: int, named: Named, cells: list[Cell]) -> bool:
        """Whether a row has a figure or the like, a rule, or at least a reference and a name."""
        if any(cell.column in self._says for cell in cells):
            return True
        if named.apart and not begins_outline(self._table, row, named.reference, named.name):
            return not is_note(named.reference, named.name, self.rows)
        return self._known(named.reference, named.name) and not self._names.stands_again(row)

    @cached_property
    def _says(self) -> frozenset[int]:
        """The columns that say something of an indicator."""
        told = {column.index for column in self._table.columns if column.role in _SAYS}
        return frozenset(told - self._names.places)

    def _of_heading(self, row: int) -> IndicatorRow:
        """The row of a figure below the name of its indicator, which is no heading then."""
        grid, column = self._table.grid, self._names.column.index
        name, (heading, *kinds) = self._under.section, self._under.headed
        self._under = self._under.of_one_indicator()
        self.left_out = [left for left in self.left_out if left.where != a1(heading, column)]
        named = {r: kind_beside(text_of(grid.cell(r, column))) for r in kinds}
        target = next((r for r, kind in named.items() if kind == Role.TARGET), None)
        return IndicatorRow(row, "", name, self._under.section, column, target, heading)

    def _kind(self, row: int) -> str | None:
        """What a row that belongs to an indicator near it holds: targets and the like."""
        together = self._together.get(row)
        if together is not None:
            return together.others.get(row)
        part = self._parts.get(row)
        if part is None:
            return self._kind_by_name(row)
        if self._under.is_right_above(row):
            self._under = self._under.with_kind(row)
        return part.kind.value

    def with_parts(self) -> Iterator[IndicatorRow]:
        """The indicators, each with the rows of its numerator and denominator."""
        rows = {(part.of, part.kind): row for row, part in self._parts.items()}
        for row in self.rows:
            top = rows.get((row.row, Role.NUMERATOR), row.numerator_row)
            base = rows.get((row.row, Role.DENOMINATOR), row.denominator_row)
            yield replace(row, numerator_row=top, denominator_row=base)

    def _refers_to_itself(self, row: int) -> bool:
        """Whether a row has a reference that the row above has not: `7 Rank` is an indicator."""
        column = self._table.first(Role.REFERENCE)
        if column is None:
            return False
        own, above = (text_of(self._table.grid.shown(r, column.index)) for r in (row, row - 1))
        return bool(own) and own != above

    def _kind_by_name(self, row: int) -> str | None:
        """What a row named `Target` or `UCL` below an indicator is; targets are the indicator's."""
        column = self._table.first(Role.INDICATOR)
        name = text_of(self._table.grid.cell(row, column.index)) if column is not None else ""
        headed = self._under.is_right_above(row)
        if not name or not (self.rows or headed) or self._refers_to_itself(row):
            return None
        of = target_of(name, self.rows)
        kind = kind_beside(name) or self._years.kind_of(name)
        kind = Role.TARGET.value if of is not None else None if kind == "figure" else kind
        if kind is None or self._known("", name):
            return None
        if headed:
            self._under = self._under.with_kind(row)
        elif kind == Role.TARGET:
            place = len(self.rows) - 1 if of is None else of
            self.rows[place] = replace(self.rows[place], target_row=row)
        elif kind == Role.RAG:
            self.rows[-1] = replace(self.rows[-1], rag_row=row)
        return kind

    def _section_of(self, row: int) -> str:
        """The nearest above of heading row and section column, where one entry speaks for the
        rows below it; a heading row goes before the entry beside it."""
        column = self._table.first(Role.SECTION)
        if column is not None:
            for above in range(row, max(self._under.row, self._table.header_row), -1):
                text = text_of(self._table.grid.shown(above, column.index))
                if text:
                    return text
        return self._under.section


def _holds(cell: Cell) -> bool:
    """Whether more than spaces stands in a cell; a formula may show them for now."""
    return cell.formula is not None or not cell.is_spaces


def _first_row(left: LeftOut) -> int:
    return int(re.sub(r"\D", "", left.where.partition(":")[0]))
