"""What a check is given to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xl_scorecard.domain.assessed import AssessedRow, row_meant
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Measure, Outturn, Scorecard


@dataclass(frozen=True)
class Context:
    """A scorecard under its rule set, its rows as they were assessed."""

    scorecard: Scorecard
    rule_set: RuleSet
    rows: list[AssessedRow]

    @property
    def period(self) -> Period:
        """The reporting period."""
        return self.scorecard.period

    @property
    def measures(self) -> list[Measure]:
        """The measures, in sheet order."""
        return [row.measure for row in self.rows]

    def row_meant(self, indicator_id: str, by: AssessedRow) -> AssessedRow | None:
        """The row that another means by an id, or None where that cannot be said."""
        return row_meant(indicator_id, by, self.rows)


@dataclass(frozen=True)
class Check:
    """One check: its word in rule sets and JSON, how much it matters, what it looks for."""

    slug: str
    severity: Severity
    looks_for: str
    run: Callable[[Context], Iterator[Finding]]


def finding(
    check: str,
    severity: Severity,
    measure: Measure,
    cell: str,
    message: str,
    *,
    found: str | None = None,
    expected: str | None = None,
) -> Finding:
    """A finding about a cell of a measure's row."""
    return Finding(check, severity, message, measure.sheet, cell, measure.id, found, expected)


def stated(outturn: Outturn, measure: Measure) -> str:
    """A figure in its unit, whatever its cell's number format: `84%`, `1806`."""
    assert outturn.value is not None
    if measure.unit is Unit.PERCENT:
        return f"{outturn.value * 100:.10g}%"
    return f"{outturn.value:.12g}"
