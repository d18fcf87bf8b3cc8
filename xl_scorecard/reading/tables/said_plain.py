"""A table with a row an indicator, or a column an indicator, read where a rule set says it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xl_scorecard.domain.cell_ref import MAX_COLUMN, column_letters
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.milestones import DateColumns
from xl_scorecard.domain.period_words import PeriodWords, parse_period
from xl_scorecard.domain.said_places import Area, Spot, parse_area, parse_areas
from xl_scorecard.domain.said_table import DATES, SHEET, SaidTable
from xl_scorecard.domain.scorecard import Column, IndicatorRow, Role, Table
from xl_scorecard.reading.headers.said import SaidColumns, read_said
from xl_scorecard.reading.headers.title import title_period
from xl_scorecard.reading.rows.dimensions import told_apart
from xl_scorecard.reading.rows.row_shapes import text_of
from xl_scorecard.reading.rows.rows import Known, Rows, read_rows
from xl_scorecard.reading.rows.said_rows import said_rows
from xl_scorecard.reading.tables.amiss import amiss
from xl_scorecard.reading.tables.locate import best_header
from xl_scorecard.reading.tables.turned import turned, turned_table
from xl_scorecard.reading.words.heading_words import HeadingWords

_NEAR_ABOVE = 4
_APART = 2
_BY_PERIOD = {"figures": Role.OUTTURN, "targets": Role.TARGET, "judgements": Role.RAG}


def plain_table(
    sheet: Grid, said: SaidTable, others: Sequence[SaidTable], words: HeadingWords, known: Known
) -> Table:
    """The table of an entry; raises WorkbookError (no_scorecard) where it is not there.

    `others` are the further entries about the sheet: what is theirs is none of this one's.
    """
    lines = Lines(said, words.starts)
    whole = turned(sheet) if lines.down else sheet
    out, own = lines.rows_out, lines.stretch([Lines(other, words.starts) for other in others])
    cells = {(r, c): cell for (r, c), cell in whole.cells.items() if r not in out and c in own}
    reader = _Reader(replace(whole, cells=cells), said, lines, words, known)
    table = replace(reader.table(), grid=whole)
    return turned_table(table) if lines.down else table


@dataclass(frozen=True)
class Lines:
    """The rows and columns that an entry names, those of a table with periods down being turned."""

    said: SaidTable
    starts: int

    @property
    def down(self) -> bool:
        """Whether indicators stand side by side and periods run down."""
        return self.said.runs_down

    def areas(self, text: str | Sequence[str]) -> list[Area]:
        """Stretches of rows or columns."""
        found = parse_areas(text)
        return [area.turned() for area in found] if self.down else found

    def columns(self, text: str | Sequence[str]) -> list[int]:
        """The columns that a text names."""
        return [column for area in self.areas(text) for column in area.columns]

    @property
    def down_a_column(self) -> bool:
        """Whether each row is an indicator in the period that a column names."""
        return not self.down and bool(self._periods.columns) and not self._periods.rows

    @property
    def _periods(self) -> Area:
        said = self.said.periods
        area = parse_area(said) if said is not None else Area(Spot(None, None), Spot(None, None))
        return area.turned() if self.down else area

    @property
    def header(self) -> range | None:
        """The header rows, if they are said: those of periods are."""
        if self.said.header is None:
            return self._periods.rows or None
        area = parse_area(self.said.header)
        return (area.turned() if self.down else area).rows

    @property
    def rows(self) -> list[int]:
        """The rows that are said to be the table's."""
        return [row for area in self.areas(self.said.rows) for row in area.rows]

    @property
    def rows_out(self) -> frozenset[int]:
        """The rows that are left out."""
        return frozenset(row for area in self._out for row in area.rows)

    @property
    def columns_out(self) -> frozenset[int]:
        """The columns that are left out."""
        return frozenset(column for area in self._out for column in area.columns)

    @property
    def _out(self) -> list[Area]:
        out = self.said.leave_out
        return [*self.areas(out.rows), *self.areas(out.columns)]

    @property
    def figures(self) -> list[int]:
        """The columns that are said to hold figures."""
        said = self.said.figures
        if said is None:  # of periods that run down, rows are rows of figures
            return self.columns(self.said.rows) if self.down else []
        return self.columns(list(said.values()) if isinstance(said, dict) else said)

    @property
    def dimension(self) -> int | None:
        """The column that tells rows of one name apart."""
        said = self.said.dimension
        return None if said is None or said == SHEET else self.columns(said)[0]

    def roles(self) -> dict[int, Role]:
        """The columns whose role is said."""
        found = {column: role for role, text in self.said.single() for column in self.columns(text)}
        found |= {
            c: Role.BENCHMARK for text in self.said.benchmarks.values() for c in self.columns(text)
        }
        if self.dimension is not None:
            found[self.dimension] = Role.OTHER
        found |= dict.fromkeys(self.figures, Role.OUTTURN)
        if (dated := self.dated) is not None:
            there = [column for column in dated if column is not None]
            found |= {**dict.fromkeys(there, Role.OTHER), dated.figure: Role.OUTTURN}
        if self.down_a_column and self.said.periods is not None:
            found |= dict.fromkeys(self.columns(self.said.periods), Role.PERIOD)
        for key, role in _BY_PERIOD.items():
            if isinstance(said := getattr(self.said, key), dict):
                found |= {c: role for text in said.values() for c in self.columns(text)}
        return found

    @property
    def dated(self) -> DateColumns | None:
        """The columns of the dates of milestones, where it is said when these are due."""
        texts = (getattr(self.said, key) for key in DATES)
        due, *others = (next(iter(self.columns(t)), None) if t else None for t in texts)
        return DateColumns(due, *others) if due is not None and not self.down else None

    def periods(self) -> dict[int, PeriodWords]:
        """The columns whose period is said."""
        found: dict[int, PeriodWords] = {}
        for key in _BY_PERIOD:
            if isinstance(said := getattr(self.said, key), dict):
                for words, text in said.items():
                    if (when := parse_period(words, self.starts)) is not None:
                        found |= dict.fromkeys(self.columns(text), when)
        return found

    def stretch(self, others: Sequence[Lines]) -> range:
        """The columns that may be the table's: up to where another in the same rows begins."""
        lefts = {min(beside.roles(), default=1) for beside in others if self._is_beside(beside)}
        left = min(self.roles(), default=1)
        first = left if any(other < left for other in lefts) else 1
        return range(first, min((other for other in lefts if other > left), default=MAX_COLUMN + 1))

    def _is_beside(self, other: Lines) -> bool:
        """Whether another table may stand in the same rows."""
        if self.down is not other.down:
            return False
        return not self.rows or not other.rows or bool({*self.rows} & {*other.rows})

    def called(self, column: int) -> str:
        """What a column is called on the sheet."""
        return f"row {column}" if self.down else f"column {column_letters(column)}"


