"""Rows against rules: unknown, repeated and missing indicators."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from xl_scorecard.checks.context import Check, Context, finding
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.scorecard import Measure


def _unknown(context: Context) -> Iterator[Finding]:
    counts = {
        part.casefold()
        for rule in context.rule_set.indicators
        for part in (rule.numerator, rule.denominator)
        if part is not None
    }
    missing = {rule.name: rule.id for rule in context.scorecard.missing_rules}
    for measure in context.measures:
        if measure.rule is not None or measure.id.casefold() in counts:
            continue
        close = get_close_matches(measure.name, missing, n=1, cutoff=0.75)
        hint = f"; did you mean {missing[close[0]]}, {close[0]}?" if close else ""
        yield finding(
            "indicator-no-rule",
            Severity.ERROR,
            measure,
            measure.name_cell,
            f"{measure.name}: no rule in {context.rule_set.name} has this reference or name{hint}",
            found=measure.id,
            expected=f"{missing[close[0]]} ({close[0]})" if close else "an indicator of the rules",
        )


def _duplicates(context: Context) -> Iterator[Finding]:
    first: dict[tuple[str, str], Measure] = {}
    for measure in context.measures:
        key = (measure.sheet, measure.id.casefold())
        if key not in first:
            first[key] = measure
            continue
        earlier = first[key]
        yield finding(
            "indicator-duplicate",
            Severity.ERROR,
            measure,
            measure.name_cell,
            f"{measure.id} stands twice: first in row {earlier.row} ({earlier.name}), again in row "
            f"{measure.row} ({measure.name})",
            found=measure.id,
            expected=f"one row for {measure.id}",
        )


def _rows_gone(context: Context) -> Iterator[Finding]:
    for rule in context.scorecard.missing_rules:
        yield Finding(
            "rule-no-indicator",
            Severity.WARNING,
            f"{rule.id}, {rule.name}: has a rule but no row in the workbook",
            sheet=context.scorecard.tables[0].sheet,
            indicator=rule.id,
            expected=f"a row for {rule.id}",
        )


NO_RULE = Check("indicator-no-rule", Severity.ERROR, "a row that no rule is about", _unknown)
DUPLICATE = Check(
    "indicator-duplicate", Severity.ERROR, "an indicator that stands twice on a sheet", _duplicates
)
NO_INDICATOR = Check(
    "rule-no-indicator", Severity.WARNING, "a rule whose indicator has no row", _rows_gone
)
