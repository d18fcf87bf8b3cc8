"""Several cells that could be a row's target, and whether they say the same."""

from __future__ import annotations

from math import isclose

from xl_scorecard.domain.amount import Target, parse_target
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.scale import HUNDRED


def one_target(cells: list[Cell]) -> Cell | None:
    """Of targets that say the same, the one that says most: `>= 92%` beside 0.92."""
    read = [(cell, aim) for cell in cells if (aim := _aim(cell)) is not None]
    if len(read) < len(cells) or not all(_alike(aim, read[0][1]) for _, aim in read):
        return None
    return next((cell for cell, aim in read if aim.implies is not None), cells[0])


def _aim(cell: Cell) -> Target | None:
    if isinstance(cell.value, float):
        return Target(cell.value)
    return parse_target(cell.text, None) if cell.text else None


def _alike(one: Target, other: Target) -> bool:
    """Whether two targets are one figure, be it 92 or 92%."""
    if one.upper is not None or other.upper is not None or one.value * other.value < 0:
        return one == other
    low, high = sorted((abs(one.value), abs(other.value)))
    return isclose(low, high, rel_tol=1e-9) or isclose(low * HUNDRED, high, rel_tol=1e-9)
