"""Shares and the two counts that they are made of, told by the figures or by what labels say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.domain.typed_value import parse_value
from xl_scorecard.reading.words.row_names import says_whole

_FEWEST_AGREE = 2
_MOST_ODD = 0.25
_HALF_A_POINT = 0.005 + 1e-9
_MAY_BE_PARTS = (None, "count", Role.NUMERATOR.value, Role.DENOMINATOR.value)

Figures: TypeAlias = Mapping[int, float]
"""A row's figures by column."""
Order: TypeAlias = tuple[Role, Role]
"""Which of two rows is the numerator and which the denominator."""


def figures_of(table: Table, row: int) -> dict[int, float]:
    """The figures of a row, typed as numbers or as text."""
    found = {}
    for column in table.by_role(Role.OUTTURN):
        cell = table.grid.cell(row, column.index)
        if cell is None:
            continue
        typed = parse_value(cell.text, None) if cell.text else None
        if isinstance(cell.value, float):
            found[column.index] = cell.value
        elif typed is not None and typed.number is not None:
            found[column.index] = typed.number
    return found


def order_of(share: Figures, first: Figures, second: Figures) -> Order | None:
    """Which of two counts is the numerator, where they give a share."""
    if _gives(share, first, second):
        return Role.NUMERATOR, Role.DENOMINATOR
    if _gives(share, second, first):
        return Role.DENOMINATOR, Role.NUMERATOR
    return None


def _gives(share: Figures, top: Figures, base: Figures) -> bool:
    """Whether two counts give a share in nearly all columns that have the three."""
    agree = odd = 0
    for column, stated in share.items():
        part, whole = top.get(column), base.get(column)
        if part is None or not whole or not 0 < part < whole:
            continue
        given = part / whole
        if min(abs(given - stated), abs(given - stated / 100)) <= _HALF_A_POINT:
            agree += 1
        else:
            odd += 1
    return agree >= _FEWEST_AGREE and odd <= _MOST_ODD * (agree + odd)


def parts_by_label(
    said: Mapping[int, str], kinds: Mapping[int, str | None], table: Table
) -> dict[int, str]:
    """Of rows that share a name, with what each says it is, those that hold the counts of a share.

    Two further rows that give it are, whatever they say; else what is labelled as the whole is
    the denominator, and the one row besides the numerator.
    """
    shares = [row for row, kind in kinds.items() if kind == "share"]
    figures = shares or [row for row, kind in kinds.items() if kind == "figure"]
    counts = [row for row, kind in kinds.items() if kind in _MAY_BE_PARTS]
    if len(figures) != 1 or len(counts) != 2:
        return {}
    order = order_of(*(figures_of(table, row) for row in (*figures, *counts)))
    if order is None and shares:
        order = _by_words(*(said[row] for row in counts))
    return {row: role.value for row, role in zip(counts, order or (), strict=False)}


def _by_words(first: str, second: str) -> Order | None:
    if says_whole(first) is says_whole(second):
        return None
    orders = (Role.DENOMINATOR, Role.NUMERATOR), (Role.NUMERATOR, Role.DENOMINATOR)
    return orders[0] if says_whole(first) else orders[1]
