"""What an indicator is, by its rule, else by its row: unit, polarity, basis."""

from __future__ import annotations

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.indicator import Basis, Polarity, Unit
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.rule_set import Defaults, Indicator
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.figures.row_cells import RowCells
from xl_scorecard.reading.words.row_words import (
    basis_in_name,
    basis_of_words,
    unit_in_cell,
    unit_in_name,
    unit_of_words,
)


def unit_of(cells: RowCells, rule: Indicator | None, defaults: Defaults) -> Unit | None:
    """The rule's unit, else that of a column of units, of the figures' looks, of the name."""
    if rule is not None and rule.unit:
        return rule.unit
    said = unit_of_words(cells.text(Role.UNIT))
    if said:
        return said
    shown = {unit_in_cell(cell) for cell in cells.figures}
    for unit in (Unit.PERCENT, Unit.CURRENCY):
        if unit in shown:
            return unit
    return unit_in_name(cells.row.name) or defaults.unit


def polarity_of(
    cells: RowCells, rule: Indicator | None, defaults: Defaults, aim: Target | None
) -> Polarity | None:
    """The rule's polarity, else that of a column, of a target such as `< 5`, the usual one."""
    if rule is not None and rule.good_is:
        return rule.good_is
    cell = cells.cell(Role.POLARITY)
    said = parse_polarity(cell.text, cell.font) if cell is not None else None
    if said is None and aim is not None:
        said = aim.implies
    return defaults.good_is if said is None and rule is not None else said


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
