"""The Indicators sheet: the register, one tidy row an indicator, marked up as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.compose.attention import figure_style, outturn_cell
from xl_scorecard.compose.columns import CHANGE_FORMAT, travel_words
from xl_scorecard.compose.look import BODY, CENTRED, HEADING, HEADING_LEFT, NOTE, TEXT, TITLE
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import a1, quoted_sheet, range_a1
from xl_scorecard.domain.edits import CellEdit, NewSheet, OwnTable, Style
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.ours import NOT_KNOWN, TABLED
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.sheet_marks import mark_cell

_TABLE = "ScorecardIndicators"
_HEADER_ROW = 5
_COLUMNS = {
    "Reference": 14.0, "Name": 52.0, "Section": 26.0, "Dimension": 18.0, "Unit": 12.0,
    "Good is": 10.0, "Basis": 16.0, "Period": 14.0, "Outturn": 12.0, "Target": 12.0,
    "Tolerance": 12.0, "Status": 14.0, "Concern": 10.0, "Change": 12.0, "Direction": 16.0,
    "Where": 20.0, "Rated by": 14.0,
}  # fmt: skip
"""The headings, which stay from run to run as what is built on the table names them, with the
widths."""
_LINK = Style(border=True, align="center", text="#0B5394")
_CHANGE = Style(border=True, align="center", number_format=CHANGE_FORMAT)


def register_sheet(
    name: str, title: str, period: Period, written: Sequence[WrittenTable]
) -> Iterator[NewSheet]:
    """The sheet, if there is an indicator."""
    rows = [(assessed, table) for table in written for assessed in table.rows]
    if not rows:
        return
    sheet = NewSheet(TABLED, name, landscape=True)
    sheet.widths = dict(enumerate(_COLUMNS.values(), 1))
    _head(sheet, title, period)
    for row, (assessed, table) in enumerate(rows, _HEADER_ROW + 1):
        for column, cell in enumerate(_cells(assessed, table), 1):
            sheet.cells.append(
                CellEdit(row, column, cell.value, cell.formula, cell.style, cell.link)
            )
    last = _HEADER_ROW + len(rows)
    sheet.table = OwnTable(_TABLE, range_a1(_HEADER_ROW, 1, last, len(_COLUMNS)))
    sheet.ignore_inconsistent = range_a1(_HEADER_ROW + 1, 1, last, len(_COLUMNS))
    sheet.ignore_text_numbers = range_a1(_HEADER_ROW + 1, 1, last, 4)
    sheet.freeze_row, sheet.freeze_column = _HEADER_ROW, 2
    sheet.repeat_rows = (_HEADER_ROW, _HEADER_ROW)
    sheet.print_area = range_a1(1, 1, last, len(_COLUMNS))
    yield sheet


def _head(sheet: NewSheet, title: str, period: Period) -> None:
    put = sheet.cells.append
    put(CellEdit(1, 1, f"Indicators: {title}", style=TITLE))
    sheet.heights[1] = 30
    put(CellEdit(2, 1, period.words, style=TEXT))
    put(mark_cell(sheet.key, len(_COLUMNS)))
    note = "One row an indicator: sort, filter, or build a pivot table on it. Change figures in "
    put(CellEdit(3, 1, f"{note}the scorecard; this list follows.", style=NOTE))
    for column, heading in enumerate(_COLUMNS, 1):
        style = HEADING_LEFT if heading in ("Reference", "Name") else HEADING
        put(CellEdit(_HEADER_ROW, column, heading, style=style))
    sheet.heights[_HEADER_ROW] = 32


def _cells(a: AssessedRow, table: WrittenTable) -> Iterator[CellEdit]:
    measure = a.measure
    figure = _figure_style(a)
    yield _said(measure.id, BODY)
    yield _said(measure.name, BODY)
    for words in (
        measure.section, measure.dimension, _words(measure.unit), _words(measure.polarity),
        _words(measure.basis), str(a.period),
    ):  # fmt: skip
        yield _said(words, CENTRED)
    if a.current is None or a.current.value is None:
        yield _said(NOT_KNOWN, figure)
    else:
        yield outturn_cell(a.current, table, figure)
    yield _target(a, table, figure)
    yield CellEdit(0, 0, _tolerance(a), style=figure)
    yield _ours(a, table, "rag", table.label(a), CENTRED)
    yield CellEdit(0, 0, float(a.concern), style=CENTRED)
    yield _ours(a, table, "change", NOT_KNOWN if a.change is None else a.change, _CHANGE)
    yield _ours(a, table, "direction", travel_words(a), CENTRED)
    place = a.current.cell if a.current is not None else measure.name_cell
    yield CellEdit(
        0, 0, f"{measure.sheet}!{place}", style=_LINK,
        link=f"{quoted_sheet(measure.sheet)}!{place}",
    )  # fmt: skip
    yield _said("rule" if measure.rule is not None else "sheet", CENTRED)


def _figure_style(a: AssessedRow) -> Style:
    """The look of figures: as their own cell shows them, or where it says nothing, alike in every
    row of a unit, so that Excel is told once for all."""
    measure = a.measure
    if measure.number_format != "General" or measure.unit is Unit.DURATION:
        return figure_style(a)
    as_share = measure.unit is Unit.PERCENT and _factor(a) == 1
    return Style(border=True, align="center", number_format="0.0%" if as_share else "General")


def _said(words: str, style: Style) -> CellEdit:
    return CellEdit(0, 0, words or None, style=style)


def _words(value: str | None) -> str:
    return (value or "").replace("_", " ")


def _ours(
    a: AssessedRow, table: WrittenTable, kind: Column, value: float | str, style: Style
) -> CellEdit:
    """What one of our columns says of an indicator; its value where that column is not wanted."""
    typed = table.typed(kind, a)
    return CellEdit(0, 0, value if typed is None else typed, table.ours(kind, a), style)


def _target(a: AssessedRow, table: WrittenTable, style: Style) -> CellEdit:
    """The target as its cell holds it, or the rule's in the units of the outturn's cell."""
    cell = a.measure.target_cell
    if a.target is None:
        return _said(NOT_KNOWN, style)
    if cell is None:
        return CellEdit(0, 0, round(a.target.value * _factor(a), 12), style=style)
    held = cell.as_text if cell.as_text is not None else round(a.target.value * cell.factor, 12)
    sheet = f"{quoted_sheet(cell.sheet)}!" if cell.sheet else ""
    place = f"{sheet}{a1(cell.row, cell.column)}" if sheet else table.ref(cell.row, cell.column)
    return CellEdit(0, 0, held, place, style)


def _tolerance(a: AssessedRow) -> float | None:
    """The tolerance in the units of the outturn's cell."""
    tolerance = a.measure.tolerance
    if tolerance is None or a.target is None:
        return None
    return round(tolerance.in_unit(a.target.value) * _factor(a), 12)


def _factor(a: AssessedRow) -> float:
    return a.current.factor if a.current is not None else 1.0
