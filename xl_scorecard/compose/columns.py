"""The columns beside a table: status, direction of travel, changes, trend."""

from __future__ import annotations

from dataclasses import replace
from textwrap import wrap

from xl_scorecard.compose.formulas import (
    change_formula,
    outturn_figure,
    status_formula,
    travel_formula,
)
from xl_scorecard.compose.judged import judged_by
from xl_scorecard.compose.places import Place
from xl_scorecard.compose.placing import Placed
from xl_scorecard.compose.trend import trend_columns
from xl_scorecard.domain.assessed import AssessedRow, compared_words
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Rating
from xl_scorecard.domain.cell_ref import column_letters, parse_a1, range_a1
from xl_scorecard.domain.edits import (
    CellEdit,
    OwnedBlock,
    Shade,
    SheetEdit,
    Sparkline,
    Style,
    says,
)
from xl_scorecard.domain.ours import DOWN, LEVEL, MARK, NOT_KNOWN, UP
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.scorecard import Layout, Outturn

CHANGE_FORMAT = "+0.0%;-0.0%;0.0%"
LEAST_WIDTHS: dict[Column, float] = {
    "rag": 13, "direction": 20, "change": 12, "change_on_year": 12, "variation": 14, "trend": 18,
}  # fmt: skip


_WIDEST, _BOLD = 50, 1.15
"""How wide at most, in characters, and how much wider bold ones are."""


def width_of(kind: Column, heading: str, lines: int) -> float:
    """How wide a column of ours is: its heading is not cut in as many lines as there are header
    rows, whose heights are theirs."""
    least = LEAST_WIDTHS[kind]
    fits = (w for w in range(int(least), _WIDEST) if len(wrap(heading, int(w / _BOLD))) <= lines)
    return max(least, float(next(fits, _WIDEST)))


