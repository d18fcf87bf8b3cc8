"""What an earlier refresh left in the open workbook, as its names say and its cells bear out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from xl_scorecard.button.areas import over
from xl_scorecard.button.content_area import last_content
from xl_scorecard.button.open_book import OpenBook
from xl_scorecard.domain.bands import BUILT_IN
from xl_scorecard.domain.cell_ref import Range, read_range
from xl_scorecard.domain.grid import Block, Cell, Grid
from xl_scorecard.domain.ours import (
    CELLS_NAME,
    DRAWN_NAME,
    NOT_KNOWN,
    OUR_NAMES,
    SHEET_NAME,
    former_of,
    key_of,
    kinds_of,
    our_constant,
    our_formula,
    result_words,
)
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Former
from xl_scorecard.domain.sheet_marks import TOP_ROWS, NamedSheet, Place, own_sheets
from xl_scorecard.domain.streaks.words import says_a_streak

_ALL_ROWS = 1_048_576


@dataclass
class Ours:
    """Blocks by sheet with the names over them, and sheets of ours by key."""

    blocks: dict[str, list[tuple[str, Block]]] = field(default_factory=dict)
    sheets: dict[str, str] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    formulas_known: bool = True
    theirs: set[tuple[str, int, int]] = field(default_factory=set)
    drawn: dict[str, str] = field(default_factory=dict)
    """The names that say what we drew on our sheets, with their texts."""

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
        said = cell.value in self.words or says_a_streak(cell.value)
        return self.formulas_known or not said

    def note_theirs(self, grid: Grid) -> None:
        """Remember which cells the officers filled: they are neither written nor cleared."""
        self.theirs.update((grid.sheet, *at) for at in grid.cells)


@dataclass(frozen=True)
class OpenWorkbook:
    """A workbook to write into, and what of it is ours already."""

    there: OpenBook
    ours: Ours


def find_ours(there: OpenBook, rule_sets: Iterable[RuleSet], *, formulas_known: bool) -> Ours:
    """What of a workbook is ours."""
    tabs = there.tabs
    ratings = (*BUILT_IN.values(), *(rule_set.bands for rule_set in rule_sets))
    labels = (band.label for rating in ratings for band in rating.all_bands)
    ours = Ours(words=result_words(labels), formulas_known=formulas_known)
    named: dict[str, NamedSheet | None] = {}
    copies = set()
    for name in there.names:
        scope, _, bare = name.name.rpartition("!")
        if not bare.startswith(OUR_NAMES):
            continue
        place = read_range(name.refers_to.lstrip("="))
        if scope:
            copies.add(place[0] if place is not None else scope.strip("'"))
        if scope and not bare.startswith(CELLS_NAME):
            continue  # a copy of a whole sheet of ours is theirs
        if bare.startswith(DRAWN_NAME):
            ours.drawn[bare] = name.refers_to
        elif bare.startswith(SHEET_NAME):
            named[key_of(bare)] = (
                NamedSheet(place[0], place[1][0], place[1][1]) if place is not None else None
            )
        elif place is not None and place[0] in tabs:
            block = _standing(tabs[place[0]], kinds_of(bare), place[1], ours)
            if block is not None:
                ours.blocks.setdefault(place[0], []).append((bare, block))
    if named or ours.blocks or copies:
        ours.sheets = own_sheets(named, list(tabs), copies, lambda sheet: _top(tabs[sheet]))
    return ours


def _standing(sheet: Any, kinds: list[str], named: Range, ours: Ours) -> Block | None:
    """The part of a named range in which something of ours stands; None where nothing does.

    A name follows its cells wherever they are cut to: our headings and formulas say whether they
    are ours, and without formulas, our words. Of a range that is not as wide as it should be only
    what lies between those counts.
    """
    top, left, _, right = named
    last = last_content(sheet)
    bottom, end = min(named[2], last.row), min(right, last.column)
    if bottom < top or end < left:
        return None
    texts = _texts(sheet, (top, left, bottom, end))
    as_wide = right - left + 1 == len(kinds)
    places = [at for at, text in texts.items() if _is_heading(text)]
    if not places or not as_wide:
        if ours.formulas_known:
            formulas = over(sheet, (top, left, bottom, end)).formula
            places.extend(at for at, text in _by_place(formulas, top, left) if _is_formula(text))
        else:
            places.extend(at for at, text in texts.items() if text in ours.words)
            if as_wide and not texts:
                return Block(*named)  # formulas not yet computed look empty, and nothing is theirs
    if not places:
        return None
    if as_wide and named[2] - top + 1 < _ALL_ROWS:
        return Block(*named)
    rows, columns = zip(*places, strict=True)
    return Block(min(rows), min(columns), max(rows), max(columns))


def _is_heading(text: str) -> bool:
    return text not in (NOT_KNOWN, "No data") and our_constant(text, None, None)


def _top(sheet: Any) -> dict[Place, str]:
    """What stands in the first rows of a sheet."""
    last = last_content(sheet)
    return _texts(sheet, (1, 1, min(last.row, TOP_ROWS), last.column))


def _texts(sheet: Any, area: Range) -> dict[Place, str]:
    """What stands in a range, as text, by place in the sheet."""
    top, left, bottom, right = area
    if bottom < top or right < left:
        return {}
    read = over(sheet, (top, left, bottom, right)).options(ndim=2, err_to_str=True).value
    return {at: str(value) for at, value in _by_place(read, top, left)}


def _by_place(read: Any, top: int, left: int) -> Iterator[tuple[Place, Any]]:
    """What is not empty of what a range gave: rows of cells, or a single cell as it is."""
    rows = read if isinstance(read, (list, tuple)) else ((read,),)
    for row, line in enumerate(rows, top):
        for column, value in enumerate(line, left):
            if value is not None and value != "":
                yield (row, column), value


def _is_formula(text: object) -> bool:
    return isinstance(text, str) and text[:1] == "=" and our_formula(text[1:], None)
