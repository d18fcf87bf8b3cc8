"""XmR charts a second time, from the definitions alone: exact fractions, each rule as its sentence.

Written without the code under test, and slowly: every window of figures is looked at anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

Figures = Sequence[float | None]
LIMIT, OUTLYING = Fraction("2.66"), Fraction("3.267")


def exact(value: float) -> Fraction:
    """The decimal that was typed, not the binary number nearest to it."""
    return Fraction(str(value))


def limits(figures: Figures, *, screen: bool) -> tuple[Fraction, Fraction] | None:
    """The mean, and how far the limits are from it."""
    there = [exact(f) for f in figures if f is not None]
    moves = []
    for at in range(1, len(figures)):
        now, before = figures[at], figures[at - 1]
        if now is not None and before is not None:
            moves.append(abs(exact(now) - exact(before)))
    if len(moves) < 5:
        return None
    average = sum(moves, Fraction(0)) / len(moves)
    if screen and average > 0:
        moves = [move for move in moves if move < OUTLYING * average]
        average = sum(moves, Fraction(0)) / len(moves)
    return sum(there, Fraction(0)) / len(there), LIMIT * average


def singled_out(figures: Figures, at: int, mean: Fraction, far: Fraction) -> set[str]:
    """Why a figure is singled out: each rule by each window that the figure is in."""
    if figures[at] is None:
        return set()
    found = set()
    value = exact(figures[at] or 0.0)
    if value > mean + far or value < mean - far:
        found.add("outside limits")
    for window in _windows(figures, at, 7):
        if all(f > mean for f in window) or all(f < mean for f in window):
            found.add("7 on one side of the mean")
        steps = list(pairwise(window))
        if all(b > a for a, b in steps) or all(b < a for a, b in steps):
            found.add("7 rising or falling")
    outer = Fraction(2, 3) * far
    for window in _windows(figures, at, 3):
        high = all(f > mean for f in window) and sum(f > mean + outer for f in window) >= 2
        low = all(f < mean for f in window) and sum(f < mean - outer for f in window) >= 2
        if (high and value > mean + outer) or (low and value < mean - outer):
            found.add("2 of 3 near a limit")
    return found


def _windows(figures: Figures, at: int, length: int) -> list[list[Fraction]]:
    """Every so many figures in a row that a figure is among, none of them missing."""
    windows = []
    for first in range(at - length + 1, at + 1):
        window = figures[first : first + length] if first >= 0 else []
        if len(window) == length and None not in window:
            windows.append([exact(f or 0.0) for f in window])
    return windows


def charted(
    figures: Figures, begins_anew: Sequence[int], baseline: int | None, *, screen: bool
) -> list[tuple[float | None, float | None, set[str]]]:
    """The mean, upper limit and causes of each figure."""
    found: list[tuple[float | None, float | None, set[str]]] = []
    starts = [0, *sorted(set(begins_anew))]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(figures)
        stretch = list(figures[start:end])
        base: list[float | None] = []
        for figure in stretch:
            if baseline is None or sum(f is not None for f in base) < baseline:
                base.append(figure)
        given = limits(base, screen=screen)
        for at in range(len(stretch)):
            if given is None:
                found.append((None, None, set()))
            else:
                mean, far = given
                why = singled_out(stretch, at, mean, far)
                found.append((float(mean), float(mean + far), why))
    return found
