"""What came of the checks: findings, and what could not be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.period import Period


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for errors, 1 for warnings, 2 for information."""
        return list(Severity).index(self)


@dataclass(frozen=True)
class Finding:
    """One thing wrong with one cell; `found` and `expected` are as an officer would write them.

    `periods` are those of the figures that it is about, oldest first: several where the same slip
    stands in a row time and again. The cell is then that of the latest.
    `period` is the one that its cell is about, else the reported one, as periods print; `mend` says
    how such a thing is put right. What officers `accepted` is counted apart, with their `reason`.
    """

    check: str
    severity: Severity
    message: str
    sheet: str | None = None
    cell: str | None = None
    indicator: str | None = None
    found: str | None = None
    expected: str | None = None
    periods: tuple[Period, ...] = ()
    period: str = ""
    mend: str = ""
    accepted: bool = False
    reason: str | None = None


@dataclass(frozen=True)
class NotLookedAt:
    """Something that a check would have looked at on a sheet, had it been known."""

    check: str
    aspect: Aspect
    sheet: str


class SwitchedOff(NamedTuple):
    """A check that the rule set switches off, and what it would look for."""

    check: str
    looks_for: str


@dataclass(frozen=True)
class Checked:
    """What running the checks came to: nothing found says little of what was not looked at."""

    findings: list[Finding]
    not_looked_at: list[NotLookedAt]
    run: tuple[str, ...] = ()
    """The checks that were run, by their words."""
    off: tuple[SwitchedOff, ...] = ()
