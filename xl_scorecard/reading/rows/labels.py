"""Rows named by a label such as Actual or Quarter, over and over: cards, whose names are none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.scorecard import IndicatorRow, LeftOut, Role, Table
from xl_scorecard.reading.words.headings import exact_role

_LABELS = frozenset(
    (Role.OUTTURN, Role.TARGET, Role.INDICATOR, Role.PERIOD, Role.RAG, Role.TRAVEL, Role.COMMENT,
     Role.POLARITY, Role.CHANGE, Role.FREQUENCY, Role.BASIS, Role.OWNER, Role.TOLERANCE)
)  # fmt: skip


def without_labels(table: Table, known: Callable[[str, str], bool]) -> Table:
    """A table without the rows that a label names again and again; where nothing else names any,
    it has none. Those of targets are their indicators'."""
    times = Counter(tidy(row.name) for row in table.rows)

    def is_label(row: IndicatorRow) -> bool:
        named = exact_role(row.name) in _LABELS and not row.reference
        return named and not row.dimension and not known(row.reference, row.name)

    labels = [row for row in table.rows if is_label(row)]
    if len(labels) < len(table.rows):
        labels = [row for row in labels if times[tidy(row.name)] > 1]
    if not labels:
        return table
    kept = [row for row in table.rows if row not in labels]
    aims = _of_targets(labels, kept)
    left = [
        LeftOut(
            table.sheet, a1(row.row, row.name_column),
            *(_TARGETS if row.row in aims else ("label", "names what stands beside it")),
        )
        for row in labels
    ]  # fmt: skip
    rows = tuple(
        replace(row, target_row=row.row + 1) if row.row + 1 in aims else row for row in kept
    )
    return replace(table, rows=rows, left_out=(*table.left_out, *left))


_TARGETS = ("target row", "belongs to the indicator beside it")


def _of_targets(labels: Sequence[IndicatorRow], kept: Sequence[IndicatorRow]) -> frozenset[int]:
    """The rows of a label such as `Plan` or `Trajectory` that stands right below an indicator
    without other targets each time: these are its targets."""
    may_have = {row.row + 1 for row in kept if row.target_row is None}
    below: defaultdict[str, list[int]] = defaultdict(list)
    for row in labels:
        if exact_role(row.name) is Role.TARGET:
            below[tidy(row.name)].append(row.row)
    return frozenset(row for rows in below.values() if may_have.issuperset(rows) for row in rows)
