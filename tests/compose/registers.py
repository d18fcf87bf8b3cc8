"""Workbooks of several layouts, refreshed, and the formulas that were written into them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import openpyxl
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.utils import range_boundaries

import xl_scorecard
from tests.live.books import drawn
from tests.support.books import Cell, done, refreshed_into, scorecard
from tests.support.layouts import LAYOUTS, laid_out
from tests.support.readers import opened

REGISTER = "Indicators"
OURS = ("Summary", REGISTER, "Checks", "Ratings")
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384

LONG_SHEET = "Children's & adults' board 18-19"[:31]
_WITHOUT_REFERENCES = ("Measure", "Team", "Good is", "Target", "Tolerance", "Q1 2018/19",
                       "Q2 2018/19", "Q3 2018/19")  # fmt: skip
_SHARED_NAMES: Sequence[Sequence[Cell]] = (
    ("Visits made", "North", "High", "at least 80%", "5 points", 0.61, 0.75, 0.82),
    ("Visits made", "North", "High", "75% to 85%", "5%", 0.62, 0.75, 0.70),
    ("Visits made", "South", "Low", 0.2, None, "-", "tbc", 0.23),
    ("Letters sent", "South", "Low", "<20%", 0.05, 0.2, "[b] 21%", "c"),
)
_SEEDS = (1, 2, 3, 4, 5, 6)
_RULES = """\
name: odd
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: VISITS, name: Visits made}
  - {id: LETTERS, name: Letters sent}
"""


@dataclass(frozen=True)
class Formula:
    """A formula of ours, without its sign of equality, and where it stands."""

    sheet: str
    row: int
    column: int
    text: str

    @cached_property
    def tokens(self) -> list[Token]:
        """Its parts."""
        return list(Tokenizer(f"={self.text}").items)

    def reads(self) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
        """The cells it looks at: sheet, first column, first row, last column, last row."""
        for token in self.tokens:
            if token.type != Token.OPERAND or token.subtype != Token.RANGE:
                continue
            sheet, _, cells = token.value.rpartition("!")
            if sheet.startswith("'"):
                sheet = sheet[1:-1].replace("''", "'")
            left, top, right, bottom = range_boundaries(cells)
            yield sheet or self.sheet, (left or 1, top or 1, right or _MOST_COLUMNS,
                                        bottom or _MOST_ROWS)  # fmt: skip


def written(folder: Path, samples: Mapping[str, Path]) -> dict[str, Path]:
    """A refreshed workbook of each layout, by what it is."""
    found = dict(samples)
    for layout in LAYOUTS:
        place = folder / layout.replace(" ", "-")
        place.mkdir()
        path = laid_out(place, layout)
        done(xl_scorecard.refresh(path, rules=place / "rules.yaml", out=place / "out"))
        found[layout] = place / "out" / path.name
    for seed in _SEEDS:
        place = folder / f"drawn-{seed}"
        place.mkdir()
        path, rules = drawn(seed).saved(place)
        done(xl_scorecard.refresh(path, rules=rules, out=place / "out"))
        found[f"drawn from {seed}"] = place / "out" / path.name
    odd = scorecard(folder / "odd.xlsx", _SHARED_NAMES, _WITHOUT_REFERENCES, sheet=LONG_SHEET)
    refreshed_into(folder / "odd", odd, _RULES)
    found["shared names on a sheet of a long name"] = folder / "odd" / odd.name
    return found


def blocks(book: openpyxl.Workbook) -> list[tuple[str, tuple[int, int, int, int]]]:
    """The cells beside scorecards that are ours, as the names over them say."""
    found = []
    for name, defined in book.defined_names.items():
        if name.startswith("xl_scorecard.cells."):
            sheet, _, cells = str(defined.attr_text).rpartition("!")
            found.append((sheet.strip("'").replace("''", "'"), range_boundaries(cells)))
    return found


@cache
def kept(path: Path) -> openpyxl.Workbook:
    """A workbook with its formulas, opened once for all tests that only look at it."""
    return opened(path, formulas=True)


@cache
def formulas(path: Path) -> tuple[Formula, ...]:
    """The formulas of ours, those of our sheets and those beside scorecards: of those in a column
    that differ in nothing but the number of their own row, one."""
    found: dict[tuple[str, int, str], Formula] = {}
    for each in _all_formulas(path):
        of_any_row = re.sub(rf"(?<=[A-Z$]){each.row}(?!\d)", "#", each.text)
        found.setdefault((each.sheet, each.column, of_any_row), each)
    return tuple(found.values())


def _all_formulas(path: Path) -> Iterator[Formula]:
    book = kept(path)
    beside = blocks(book)
    for page in book.worksheets:
        here = [block for sheet, block in beside if sheet == page.title]
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                ours = page.title in OURS or any(
                    left <= cell.column <= right and top <= cell.row <= bottom
                    for left, top, right, bottom in here
                )
                if ours:
                    text = str(cell.value).removeprefix("=")
                    yield Formula(page.title, cell.row, cell.column, text)
