"""The same slip in each of many periods, told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from xl_scorecard.checks.check import Found
from xl_scorecard.checks.context import Context
from xl_scorecard.domain.period import Period

MANY = 4
"""As many periods of a row as make what a check finds in them one slip."""


def each_once(found: Sequence[Found], context: Context) -> list[Found]:
    """What one check found, where it found the same in many periods of a row only the latest of
    them, which says since when."""
    if len(found) < MANY:
        return list(found)
    rows = _by_row(found, context)
    latest: dict[int, Found] = {}
    told: set[int] = set()
    for places in rows.values():
        if len({period for period, _ in places}) < MANY:
            continue
        told |= {at for _, at in places}
        _, at = max(places)
        first, begun = min(places)
        since = (
            f"; so in {len(places)} periods since {first.words} "
            f"({found[begun].cell} to {found[at].cell})"
        )
        latest[at] = replace(found[at], message=found[at].message + since)
    return [latest.get(at, each) for at, each in enumerate(found) if at not in told or at in latest]


def _by_row(
    found: Sequence[Found], context: Context
) -> dict[tuple[int, object], list[tuple[Period, int]]]:
    """Which of the findings are about figures of one row, and of which period, by row and
    severity."""
    asked = {(each.sheet, each.cell) for each in found}
    periods: dict[tuple[str | None, str | None], tuple[int, Period]] = {}
    for row in context.all_rows:
        for period, outturn in row.measure.outturns.items():
            place = outturn.sheet or row.measure.sheet, outturn.cell
            if place in asked:
                periods[place] = id(row), period
    rows: defaultdict[tuple[int, object], list[tuple[Period, int]]] = defaultdict(list)
    for at, each in enumerate(found):
        if (each.sheet, each.cell) in periods:
            row_id, period = periods[each.sheet, each.cell]
            rows[row_id, each.severity].append((period, at))
    return rows
