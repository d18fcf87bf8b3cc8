"""Every check there is, and running those a rule set wants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xl_scorecard.checks import (
    counts,
    indicators,
    judgements,
    limits,
    markers,
    rule_set_use,
    scale,
    targets,
    values,
)
from xl_scorecard.checks.context import Check, Context
from xl_scorecard.domain.cell_ref import parse_a1
from xl_scorecard.domain.finding import Finding

ALL: tuple[Check, ...] = (
    counts.MISMATCH,
    limits.PERCENT_OVER_100,
    values.VALUE_MISSING,
    values.NUMBER_AS_TEXT,
    values.FORMULA_ERROR,
    values.NOT_COMPUTED,
    limits.NEGATIVE,
    scale.PERCENT_SCALE,
    scale.TARGET_SCALE,
    targets.UNPARSEABLE,
    markers.UNKNOWN,
    markers.LEGACY_SYMBOL,
    markers.BANDED,
    markers.PROVISIONAL,
    indicators.NO_RULE,
    indicators.DUPLICATE,
    indicators.NO_INDICATOR,
    judgements.RAG_DIFFERS,
    judgements.TRAVEL_DIFFERS,
    judgements.LOST_FONT,
    rule_set_use.NOT_USED_YET,
)

FOUND_IN_READING: dict[str, str] = {
    "names-by-shape": "a table read by its shape: no heading says that its rows are indicators",
    "header-duplicate": "two columns that could be the target, and differ",
    "period-duplicate": "a period that stands in two columns, or in two rows of a long table",
    "period-gap": "a period without a column between others that have one",
    "hidden-data": "rows, columns or a sheet that are hidden, and read all the same",
}
"""What reading finds while it makes out the columns: its words, and what it looks for."""


def run_checks(context: Context) -> list[Finding]:
    """The findings of every check that is on, worst first, then in sheet order."""
    settings = context.rule_set.checks
    found = [f for f in context.scorecard.findings if f.check not in settings.off]
    for check in ALL:
        if check.slug not in settings.off:
            found.extend(check.run(context))
    found = [replace(f, severity=settings.severity.get(f.check, f.severity)) for f in found]
    return [f for _, f in sorted(_placed(found, context), key=lambda item: item[0])]


def _placed(
    found: list[Finding], context: Context
) -> Iterator[tuple[tuple[int, int, int, int], Finding]]:
    order = {table.sheet: i for i, table in enumerate(context.scorecard.tables)}
    for position, item in enumerate(found):
        row, _ = parse_a1(item.cell) if item.cell else (0, 0)
        yield (item.severity.rank, order.get(item.sheet or "", 99), row, position), item
