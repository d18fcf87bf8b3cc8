"""The columns beside a table: status, direction of travel, changes, trend.

Each cell looks up in the register what belongs to the row that it stands in now: one formula down
the whole column, in every row of the table, so that it is right wherever rows are sorted to.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from xl_scorecard.compose.attention import CHANGE_FORMAT
from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.heading_widths import width_of
from xl_scorecard.compose.places import Place
from xl_scorecard.compose.placing import TAKES_ROOM, Placed
from xl_scorecard.compose.register.benchmarked import Benchmarked
from xl_scorecard.compose.register.charted import Charted
from xl_scorecard.compose.register.finding import Finder
from xl_scorecard.compose.register.headings import REFRESH, Heading
from xl_scorecard.compose.register.sheet import Register, Told
from xl_scorecard.compose.shades import of_variation, waiting
from xl_scorecard.compose.travel import travel_title
from xl_scorecard.compose.trend import trend_columns
from xl_scorecard.domain.assessed import AssessedRow, compared_words
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Rating
from xl_scorecard.domain.cell_ref import MAX_ROW, column_letters, parse_a1, range_a1
from xl_scorecard.domain.disclosure import is_masked
from xl_scorecard.domain.edits import (
    CellEdit,
    OwnedBlock,
    Shade,
    SheetEdit,
    Sparkline,
    Style,
    says,
)
from xl_scorecard.domain.ours import MARK
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.scorecard import Layout, Role

_LOOKED_UP: dict[Column, Told] = {
    "rag": Heading.STATUS,
    "direction": Heading.DIRECTION,
    "change": Heading.CHANGE,
    "change_on_year": Heading.CHANGE_ON_YEAR,
    "variation": Charted.VARIATION,
    "benchmark": Benchmarked.WORDS,
    "streak": Charted.STREAK,
}
_SENTENCES = ("benchmark", "streak")
"""What stands in these is read from its first word on, and may be longer than they are wide."""
_MOST_STRETCHES = 4
_ROOM_BELOW = 3
"""How many rows below a table say Refresh where an indicator comes to stand in them."""


class ColumnComposer:
    """Composes the edits of one table's sheet, its columns of ours placed beside it."""

    def __init__(
        self, place: Place, placed: Placed, rating: Rating, reported: Period, register: Register
    ) -> None:
        self._table = place.table
        self._rows = {a.measure.row: a for a in place.rows}
        self._placed = placed
        self._rating = rating
        self._reported = reported
        self._register = register
        finder = register.finder(place.table)
        assert finder is not None  # beside a table there are rows to be found
        self._finder: Finder = finder
        self._edit = SheetEdit(place.table.sheet)
        self._trend = trend_columns(place.table)
        self._among_others = place.among_others
        self._most_below = place.next_below - 2 if place.next_below else MAX_ROW

    def compose(self) -> SheetEdit:
        """The edits."""
        self._headings()
        for row in range(self._table.header_row + 1, self._last + 1):
            self._row(row)
        self._shade()
        self._own()
        return self._edit

    @cached_property
    def _last(self) -> int:
        """The last row of our columns: below the table a few more wait for rows that are added,
        where nothing stands in them or beside the table, and no formula of theirs looks over them:
        a count of what is not empty would give another figure."""
        table, grid = self._table, self._table.grid
        last = table.last_row
        if table.layout is Layout.LONG or self._among_others or grid.unknown & TAKES_ROOM:
            return last
        columns = sorted(self._placed.columns.values())
        blocks = (*grid.merged, *grid.tables, *grid.floating, *grid.held)
        looked_over = [reference.over for reference in grid.reached_beyond(columns[0] - 1)]
        for row in range(last + 1, min(last + _ROOM_BELOW, self._most_below, MAX_ROW) + 1):
            taken = any(grid.cell(row, column) for column in columns)
            over = any(block.holds(row, column) for block in blocks for column in columns)
            looked_at = any(
                top <= row <= bottom and left <= column <= right
                for top, left, bottom, right in looked_over
                for column in columns
            )
            if taken or over or looked_at:
                break
            last = row
        return last

    # -- headings ----------------------------------------------------------------------------

    def _headings(self) -> None:
        table = self._table
        model = (table.header_row, table.last_column)
        for kind in self._placed.new:
            column = self._placed.columns[kind]
            style = Style(like=model, wrap=True, align="center")
            for row in range(table.header_top, table.header_row + 1):
                text = self._heading(kind) if row == table.header_top else None
                self._edit.cells.append(CellEdit(row, column, text, style=style))
            if table.header_row > table.header_top:
                self._edit.merges.append(
                    range_a1(table.header_top, column, table.header_row, column)
                )
            lines = table.header_row - table.header_top + 1
            self._edit.widths[column] = width_of(kind, self._heading(kind), lines)

    def _heading(self, kind: Column) -> str:
        period = self._usual_period()
        before = compared_words(period, self._rows.values())
        words = {
            "rag": f"Status {period.words}",
            "direction": f"{travel_title(self._rows.values())} on {before}",
            "change": f"Change on {before}",
            "change_on_year": f"Change on {period.year_before.words}",
            "variation": f"Variation as of the refresh for {period.words}",
            "benchmark": f"Against benchmarks for {period.words}",
            "streak": f"Streak as of the refresh for {period.words}",
            "trend": "Trend",
        }[kind]
        if not self._among_others:
            return words
        first, last = (
            column_letters(c) for c in (self._table.first_column, self._table.last_column)
        )
        return f"{words} (columns {first} to {last})"

    def _usual_period(self) -> Period:
        """The period most rows of the table are judged in."""
        periods = [a.period for a in self._rows.values()]
        return max(periods, key=periods.count) if periods else self._reported

    # -- rows --------------------------------------------------------------------------------

    def _row(self, row: int) -> None:
        table, a = self._table, self._rows.get(row)
        for kind, column in self._placed.columns.items():
            new = kind in self._placed.new
            if table.grid.cell(row, column):
                continue  # an officer typed here: theirs stays
            if a is None and (table.grid.merge_at(row, column) or (kind == "trend" and not new)):
                continue
            edit = self._cell(kind, a, row, column)
            if not new:
                # their column keeps its width, so our words must fit it
                edit = edit._replace(style=replace(edit.style, like=None, shrink=True))
            self._edit.cells.append(edit)

    def _cell(self, kind: Column, a: AssessedRow | None, row: int, column: int) -> CellEdit:
        align = "left" if kind in _SENTENCES else "center"
        style = Style(like=self._model(a, row), align=align)
        heading = _LOOKED_UP.get(kind)
        if heading is None or not self._register.has(heading):
            if kind == "trend" and a is not None and not _hides_any(a):
                source = range_a1(row, self._trend[0].index, row, self._trend[-1].index)
                self._edit.sparklines.append(Sparkline(row, column, source))
            return CellEdit(row, column, style=style)
        if heading in (Heading.CHANGE, Heading.CHANGE_ON_YEAR):
            style = replace(style, number_format=CHANGE_FORMAT)
        value = self._stored(heading, a, row)
        return CellEdit(row, column, value, self._looks_up(heading), style)

    def _stored(self, heading: Told, a: AssessedRow | None, row: int) -> float | str | None:
        """What the formula gives now."""
        if a is not None and self._register.value(Heading.PLACE, a) not in ("", None):
            return self._register.value(heading, a)
        return REFRESH if a is not None and self._has_figure(row) else ""

    def _has_figure(self, row: int) -> bool:
        cells = (
            self._table.grid.cell(row, column)
            for first, last in self._beside
            for column in range(first, last + 1)
        )
        return any(cell is not None and (cell.value is not None or cell.formula) for cell in cells)

    @cached_property
    def _beside(self) -> list[tuple[int, int]]:
        """Stretches of columns in which something tells that a row is an indicator: figures, be
        they numbers, text or the word for a gap, and targets. None of ours stands in them."""
        roles = (Role.OUTTURN, Role.TARGET)
        wanted = {column.index for role in roles for column in self._table.by_role(role)}
        wanted |= set(self._figures)
        stretches: list[tuple[int, int]] = []
        for column in sorted(wanted - set(self._placed.columns.values())):
            if stretches and stretches[-1][1] == column - 1:
                stretches[-1] = (stretches[-1][0], column)
            else:
                stretches.append((column, column))
        # a formula that names dozens is read by nobody: the latest figures and targets tell most
        telling = {*self._figures, *(c.index for c in self._table.by_role(Role.TARGET))}
        foremost = sorted(
            stretches, key=lambda s: (not any(s[0] <= c <= s[1] for c in telling), -s[1])
        )
        return sorted(foremost[:_MOST_STRETCHES])

    @cached_property
    def _figures(self) -> list[int]:
        """The columns that figures of the reported period stand in."""
        return sorted({a.current.column for a in self._rows.values() if a.current is not None})

    def _looks_up(self, heading: Told) -> str:
        """What belongs to the row, wherever it stands now.

        A row that the register does not know and that has something beside its name says Refresh,
        unless it was no indicator at the refresh either. Of a long table the rows of other periods
        are such.
        """
        base = f"+{self._finder.base}" if self._finder.base else ""
        found = self._register.shown(heading, f"ROW(){base}")
        if self._table.layout is Layout.LONG or not self._figures:
            return f'IFERROR({found},"")'
        if heading is not Heading.STATUS:
            letters = column_letters(self._placed.columns["rag"])
            status = f"INDEX(${letters}:${letters},ROW())"
            return f'IFERROR({found},IF({status}={quoted(REFRESH)},{quoted(REFRESH)},""))'
        beside = ",".join(
            f"INDEX(${column_letters(first)}:${column_letters(last)},ROW(),0)"
            for first, last in self._beside
        )
        name = column_letters(self._finder.name_column)
        called = f"INDEX(${name}:${name},ROW())"
        known = f"SUMPRODUCT(--EXACT({self._register.passed_over},{called}))>0"
        return (
            f'IFERROR({found},IFERROR(IF(OR({called}="",COUNTA({beside})=0,{known}),"",'
            f'{quoted(REFRESH)}),""))'
        )

    def _model(self, a: AssessedRow | None, row: int) -> tuple[int, int]:
        """The cell whose look ours take: the outturn, or the name's if that is hand-coloured; in
        rows between, the last of the table, so that the fill of a section's heading goes on."""
        if a is None:
            return row, self._table.last_column
        name = parse_a1(a.measure.name_cell)
        if a.current is None:
            return name
        outturn = self._table.grid.cell(row, a.current.column)
        named = self._table.grid.cell(*name)
        coloured = outturn is not None and named is not None and outturn.fill != named.fill
        return name if coloured else (row, a.current.column)

    # -- colours and ownership ---------------------------------------------------------------

    def _shade(self) -> None:
        """Colours follow the status word: of the status cell, the arrow and the outturn."""
        rag = self._placed.columns["rag"]
        if not self._rows:
            return
        first, last = self._table.header_row + 1, self._last
        rated = [range_a1(first, c, last, c) for c in self._figures]
        direction = self._placed.columns.get("direction")
        if direction is not None:
            rated.append(range_a1(first, direction, last, direction))
        own = range_a1(first, rag, last, rag)
        letters = column_letters(rag)
        for band in self._rating.all_bands:
            formula = f"AND({says(letters, band.label)},{MARK})"
            unrated = band.status in (NOT_RATED, NO_DATA)
            reference = own if unrated else " ".join([own, *rated])
            self._edit.shades.append(Shade(reference, formula, band.fill, band.text))
        self._edit.shades.append(waiting(own, letters))
        varies = self._placed.columns.get("variation")
        if varies is not None:
            self._edit.shades.extend(of_variation(varies, first, last))
        for kind in ("benchmark", "streak"):
            at = self._placed.columns.get(kind)
            if at is not None:
                self._edit.shades.append(waiting(range_a1(first, at, last, at), column_letters(at)))

    def _own(self) -> None:
        table = self._table
        if self._placed.new:
            columns = [self._placed.columns[kind] for kind in self._placed.new]
            reference = range_a1(table.header_top, min(columns), self._last, max(columns))
            self._edit.blocks.append(OwnedBlock(reference, tuple(self._placed.new)))
        for kind, column in self._placed.columns.items():
            if kind not in self._placed.new:
                reference = range_a1(table.header_row + 1, column, self._last, column)
                self._edit.blocks.append(OwnedBlock(reference, (kind,)))


def _hides_any(a: AssessedRow) -> bool:
    """Whether a line over the row would tell of a masked figure."""
    return any(is_masked(outturn) for outturn in a.measure.outturns.values())
