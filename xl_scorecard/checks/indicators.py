"""Rows against rules: unknown, repeated and missing indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from xl_scorecard.checks.context import Check, Context, finding
from xl_scorecard.checks.rule_set_use import meant_for_others
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.rule_set import Indicator
from xl_scorecard.domain.scorecard import Measure


def _unknown(context: Context) -> Iterator[Finding]:
    if (one := meant_for_others(context)) is not None:
        yield one
        return
    for measure in context.measures:
        if measure.rule is not None:
            continue
        meant = _meant(measure, context)
        hint = f"; did you mean {meant.id}, {meant.name}?" if meant else ""
        yield finding(
            "indicator-no-rule",
            Severity.ERROR,
            measure,
            measure.name_cell,
            f"{measure.name}: no rule in {context.rule_set.name} has this reference or name{hint}",
            found=measure.id,
            expected=f"{meant.id} ({meant.name})" if meant else "an indicator of the rules",
        )


def _meant(measure: Measure, context: Context) -> Indicator | None:
    """The rule without a row that a row without a rule is probably about."""
    if measure.rule is not None:
        return None
    missing = {rule.name: rule for rule in context.scorecard.missing_rules}
    close = get_close_matches(measure.name, missing, n=1, cutoff=0.75)
    return missing[close[0]] if close else None


def _duplicates(context: Context) -> Iterator[Finding]:
    first: dict[tuple[str, str], int] = {}
    for at, measure in enumerate(context.measures):
        key = (measure.sheet, measure.id.casefold())
        if first.setdefault(key, at) == at or _breakdown(first[key], at, context.measures):
            continue
        earlier = context.measures[first[key]]
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


def _breakdown(first: int, again: int, measures: list[Measure]) -> bool:
    """Whether two rows of one name break two other rows down: `of which police` below each, or
    Male and Female below each. A row pasted twice has the same figures."""
    one, other = measures[first], measures[again]
    if _plain(one) != _plain(other) or _figures(one) == _figures(other):
        return False
    if _OF_WHICH.match(_plain(one)):
        return True
    return any(
        0 <= first + step < len(measures)
        and 0 <= again + step < len(measures)
        and first + step != again
        and _plain(measures[first + step]) == _plain(measures[again + step])
        for step in (-1, 1)
    )


_OF_WHICH = re.compile(r"(?:of (?:which|whom|these|those)|including|incl\.?)\b")


def _plain(measure: Measure) -> str:
    return " ".join(measure.name.casefold().split()).strip("-–• ")


def _figures(measure: Measure) -> list[float | None]:
    return [outturn.value for outturn in measure.outturns.values()]


def _rows_gone(context: Context) -> Iterator[Finding]:
    off = "indicator-no-rule" in context.rule_set.checks.off
    if not off and meant_for_others(context) is not None:
        return  # said in one line
    meant = [rule for measure in context.measures if (rule := _meant(measure, context))]
    for rule in context.scorecard.missing_rules:
        if rule in meant:
            continue  # its row is there under another name, which is a finding
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
