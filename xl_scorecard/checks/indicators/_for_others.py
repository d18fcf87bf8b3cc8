"""A workbook that the rule set is not for."""

from __future__ import annotations

from xl_scorecard.checks.check import Found
from xl_scorecard.checks.context import Context
from xl_scorecard.domain.how_many import how_many

_HARDLY_ANY = 0.1


def meant_for_others(context: Context) -> Found | None:
    """What to say once of a workbook that the rule set's `files` do not fit and whose rows it
    hardly knows; None where either speaks for it."""
    known = sum(row.measure.rule is not None for row in context.rows)
    if context.scorecard.files_fit or known >= _HARDLY_ANY * len(context.rows):
        return None
    name = context.rule_set.name
    patterns = ", ".join(context.rule_set.workbook.files)
    return Found(
        f"{name} is for other workbooks ({patterns}) and knows {known} of the "
        f"{how_many(len(context.rows), 'row')} here; name the rule set of this workbook, or "
        "draft one; if this is the one, add the workbook's name to its files",
        sheet=context.scorecard.tables[0].sheet,
        found=f"{known} of {len(context.rows)} known",
        expected="the rule set of this workbook",
    )
