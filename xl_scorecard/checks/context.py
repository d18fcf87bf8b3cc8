"""What a check is given to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Measure, Outturn, Scorecard


@dataclass(frozen=True)
class Context:
    """A scorecard under its rule set, with the status and travel each measure was given."""

    scorecard: Scorecard
    rule_set: RuleSet
    statuses: dict[tuple[str, str], str]
    travels: dict[tuple[str, str], str | None]

    @property
    def period(self) -> Period:
        """The reporting period."""
        return self.scorecard.period

    @property
    def measures(self) -> list[Measure]:
        """The measures, in sheet order."""
        return list(self.scorecard.measures)

    def cell(self, sheet: str, row: int, column: int) -> Cell | None:
        """The cell at a place of a sheet with a scorecard."""
        tables = (table for table in self.scorecard.tables if table.sheet == sheet)
        table = next(tables, None)
        return None if table is None else table.at(row, column)

    def formats_known(self, sheet: str) -> bool:
        """Whether how numbers are shown on a sheet is known; in an open workbook it is not."""
        return all(t.grid.formats_known for t in self.scorecard.tables if t.sheet == sheet)

    def travel(self, measure: Measure) -> str | None:
        """The direction of travel a measure was given."""
        return self.travels[measure.sheet, measure.name_cell]

    def status(self, measure: Measure) -> str:
        """The status a measure was given."""
        return self.statuses[measure.sheet, measure.name_cell]


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
