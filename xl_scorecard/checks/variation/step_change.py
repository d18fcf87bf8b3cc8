"""The newest figure moved much further from the one before than the series ever does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from xl_scorecard.checks._stated import as_shown
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.variation._newest import (
    Newest,
    is_material,
    lies_outside,
    newest,
    worked_out,
)
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.variation.limits import OUTLYING

_FEWEST = 3
"""How many earlier moves there must be."""
_TIMES, _BY = 5, 0.5
"""Of too few figures for limits: how many times the largest move so far, and what share of the
figure before."""


def _steps(context: Context) -> Iterator[Found]:
    for found in newest(context):
        most = _most(found)
        if most is not None and found.move > most and is_material(found, found.before):
            yield _told(found, most)


def _most(found: Newest) -> float | None:
    """How far the series may move at once; None where there are too few figures to say.

    Within its limits a series may jump from one side to the other.
    """
    limits = found.variation.limits
    if limits is None:
        return _most_of_few(found)
    return OUTLYING * limits.moving_range if lies_outside(found) else None


def _most_of_few(found: Newest) -> float | None:
    """How far the figures of a short series may move; None where there are too few to say."""
    values = [point.value for point in found.variation.points[:-1]]
    moves = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    if len(moves) < _FEWEST or None in values:
        return None
    return max(_TIMES * max(moves), _BY * abs(found.before))


def _told(found: Newest, most: float) -> Found:
    row = found.row
    measure, limits = row.measure, found.variation.limits
    figure = as_shown(found.outturn, measure)
    before = as_shown(found.outturn._replace(value=found.before), measure)
    share = f", {(found.value - found.before) / abs(found.before):+.0%}" if found.before else ""
    return Found(
        f"{measure.name}: {before} for {row.period.previous.words} to {figure} for "
        f"{row.period.words}{share}, where moves of more than {worked_out(most, measure)} are "
        "unusual; is it right, or is it counted otherwise now?",
        measure.sheet,
        found.outturn.cell,
        measure.id,
        figure,
        f"within {worked_out(most, measure)} of {before}",
        Severity.INFO if limits is not None and not limits.trial else None,  # outside-limits warns
    )


_HEADINGS = ("Ref", "Measure", "Q3 2017/18", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19",
             "Q3 2018/19")  # fmt: skip
_RULES = ("{id: A1, name: Days to decide, unit: days}",)
CHECK = Check(
    slug="step-change",
    severity=Severity.WARNING,
    looks_for="a move to the newest figure beyond 3.267 times the mean moving range and out of the "
    "limits; of fewer than 6 figures, beyond 5 times the largest so far and half the figure before",
    question="Did this really jump, or was a digit or a definition changed?",
    mend="Check the figure and its definition, and say in the comment what happened.",
    run=_steps,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Days to decide", 6, 7, 6, 6, 13)), rules=_RULES, finds=("G2",)
    ),
    passes=Example(rows=(_HEADINGS, ("A1", "Days to decide", 6, 7, 6, 6, 8)), rules=_RULES),
    also=(Severity.INFO,),
)
