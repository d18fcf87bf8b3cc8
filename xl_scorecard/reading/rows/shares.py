"""Shares and the two counts that they are made of, told by the figures or by what labels say."""

from __future__ import annotations

from collections.abc import Mapping

from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.domain.typed_value import parse_value
from xl_scorecard.reading.figures.share_of_counts import Order, order_of
from xl_scorecard.reading.words.row_names import says_whole

_MAY_BE_PARTS = (None, "count", Role.NUMERATOR.value, Role.DENOMINATOR.value)


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
