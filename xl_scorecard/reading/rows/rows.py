"""The rows below a header: indicators, section headings, and where the table ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.scorecard import IndicatorRow, LeftOut, Role, Table
from xl_scorecard.reading.figures.outturns import is_value
from xl_scorecard.reading.headers.heading_words import HeadingWords
from xl_scorecard.reading.rows.row_kinds import (
    kind_beside,
    names_figure,
    one_of,
    rows_together,
    target_of,
)
from xl_scorecard.reading.rows.row_shapes import (
    begins_outline,
    has_number,
    is_another_header,
    is_remark,
    outline_level,
    rows_of_remarks,
    text_of,
)

_BLANK_ROWS_END_A_TABLE = 6
_ENDS = re.compile(
    r"(?:\S+ )?(?:key|legend|notes?|footnotes?|sources?|glossary|definitions|guidance|"
    r"(?:risk )?matrix|appendix)\b(?!.{60})",
    re.IGNORECASE,
)
_ENDS_ALONE = re.compile(r"(?:foot)?notes?|key|legend|sources?", re.IGNORECASE)
_SUB_TOTAL = re.compile(
    r"(?:(?:grand|sub|section|overall)[- ]?)?(?:totals?|averages?|mean|sum)", re.IGNORECASE
)
Known = Callable[[str, str], bool]


def fill(table: Table, words: HeadingWords, known: Known) -> int:
    """Add the indicator rows below a header; returns the row where the next table may start.

    `known` says whether a rule is about a reference or name.
    """
    reader = _Reader(table, words, known)
    end = reader.read()
    reader.tell_footnotes()
    return end


class _Reader:
    def __init__(self, table: Table, words: HeadingWords, known: Known) -> None:
        self._table = table
        self._words = words
        self._known = known
        self._section = ""
        self._section_row = 0
        self._above = ""  # the section before that
        self._headed: list[int] = []  # a heading, and rows of counts and targets right below it
        self._outline = ""  # the shape of the reference beside a heading, which ends its section
        self._together = rows_together(table)
        self._remarks = rows_of_remarks(table)
        self._named: dict[str, int] = {}  # the last row of each name

    def read(self) -> int:
        table = self._table
        blank = 0
        gap = 0  # the row after the last blank one, until an indicator follows
        for row in range(table.header_row + 1, table.grid.last_row + 1):
            cells = self._cells(row)
            if not cells:
                blank += 1
                if blank > _BLANK_ROWS_END_A_TABLE:
                    return row
                gap = row + 1
                continue
            blank = 0
            if is_another_header(table, row, cells, self._words):
                return row
            if gap and self._ends(cells):
                return gap
            if len(cells) == 1 and _ENDS_ALONE.fullmatch(cells[0].text.strip(" :")):
                return row
            if self._is_of_another_kind(row, cells):
                continue
            found = self._indicator(row)
            if found is None:
                self._not_an_indicator(row, cells)
            elif self._is_sub_total(found):
                self._leave_out(row, cells, "sub-total", "adds up other rows, and has no rule")
            else:
                gap = 0
                table.rows.append(found)
        return table.grid.last_row + 1

    def _cells(self, row: int) -> list[Cell]:
        found = (self._table.grid.cell(row, column.index) for column in self._table.columns)
        return [cell for cell in found if cell is not None]

    def _ends(self, cells: list[Cell]) -> bool:
        """Whether a row after a gap begins a key, notes, or a table of something else."""
        texts = [cell.text for cell in cells if cell.text]
        if len(cells) == 1 and texts and _ENDS.match(texts[0]):
            return True
        figures = {c.index for c in self._table.by_role(Role.OUTTURN)}
        under = [cell for cell in cells if cell.column in figures]
        return len(under) >= 2 and not any(is_value(cell) for cell in under)

    def _not_an_indicator(self, row: int, cells: list[Cell]) -> None:
        beside = {column.index for column in self._table.by_role(Role.SECTION)}
        own = [cell for cell in cells if cell.column not in beside] or cells
        reference = self._table.first(Role.REFERENCE)
        codes = [cell for cell in own if reference is not None and cell.column == reference.index]
        if len(own) > 1:
            own = [cell for cell in own if cell not in codes]
        texts = {cell.text for cell in own if cell.text}
        if len(texts) == 1 and (row in self._remarks or is_remark(next(iter(texts)))):
            self._leave_out(row, cells, "remark", "a sentence among the rows")
        elif len(texts) == 1 and not has_number(own):
            self._above, self._section = self._section, next(iter(texts))
            self._section_row = row
            self._headed = [row]
            self._outline = (
                outline_level(text_of(codes[0])) if codes and codes[0] not in own else ""
            )
            self._leave_out(row, cells, "section heading", "names the rows below it")
        else:
            self._leave_out(row, cells, "other row", "has no name and figure of an indicator")

    def _leave_out(self, row: int, cells: list[Cell], what: str, why: str) -> None:
        first, last = cells[0].column, cells[-1].column
        where = a1(row, first) if first == last else f"{a1(row, first)}:{a1(row, last)}"
        self._table.left_out.append(LeftOut(self._table.sheet, where, what, why))

    def tell_footnotes(self) -> None:
        """What follows the last indicator is no section heading."""
        table = self._table
        for position, left in enumerate(table.left_out):
            row = int(re.sub(r"\D", "", left.where.partition(":")[0]))
            if row > table.last_row and left.what == "section heading":
                table.left_out[position] = LeftOut(
                    left.sheet, left.where, "footnote", "stands below the last indicator"
                )

    def _is_sub_total(self, row: IndicatorRow) -> bool:
        named = _SUB_TOTAL.fullmatch(row.name.strip(" :"))
        return bool(named) and not row.reference and not self._known(row.reference, row.name)

    def _indicator(self, row: int) -> IndicatorRow | None:
        """The row as an indicator: it has a name and something to say of it beside the name."""
        table, grid = self._table, self._table.grid
        name_column = table.first(Role.INDICATOR) or table.first(Role.REFERENCE)
        assert name_column is not None  # a header without either is not a scorecard's
        reference_column = table.first(Role.REFERENCE)
        together = self._together.get(row)
        first = together.first if together is not None else row
        name = text_of(grid.shown(first, name_column.index))
        reference = text_of(grid.cell(first, reference_column.index)) if reference_column else ""
        if not name and not reference:
            return None
        merge = grid.merge_at(row, name_column.index)
        if merge is not None and (
            merge.last_column > name_column.index + 3
            or (
                reference_column
                and merge.holds(row, reference_column.index)
                and reference_column is not name_column
            )
        ):
            return None  # a heading across the row
        names = {name_column.index} | ({reference_column.index} if reference_column else set())
        filled = [
            column
            for column in table.columns
            if column.role in _SAYS and column.index not in names and grid.cell(row, column.index)
        ]
        both = bool(reference and name) and name_column is not reference_column
        known = self._known(reference, name) and not self._stands_again(row, name_column.index)
        if not filled and not known and (not both or begins_outline(table, row, reference, name)):
            return None
        if self._outline and outline_level(reference) == self._outline:
            self._section = self._outline = ""
        section = self._section_of(row)
        if together is None and names_figure(name) and self._headed[-1:] == [row - 1]:
            return self._of_heading(row, name_column.index)
        if together is None:
            return IndicatorRow(row, reference, name or reference, section, name_column.index)
        return one_of(together, row, IndicatorRow(row, reference, name, section, name_column.index))

    def _of_heading(self, row: int, column: int) -> IndicatorRow:
        """The row of a figure below the name of its indicator, which is no heading then."""
        table, (heading, *kinds) = self._table, self._headed
        name, self._section, self._headed = self._section, self._above, []
        table.left_out = [left for left in table.left_out if left.where != a1(heading, column)]
        named = {r: kind_beside(text_of(table.grid.cell(r, column))) for r in kinds}
        target = next((r for r, kind in named.items() if kind == Role.TARGET), None)
        return IndicatorRow(row, "", name, self._section, column, target, heading)

    def _stands_again(self, row: int, column: int) -> bool:
        """Whether a name stands again further down: the first is a heading."""
        grid = self._table.grid
        if not self._named:
            for (at, c), cell in grid.cells.items():
                if c == column:
                    self._named[cell.text] = max(self._named.get(cell.text, 0), at)
        return self._named.get(text_of(grid.cell(row, column)), 0) > row

    def _is_of_another_kind(self, row: int, cells: list[Cell]) -> bool:
        """Whether a row says that it holds targets and the like of an indicator near it."""
        together = self._together.get(row)
        kind = together.others.get(row) if together is not None else self._kind_by_name(row)
        if kind is None:
            return False
        self._leave_out(row, cells, f"{kind} row", "belongs to the indicator beside it")
        return True

    def _kind_by_name(self, row: int) -> str | None:
        """What a row named `Target` or `UCL` below an indicator is; targets are the indicator's."""
        column = self._table.first(Role.INDICATOR)
        name = text_of(self._table.grid.cell(row, column.index)) if column is not None else ""
        rows = self._table.rows
        headed = bool(self._headed) and self._headed[-1] == row - 1
        if not name or not (rows or headed) or self._known("", name):
            return None
        of = target_of(name, rows)
        kind = kind_beside(name) if of is None else Role.TARGET.value
        if kind is not None and headed:
            self._headed.append(row)
        elif kind == Role.TARGET:
            place = len(rows) - 1 if of is None else of
            rows[place] = replace(rows[place], target_row=row)
        return kind

    def _section_of(self, row: int) -> str:
        """The nearest above of heading row and section column, where one entry speaks for the
        rows below it; a heading row goes before the entry beside it."""
        column = self._table.first(Role.SECTION)
        if column is not None:
            for above in range(row, max(self._section_row, self._table.header_row), -1):
                text = text_of(self._table.grid.shown(above, column.index))
                if text:
                    return text
        return self._section


_SAYS = frozenset(
    (Role.OUTTURN, Role.TARGET, Role.POLARITY, Role.UNIT, Role.BENCHMARK, Role.FREQUENCY,
     Role.RAG, Role.PERIOD)
)  # fmt: skip
