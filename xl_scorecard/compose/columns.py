"""The columns beside a table: status, direction of travel, changes, trend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xl_scorecard.compose.formulas import (
    DOWN,
    LEVEL,
    NOT_KNOWN,
    UP,
    Figure,
    Judged,
    change_formula,
    outturn_figure,
    status_formula,
    target_figure,
    tolerance_value,
    travel_formula,
)
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Rating
from xl_scorecard.domain.cell_ref import MAX_COLUMN, a1, column_letters, range_a1
from xl_scorecard.domain.edits import MARK, CellEdit, Shade, SheetEdit, Sparkline, Style
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.scorecard import FromCell, Outturn, Role, Table
from xl_scorecard.rating.assess import Assessment

CHANGE_FORMAT = "+0.0%;-0.0%;0.0%"
_WIDTHS: dict[Column, float] = {
    "rag": 13, "direction": 15, "change": 12, "change_on_year": 12, "variation": 14, "trend": 18,
}  # fmt: skip


@dataclass(frozen=True)
class Placed:
    """Where the columns of one table went: the column number of each kind."""

    columns: dict[Column, int]

    def cell(self, kind: Column, row: int) -> str | None:
        """The cell of a kind in a row, or None where that column is not there."""
        index = self.columns.get(kind)
        return a1(row, index) if index is not None else None


def place_columns(table: Table, wanted: list[Column]) -> tuple[Placed, list[Column]]:
    """Where each wanted column goes: the table's own empty one, else to its right.

    Returns the places and the columns that are new. Nothing of the sheet lies in the way: the
    first stretch of columns that is empty beside the table is taken.
    """
    places: dict[Column, int] = {}
    own = {"rag": table.rag_column(), "direction": table.travel_column()}
    new: list[Column] = []
    for kind in dict.fromkeys(wanted):
        column = own.get(kind)
        if column is not None:
            places[kind] = column.index
        else:
            new.append(kind)
    if new:
        start = _free_column(table, len(new))
        places.update({kind: start + offset for offset, kind in enumerate(new)})
    return Placed(places), new


def _free_column(table: Table, count: int) -> int:
    """The first of `count` empty columns to the right of everything beside the table."""
    grid = table.grid
    top, bottom = table.header_top, table.last_row
    start = table.last_column + 1
    beside = [c for (r, c) in grid.cells if top <= r <= bottom and c >= start]
    for block in grid.merged:
        if block.first_row <= bottom and block.last_row >= top and block.last_column >= start:
            beside.append(block.last_column)
    for block in grid.tables:
        if block.first_row <= bottom and block.last_row >= top and block.last_column >= start:
            beside.append(block.last_column)
    start = max([start, *(c + 1 for c in beside)])
    if start + count - 1 > MAX_COLUMN:
        return 0
    return start


class ColumnComposer:
    """Composes the edits of one table's sheet."""

    def __init__(
        self, table: Table, assessments: list[Assessment], rating: Rating, reported: Period
    ) -> None:
        self._table = table
        self._assessments = assessments
        self._rating = rating
        self._reported = reported
        self._edit = SheetEdit(table.sheet)

    def compose(self, wanted: list[Column]) -> tuple[SheetEdit, Placed]:
        """The edits and where the columns went."""
        kinds = [kind for kind in wanted if kind != "trend" or self._trend_columns()]
        if "rag" not in kinds:
            kinds.insert(0, "rag")  # the colours of the outturns rest on it
        placed, new = place_columns(self._table, kinds)
        self._headings(placed, new)
        for assessment in self._assessments:
            self._row(assessment, placed)
        self._bands(new, placed)
        self._shade(placed)
        self._own(placed, new)
        return self._edit, placed

    # -- headings ----------------------------------------------------------------------------

    def _headings(self, placed: Placed, new: list[Column]) -> None:
        table = self._table
        model = (table.header_row, table.last_column)
        for kind in new:
            column = placed.columns[kind]
            style = Style(like=model, wrap=True, align="center")
            for row in range(table.header_top, table.header_row + 1):
                text = self._heading(kind) if row == table.header_top else None
                self._edit.cells.append(CellEdit(row, column, text, style=style))
            if table.header_row > table.header_top:
                self._edit.merges.append(
                    range_a1(table.header_top, column, table.header_row, column)
                )
            self._edit.widths[column] = _WIDTHS[kind]

    def _heading(self, kind: Column) -> str:
        period = self._usual_period()
        return {
            "rag": f"Status {period.words}",
            "direction": f"Direction of travel on {period.previous.words}",
            "change": f"Change on {period.previous.words}",
            "change_on_year": f"Change on {period.year_before.words}",
            "variation": "Variation",
            "trend": "Trend",
        }[kind]

    def _usual_period(self) -> Period:
        """The period most rows of the table are judged in."""
        periods = [a.period for a in self._assessments]
        return max(periods, key=periods.count) if periods else self._reported

    def _bands(self, new: list[Column], placed: Placed) -> None:
        """Carry the fill of section heading rows on over our columns."""
        rows = {a.measure.row for a in self._assessments}
        table = self._table
        for row in range(table.header_row + 1, table.last_row):
            model = (row, table.last_column)
            if row not in rows and (model in table.grid.styled or model in table.grid.cells):
                for kind in new:
                    style = Style(like=model)
                    self._edit.cells.append(CellEdit(row, placed.columns[kind], style=style))

    # -- rows --------------------------------------------------------------------------------

    def _row(self, assessment: Assessment, placed: Placed) -> None:
        row = assessment.measure.row
        for kind, column in placed.columns.items():
            edit = self._cell(kind, assessment, row, column)
            if edit is not None:
                self._edit.cells.append(edit)

    def _cell(self, kind: Column, a: Assessment, row: int, column: int) -> CellEdit | None:
        model = (row, a.current.column) if a.current else (row, self._table.last_column)
        centred = Style(like=model, align="center")
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
            columns = self._trend_columns()
            source = range_a1(row, columns[0], row, columns[-1])
            self._edit.sparklines.append(Sparkline(row, column, source))
        return CellEdit(row, column, style=centred)

    def _judged(self, a: Assessment) -> Judged:
        return judged_by(a, self._table)

    def _status(self, a: Assessment) -> str | None:
        if a.current is None:
            return None
        return status_formula(outturn_figure(a.current), self._judged(a), self._rating)

    def _travel(self, a: Assessment) -> str | None:
        if a.current is None or a.previous is None:
            return None
        return travel_formula(outturn_figure(a.current), outturn_figure(a.previous), self._judged(a))

    def _change(
        self, row: int, column: int, a: Assessment, before: Outturn | None, change: float | None
    ) -> CellEdit:
        model = (row, a.current.column) if a.current else (row, self._table.last_column)
        style = Style(like=model, align="center", number_format=CHANGE_FORMAT)
        if a.current is None or before is None:
            return CellEdit(row, column, NOT_KNOWN, style=style)
        formula = change_formula(outturn_figure(a.current), outturn_figure(before))
        return CellEdit(row, column, NOT_KNOWN if change is None else change, formula, style)

    # -- colours and ownership ---------------------------------------------------------------

    def _shade(self, placed: Placed) -> None:
        """Colours follow the status word: of the status cell, the arrow and the outturn."""
        rag = placed.columns["rag"]
        if not self._assessments:
            return
        rows = [a.measure.row for a in self._assessments]
        first, last = min(rows), max(rows)
        outturns: dict[int, list[int]] = {}
        for a in self._assessments:
            if a.current is not None:
                outturns.setdefault(a.current.column, []).append(a.measure.row)
        rated = [range_a1(first, c, last, c) for c in sorted(outturns)]
        if "direction" in placed.columns:
            rated.append(range_a1(first, placed.columns["direction"], last, placed.columns["direction"]))
        own = range_a1(first, rag, last, rag)
        for band in self._rating.all_bands:
            word = band.label.replace('"', '""')
            formula = f'AND(${column_letters(rag)}{first}="{word}",{MARK})'
            unrated = band.status in (NOT_RATED, NO_DATA)
            reference = own if unrated else " ".join([own, *rated])
            self._edit.shades.append(Shade(reference, formula, band.fill, band.text))

    def _own(self, placed: Placed, new: list[Column]) -> None:
        table = self._table
        if new:
            columns = [placed.columns[kind] for kind in new]
            self._edit.blocks.append(
                range_a1(table.header_top, min(columns), table.last_row, max(columns))
            )
        for kind, column in placed.columns.items():
            if kind not in new:
                self._edit.blocks.append(
                    range_a1(table.header_row + 1, column, table.last_row, column)
                )

    def _trend_columns(self) -> list[int]:
        """The longest run of neighbouring columns with consecutive periods of one length."""
        runs = list(_runs(self._table))
        best = max(runs, key=len, default=[])
        return best if len(best) >= 3 else []