@dataclass(frozen=True)
class _Reader:
    """Reads a table of a grid from which the rows left out are gone."""

    grid: Grid
    said: SaidTable
    lines: Lines
    words: HeadingWords
    known: Known

    def table(self) -> Table:
        """The table with its rows."""
        header = self._header()
        bottom = header.stop - 1 if header else (self.lines.rows or [1])[0] - 1
        columns = self._columns(header or range(0), bottom)
        top = header.start if header else bottom
        dated = self.lines.dated
        headed = Table(self.grid, top, bottom, columns, said=(self.said,), dated=dated)
        found = self._rows(headed)
        if not found.indicators:
            amiss(self.said, self.grid.sheet, "no row there has a name and a figure")
        rows = tuple(self._told_apart(found.indicators))
        if self.said.dimension is None and not headed.by_role(Role.PERIOD):
            rows = told_apart(headed, rows)
        return replace(headed, rows=rows, left_out=found.left_out)

    def _header(self) -> range | None:
        """The header rows: as said, else what looks like a header above the rows said."""
        if (header := self.lines.header) is not None:
            return header
        rows = self.lines.rows
        above = {p: c for p, c in self.grid.cells.items() if not rows or p[0] < rows[0]}
        found = best_header(replace(self.grid, cells=above), self.words, by_shape=True)
        if found is not None:
            return range(found.top, found.bottom + 1)
        if not rows:
            amiss(self.said, self.grid.sheet, "no header row is found; say header: and rows:")
        return self._headings_above(rows[0])

    def _headings_above(self, first: int) -> range | None:
        """The nearest row above the first that has something over most of the columns said."""
        said = self.lines.roles()
        for row in range(first - 1, max(first - _NEAR_ABOVE, 0), -1):
            over = sum(self.grid.shown(row, column) is not None for column in said)
            if 2 * over > len(said):
                return range(row, row + 1)
        return None

    def _columns(self, header: range, bottom: int) -> tuple[Column, ...]:
        year = parse_period(self.said.years, self.words.starts) if self.said.years else None
        periods = self.lines.periods()
        if (dated := self.lines.dated) is not None:
            periods[dated.figure] = self._told(header.start if header else bottom + 1)
        said = SaidColumns(self.lines.roles(), periods, self.lines.columns_out, year)
        columns = self._together(read_said(self.grid, header, bottom, self.words, said))
        if self.lines.down_a_column:  # no period but the row's own
            columns = tuple(_timeless(c) if c.role is Role.OUTTURN else c for c in columns)
        if not any(c.role in (Role.INDICATOR, Role.REFERENCE) for c in columns):
            amiss(self.said, self.grid.sheet, "nothing says where names stand; say names:")
        long = self.lines.down_a_column or (
            any(c.role is Role.PERIOD for c in columns) and not self.lines.figures
        )
        timeless = [c for c in columns if c.role is Role.OUTTURN and c.period is None]
        for column in timeless if not long else ():
            if column.index in self.lines.figures:
                called = self.lines.called(column.index)
                heading = f'is headed "{column.heading}"' if column.heading else "has no heading"
                wrong = f"{called} {heading}, which names no period"
                amiss(
                    self.said,
                    self.grid.sheet,
                    f"{wrong}; say figures: {{Q3 2018/19: {called.split()[-1]}}}",
                )
        if not any(c.role is Role.OUTTURN and (long or c.period is not None) for c in columns):
            amiss(self.said, self.grid.sheet, "no column of figures is found; say figures:")
        drop = () if long else timeless
        return tuple(replace(c, role=Role.OTHER) if c in drop else c for c in columns)

    def _told(self, top: int) -> PeriodWords:
        """The period that milestones are told for: as asked, as the rule set has it, as titles,
        the sheet's name or the workbook's say."""
        starts = self.words.starts
        *_, asked = ("", *self.words.around)
        title = title_period(self.grid, top, self.words.around, starts)
        told = [words for words in (parse_period(asked, starts), title) if words is not None]
        if not any(words.period is not None for words in told):
            wrong = "nothing says which period its dates are told for"
            amiss(self.said, self.grid.sheet, f"{wrong}; say period: under workbook:")
        return next(words for words in told if words.period is not None)

    def _together(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """The columns but for those that nothing is said of and that stand apart, beyond several
        blank ones: something beside the table."""
        said = {*self.lines.roles(), *self.lines.periods()}
        last = max(said, default=MAX_COLUMN)
        found: list[Column] = []
        for column in sorted(columns, key=lambda c: c.index):
            if found and column.index > last and column.index - found[-1].index > _APART:
                break
            found.append(column)
        return tuple(found)

    def _rows(self, table: Table) -> Rows:
        rows, parts = self.lines.rows, self.said.parts
        if not rows and not parts and self.said.due is None:
            return read_rows(table, self.words, self.known)
        below = range(table.header_row + 1, self.grid.last_row + 1)
        dimension = self.said.dimension is not None
        return said_rows(table, rows or below, parts, names_go_on=dimension)

    def _told_apart(self, rows: Sequence[IndicatorRow]) -> Iterator[IndicatorRow]:
        """The rows with the sheet's name or their site, where it is said to tell them apart."""
        for row in rows:
            section = self.grid.sheet if self.said.sections == SHEET else row.section
            own = self._site(row.row)
            yield replace(row, dimension=own, section=section or own)

    def _site(self, row: int) -> str:
        if self.said.dimension == SHEET:
            return self.grid.sheet
        column = self.lines.dimension
        return text_of(self.grid.shown(row, column)) if column is not None else ""


def _timeless(column: Column) -> Column:
    return replace(column, period=None)
