"""Columns that are the target where their cells are figures: `Aspiration`, `Should be`."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.target_words import means_no_target
from xl_scorecard.reading.headers.below import FEWEST, Below, mostly
from xl_scorecard.reading.headers.heading import Heading
from xl_scorecard.reading.headers.naming import first_figure
from xl_scorecard.reading.words.headings import may_be_aim, may_be_aim_before_figures

_MAY_BE = (None, Role.OTHER, Role.POLARITY, Role.SECTION)


def targets_in_other_words(below: Below, headings: list[Heading]) -> list[Heading]:
    """The headings with the one that is the target by its cells, where none says Target.

    The same words stand above themes and above which way is good, and then are neither.
    """
    if any(h.role is Role.TARGET for h in headings):
        return headings
    first = first_figure(headings)
    found = [
        h.index
        for h in headings
        if h.role in _MAY_BE
        and not h.by_rule
        and (may_be_aim(h.own) or (h.index < first and may_be_aim_before_figures(h.own)))
        and holds_aims(below.cells(h.index))
    ]
    if len(found) != 1:
        return headings
    return [replace(h, role=Role.TARGET) if h.index in found else h for h in headings]


def holds_aims(cells: list[Cell]) -> bool:
    """Whether cells are figures to reach, but for those that say there is none."""
    held = [cell for cell in cells if isinstance(cell.value, float) or cell.text]
    held = [cell for cell in held if not cell.text or not means_no_target(cell.text)]
    return len(held) >= FEWEST and mostly(held, _is_aim)


def _is_aim(cell: object) -> bool:
    assert isinstance(cell, Cell)
    if isinstance(cell.value, float):
        return True
    return parse_polarity(cell.text) is None and parse_target(cell.text, None) is not None
