"""Headings that mislead: `Variance` over changes, `Year` over years, `Status` over dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from xl_scorecard.domain.arrow_words import parse_arrow
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.status_words import parse_status
from xl_scorecard.reading.headers.below import FEWEST, Below, mostly
from xl_scorecard.reading.headers.heading import Heading
from xl_scorecard.reading.words.headings import (
    exact_role,
    is_weak_outturn,
    is_weak_polarity,
    is_weak_tolerance,
)


def not_misled(below: Below, heading: Heading) -> Heading:
    """A heading with the role that the cells below it have, where that is plainly another."""
    told = _TOLD.get(heading.role) if heading.role is not None else None
    return told(heading, below.cells(heading.index)) if told is not None else heading


def _tolerance(heading: Heading, cells: list[Cell]) -> Heading:
    """A variance that is calculated, or has a sign, is what came of it, not what is allowed."""
    if not is_weak_tolerance(heading.own):
        return heading
    signed = any(isinstance(c.value, float) and c.value < 0 for c in cells)
    came_of_it = signed or any(c.formula for c in cells)
    return replace(heading, role=Role.CHANGE) if came_of_it else heading


def _outturn(heading: Heading, cells: list[Cell]) -> Heading:
    """Figures are no periods, dates or ratings."""
    values = [c.value for c in cells]
    if is_weak_outturn(heading.own) and not any(map(_is_number, values)) and any(values):
        heading = replace(heading, role=None)
        return replace(heading, role=Role.RAG) if mostly(values, _is_status) else heading
    says_when = exact_role(heading.own) is Role.PERIOD  # "Year" below a title that names one
    if says_when and mostly(values, _is_period):
        return replace(heading, role=Role.PERIOD, words=None)
    if mostly(values, _is_date):
        return replace(heading, role=Role.OTHER)
    return replace(heading, role=Role.RAG) if mostly(values, _is_status) else heading


def _frequency(heading: Heading, cells: list[Cell]) -> Heading:
    periods = mostly([c.value for c in cells], _is_period)
    return replace(heading, role=Role.PERIOD) if periods else heading


def _period(heading: Heading, cells: list[Cell]) -> Heading:
    periods = mostly([c.value for c in cells], _is_period)
    return heading if periods else replace(heading, role=Role.OTHER)


def _polarity(heading: Heading, cells: list[Cell]) -> Heading:
    """An aim that is a theme, over and over, is the section."""
    texts = [cell.text for cell in cells if cell.text]
    understood = any(parse_polarity(cell.text, cell.font) is not None for cell in cells)
    if not is_weak_polarity(heading.own) or understood or len(texts) < FEWEST:
        return heading
    repeated = len(set(texts)) < len(texts)
    return replace(heading, role=Role.SECTION if repeated else Role.OTHER)


def _change(heading: Heading, cells: list[Cell]) -> Heading:
    """A change is a figure; arrows point."""
    arrows = mostly([c.text for c in cells], lambda text: parse_arrow(str(text)) is not None)
    return replace(heading, role=Role.TRAVEL) if arrows else heading


_TOLD: dict[Role, Callable[[Heading, list[Cell]], Heading]] = {
    Role.TOLERANCE: _tolerance,
    Role.OUTTURN: _outturn,
    Role.FREQUENCY: _frequency,
    Role.PERIOD: _period,
    Role.POLARITY: _polarity,
    Role.CHANGE: _change,
}


def _is_number(value: object) -> bool:
    return isinstance(value, float)


def _is_date(value: object) -> bool:
    return isinstance(value, dt.date)


def _is_status(value: object) -> bool:
    return isinstance(value, str) and _names_status(value)


@lru_cache(maxsize=1024)
def _names_status(text: str) -> bool:
    return parse_status(text) is not None


def _is_period(value: object) -> bool:
    return not isinstance(value, bool) and parse_period(value) is not None
