"""What a row is held against, by its rule, else by the workbook: target and tolerance."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from xl_scorecard.domain.amount import (
    Target,
    Tolerance,
    ToleranceKind,
    parse_target,
    parse_tolerance,
)
from xl_scorecard.domain.durations import is_clock
from xl_scorecard.domain.grades import grade
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.number_words import has_scale_word
from xl_scorecard.domain.rule_set import Defaults, Indicator
from xl_scorecard.domain.scale import MOST_AS_FRACTION
from xl_scorecard.domain.scorecard import FromCell, Role
from xl_scorecard.domain.status_words import names_red
from xl_scorecard.domain.target_words import unworded
from xl_scorecard.ooxml.number_formats import is_elapsed, is_percent
from xl_scorecard.reading.figures.kept import Scale
from xl_scorecard.reading.figures.outturns import factor_of_target
from xl_scorecard.reading.figures.row_cells import RowCells

FoundTarget: TypeAlias = tuple[Target | None, FromCell | None]
FoundTolerance: TypeAlias = tuple[Tolerance | None, FromCell | None]


def read_target(
    cells: RowCells, cell: Cell | None, rule: Indicator | None, scale: Scale
) -> FoundTarget:
    """The workbook's target, unless the rule has its own (then it depends on the period)."""
    if rule is not None and rule.target is not None:
        return None, None
    if cell is None or not isinstance(cell.value, float | str):
        return None, None
    said = cells.elsewhere(Role.TARGET)
    there = said if said is not None and said.cell is cell else None
    sheet, found_by = (there.sheet, there.found_by) if there is not None else ("", None)
    if isinstance(cell.value, str):
        target = target_in_words(cell.text, scale)
        place = FromCell(cell.row, cell.column, as_text=str(cell.value), sheet=sheet,
                         found_by=found_by)  # fmt: skip
        return (target, place) if target is not None else (None, None)
    own = factor_of_target(cell, cells.figures, scale)
    return Target(cell.value / own), FromCell(
        cell.row, cell.column, own, sheet=sheet, found_by=found_by
    )


def target_in_words(text: str, scale: Scale) -> Target | None:
    """The target that words give in the row's unit, or by its grades."""
    text = scale.plain(text)
    place = grade(unworded(text).figure, scale.words)
    if scale.words:
        return None if place is None else Target(float(place))
    if scale.unit is None and is_clock(text):
        return None
    target = parse_target(text, scale.unit, scale.clock)
    if target is None or scale.magnitude == 1 or not has_scale_word(text):
        return target
    return replace(target, value=target.value / scale.magnitude)


def read_tolerance(
    cells: RowCells,
    rule: Indicator | None,
    defaults: Defaults,
    scale: Scale,
    aim: Target | None,
) -> FoundTolerance:
    """The rule's, else the workbook's tolerance or amber threshold, else the default."""
    unit = _unit_of_points(scale, aim)
    if rule is not None and rule.tolerance is not None:
        return parse_tolerance(rule.tolerance, unit), None
    cell = cells.cell(Role.TOLERANCE)
    found = _in_cell(cell, scale) if cell is not None else _up_to_threshold(cells, scale, aim)
    if found is not None:
        return found
    default = None if scale.words else defaults.tolerance  # five points of four grades are all
    return (None if default is None else parse_tolerance(default, unit)), None


def _unit_of_points(scale: Scale, aim: Target | None) -> Unit | None:
    """The unit in which points are read: beside a target of 80 in no known unit, 5 points are 5."""
    if scale.unit is None and aim is not None and abs(aim.value) > MOST_AS_FRACTION:
        return Unit.SCORE
    return scale.unit


def _in_cell(cell: Cell, scale: Scale) -> FoundTolerance | None:
    """A tolerance typed beside the target."""
    if isinstance(cell.value, float):
        durations = scale.unit is Unit.DURATION and not is_elapsed(cell.number_format)
        if durations and scale.durations and cell.value > scale.durations[-1]:
            return None  # 5 beside 0:08:55, be it minutes or seconds, is no five days
        return _in_number(cell, cell.value, scale)
    read = parse_tolerance(cell.text, scale.unit) if cell.text else None
    if read is None:
        return None
    if scale.unit is Unit.PERCENT:  # "5%" typed beside percentages means points
        read = Tolerance(read.amount)
    return read, FromCell(cell.row, cell.column, as_text=str(cell.value))


def _in_number(cell: Cell, number: float, scale: Scale) -> FoundTolerance:
    percentages = scale.unit is Unit.PERCENT
    if is_percent(cell.number_format):
        kind = ToleranceKind.ABSOLUTE if percentages else ToleranceKind.RELATIVE
        return Tolerance(abs(number), kind), FromCell(cell.row, cell.column)
    own = 1.0
    if percentages:
        in_hundreds = 100.0 if abs(number) >= 1 else 1.0
        own = scale.factor if scale.factor != 1 else in_hundreds
    return Tolerance(abs(number) / own), FromCell(cell.row, cell.column, own)


def _up_to_threshold(cells: RowCells, scale: Scale, aim: Target | None) -> FoundTolerance | None:
    """The tolerance that an amber threshold or floor beside the target leaves."""
    columns = cells.table.by_role(Role.THRESHOLD)
    if not columns or aim is None:
        return None
    # where amber begins and where red begins both stand there: amber is what tolerance ends
    first = min(columns, key=lambda column: names_red(column.heading))
    cell = cells.table.shown(cells.row.row, first.index)
    end, place = _threshold(cell, scale) if cell is not None else (None, None)
    if end is None:
        return None
    # amber from 25 to 30 beside a target of 25 ends where it is farthest from the target
    ends = [end.value] if end.upper is None else [end.value, end.upper]
    return Tolerance(round(max(abs(aim.value - edge) for edge in ends), 12)), place


def _threshold(cell: Cell, scale: Scale) -> FoundTarget:
    """Where amber ends, and the cell that says so."""
    if isinstance(cell.value, str):
        place = FromCell(cell.row, cell.column, as_text=cell.value, threshold=True)
        return target_in_words(cell.text, scale), place
    if isinstance(cell.value, float):
        own = 1.0 if is_percent(cell.number_format) else scale.factor
        return Target(cell.value / own), FromCell(cell.row, cell.column, own, threshold=True)
    return None, None
