"""Columns that are the target where their cells are figures: `Aspiration`, `Should be`."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.target_words import means_no_target, unworded
from xl_scorecard.reading.headers.below import FEWEST, Below, mostly
from xl_scorecard.reading.headers.heading import Heading
from xl_scorecard.reading.headers.naming import first_figure, look_like_names
from xl_scorecard.reading.words.headings import may_be_aim, may_be_aim_before_figures

_MAY_BE = (None, Role.OTHER, Role.POLARITY, Role.SECTION)
_MAY_NAME = (None, Role.OTHER, Role.SECTION, Role.INDICATOR)


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
    ] or _limits_for_names(below, headings)
    if len(found) != 1:
        return headings
    return [replace(h, role=Role.TARGET) if h.index in found else h for h in headings]


def _limits_for_names(below: Below, headings: list[Heading]) -> list[int]:
    """The column headed as the names are that holds what is to be reached: `Measure of success`
    over `at least 90%`, the names standing elsewhere before the figures."""
    first = first_figure(headings)
    near = [h for h in headings if h.index < first and not h.by_rule]
    limits = [
        h.index for h in near
        if h.role is Role.INDICATOR and _are_limits(below.cells(h.index))
    ]  # fmt: skip
    elsewhere = [h for h in near if h.role in _MAY_NAME and h.index not in limits]
    named = any(look_like_names(below.texts(h.index)) for h in elsewhere)
    return limits if named else []


def _are_limits(cells: list[Cell]) -> bool:
    """Whether cells are limits in words, with no more than a word for what they count; figures
    alone may be references, `1.1`."""
    held = [cell for cell in cells if not cell.text or not means_no_target(cell.text)]
    return len(held) >= FEWEST and all(_is_limit(cell.text) for cell in held)


def _is_limit(text: str) -> bool:
    worded = unworded(text)
    if parse_target(text, None) is None or len(worded.counted.split()) > 1:
        return False
    return worded.implies is not None or "%" in text


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
