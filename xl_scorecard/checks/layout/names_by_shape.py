"""A table read by its shape alone: texts before figures may name anything, wards or accounts."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.layout._headings import at_heading
from xl_scorecard.domain.cell_ref import column_letters
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.scorecard import Role


def _by_shape(context: Context) -> Iterator[Found]:
    for table in context.tables:
        names = table.first(Role.INDICATOR)
        if not table.by_shape or names is None or not table.upright:
            continue
        letter = column_letters(names.index)
        message = (
            f"no heading says that column {letter} names indicators; what stands there is read as "
            "their names. Head it Indicator, or name the sheets that are scorecards in the rule set"
        )
        yield at_heading(table, names, message, "a heading such as Indicator or Measure")


CHECK = Check(
    slug="names-by-shape",
    severity=Severity.WARNING,
    looks_for="a table read by its shape: no heading says that its rows are indicators",
    question="Is a table without a heading for indicators a scorecard at all?",
    mend="Head the column of names Indicator, or say the table in the rule set.",
    run=_by_shape,
    triggers=Example(
        rows=(
            ("Service", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"),
            ("Children seen by a worker", 80, 82, 84),
            ("Children waiting for a worker", 26, 24, 22),
            ("Referrals that were accepted", 310, 308, 305),
        ),
        rules=("{id: A1, name: Children waiting for a worker}",),
        finds=("A1",),
    ),
    passes=Example(
        rows=(
            ("Indicator", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"),
            ("Children seen by a worker", 80, 82, 84),
            ("Children waiting for a worker", 26, 24, 22),
            ("Referrals that were accepted", 310, 308, 305),
        ),
        rules=("{id: A1, name: Children waiting for a worker}",),
    ),
)
