"""Which columns show how figures developed."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import Column, Role, Table

_SHORTEST = 3


def trend_columns(table: Table, grain: Grain | None = None) -> list[Column]:
    """The longest run of neighbouring columns with consecutive periods; empty below three.

    With `grain`, only columns of that length of period count, and others may stand between them.
    """
    best = max(_runs(table, grain), key=len, default=[])
    return best if len(best) >= _SHORTEST else []


def _runs(table: Table, grain: Grain | None) -> Iterator[list[Column]]:
    run: list[Column] = []
    last: Period | None = None
    for column in sorted(table.by_role(Role.OUTTURN), key=lambda c: c.index):
        period = column.period
        if period is None or (grain is not None and period.grain is not grain):
            continue
        beside = grain is not None or (bool(run) and column.index == run[-1].index + 1)
        if run and last is not None and beside and last.next == period:
            run.append(column)
        else:
            yield run
            run = [column]
        last = period
    yield run
