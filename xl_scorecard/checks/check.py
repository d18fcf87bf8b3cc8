"""A check: what it is called, what it asks, how it looks, an example that it finds and one not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity

MEND = "Mend the cell, or accept it and say why."
"""How what a check finds is put right where the check does not say."""


@dataclass(frozen=True)
class Found:
    """One thing a check found: where, what is wrong, what stands there and what would be right.

    Which check it was and how much it matters is added when checks are run. `severity` is said
    only where this one matters less than what the check usually finds.
    """

    message: str
    sheet: str | None = None
    cell: str | None = None
    indicator: str | None = None
    found: str | None = None
    expected: str | None = None
    severity: Severity | None = None

    @classmethod
    def in_row(
        cls, row: AssessedRow, cell: str, message: str, *, found: str | None, expected: str | None
    ) -> Found:
        """What was found in a cell of an indicator's row."""
        measure = row.measure
        return cls(message, measure.sheet, cell, measure.id, found, expected)


@dataclass(frozen=True)
class Check:
    """One check, whole: `xl-scorecard check --list` and the documents are made of these.

    `slug` is its word in rule sets and JSON; `looks_for` says in a line what it finds, `question`
    what an officer would ask of the sheet. `triggers` is a scorecard that it finds something in,
    `passes` one much like it that is right. `also` are severities of lesser finds;
    `mend` is how what it finds is put right, in a line.

    `needs` is what it must know of a sheet besides values and formulas: where any of it is unknown
    it stands aside. `looks_at` are aspects that it looks at each for itself: it goes on with those
    that are known. Either way it is said what was not looked at.
    """

    slug: str
    severity: Severity
    looks_for: str
    question: str
    run: Callable[[Context], Iterable[Found]]
    triggers: Example
    passes: Example
    needs: tuple[Aspect, ...] = ()
    looks_at: tuple[Aspect, ...] = ()
    also: tuple[Severity, ...] = ()
    mend: str = ""

    @property
    def severities(self) -> tuple[Severity, ...]:
        """Every severity that a finding of it may have, the usual one first."""
        return (self.severity, *self.also)