class ColumnComposer:
    """Composes the edits of one table's sheet, its columns of ours placed beside it."""

    def __init__(self, place: Place, placed: Placed, rating: Rating, reported: Period) -> None:
        self._table = place.table
        self._rows = place.rows
        self._placed = placed
        self._rating = rating
        self._reported = reported
        self._edit = SheetEdit(place.table.sheet)
        self._trend = trend_columns(place.table)
        self._among_others = place.among_others

    def compose(self) -> SheetEdit:
        """The edits."""
        self._headings()
        for assessed in self._rows:
            self._row(assessed)
        self._bands()
        self._shade()
        self._own()
        return self._edit

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
        before = compared_words(period, self._rows)
        words = {
            "rag": f"Status {period.words}",
            "direction": f"Direction of travel on {before}",
            "change": f"Change on {before}",
            "change_on_year": f"Change on {period.year_before.words}",
            "variation": "Variation",
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
        periods = [a.period for a in self._rows]
        return max(periods, key=periods.count) if periods else self._reported

    def _bands(self) -> None:
        """Carry the fill of section heading rows on over our columns."""
        rows = {a.measure.row for a in self._rows}
        table = self._table
        if table.layout is Layout.LONG:
            return  # the rows between are other periods
        for row in range(table.header_row + 1, table.last_row):
            model = (row, table.last_column)
            if row not in rows and (model in table.grid.styled or model in table.grid.cells):
                for kind in self._placed.new:
                    column = self._placed.columns[kind]
                    if not table.grid.cell(row, column):
                        style = Style(like=model)
                        self._edit.cells.append(CellEdit(row, column, style=style))

    # -- rows --------------------------------------------------------------------------------

    def _row(self, assessed: AssessedRow) -> None:
        row = assessed.measure.row
        for kind, column in self._placed.columns.items():
            if self._table.grid.cell(row, column):
                continue  # an officer typed here: theirs stays
            edit = self._cell(kind, assessed, row, column)
            if edit is not None and kind not in self._placed.new:
                # their column keeps its width, so our words must fit it
                edit = replace(edit, style=replace(edit.style, like=None, shrink=True))
            if edit is not None:
                self._edit.cells.append(edit)

    def _cell(self, kind: Column, a: AssessedRow, row: int, column: int) -> CellEdit | None:
        centred = Style(like=self._model(a), align="center")
        if kind == "rag":
            label = self._rating.band(a.status).label
            return CellEdit(row, column, label, self._status(a), centred)
        if kind == "direction":
            return CellEdit(row, column, travel_words(a), self._travel(a), centred)
        if kind == "change":
            return self._change(row, column, a, a.previous, a.change)
        if kind == "change_on_year":
            return self._change(row, column, a, a.year_before, a.change_on_year)
        if kind == "trend":
            source = range_a1(row, self._trend[0].index, row, self._trend[-1].index)
            self._edit.sparklines.append(Sparkline(row, column, source))
        return CellEdit(row, column, style=centred)

    def _model(self, a: AssessedRow) -> tuple[int, int]:
        """The cell whose look ours take: the outturn, or the name's if that is hand-coloured."""
        row = a.measure.row
        name = parse_a1(a.measure.name_cell)
        if a.current is None:
            return name
        outturn = self._table.grid.cell(row, a.current.column)
        named = self._table.grid.cell(*name)
        coloured = outturn is not None and named is not None and outturn.fill != named.fill
        return name if coloured else (row, a.current.column)

    def _status(self, a: AssessedRow) -> str | None:
        if a.current is None:
            return None
        return status_formula(outturn_figure(a.current), judged_by(a), self._rating)

    def _travel(self, a: AssessedRow) -> str | None:
        if a.current is None or a.previous is None:
            return None
        return travel_formula(outturn_figure(a.current), outturn_figure(a.previous), judged_by(a))

    def _change(
        self, row: int, column: int, a: AssessedRow, before: Outturn | None, change: float | None
    ) -> CellEdit:
        style = Style(like=self._model(a), align="center", number_format=CHANGE_FORMAT)
        if a.current is None or before is None:
            return CellEdit(row, column, NOT_KNOWN, style=style)
        formula = change_formula(outturn_figure(a.current), outturn_figure(before))
        return CellEdit(row, column, NOT_KNOWN if change is None else change, formula, style)

    # -- colours and ownership ---------------------------------------------------------------

    def _shade(self) -> None:
        """Colours follow the status word: of the status cell, the arrow and the outturn."""
        rag = self._placed.columns["rag"]
        if not self._rows:
            return
        rows = [a.measure.row for a in self._rows]
        first, last = min(rows), max(rows)
        outturns = {a.current.column for a in self._rows if a.current is not None}
        rated = [range_a1(first, c, last, c) for c in sorted(outturns)]
        direction = self._placed.columns.get("direction")
        if direction is not None:
            rated.append(range_a1(first, direction, last, direction))
        own = range_a1(first, rag, last, rag)
        for band in self._rating.all_bands:
            formula = f"AND({says(column_letters(rag), band.label)},{MARK})"
            unrated = band.status in (NOT_RATED, NO_DATA)
            reference = own if unrated else " ".join([own, *rated])
            self._edit.shades.append(Shade(reference, formula, band.fill, band.text))

    def _own(self) -> None:
        table = self._table
        if self._placed.new:
            columns = [self._placed.columns[kind] for kind in self._placed.new]
            reference = range_a1(table.header_top, min(columns), table.last_row, max(columns))
            self._edit.blocks.append(OwnedBlock(reference, tuple(self._placed.new)))
        for kind, column in self._placed.columns.items():
            if kind not in self._placed.new:
                reference = range_a1(table.header_row + 1, column, table.last_row, column)
                self._edit.blocks.append(OwnedBlock(reference, (kind,)))


def travel_words(a: AssessedRow) -> str:
    """The words of a direction of travel cell, as its formula gives them."""
    if a.direction is None:
        return NOT_KNOWN
    arrow = {"up": UP, "down": DOWN, "level": LEVEL}[a.direction]
    word = {"improved": "Improved", "worsened": "Worsened", "static": "Static"}.get(a.travel or "")
    plain = {"up": "Up", "down": "Down", "level": "Level"}[a.direction]
    return f"{arrow} {word or plain}"
