"""The counts that a percentage or rate is made of."""

from __future__ import annotations

from collections.abc import Mapping

from xl_scorecard.checks.context import Context
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn

Counts = Mapping[Period, Outturn]


def counts_of(row: AssessedRow, context: Context) -> tuple[Counts, Counts]:
    """The numerators and denominators of a row: those its rule names, else those in rows beside it
    that are no indicators."""
    measure = row.measure
    rule = measure.rule
    if rule is None or rule.numerator is None or rule.denominator is None:
        return measure.numerators, measure.denominators
    top = context.row_meant(rule.numerator, row)
    base = context.row_meant(rule.denominator, row)
    if top is None or base is None:
        return {}, {}
    return top.measure.outturns, base.measure.outturns
