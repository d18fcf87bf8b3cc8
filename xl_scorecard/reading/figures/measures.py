"""Indicator rows joined to their rules: unit, polarity, target, tolerance, outturns."""

from __future__ import annotations

from functools import cached_property

from xl_scorecard.domain.amount import (
    Target,
    Tolerance,
    ToleranceKind,
    parse_target,
    parse_tolerance,
)
from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Basis, Polarity, Unit
from xl_scorecard.domain.names import plain_name
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.rule_set import Defaults, Indicator, RuleSet
from xl_scorecard.domain.scorecard import (
    FromCell,
    IndicatorRow,
    Measure,
    Outturn,
    Role,
    Table,
)
from xl_scorecard.ooxml.number_formats import is_percent
from xl_scorecard.reading.figures.of_period import of_period, target_columns
from xl_scorecard.reading.figures.outturns import (
    factor_of_row,
    factor_of_target,
    in_one_scale,
    number_in,
    rating_beside,
    read_outturn,
    unclear,
)
from xl_scorecard.reading.figures.series import FigurePlace, figure_places, one_series
from xl_scorecard.reading.words.row_words import (
    BASIS_WORDS,
    unit_in_cell,
    unit_in_name,
    unit_of_words,
)


class RuleIndex:
    """Rules looked up by reference, then by name or alias, whatever their case and spacing.

    Of several rules with one name, the one of the row's section counts, else the first.
    """

    def __init__(self, rule_set: RuleSet) -> None:
        self._by_id = {tidy(rule.id): rule for rule in rule_set.indicators}
        self._by_name: dict[str, list[Indicator]] = {}
        for rule in rule_set.indicators:
            for name in rule.names:
                self._by_name.setdefault(plain_name(name), []).append(rule)

    def find(self, reference: str, name: str, section: str = "") -> Indicator | None:
        """The rule of a row, or None."""
        if reference and (rule := self._by_id.get(tidy(reference))):
            return rule
        named = self._by_name.get(plain_name(name), [])
        of_section = (rule for rule in named if tidy(rule.section or "") == tidy(section))
        return next(of_section, None) or next(iter(named), None)


def read_measure(table: Table, row: IndicatorRow, rule_set: RuleSet, index: RuleIndex) -> Measure:
    """One row as a measure; what its rule leaves out comes from the sheet, then the defaults."""
    rule = index.find(row.reference, row.name, row.section)
    reader = _RowReader(table, row, rule, rule_set.defaults)
    unit = reader.unit()
    polarity = reader.polarity()
    basis = reader.basis()
    places = one_series(reader.places, basis)
    basis = basis or _usual_basis(places)
    target_cell = reader.target_cell(basis)
    cells = [table.grid.cell(place.row, place.column) for place in places]
    factor = factor_of_row(cells, unit, target_cell)
    target, target_from = reader.target(target_cell, unit, factor)
    aim = target or (rule.constant_target(unit) if rule is not None else None)
    tolerance, tolerance_from = reader.tolerance(unit, factor, aim)
    if polarity is None and aim is not None:
        polarity = aim.implies
    if polarity is None:
        polarity = rule_set.defaults.good_is if rule is not None else None
    outturns: dict[Period, Outturn] = {}
    for place, cell in zip(places, cells, strict=True):
        outturn = read_outturn(cell, place.period, (place.row, place.column), unit, factor)
        known = outturns.get(place.period)
        if known is None or (known.value is None and (outturn.value is not None or not known.raw)):
            outturns[place.period] = outturn
        elif outturn.value not in (None, known.value):
            # two columns say different things of one period: neither is taken
            outturns[place.period] = unclear(known)
    outturns = in_one_scale(outturns, unit, number_in(target_cell))
    return Measure(
        sheet=table.sheet,
        row=row.row,
        id=rule.id if rule else row.reference or row.name,
        name=row.name,
        section=(rule.section if rule and rule.section and not row.section else row.section),
        rule=rule,
        unit=unit,
        polarity=polarity,
        basis=basis,
        target=target,
        target_cell=target_from,
        tolerance=tolerance,
        tolerance_cell=tolerance_from,
        outturns=outturns,
        number_format=_number_format(cells),
        typed_rag=_with_text(reader.cell(Role.RAG)) or rating_beside(outturns),
        typed_travel=_with_text(reader.cell(Role.TRAVEL)),
        comment=_text(reader.cell(Role.COMMENT)),
        name_cell=a1(row.name_row or row.row, row.name_column),
    )


_OURS = {Role.RAG: "rag", Role.TRAVEL: "direction"}


