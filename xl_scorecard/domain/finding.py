"""Findings: what a check found, in which cell, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    """One thing wrong with one cell; `found` and `expected` are as an officer would write them."""

    check: str
    severity: Severity
    message: str
    sheet: str | None = None
    cell: str | None = None
    indicator: str | None = None
    found: str | None = None
    expected: str | None = None
