"""Indicator rows joined to their rules: unit, polarity, target, tolerance, outturns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from xl_scorecard.domain.amount import Target, parse_tolerance
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Basis, Polarity, Unit
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.rule_index import RuleIndex
from xl_scorecard.domain.rule_set import Defaults, Indicator, RuleSet
from xl_scorecard.domain.scorecard import IndicatorRow, Measure, Outturn, Role, Table
from xl_scorecard.domain.steady import Steady
from xl_scorecard.reading.figures.aims import read_floor, read_target, read_tolerance
from xl_scorecard.reading.figures.benchmarks import BenchmarksOf
from xl_scorecard.reading.figures.described import basis_of, polarity_in_doubt, polarity_of, unit_of
from xl_scorecard.reading.figures.doubtful import (
    figures_in_doubt,
    grades_in_doubt,
    moved_too,
    target_in_doubt,
)
from xl_scorecard.reading.figures.earlier_targets import earlier_targets
from xl_scorecard.reading.figures.in_words import are_words_of
from xl_scorecard.reading.figures.kept import Scale, scale_of, signed_share, usual_factor
from xl_scorecard.reading.figures.milestones import milestone
from xl_scorecard.reading.figures.outturns import (
    in_one_scale,
    number_in,
    rating_beside,
    read_outturn,
    unclear,
    without_impossible,
)
from xl_scorecard.reading.figures.row_cells import RowCells
from xl_scorecard.reading.figures.series import FigurePlace
from xl_scorecard.reading.figures.steadiness import AsRead, steadiness
from xl_scorecard.reading.figures.table_columns import TableColumns
from xl_scorecard.reading.figures.target_doubt import figure_of, in_doubt


def read_measures(table: Table, rule_set: RuleSet, index: RuleIndex) -> Iterator[Measure]:
    """The rows of a table as measures; what a rule leaves out comes from the sheet, then the
    defaults."""
    columns, defaults, rating = TableColumns(table), rule_set.defaults, rule_set.bands
    rows: list[_Row] = []
    for row in table.rows:
        rule = _rule(index, row)
        rows.append(_Row(RowCells(columns, row), rule, defaults))
    usual = usual_factor((row.figures, row.unit) for row in rows)
    for each in rows:
        measure = _measure(each, defaults, usual, rating, rule_set.starts)
        if table.dated is not None and table.reported is not None:
            measure = milestone(measure, each.cells, each.rule, defaults)
        yield _with_rule(measure, rule_set)


def _with_rule(measure: Measure, rule_set: RuleSet) -> Measure:
    """A measure with what its rule, else the defaults, say of comparing its figures."""
    rule = measure.rule
    own = rule.static_within if rule is not None else None
    said = own if own is not None else rule_set.defaults.static_for(measure.unit)
    return replace(
        measure,
        breaks=rule_set.breaks_of(rule) if rule is not None else frozenset(),
        static_within=None if said is None else parse_tolerance(said, measure.unit),
        baseline=rule_set.baseline_of(rule) if rule is not None else None,
        screen_outliers=rule_set.defaults.screen_outliers,
        direction=rule_set.direction_of(rule),
        forecast=rule is not None and rule.forecast is not None,
    )


def _rule(index: RuleIndex, row: IndicatorRow) -> Indicator | None:
    """The rule of a row: its own in the second dimension, else that of its indicator."""
    own = index.find(row.full_reference, row.full_name, row.section) if row.dimension else None
    return own or index.find(row.reference, row.name, row.section)


class _Row:
    """A row's cells of figures and target, and what they are counted in."""

    def __init__(self, cells: RowCells, rule: Indicator | None, defaults: Defaults) -> None:
        self.cells, self.rule = cells, rule
        said_basis = basis_of(cells, rule, defaults)
        self.places = cells.series(said_basis)
        self.basis = said_basis or _usual_basis(self.places)
        self.figures = cells.at(self.places)
        self.target = cells.target(self.basis)
        self.unit = unit_of(cells, rule, defaults, self.target)


