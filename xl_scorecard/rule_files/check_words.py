"""The words of the checks that there are."""

from __future__ import annotations

from functools import cache

from xl_scorecard.checks.catalogue import ALL, FOUND_IN_READING


@cache
def check_words() -> frozenset[str]:
    """The word of every check that is built."""
    return frozenset((*(check.slug for check in ALL), *FOUND_IN_READING))
