"""Targets that give no figure to rate against."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.context import Check, Context, finding
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.target_words import means_no_target


def _unparseable(context: Context) -> Iterator[Finding]:
    for measure in context.measures:
        if measure.target is not None or (measure.rule and measure.rule.target is not None):
            continue
        for table in context.scorecard.tables:
            if table.sheet != measure.sheet or measure.row not in {r.row for r in table.rows}:
                continue
            cells = [table.grid.cell(measure.row, c.index) for c in table.by_role(Role.TARGET)]
            for cell in cells[:1]:
                if cell is None or not cell.text or means_no_target(cell.text):
                    continue
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


UNPARSEABLE = Check(
    "target-unparseable", Severity.ERROR, "a target in words that give no figure", _unparseable
)
