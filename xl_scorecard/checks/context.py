"""What a check is given to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xl_scorecard.domain.assessed import AssessedRow, row_meant
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Scorecard


@dataclass(frozen=True)
class Context:
    """A scorecard under its rule set, its rows as they were assessed, in sheet order."""

    scorecard: Scorecard
    rule_set: RuleSet
    rows: Sequence[AssessedRow]

    @property
    def period(self) -> Period:
        """The reporting period."""
        return self.scorecard.period

    def row_meant(self, indicator_id: str, by: AssessedRow) -> AssessedRow | None:
        """The row that another means by an id, or None where that cannot be said."""
        return row_meant(indicator_id, by, self.rows)
