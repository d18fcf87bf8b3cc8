"""Rows named by a label such as Actual or Quarter, over and over: cards, whose names are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
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
    it has none."""
    times = Counter(tidy(row.name) for row in table.rows)

    def is_label(row: IndicatorRow) -> bool:
        named = exact_role(row.name) in _LABELS and not row.reference
        return named and not row.dimension and not known(row.reference, row.name)

    labels = [row for row in table.rows if is_label(row)]
    if len(labels) < len(table.rows):
        labels = [row for row in labels if times[tidy(row.name)] > 1]
    if not labels:
        return table
    left = [
        LeftOut(table.sheet, a1(row.row, row.name_column), "label", "names what stands beside it")
        for row in labels
    ]
    kept = tuple(row for row in table.rows if row not in labels)
    return replace(table, rows=kept, left_out=(*table.left_out, *left))
