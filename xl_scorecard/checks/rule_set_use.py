"""What the rule set says against what is done with it, and against whose workbook this is."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.context import Check, Context
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.not_used_yet import not_used_yet

_HARDLY_ANY = 0.1


def meant_for_others(context: Context) -> Finding | None:
    """The one finding of a workbook that the rule set's `files` do not fit and whose rows it
    hardly knows; None where either speaks for it."""
    known = sum(measure.rule is not None for measure in context.measures)
    if context.scorecard.files_fit or known >= _HARDLY_ANY * len(context.measures):
        return None
    name = context.rule_set.name
    patterns = ", ".join(context.rule_set.workbook.files)
    return Finding(
        "indicator-no-rule",
        Severity.ERROR,
        f"{name} is for other workbooks ({patterns}) and knows {known} of the "
        f"{how_many(len(context.measures), 'row')} here; name the rule set of this workbook, or "
        "draft one; if this is the one, add the workbook's name to its files",
        sheet=context.scorecard.tables[0].sheet,
        found=f"{known} of {len(context.measures)} known",
        expected="the rule set of this workbook",
    )


def _not_used_yet(context: Context) -> Iterator[Finding]:
    for unused in not_used_yet(context.rule_set):
        yield Finding(
            "rule-not-used-yet",
            Severity.INFO,
            f"In the rule set: {unused.message}",
            sheet=context.scorecard.tables[0].sheet,
        )


NOT_USED_YET = Check(
    "rule-not-used-yet",
    Severity.INFO,
    "something in the rule set that nothing is done with yet",
    _not_used_yet,
)
