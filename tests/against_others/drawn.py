"""Scorecards with benchmarks drawn by chance, and edits of their cells."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.books import Cell

HEADER, FIRST, ROWS = 3, 4, 30
GOOD, NOW = 3, 5
HEADS = ("England 2016/17", "England 2017/18", "SN average", "Nat. ave. 2017/18", "Region",
         "Region year")  # fmt: skip
BESIDE = NOW + 1
MEMBERS = ("Ashby", "Barford", "Coton", "Denby", "Easton")
_GROUP = "Similar councils 2017/18"
Edit = Callable[[Worksheet, int, random.Random], None]


@dataclass(frozen=True)
class Kept:
    """How a row keeps its figures: in which unit, how far up, in which format."""

    unit: str
    most: float
    decimals: int
    shown: str


KINDS = (
    Kept("percent", 1, 3, "0.0%"),
    Kept("percent", 100, 1, "0.0"),
    Kept("rate_per_10000", 90, 1, "0.0"),
    Kept("days", 60, 0, "0"),
)


def _figure(kept: Kept, rng: random.Random) -> float:
    return round(kept.most * rng.uniform(0.3, 0.95), kept.decimals)


def _benchmarks(kept: Kept, rng: random.Random) -> list[Cell]:
    """What stands beside a figure: now and then nothing, a gap, or words."""
    none: tuple[Cell, ...] = (None, "n/a", "Top quartile")
    cells = [rng.choice(((_figure(kept, rng),) * 8) + none) for _ in HEADS[:-1]]
    if rng.random() < 0.7 and isinstance(cells[1], float):
        cells[3] = cells[1]
    cells.append(rng.choice(("2016/17", "2017/18", None)))
    return cells + [rng.choice((_figure(kept, rng),) * 9 + ("c",)) for _ in MEMBERS]


def drawn(path: Path, seed: int, sheet: str = "Scorecard") -> str:
    """Write a scorecard; the rule set that goes with it."""
    rng = random.Random(seed)
    rules = ["name: drawn", "columns: [rag, direction, benchmark]", "indicators:"]
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(sheet[:31])
        page.write_string(0, 0, "Performance of the service")
        heads = ("Ref", "Measure", "Good is", "Q2 2018/19", "Q3 2018/19", *HEADS, *MEMBERS)
        last = len(heads) - 1
        page.merge_range(HEADER - 2, last - len(MEMBERS) + 1, HEADER - 2, last, _GROUP)
        for column, text in enumerate(heads):
            page.write_string(HEADER - 1, column, text)
        for number in range(ROWS):
            kept = rng.choice(KINDS)
            shown = book.add_format({"num_format": kept.shown})
            now = _figure(kept, rng)
            cells = [f"K{number}", f"Measure of what is done {number}", rng.choice(("High", "Low")),
                     _figure(kept, rng), now, *_benchmarks(kept, rng)]  # fmt: skip
            if rng.random() < 0.3:
                cells[BESIDE - 1 + rng.randrange(3)] = now
            for column, value in enumerate(cells):
                if isinstance(value, str):
                    page.write_string(FIRST - 1 + number, column, value)
                elif value is not None:
                    page.write_number(FIRST - 1 + number, column, value, shown)
            rules.append(_rule(number, kept, rng))
    return "\n".join(rules)


def _rule(number: int, kept: Kept, rng: random.Random) -> str:
    sign = "%" if kept.unit == "percent" else ""
    scale = 100 if kept.unit == "percent" else kept.most
    own = f"{round(scale * rng.uniform(0.3, 0.9), 1)}{sign}"
    said = rng.choice(("", "", f"england: {own}", f"england: {{2017/18: {own}}}", f"wales: {own}"))
    more = f", benchmarks: {{{said}}}" if said else ""
    name = f"Measure of what is done {number}"
    return f"  - {{id: K{number}, name: {name}, unit: {kept.unit}{more}}}"


def _typed(column: int) -> Edit:
    def edit(page: Worksheet, row: int, rng: random.Random) -> None:
        was = page.cell(row, column).value
        now = page.cell(row, NOW).value
        near = was if isinstance(was, int | float) else now
        assert isinstance(near, int | float)
        page.cell(row, column).value = round(near * rng.uniform(0.9, 1.05), 3)

    return edit


def _put(column: int, *values: Cell) -> Edit:
    def edit(page: Worksheet, row: int, rng: random.Random) -> None:
        page.cell(row, column).value = rng.choice(values)

    return edit


def _turned(page: Worksheet, row: int, _: random.Random) -> None:
    page.cell(row, GOOD).value = "Low" if page.cell(row, GOOD).value == "High" else "High"


EDITS: tuple[Edit, ...] = (
    _typed(NOW),
    _put(NOW, None, "n/a", "TBC"),
    *(_typed(BESIDE + n) for n in range(5)),
    *(_put(BESIDE + n, None, "n/a", "Top quartile", "82%") for n in range(5)),
    *(_put(BESIDE + n, 0.5, 50, 0.05, 5000) for n in range(5)),
    _put(BESIDE + 5, "2017/18", "2015/16", None),
    _turned,
    *(_typed(BESIDE + len(HEADS) + n) for n in range(len(MEMBERS))),
    _put(BESIDE + len(HEADS), None, "c", 0.5, 60),
)
