"""What a row is held against, by its rule, else by the workbook: target and tolerance."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from xl_scorecard.domain.amount import (
    Target,
    Tolerance,
    ToleranceKind,
    parse_target,
    parse_tolerance,
)
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.rule_set import Defaults, Indicator
from xl_scorecard.domain.scorecard import FromCell, Role
from xl_scorecard.domain.status_words import names_red
from xl_scorecard.ooxml.number_formats import is_percent
from xl_scorecard.reading.figures.outturns import factor_of_target
from xl_scorecard.reading.figures.row_cells import RowCells

FoundTarget: TypeAlias = tuple[Target | None, FromCell | None]
FoundTolerance: TypeAlias = tuple[Tolerance | None, FromCell | None]


class Scale(NamedTuple):
    """How the numbers of a row are read: its unit, and 100 where 84.2 stands for 84.2%, else 1."""

    unit: Unit | None
    factor: float


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
        target = parse_target(cell.text, scale.unit)
        place = FromCell(cell.row, cell.column, as_text=str(cell.value), sheet=sheet,
                         found_by=found_by)  # fmt: skip
        return (target, place) if target is not None else (None, None)
    own = factor_of_target(cell, cells.figures, scale.unit, scale.factor)
    return Target(cell.value / own), FromCell(
        cell.row, cell.column, own, sheet=sheet, found_by=found_by
    )


def read_tolerance(
    cells: RowCells,
    rule: Indicator | None,
    defaults: Defaults,
    scale: Scale,
    aim: Target | None,
) -> FoundTolerance:
    """The rule's, else the workbook's tolerance or amber threshold, else the default."""
    if rule is not None and rule.tolerance is not None:
        return parse_tolerance(rule.tolerance, scale.unit), None
    cell = cells.cell(Role.TOLERANCE)
    found = _in_cell(cell, scale) if cell is not None else _up_to_threshold(cells, scale, aim)
    if found is not None:
        return found
    default = defaults.tolerance
    return (None if default is None else parse_tolerance(default, scale.unit)), None


def _in_cell(cell: Cell, scale: Scale) -> FoundTolerance | None:
    """A tolerance typed beside the target."""
    if isinstance(cell.value, float):
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
        return parse_target(cell.text, scale.unit), place
    if isinstance(cell.value, float):
        own = 1.0 if is_percent(cell.number_format) else scale.factor
        return Target(cell.value / own), FromCell(cell.row, cell.column, own, threshold=True)
    return None, None
