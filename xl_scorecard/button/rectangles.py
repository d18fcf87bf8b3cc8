"""Cells as few rectangles, so that one call covers many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from xl_scorecard.domain.edits import CellEdit

Run = tuple[int, int, int, int]
Stretch = tuple[int, int]
"""The first and the last of some rows below one another."""


def runs(cells: list[CellEdit]) -> Iterator[Run]:
    """The cells as few rectangles: columns are cut into stretches, like neighbours joined."""
    columns: dict[int, list[int]] = defaultdict(list)
    for cell in cells:
        columns[cell.column].append(cell.row)
    yield from joined(
        {
            column: [(first, last) for _, first, last in alike(dict.fromkeys(rows, 0.0))]
            for column, rows in columns.items()
        }
    )


def joined(columns: Mapping[int, Iterable[Stretch]]) -> Iterator[Run]:
    """Stretches of columns as rectangles: like ones in columns beside one another are one."""
    openruns: dict[Stretch, Run] = {}
    for column in sorted(columns):
        still_open: dict[Stretch, Run] = {}
        for first, last in columns[column]:
            before = openruns.pop((first, last), None)
            left = before[1] if before is not None and before[3] == column - 1 else column
            if before is not None and left == column:
                yield before
            still_open[first, last] = (first, left, last, column)
        yield from openruns.values()
        openruns = still_open
    yield from openruns.values()


def alike(sizes: dict[int, float]) -> Iterator[tuple[float, int, int]]:
    """Neighbouring rows or columns of one size: the size, the first and the last."""
    each = ((number, number, size) for number, size in sorted(sizes.items()))
    yield from ((size, first, last) for first, last, size in meeting(each))


def meeting(stretches: Iterable[tuple[int, int, Any]]) -> list[tuple[int, int, Any]]:
    """Stretches in order, each with what it is like: those that meet and are alike are one."""
    found: list[tuple[int, int, Any]] = []
    for first, last, like in stretches:
        if found and found[-1][1] == first - 1 and (found[-1][2] is like or found[-1][2] == like):
            found[-1] = (found[-1][0], last, like)
        else:
            found.append((first, last, like))
    return found


def by_size(sizes: dict[int, float]) -> dict[float, list[tuple[int, int]]]:
    """Sizes with the stretches of rows or columns that have them."""
    found: dict[float, list[tuple[int, int]]] = defaultdict(list)
    for size, first, last in alike(sizes):
        found[size].append((first, last))
    return found


def around(places: Iterable[tuple[int, int]]) -> Run:
    """The rectangle around all of some cells."""
    rows, columns = zip(*places, strict=True)
    return min(rows), min(columns), max(rows), max(columns)
