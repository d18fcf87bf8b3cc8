"""Columns before the figures whose headings say nothing: what the cells below give away."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.below import FEWEST, Below, mostly
from xl_scorecard.reading.headers.heading import Heading
from xl_scorecard.reading.headers.naming import are_codes, first_figure
from xl_scorecard.reading.words.row_words import basis_of_words, unit_of_words


def silent_columns(below: Below, headings: list[Heading]) -> list[Heading]:
    """The headings with the roles of columns before the figures that have none: each role once."""
    names = next((h.index for h in headings if h.role is Role.INDICATOR), None)
    if names is None:
        return headings
    by_index = {h.index: h for h in headings}
    taken = {h.role for h in headings}
    for index in range(1, min(first_figure(headings), below.grid.last_column + 1)):
        heading = by_index.get(index, Heading(index, ""))
        if heading.role in (None, Role.OTHER):
            role = _role_of_cells(below, heading, before_names=index < names)
            if role is not None and role not in taken:
                taken.add(role)
                by_index[index] = replace(heading, role=role)
    return [by_index[index] for index in sorted(by_index)]


def _role_of_cells(below: Below, heading: Heading, *, before_names: bool) -> Role | None:
    words: list[object] = list(below.texts(heading.index))
    for role, fits in (
        (Role.BASIS, lambda w: basis_of_words(str(w)) is not None),
        (Role.UNIT, lambda w: unit_of_words(str(w)) is not None),
        (Role.POLARITY, lambda w: parse_polarity(str(w)) is not None),
    ):
        if mostly(words, fits):
            return role
    return _beside_names(below, heading.index) if before_names and not heading.own else None


def _beside_names(below: Below, column: int) -> Role | None:
    """What a column without a heading holds before the names: codes of their own, or sections,
    several or one beside several rows."""
    texts = below.texts(column)
    if are_codes(texts) and len(set(texts)) == len(texts):
        return Role.REFERENCE
    if not all(any(ch.isalpha() for ch in text) for text in texts):
        return None
    several = len(set(texts)) >= FEWEST
    return Role.SECTION if several or _is_merged(below, column) else None


def _is_merged(below: Below, column: int) -> bool:
    """Whether a text of a column is merged over several cells."""
    return any(below.grid.merge_at(c.row, c.column) for c in below.cells(column) if c.text)
