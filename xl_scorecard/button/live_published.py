"""Columns of ours on sheets of another period: what they say was published and stays."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

from xl_scorecard.button.areas import over
from xl_scorecard.domain.edits import CellEdit
from xl_scorecard.domain.grid import Block


def as_published(
    sheet: Any, blocks: Sequence[Block], theirs: Set[tuple[int, int]]
) -> list[CellEdit]:
    """The cells of ours on a sheet as the values that they show.

    Their formulas look into the register, which is about to be of another period.
    """
    cells = []
    for block in blocks:
        place = block.first_row, block.first_column, block.last_row, block.last_column
        shown = over(sheet, place).options(ndim=2).value
        for row, values in enumerate(shown, block.first_row):
            for column, value in enumerate(values, block.first_column):
                if (row, column) not in theirs:
                    cells.append(CellEdit(row, column, value))
    return cells
