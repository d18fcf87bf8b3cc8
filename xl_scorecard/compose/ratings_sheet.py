"""The Ratings sheet: statuses of tables that leave no room beside them, or none that is seen."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.compose.attention import CHANGE_FORMAT
from xl_scorecard.compose.figures import figures_in_unit
from xl_scorecard.compose.formulas import literal, quoted
from xl_scorecard.compose.look import BODY, CENTRED, HEADING, HEADING_LEFT, NOTE, TEXT, TITLE
from xl_scorecard.compose.placing import Placed
from xl_scorecard.compose.register.headings import REFRESH, Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.travel import travel_title
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.assessed import AssessedRow, compared_words
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.cell_ref import quoted_sheet, range_a1
from xl_scorecard.domain.edits import CellEdit, NewSheet, Shade, Style, says
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.scorecard import Table
from xl_scorecard.domain.sheet_marks import mark_cell

_HEADER_ROW = 5
_COLUMNS: dict[Column, int] = {"rag": 4, "direction": 5, "change": 6, "change_on_year": 7}
_WIDTHS = {1: 52.0, 2: 22.0, 3: 14.0, 4: 14.0, 5: 18.0, 6: 14.0, 7: 14.0, 8: 16.0}
_LINK = Style(border=True, align="center", text="#0B5394")


class RatingsSheet:
    """Composes the sheet, row by row; without rows there is none."""

    def __init__(
        self, name: str, title: str, period: Period, rating: Rating, register: Register
    ) -> None:
        self._sheet = NewSheet("ratings", name, widths=dict(_WIDTHS), landscape=True)
        self._title = title
        self._period = period
        self._rating = rating
        self._register = register
        self._row = _HEADER_ROW
        self._why: list[str] = []
        self._rows: list[AssessedRow] = []

    def put(self, table: Table, rows: list[AssessedRow], why: str) -> WrittenTable:
        """Add the indicators of a table, and why they are here; says where their cells are."""
        self._why.append(why)
        self._rows.extend(rows)
        there: dict[AssessedRow, int] = {}
        for assessed in rows:
            self._row += 1
            there[assessed] = self._row
            for column, cell in enumerate(self._cells(assessed), 1):
                self._sheet.cells.append(
                    CellEdit(self._row, column, cell.value, cell.formula, cell.style, cell.link)
                )
        placed = Placed(dict(_COLUMNS), [])
        return WrittenTable(table, rows, placed, self._rating, self._sheet.name, there)

    def sheets(self) -> Iterator[NewSheet]:
        """The sheet, if there is anything on it."""
        if self._row == _HEADER_ROW:
            return
        self._head()
        for band in self._rating.all_bands:
            reference = range_a1(_HEADER_ROW + 1, 4, self._row, 5)
            self._sheet.shades.append(Shade(reference, says("D", band.label), band.fill, band.text))
        self._sheet.freeze_row = _HEADER_ROW
        self._sheet.repeat_rows = (_HEADER_ROW, _HEADER_ROW)
        self._sheet.print_area = range_a1(1, 1, self._row, len(_WIDTHS))
        yield self._sheet

    def _head(self) -> None:
        put = self._sheet.cells.append
        put(CellEdit(1, 1, f"Ratings: {self._title}", style=TITLE))
        self._sheet.heights[1] = 30
        put(CellEdit(2, 1, self._period.words, style=TEXT))
        put(mark_cell(self._sheet.key, len(_WIDTHS)))
        why = "; ".join(dict.fromkeys(self._why))
        stands = "it stands here, and follows the scorecard's own cells."
        put(CellEdit(3, 1, f"{why}; {stands}", style=NOTE))
        headings = (
            "Indicator", "Section", "Outturn", "Status", travel_title(self._rows),
            f"Change on {compared_words(self._period, self._rows)}",
            f"Change on {self._period.year_before.words}", "Cell",
        )  # fmt: skip
        for column, heading in enumerate(headings, 1):
            style = HEADING_LEFT if column == 1 else HEADING
            put(CellEdit(_HEADER_ROW, column, heading, style=style))
        self._sheet.heights[_HEADER_ROW] = 32

    def _cells(self, a: AssessedRow) -> Iterator[CellEdit]:
        measure = a.measure
        figure = Style(border=True, align="center", number_format=figures_in_unit(a))
        change = Style(border=True, align="center", number_format=CHANGE_FORMAT)
        yield CellEdit(0, 0, measure.name, style=BODY)
        yield CellEdit(0, 0, measure.section or None, style=CENTRED)
        for heading, style in (
            (Heading.OUTTURN, figure),
            (Heading.STATUS, CENTRED),
            (Heading.DIRECTION, CENTRED),
            (Heading.CHANGE, change),
            (Heading.CHANGE_ON_YEAR, change),
        ):
            yield self._looked_up(a, heading, style)
        place = a.current.cell if a.current is not None else measure.name_cell
        yield CellEdit(0, 0, place, style=_LINK, link=f"{quoted_sheet(measure.sheet)}!{place}")

    def _looked_up(self, a: AssessedRow, heading: Heading, style: Style) -> CellEdit:
        """What the register says of an indicator, by its place: the register may be sorted."""
        place = self._register.value(Heading.PLACE, a)
        value = self._register.value(heading, a)
        if not isinstance(place, float):
            return CellEdit(0, 0, REFRESH, style=style)
        formula = f"IFERROR({self._register.shown(heading, literal(place))},{quoted(REFRESH)})"
        return CellEdit(0, 0, "" if value is None else value, formula, style)
