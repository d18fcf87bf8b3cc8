"""The indicators that need attention, worst first, each cell linked to the scorecard's."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.compose.columns import CHANGE_FORMAT, travel_words
from xl_scorecard.compose.look import BODY, CENTRED
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import a1, quoted_sheet
from xl_scorecard.domain.edits import CellEdit, Style
from xl_scorecard.domain.grades import grade_at
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.ours import NOT_KNOWN
from xl_scorecard.domain.rule_set import Column
from xl_scorecard.domain.scorecard import Outturn

_THOUSAND, _TINY = 1000, 1e-9
_LINK = Style(border=True, align="center", text="#0B5394")
_CHANGE = Style(border=True, align="center", number_format=CHANGE_FORMAT)


def attention_rows(written: list[WrittenTable]) -> Iterator[list[CellEdit]]:
    """The cells of each row; their places are the caller's to give."""
    found = [(a, table) for table in written for a in table.rows if a.concern > 0]
    for assessed, table in sorted(found, key=lambda item: _badness(item[0]), reverse=True):
        yield _cells(assessed, table)


def _badness(a: AssessedRow) -> tuple[int, float]:
    """Concern, then how many tolerances (or, without one, shares of target) short."""
    measure = a.measure
    if a.target is None or a.value is None or measure.polarity is None:
        return a.concern, 0.0
    tolerance = measure.tolerance.in_unit(a.target.value) if measure.tolerance else 0.0
    unit = tolerance or abs(a.target.value) or 1.0
    return a.concern, a.target.shortfall(a.value, measure.polarity) / unit


def _cells(a: AssessedRow, table: WrittenTable) -> list[CellEdit]:
    measure = a.measure
    assert a.current is not None  # a status of concern has an outturn
    name = table.name_of(a)
    style = figure_style(a)
    place = a.current.cell
    return [
        _cell(measure.name, name, BODY),
        _ours(a, table, "rag", table.label(a), CENTRED),
        outturn_cell(a.current, table, style),
        _target(a, table, style),
        _ours(a, table, "direction", travel_words(a), CENTRED),
        _ours(a, table, "change", a.no_move if a.change is None else a.change, _CHANGE),
        _ours(
            a,
            table,
            "change_on_year",
            a.no_change_on_year if a.change_on_year is None else a.change_on_year,
            _CHANGE,
        ),
        _cell(measure.section, None, CENTRED),
        CellEdit(0, 0, place, style=_LINK, link=f"{quoted_sheet(measure.sheet)}!{place}"),
    ]


def _cell(value: float | str | None, formula: str | None, style: Style) -> CellEdit:
    return CellEdit(0, 0, value, formula, style)


def _ours(
    a: AssessedRow, table: WrittenTable, kind: Column, value: float | str, style: Style
) -> CellEdit:
    """A cell that repeats one of our columns, or its value where that column is not wanted."""
    typed = table.typed(kind, a)
    return _cell(value if typed is None else typed, table.ours(kind, a), style)


def outturn_cell(outturn: Outturn, table: WrittenTable, style: Style) -> CellEdit:
    """An outturn as its own cell holds it."""
    held = outturn.as_text if outturn.as_text is not None else outturn.stored
    return _cell(held, table.ref(outturn.row, outturn.column), style)


def figure_style(a: AssessedRow) -> Style:
    """The look of an indicator's figures on sheets of ours."""
    return Style(border=True, align="center", number_format=figure_format(a))


def figure_format(a: AssessedRow) -> str:
    """A number format for figures of an indicator as its cells keep them."""
    if a.measure.number_format != "General":
        return a.measure.number_format
    if a.measure.unit is Unit.DURATION:
        return "[h]:mm:ss"
    outturns = a.measure.outturns.values()
    figures = [number for outturn in outturns if (number := outturn.stored) is not None]
    if a.measure.unit is Unit.PERCENT and _factor(a) == 1:
        return f"{_zeros([figure * 100 for figure in figures])}%"
    zeros = _zeros(figures)
    return f"#,##{zeros}" if zeros == "0" or max(map(abs, figures)) >= _THOUSAND else zeros


def _zeros(figures: list[float]) -> str:
    """A number format with as many decimals as the figures have, two at most."""
    for decimals, zeros in enumerate(("0", "0.0")):
        if all(abs(figure - round(figure, decimals)) < _TINY for figure in figures):
            return zeros
    return "0.00"


def _factor(a: AssessedRow) -> float:
    return a.current.factor if a.current is not None else 1.0


def _target(a: AssessedRow, table: WrittenTable, style: Style) -> CellEdit:
    """The target as its cell shows it, or the rule's in the units of the outturn's cell."""
    cell = a.measure.target_cell
    if a.target is None:
        return _cell(NOT_KNOWN, None, style)
    if cell is not None:
        own = round(a.target.value * cell.factor, 12)
        stored = cell.as_text if cell.as_text is not None else own
        ref = table.ref(cell.row, cell.column)
        if cell.sheet:
            ref = f"{quoted_sheet(cell.sheet)}!{a1(cell.row, cell.column)}"
        return _cell(stored, ref, style)
    if a.measure.rule is not None and a.measure.rule.scale:
        return _cell(grade_at(a.target.value, a.measure.rule.scale), None, style)
    value = round(a.target.value * _factor(a), 12)
    if a.target.upper is not None:
        return _cell(f"{value:g} to {a.target.upper * _factor(a):g}", None, style)
    return _cell(value, None, style)
