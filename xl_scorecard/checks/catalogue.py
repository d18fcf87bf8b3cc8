"""Every check there is."""

from __future__ import annotations

from xl_scorecard.checks.listed import CHECKS

__all__ = ["CHECKS", "slugs"]


def slugs() -> frozenset[str]:
    """The words of all checks, as rule sets may turn them off."""
    return frozenset(check.slug for check in CHECKS)
