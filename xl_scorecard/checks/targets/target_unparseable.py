"""A target in words that give no figure to rate against."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.target_words import means_no_target


def _unparseable(context: Context) -> Iterator[Found]:
    for row in context.rows:
        measure, table = row.measure, row.table
        if measure.target is not None or (measure.rule and measure.rule.target is not None):
            continue
        if measure.polarity is Polarity.NEITHER:
            continue  # for information: nothing is rated
        if any(doubt.settle == "scale" for doubt in measure.doubts):
            continue  # a grade, as its figures are
        if not table.upright:
            continue  # its rows are not those of the sheet
        columns = table.by_role(Role.TARGET)
        shown = [table.grid.shown(measure.row, column.index) for column in columns]
        cells = [cell for cell in shown if cell is not None and cell.value is not None]
        if any(not cell.text or parse_target(cell.text, measure.unit) for cell in cells):
            continue  # of several targets one has its figure
        for cell in [cell for cell in cells if not means_no_target(cell.text)][:1]:
            yield Found.in_row(
                row,
                cell.ref,
                f'{measure.name}: the target "{cell.text}" gives no figure, so nothing is '
                "rated against it; write the figure, or the target in the rule set",
                found=cell.text,
                expected="a figure such as 85%, or No target",
            )


CHECK = Check(
    slug="target-unparseable",
    severity=Severity.ERROR,
    looks_for="a target in words that give no figure",
    question="What figure is the target?",
    mend="Type the target as a figure.",
    run=_unparseable,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", "Top quartile", Percent(0.82), Percent(0.84)),
        ),
        finds=("C2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", "85% or more", Percent(0.82), Percent(0.84)),
            ("B1", "Children waiting", "No target", 24, 22),
        ),
    ),
)
