"""Indicator rows joined to their rules: unit, polarity, target, tolerance, outturns."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.rule_index import RuleIndex
from xl_scorecard.domain.rule_set import Defaults, Indicator, RuleSet
from xl_scorecard.domain.scorecard import IndicatorRow, Measure, Outturn, Role, Table
from xl_scorecard.reading.figures.aims import Scale, read_target, read_tolerance
from xl_scorecard.reading.figures.described import basis_of, polarity_in_doubt, polarity_of, unit_of
from xl_scorecard.reading.figures.outturns import (
    factor_of_row,
    in_one_scale,
    number_in,
    rating_beside,
    read_outturn,
    unclear,
)
from xl_scorecard.reading.figures.row_cells import RowCells
from xl_scorecard.reading.figures.series import FigurePlace
from xl_scorecard.reading.figures.table_columns import TableColumns


def read_measures(table: Table, rule_set: RuleSet, index: RuleIndex) -> Iterator[Measure]:
    """The rows of a table as measures; what a rule leaves out comes from the sheet, then the
    defaults."""
    columns = TableColumns(table)
    for row in table.rows:
        rule = index.find(row.reference, row.name, row.section)
        yield _measure(RowCells(columns, row), rule, rule_set.defaults)


def _measure(cells: RowCells, rule: Indicator | None, defaults: Defaults) -> Measure:
    table, row = cells.table, cells.row
    unit, said_basis = unit_of(cells, rule, defaults), basis_of(cells, rule, defaults)
    places = cells.series(said_basis)
    basis = said_basis or _usual_basis(places)
    series, target_cell = cells.at(places), cells.target(basis)
    scale = Scale(unit, factor_of_row(series, unit, target_cell))
    target, target_from = read_target(cells, target_cell, rule, scale)
    aim = target or (rule.constant_target(unit) if rule is not None else None)
    tolerance, tolerance_from = read_tolerance(cells, rule, defaults, scale, aim)
    outturns = _outturns(table, places, series, scale)
    outturns = in_one_scale(outturns, unit, number_in(target_cell))
    polarity = polarity_of(cells, rule, defaults, aim)
    doubt = polarity_in_doubt(cells, polarity)
    return Measure(
        sheet=table.sheet,
        row=table.on_sheet(row.row, row.name_column)[0],
        id=rule.id if rule else row.reference or row.name,
        name=row.name,
        section=_section(row, rule),
        rule=rule,
        unit=unit,
        polarity=polarity,
        basis=basis,
        target=target,
        target_cell=target_from,
        tolerance=tolerance,
        tolerance_cell=tolerance_from,
        outturns=outturns,
        number_format=_number_format(series),
        typed_rag=_typed(cells.cell(Role.RAG)) or rating_beside(outturns),
        filled_rag=cells.filled_rag,
        typed_travel=_typed(cells.cell(Role.TRAVEL)),
        comment=cells.text(Role.COMMENT),
        name_cell=table.name_cell(row),
        doubts=(doubt,) if doubt is not None else (),
    )


def _outturns(
    table: Table, places: list[FigurePlace], figures: list[Cell | None], scale: Scale
) -> dict[Period, Outturn]:
    """The outturn of each period; where two columns say different things of one, neither is
    taken."""
    found: dict[Period, Outturn] = {}
    for place, cell in zip(places, figures, strict=True):
        on_sheet = table.on_sheet(place.row, place.column)
        outturn = read_outturn(cell, place.period, on_sheet, scale.unit, scale.factor)
        known = found.get(place.period)
        found[place.period] = outturn if known is None else _of_two(known, outturn)
    return found


def _of_two(known: Outturn, further: Outturn) -> Outturn:
    """What two columns say together of one period."""
    if known.value is None and (further.value is not None or not known.raw):
        return further
    return known if further.value in (None, known.value) else unclear(known)


def _usual_basis(places: list[FigurePlace]) -> Basis | None:
    """The basis that headings name above an indicator's months and quarters."""
    return next((p.basis for p in places if p.period.grain is not Grain.YEAR), None)


def _section(row: IndicatorRow, rule: Indicator | None) -> str:
    return row.section or (rule.section if rule is not None and rule.section else "")


def _typed(cell: Cell | None) -> Cell | None:
    """A judgement that an officer typed."""
    return cell if cell is not None and cell.text and cell.formula is None else None


def _number_format(cells: list[Cell | None]) -> str:
    """The format most figures of the row have, for showing its outturn elsewhere."""
    formats = [c.number_format for c in cells if c is not None and isinstance(c.value, float)]
    return max(dict.fromkeys(formats), key=formats.count, default="General")