def _runs(table: Table) -> Iterator[list[int]]:
    run: list[int] = []
    last: Period | None = None
    for column in sorted(table.by_role(Role.OUTTURN), key=lambda c: c.index):
        period = column.period
        if period is None:
            continue
        if run and last is not None and column.index == run[-1] + 1 and last.next == period:
            run.append(column.index)
        else:
            yield run
            run = [column.index]
        last = period
    yield run


def judged_by(a: Assessment, table: Table) -> Judged:
    """What a row is judged by: the workbook's target cell, even while empty, or the rule's."""
    measure = a.measure
    cell = measure.target_cell
    own_rule = measure.rule is not None and measure.rule.target is not None
    if cell is None and not own_rule and measure.polarity not in (None, Polarity.NEITHER):
        column = table.first(Role.TARGET)
        if column is not None:
            factor = a.current.factor if a.current is not None else 1.0
            cell = FromCell(measure.row, column.index, factor)
    target = target_figure(a.target, cell)
    tolerance = tolerance_value(
        measure.tolerance, measure.tolerance_cell, target.value if target else "0"
    )
    return Judged(measure.polarity, target, a.target.upper if a.target else None, tolerance)


def travel_words(a: Assessment) -> str:
    """The words of a direction of travel cell, as its formula gives them."""
    if a.direction is None:
        return NOT_KNOWN
    arrow = {"up": UP, "down": DOWN, "level": LEVEL}[a.direction]
    word = {"improved": "Improved", "worsened": "Worsened", "static": "Static"}.get(a.travel or "")
    plain = {"up": "Up", "down": "Down", "level": "Level"}[a.direction]
    return f"{arrow} {word or plain}"




