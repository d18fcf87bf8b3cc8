"""What an indicator is, by its rule, else by its row: unit, polarity, basis."""

from __future__ import annotations

from statistics import median

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.durations import SECONDS
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Basis, Polarity, Unit
from xl_scorecard.domain.polarity_words import (
    is_plus_or_minus,
    minus_is_low,
    parse_polarity,
    ticked_polarity,
)
from xl_scorecard.domain.rule_set import Defaults, Indicator
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.figures.kept import bare_number
from xl_scorecard.reading.figures.row_cells import RowCells
from xl_scorecard.reading.words.row_words import (
    basis_in_name,
    basis_of_words,
    times_counted,
    unit_in_cell,
    unit_in_name,
    unit_in_target,
    unit_of_entry,
)

_MOST_OF_A_PERCENTAGE = 150.0


def unit_of(
    cells: RowCells, rule: Indicator | None, defaults: Defaults, target: Cell | None = None
) -> Unit | None:
    """The rule's unit, else that of a column of units, of the figures' looks, of the target's,
    of the name."""
    if rule is not None and rule.unit:
        return rule.unit
    said = unit_of_entry(cells.text(Role.UNIT))
    if said:
        return said
    shown = {unit_in_cell(cell) for cell in cells.figures}
    for unit in (Unit.PERCENT, Unit.CURRENCY, Unit.DURATION):
        if unit in shown:
            return unit
    counted = times_counted([*cells.figures, target])
    bare = any(bare_number(cell) is not None for cell in (*cells.figures, target))
    if len(counted) > 1 or (counted == {SECONDS} and not bare):
        return Unit.DURATION  # 50 secs beside 2 mins; 5s beside 8s
    named = unit_in_name(cells.row.name)
    if named is not None:
        return named
    headed = Unit.PERCENT if cells.columns.in_percent else None
    shown_by_target = unit_in_target(target)
    return _possible(headed, cells) or _possible(shown_by_target, cells) or defaults.unit


def _possible(unit: Unit | None, cells: RowCells) -> Unit | None:
    """The unit that a heading or the target shows, where the row's figures can be in it."""
    numbers = [abs(n) for cell in cells.figures if (n := bare_number(cell)) is not None]
    if unit is Unit.PERCENT and numbers and median(numbers) > _MOST_OF_A_PERCENTAGE:
        return None
    return unit


def polarity_of(
    cells: RowCells, rule: Indicator | None, defaults: Defaults, aim: Target | None
) -> Polarity | None:
    """The rule's polarity, else that of a column, of a target such as `< 5`, the usual one."""
    if rule is not None and rule.good_is:
        return rule.good_is
    said = _said(cells)
    if said is None and aim is not None:
        said = aim.implies
    return defaults.good_is if said is None and rule is not None else said


def _said(cells: RowCells) -> Polarity | None:
    """Which way is good by the column that says so, or by the one that is ticked."""
    ticked = {
        found
        for column in cells.table.by_role(Role.POLARITY)
        if (cell := cells.table.shown(cells.row.row, column.index)) is not None
        and (found := ticked_polarity(column.heading, cell.text, cell.font)) is not None
    }
    if ticked:
        return ticked.pop() if len(ticked) == 1 else None
    cell = cells.cell(Role.POLARITY)
    if cell is None:
        return None
    signs = cells.columns.polarities
    if is_plus_or_minus(cell.text, signs):
        return Polarity.LOW if minus_is_low(cells.columns.polarity_heading, signs) else None
    return parse_polarity(cell.text, cell.font)


def polarity_in_doubt(cells: RowCells, known: Polarity | None) -> Doubt | None:
    """What the column says that is not understood, where nothing else says which way is good."""
    cell = cells.cell(Role.POLARITY)
    if known is not None or cell is None or not cell.text:
        return None
    name = cells.row.name
    if is_plus_or_minus(cell.text, cells.columns.polarities):
        why = "may mean that low is good, or neither"
    elif _said(cells) is None:
        why = "does not say whether high or low is good"
    else:
        return None
    return Doubt(
        About.POLARITY,
        cells.table.sheet,
        cell.ref,
        f"{name}: {cell.text} {why}, so it is not rated; give good_is in the rule set",
        found=cell.text,
        severity=Severity.WARNING,
    )


def basis_of(cells: RowCells, rule: Indicator | None, defaults: Defaults) -> Basis | None:
    """The rule's basis, else that of a column, of the name where headings offer it, the usual."""
    if rule is not None and rule.basis:
        return rule.basis
    for role in (Role.BASIS, Role.FREQUENCY):
        said = basis_of_words(cells.text(role))
        if said:
            return said
    named = basis_in_name(cells.row.name)
    if named is not None and any(c.basis is named for c in cells.table.by_role(Role.OUTTURN)):
        return named
    return defaults.basis
