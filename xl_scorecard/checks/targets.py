"""Targets that give no figure to rate against."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.context import Check, Context, finding
from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.domain.target_words import means_no_target


def _unparseable(context: Context) -> Iterator[Finding]:
    tables = _tables(context)
    for measure in context.measures:
        if measure.target is not None or (measure.rule and measure.rule.target is not None):
            continue
        if measure.polarity is Polarity.NEITHER:
            continue  # for information: nothing is rated
        table = tables.get((measure.sheet, measure.name_cell))
        if table is None:
            continue
        columns = table.by_role(Role.TARGET)
        shown = [table.grid.shown(measure.row, column.index) for column in columns]
        cells = [cell for cell in shown if cell is not None and cell.value is not None]
        if any(not cell.text or parse_target(cell.text, measure.unit) for cell in cells):
            continue  # of several targets one has its figure
        for cell in [cell for cell in cells if not means_no_target(cell.text)][:1]:
            yield finding(
                "target-unparseable",
                Severity.ERROR,
                measure,
                cell.ref,
                f'{measure.name}: the target "{cell.text}" gives no figure, so nothing is '
                "rated against it; write the figure, or the target in the rule set",
                found=cell.text,
                expected="a figure such as 85%, or No target",
            )


def _tables(context: Context) -> dict[tuple[str, str], Table]:
    """The table of each row, by the sheet and cell of its name; transposed ones have no rows."""
    return {
        (table.sheet, table.name_cell(row)): table
        for table in context.scorecard.tables
        if table.upright
        for row in table.rows
    }


UNPARSEABLE = Check(
    "target-unparseable", Severity.ERROR, "a target in words that give no figure", _unparseable
)
