"""Scorecards with benchmarks, as tests edit them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.support.books import Cell, scorecard

HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q2 2018/19", "Q3 2018/19")
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("A1", "Children seen", "High", 0.8, 0.75, 0.82),
    ("B1", "Children waiting", "Low", 0.2, 0.25, 0.23),
    ("C1", "Plans reviewed", "High", 0.8, 0.7, 0.66),
    ("D1", "Letters sent", "Neither", None, 0.7, 0.66),
)
RULES = """\
name: small
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: A1, name: Children seen}
  - {id: B1, name: Children waiting}
  - {id: C1, name: Plans reviewed}
  - {id: D1, name: Letters sent}
"""


def beside(path: Path, heads: Sequence[Cell], *cells: Sequence[Cell]) -> Path:
    """The scorecard with benchmarks right of its figures, some cells a row."""
    more = [*cells, *([None] * len(heads) for _ in ROWS[len(cells) :])]
    rows = [(*row, *beside) for row, beside in zip(ROWS, more, strict=True)]
    return scorecard(path, rows, (*HEADINGS, *heads))
