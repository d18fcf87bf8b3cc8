"""The indicator that a row which no rule knows is probably about."""

from __future__ import annotations

from difflib import get_close_matches

from xl_scorecard.checks.context import Context
from xl_scorecard.domain.rule_set import Indicator
from xl_scorecard.domain.scorecard import Measure


def rule_meant(measure: Measure, context: Context) -> Indicator | None:
    """The rule without a row whose name is nearly that of a row without a rule."""
    if measure.rule is not None:
        return None
    missing = {rule.name: rule for rule in context.scorecard.missing_rules}
    close = get_close_matches(measure.name, missing, n=1, cutoff=0.75)
    return missing[close[0]] if close else None
