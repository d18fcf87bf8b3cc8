"""One scorecard laid out in several ways, and the rules that go with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

RULES = """\
name: layouts
defaults: {tolerance: 10%}
indicators:
  - {id: A1, name: Children seen, unit: percent, tolerance: 5 points}
  - {id: B1, name: Children waiting}
  - {id: C1, name: Plans reviewed, unit: percent, tolerance: 5 points}
"""
QUARTERS = ("Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
FIGURES = {
    "Children seen": ("A1", "High", 0.8, (0.7, 0.71, 0.75, 0.82)),
    "Children waiting": ("B1", "Low", 20, (30, 28, 25, 23)),
    "Plans reviewed": ("C1", "High", 0.9, (0.81, 0.83, 0.85, 0.84)),
}
Rows = Sequence[Sequence[object]]


def transposed() -> Rows:
    return [
        ["Children's scorecard"],
        ["Period", *FIGURES],
        ["Good is", *(good for _, good, _, _ in FIGURES.values())],
        ["Target", *(target for _, _, target, _ in FIGURES.values())],
        *(
            [quarter, *(figures[at] for _, _, _, figures in FIGURES.values())]
            for at, quarter in enumerate(QUARTERS)
        ),
    ]


def long() -> Rows:
    return [
        ["Ref", "Indicator", "Good is", "Period", "Value", "Target"],
        *(
            [ref, name, good, quarter, figure, target]
            for name, (ref, good, target, figures) in FIGURES.items()
            for quarter, figure in zip(QUARTERS, figures, strict=True)
        ),
    ]


def side_by_side() -> Rows:
    headings = ["Ref", "Measure", "Good is", "Target", *QUARTERS]
    lines = [
        [ref, name, good, target, *figures]
        for name, (ref, good, target, figures) in FIGURES.items()
    ]
    return [
        [*headings, None, *headings],
        [*lines[0], None, *lines[1]],
        [*lines[2]],
    ]


LAYOUTS = {"transposed": transposed, "long": long, "side by side": side_by_side}


def laid_out(folder: Path, layout: str) -> Path:
    """The workbook in a folder, its rules beside it."""
    path = folder / "scorecard.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Scorecard")
        percent = book.add_format({"num_format": "0%"})
        for row, cells in enumerate(LAYOUTS[layout]()):
            for column, value in enumerate(cells):
                if value is not None:
                    page.write(row, column, value, percent if isinstance(value, float) else None)
    (folder / "rules.yaml").write_text(RULES, encoding="utf-8")
    return path