class _RowReader:
    """What one row's cells say, with the rule's word first."""

    def __init__(
        self, table: Table, row: IndicatorRow, rule: Indicator | None, defaults: Defaults
    ) -> None:
        self._table = table
        self._row = row
        self._rule = rule
        self._defaults = defaults

    def cell(self, role: Role) -> Cell | None:
        """The row's cell in a column of a role: of several, the one for the reported period.

        A judgement of another period is no judgement of this one.
        """
        columns = self._table.by_role(role)
        if not columns:
            index = self._table.former.get(_OURS.get(role, ""))
            return self._table.grid.shown(self._row.row, index) if index else None
        column = of_period(columns, self._table.reported)
        if column is None and role not in _OURS:
            column = columns[0]
        return self._table.grid.shown(self._row.row, column.index) if column else None

    def target_cell(self, basis: Basis | None) -> Cell | None:
        """The target of the reported period; None where two columns say different things."""
        if self._row.target_row is not None:
            column = of_period(self._table.by_role(Role.OUTTURN), self._table.reported)
            return self._table.grid.cell(self._row.target_row, column.index) if column else None
        columns = target_columns(self._table, basis)
        cells = [self._table.grid.shown(self._row.row, column.index) for column in columns]
        filled = [cell for cell in cells if cell is not None and cell.value is not None]
        if len({cell.value for cell in filled}) > 1:
            return None
        return filled[0] if filled else None

    def unit(self) -> Unit | None:
        if self._rule and self._rule.unit:
            return self._rule.unit
        said = unit_of_words(_text(self.cell(Role.UNIT)))
        if said:
            return said
        shown = {unit_in_cell(cell) for cell in self._figures}
        for unit in (Unit.PERCENT, Unit.CURRENCY):
            if unit in shown:
                return unit
        return unit_in_name(self._row.name) or self._defaults.unit

    @cached_property
    def places(self) -> list[FigurePlace]:
        """Every cell that a heading says is the row's figure for a period."""
        return figure_places(self._table, self._row)

    @cached_property
    def _figures(self) -> list[Cell | None]:
        return [self._table.grid.cell(place.row, place.column) for place in self.places]

    def polarity(self) -> Polarity | None:
        if self._rule and self._rule.good_is:
            return self._rule.good_is
        cell = self.cell(Role.POLARITY)
        return parse_polarity(_text(cell), cell.font if cell is not None else None)

    def basis(self) -> Basis | None:
        if self._rule and self._rule.basis:
            return self._rule.basis
        for role in (Role.BASIS, Role.FREQUENCY):
            said = BASIS_WORDS.get(tidy(_text(self.cell(role))))
            if said:
                return said
        return self._defaults.basis

    def target(
        self, cell: Cell | None, unit: Unit | None, factor: float
    ) -> tuple[Target | None, FromCell | None]:
        """The workbook's target, unless the rule has its own (then it depends on the period)."""
        if self._rule is not None and self._rule.target is not None:
            return None, None
        if cell is None or not isinstance(cell.value, float | str):
            return None, None
        if isinstance(cell.value, str):
            target = parse_target(cell.text, unit)
            place = FromCell(cell.row, cell.column, as_text=str(cell.value))
            return (target, place) if target is not None else (None, None)
        own = factor_of_target(cell, self._figures, unit, factor)
        return Target(cell.value / own), FromCell(cell.row, cell.column, own)

    def tolerance(
        self, unit: Unit | None, factor: float, target: Target | None
    ) -> tuple[Tolerance | None, FromCell | None]:
        """The rule's, else the workbook's tolerance or amber threshold, else the default."""
        if self._rule is not None and self._rule.tolerance is not None:
            return parse_tolerance(self._rule.tolerance, unit), None
        cell = self.cell(Role.TOLERANCE)
        if cell is None:
            threshold = self._up_to_threshold(unit, factor, target)
            if threshold is not None:
                return threshold
        if cell is not None and isinstance(cell.value, float):
            if is_percent(cell.number_format):
                kind = ToleranceKind.ABSOLUTE if unit is Unit.PERCENT else ToleranceKind.RELATIVE
                return Tolerance(abs(cell.value), kind), FromCell(cell.row, cell.column)
            own = 100.0 if unit is Unit.PERCENT and abs(cell.value) >= 1 else 1.0
            if unit is Unit.PERCENT and factor != 1:
                own = factor
            return Tolerance(abs(cell.value) / own), FromCell(cell.row, cell.column, own)
        if cell is not None and cell.text:
            read = parse_tolerance(cell.text, unit)
            if read is not None:
                if unit is Unit.PERCENT:  # "5%" typed beside percentages means points
                    read = Tolerance(read.amount)
                return read, FromCell(cell.row, cell.column, as_text=str(cell.value))
        default = self._defaults.tolerance
        return (None if default is None else parse_tolerance(default, unit)), None

    def _up_to_threshold(
        self, unit: Unit | None, factor: float, target: Target | None
    ) -> tuple[Tolerance, FromCell] | None:
        """The tolerance that an amber threshold or floor beside the target leaves."""
        columns = self._table.by_role(Role.THRESHOLD)
        if not columns or target is None:
            return None
        # where amber begins and where red begins both stand there: amber is what tolerance ends
        first = min(columns, key=lambda column: "red" in column.heading.casefold())
        cell = self._table.grid.shown(self._row.row, first.index)
        if cell is None:
            return None
        if isinstance(cell.value, str):
            end = parse_target(cell.text, unit)
            place = FromCell(cell.row, cell.column, as_text=cell.value, threshold=True)
        elif isinstance(cell.value, float):
            own = 1.0 if is_percent(cell.number_format) else factor
            end = Target(cell.value / own)
            place = FromCell(cell.row, cell.column, own, threshold=True)
        else:
            return None
        if end is None:
            return None
        # amber from 25 to 30 beside a target of 25 ends where it is farthest from the target
        ends = [end.value] if end.upper is None else [end.value, end.upper]
        return Tolerance(round(max(abs(target.value - edge) for edge in ends), 12)), place


def _usual_basis(places: list[FigurePlace]) -> Basis | None:
    """The basis that headings name above an indicator's months and quarters."""
    return next((p.basis for p in places if p.period.grain is not Grain.YEAR), None)


def _text(cell: Cell | None) -> str:
    return cell.text if cell is not None else ""


def _with_text(cell: Cell | None) -> Cell | None:
    return cell if cell is not None and cell.text and cell.formula is None else None


def _number_format(cells: list[Cell | None]) -> str:
    """The format most figures of the row have, for showing its outturn elsewhere."""
    formats = [c.number_format for c in cells if c is not None and isinstance(c.value, float)]
    return max(formats, key=formats.count) if formats else "General"
