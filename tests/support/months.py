"""Scorecards with a column a month, long enough for limits."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from pathlib import Path

from tests.support.books import Cell, More, scorecard

QUIET = (80.0, 82.0, 81.0, 79.0, 80.0, 82.0, 78.0, 80.0, 81.0, 79.0, 82.0, 80.0)
"""Twelve figures that move by 2 or so: their mean is 80 1/3, their mean moving range 2."""
Row = Sequence[Cell]


def month_headings(count: int, last: tuple[int, int] = (2019, 12)) -> list[str]:
    """So many months up to the last, as `Dec 2019`."""
    end = last[0] * 12 + last[1] - 1
    return [f"{calendar.month_abbr[n % 12 + 1]} {n // 12}" for n in range(end - count + 1, end + 1)]


def monthly(
    path: Path,
    rows: Sequence[tuple[str, str, str, Cell, Row]],
    *,
    months: int | None = None,
    more: More | None = None,
) -> Path:
    """A workbook of indicators with reference, name, which way is good, target and figures."""
    count = months or max(len(figures) for *_, figures in rows)
    headings = ("Ref", "Measure", "Good is", "Target", *month_headings(count))
    lines = [(ref, name, good, target, *figures) for ref, name, good, target, figures in rows]
    return scorecard(path, lines, headings, number_format="General", more=more)


def rules_for(*ids: str, more: str = "", unit: str = "count") -> str:
    """A rule set that asks for the column of variation."""
    entries = "".join(f"  - {{id: {i}, name: Contacts {i}, unit: {unit}}}\n" for i in ids)
    return f"name: monthly\ncolumns: [rag, direction, variation]\n{more}indicators:\n{entries}"
