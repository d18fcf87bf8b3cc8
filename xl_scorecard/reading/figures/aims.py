"""What a row is held against, by its rule, else by the workbook: target and tolerance."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, TypeAlias

from xl_scorecard.domain.amount import (
    Target,
    Tolerance,
    ToleranceKind,
    parse_target,
    parse_tolerance,
)
from xl_scorecard.domain.durations import is_clock
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.number_words import has_scale_word
from xl_scorecard.domain.row_edges import SaidEdges, Sides
from xl_scorecard.domain.rule_set import Defaults, Indicator, TwoSided
from xl_scorecard.domain.scale import MOST_AS_FRACTION
from xl_scorecard.domain.scorecard import Column, FromCell, Role
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
    place = scale.place(unworded(text).figure)
    if scale.worded:
        return None if place is None else Target(float(place))
    if scale.unit is None and is_clock(text):
        return None
    target = parse_target(text, scale.unit, scale.clock)
    if target is None or scale.magnitude == 1 or not has_scale_word(text):
        return target
    return replace(target, value=target.value / scale.magnitude)


class ReadTolerance(NamedTuple):
    """A tolerance as read: where it stands, its two sides where they differ, and whether what ends
    it is itself in the worse band."""

    tolerance: Tolerance | None = None
    place: FromCell | None = None
    sides: Sides | None = None
    end_is_worse: bool = False
    end: float | None = None
    two_ends: bool = False

    def edges(self, floor: float | None, words: tuple[tuple[str, ...], ...]) -> SaidEdges:
        """What is said of a row's edges, with its floor and the words that its figures are."""
        return SaidEdges(floor, self.sides, self.end_is_worse, self.end, self.two_ends, words)


def read_tolerance(
    cells: RowCells,
    rule: Indicator | None,
    defaults: Defaults,
    scale: Scale,
    aim: Target | None,
    polarity: Polarity | None = None,
) -> ReadTolerance:
    """The rule's, else the workbook's tolerance or amber threshold, else down to the rule's floor,
    else the default."""
    unit = _unit_of_points(scale, aim)
    said = rule.tolerance if rule is not None else None
    if isinstance(said, TwoSided):
        read = [parse_tolerance(amount, unit) for amount in (said.above, said.below)]
        sides = Sides(*(each or Tolerance(0.0) for each in read))
        return ReadTolerance(sides.of(polarity), sides=sides)
    if said is not None:
        return ReadTolerance(parse_tolerance(said, unit))
    cell = cells.cell(Role.TOLERANCE)
    if cell is not None:
        found = _in_cell(cell, scale)
        if found is not None:
            return ReadTolerance(*found)
    else:
        to_threshold = _up_to_threshold(cells, scale, aim)
        if to_threshold is not None:
            return to_threshold
    floor = _floor_of_rule(rule, scale)
    if floor is not None and aim is not None:
        return ReadTolerance(Tolerance(round(abs(aim.value - floor), 12)), end=floor)
    default = None if scale.worded else defaults.tolerance  # five points of four grades are all
    return ReadTolerance(None if default is None else parse_tolerance(default, unit))


def read_floor(
    cells: RowCells, rule: Indicator | None, scale: Scale
) -> tuple[float | None, FromCell | None]:
    """The figure past which the row is in the worst band whatever its tolerance: the rule's, else
    that of a column headed Floor."""
    by_rule = _floor_of_rule(rule, scale)
    if by_rule is not None:
        return by_rule, None
    for column in cells.table.by_role(Role.THRESHOLD):
        cell = cells.table.shown(cells.row.row, column.index)
        if cell is not None and names_floor(column.heading):
            end, place = _threshold(cell, scale)
            return (end.value, place) if end is not None and end.upper is None else (None, None)
    return None, None


def _floor_of_rule(rule: Indicator | None, scale: Scale) -> float | None:
    read = parse_target(rule.floor, scale.unit) if rule and rule.floor is not None else None
    return read.value if read is not None else None


def names_floor(heading: str) -> bool:
    """Whether a heading names a figure that must not be fallen below: `Floor standard`."""
    return words_of(lexicon().targets.floors).search(heading.casefold()) is not None


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


def _up_to_threshold(cells: RowCells, scale: Scale, aim: Target | None) -> ReadTolerance | None:
    """The tolerance that an amber threshold or floor beside the target leaves.

    Where amber and red both stand there, amber is what tolerance ends; but `Amber: < 90%` beside
    `Red: < 80%` says where it begins. Where amber is left blank it goes as far as red, and without
    that to the floor.
    """
    if aim is None:
        return None
    read = []
    for column in sorted(cells.table.by_role(Role.THRESHOLD), key=_nearness):
        cell = cells.table.shown(cells.row.row, column.index)
        if cell is not None and cell.value not in (None, ""):
            read.append((names_red(column.heading), *_threshold(cell, scale)))
    if not read:
        return None
    red, end, place = read[0]
    others = [each for each in read[1:] if each[0] and each[1] is not None]
    if end is not None and not red and others and end.implies is not None:
        beyond = others[0][1]
        if beyond is not None and beyond.implies is end.implies:
            red, end, place = others[0]
    if end is None:
        return None
    # amber from 25 to 30 beside a target of 25 ends where it is farthest from the target
    ends = [end.value] if end.upper is None else [end.value, end.upper]
    farthest = max(ends, key=lambda edge: abs(aim.value - edge))
    return ReadTolerance(
        Tolerance(round(abs(aim.value - farthest), 12)),
        place,
        end_is_worse=_end_is_worse(end, aim, red=red),
        end=farthest,
        two_ends=end.upper is not None,
    )


def _nearness(column: Column) -> tuple[bool, bool]:
    """Amber thresholds before red ones, and floors behind both."""
    return names_floor(column.heading), names_red(column.heading)


def _end_is_worse(end: Target, aim: Target, *, red: bool) -> bool:
    """Whether what ends amber is red itself: `Red: 85% or less`, `Amber: over 85%`."""
    if end.implies not in (Polarity.HIGH, Polarity.LOW) or end.value == aim.value:
        return False
    towards_target = (end.implies is Polarity.HIGH) == (end.value < aim.value)
    return end.strict if towards_target else red and not end.strict


def _threshold(cell: Cell, scale: Scale) -> FoundTarget:
    """Where amber ends, and the cell that says so."""
    if isinstance(cell.value, str):
        place = FromCell(cell.row, cell.column, as_text=cell.value, threshold=True)
        return target_in_words(cell.text, scale), place
    if isinstance(cell.value, float):
        own = 1.0 if is_percent(cell.number_format) else scale.factor
        return Target(cell.value / own), FromCell(cell.row, cell.column, own, threshold=True)
    return None, None