def _measure(
    known: _Row, defaults: Defaults, usual: float | None, rating: Rating, starts: int
) -> Measure:
    cells, rule, unit, basis = known.cells, known.rule, known.unit, known.basis
    table, row = cells.table, cells.row
    series, target_cell = known.figures, known.target
    called = f"{row.name} {cells.text(Role.UNIT)}"
    scale = scale_of(series, unit, target_cell, called, usual)
    scale = scale._replace(words=tuple(rule.scale) if rule is not None else ())
    if not scale.words and are_words_of(rating, series):
        scale = scale._replace(bands=rating.words)
    target, target_from = read_target(cells, target_cell, rule, scale)
    aim = target or _by_rule(rule, unit, table.reported)
    outturns = _outturns(table, known.places, series, scale)
    outturns = in_one_scale(outturns, unit, number_in(target_cell), _share(unit, target_cell))
    as_read = outturns
    outturns = without_impossible(outturns, unit, row.name, aim.most if aim else None)
    slips = dict(figures_in_doubt(outturns, unit, table.sheet, row.name))
    outturns = {p: unclear(o) if p in slips else o for p, o in outturns.items()}
    listed = list(outturns.values())
    polarity = polarity_of(cells, rule, defaults, aim)
    if polarity is None and scale.worded:
        polarity = Polarity.HIGH  # grades stand best first
    found = read_tolerance(cells, rule, defaults, scale, aim, polarity)
    tolerance, tolerance_from = found.tolerance, found.place
    floor, floor_from = read_floor(cells, rule, scale)
    figure = figure_of(row.name, unit, basis, outturns, table.reported)
    doubts = [
        *slips.values(),
        *grades_in_doubt(listed, target_cell, scale, table.sheet, row.name),
    ]
    if (unsaid := polarity_in_doubt(cells, polarity)) is not None:
        doubts.append(unsaid)
    doubt = target_in_doubt(target_cell, target, listed, scale, table.sheet) or in_doubt(
        cells, target, target_from, figure, polarity
    )
    if doubt is not None:
        target, target_from = None, None
        doubts.append(doubt)
        if doubt.about is About.SPAN:
            doubts += moved_too(target_cell, listed, unit, table.sheet)
    return Measure(
        sheet=table.sheet,
        row=table.on_sheet(row.row, row.name_column)[0],
        id=rule.id if rule else row.full_reference or row.full_name,
        name=row.full_name,
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
        typed_rag=_typed(cells.judgement) or rating_beside(outturns),
        filled_rag=cells.filled_rag,
        typed_travel=_typed(cells.cell(Role.TRAVEL)),
        comment=cells.text(Role.COMMENT),
        comment_cell=said.ref if (said := cells.cell(Role.COMMENT)) is not None else "",
        name_cell=table.name_cell(row),
        doubts=tuple(doubts),
        earlier=_last_year(cells, known.places, scale, outturns),
        numerators=_counts(known, Role.NUMERATOR, row.numerator_row),
        denominators=_counts(known, Role.DENOMINATOR, row.denominator_row),
        dimension=row.dimension,
        running=figure is not None and figure.is_running_total,
        benchmarks=BenchmarksOf(cells, scale, starts).settled(rule, figure),
        edges=found.edges(floor, scale.bands),
        floor_cell=floor_from,
        ask_steady=partial(_steady, known, usual, None if scale.worded else (scale, as_read)),
        earlier_targets=(
            earlier_targets(cells, known.places, rule, scale) if doubt is None else {}
        ),
    )


def _share(unit: Unit | None, target: Cell | None) -> float | None:
    """The target of a row of percentages whose cell says that it is one."""
    return signed_share(target) if unit is Unit.PERCENT else None


def _steady(known: _Row, usual: float | None, as_read: AsRead | None) -> Steady | None:
    """How far a row of percentages may be typed anew and its other cells read as they were."""
    if known.unit is not Unit.PERCENT:
        return None
    return steadiness(known.places, known.figures, known.target, usual, as_read)


def _by_rule(rule: Indicator | None, unit: Unit | None, reported: Period | None) -> Target | None:
    """The rule's target of the reported period, be it one for all periods or by period."""
    if rule is None:
        return None
    return rule.target_for(reported, unit) if reported else rule.constant_target(unit)


def _counts(known: _Row, role: Role, row: int | None) -> dict[Period, Outturn]:
    """The counts by period in a row beside an indicator's, else in the columns of counts below the
    periods of its share."""
    table, columns = known.cells.table, known.cells.columns.counts
    if row is not None:
        beside = [place._replace(row=row) for place in known.places]
    elif known.unit is Unit.PERCENT:
        beside = [
            place._replace(column=columns[place.column][role])
            for place in known.places
            if place.column in columns
        ]
    else:
        return {}
    cells = [table.grid.cell(place.row, place.column) for place in beside]
    return _outturns(table, beside, cells, Scale(Unit.COUNT, 1.0))


def _last_year(
    cells: RowCells, places: list[FigurePlace], scale: Scale, there: dict[Period, Outturn]
) -> dict[Period, Outturn]:
    """The figures of a year before, where a row has them below the periods of this one."""
    row = cells.row.last_year_row
    if row is None:
        return {}
    before = [p._replace(row=row, period=p.period.year_before) for p in places]
    found = _outturns(cells.table, before, cells.at(before), scale)
    return {period: outturn for period, outturn in found.items() if period not in there}


def _outturns(
    table: Table, places: list[FigurePlace], figures: list[Cell | None], scale: Scale
) -> dict[Period, Outturn]:
    """The outturn of each period; where two columns say different things of one, neither is
    taken."""
    found: dict[Period, Outturn] = {}
    for place, cell in zip(places, figures, strict=True):
        on_sheet = table.on_sheet(place.row, place.column)
        outturn = read_outturn(cell, place.period, on_sheet, scale)
        if place.basis is not None:
            outturn = outturn._replace(basis=place.basis)
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
