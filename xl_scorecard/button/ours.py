"""What an earlier refresh left in the open workbook, as its defined names say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from xl_scorecard.domain.bands import BUILT_IN
from xl_scorecard.domain.cell_ref import read_range
from xl_scorecard.domain.grid import Block, Cell, Grid
from xl_scorecard.domain.ours import (
    OUR_NAMES,
    SHEET_NAME,
    former_of,
    key_of,
    kinds_of,
    our_constant,
    result_words,
)
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Former


@dataclass
class Ours:
    """Blocks by sheet with the names over them, and sheets of ours by key."""

    blocks: dict[str, list[tuple[str, Block]]] = field(default_factory=dict)
    sheets: dict[str, str] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    formulas_known: bool = True
    theirs: set[tuple[str, int, int]] = field(default_factory=set)

    @property
    def former(self) -> list[Former]:
        """Where our columns stand."""
        return [
            former
            for sheet, blocks in self.blocks.items()
            for former in former_of(
                sheet,
                [
                    (name, (b.first_row, b.first_column, b.last_row, b.last_column))
                    for name, b in blocks
                ],
            )
        ]

    def keep(self, sheet: str, cell: Cell) -> bool:
        """Whether a cell is the officers': outside our blocks, or typed over what stood there."""
        holding = [
            (name, block)
            for name, block in self.blocks.get(sheet, ())
            if block.holds(cell.row, cell.column)
        ]
        if not holding:
            return True
        if cell.formula is not None:
            return False
        if not isinstance(cell.value, str):
            name, block = holding[0]
            kinds = kinds_of(name)
            kind = kinds[cell.column - block.first_column] if kinds else ""
            return self.formulas_known or not kind.startswith("change")
        if our_constant(cell.value, None, None):
            return False
        # without formulas a result of ours and the same word typed look alike
        return self.formulas_known or cell.value not in self.words

    def note_theirs(self, grid: Grid) -> None:
        """Remember which cells the officers filled: they are neither written nor cleared."""
        self.theirs.update((grid.sheet, *at) for at in grid.cells)


@dataclass(frozen=True)
class OpenWorkbook:
    """A workbook to write into (an `xlwings.Book`), and what of it is ours already."""

    book: Any
    ours: Ours


def find_ours(book: Any, rule_sets: Iterable[RuleSet], *, formulas_known: bool) -> Ours:
    """What of a workbook is ours."""
    ratings = (*BUILT_IN.values(), *(rule_set.bands for rule_set in rule_sets))
    labels = (band.label for rating in ratings for band in rating.all_bands)
    ours = Ours(words=result_words(labels), formulas_known=formulas_known)
    for name in book.names:
        if not name.name.startswith(OUR_NAMES):
            continue
        place = read_range((name.refers_to or "").lstrip("="))
        if place is None:
            continue
        sheet, block = place
        if name.name.startswith(SHEET_NAME):
            ours.sheets[key_of(name.name)] = sheet
        else:
            ours.blocks.setdefault(sheet, []).append((name.name, Block(*block)))
    return ours
