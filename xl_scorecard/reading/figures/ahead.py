"""Targets for years to come: `2030 goal` beside figures of 2024."""

from __future__ import annotations

import re

from xl_scorecard.domain.period import Period
from xl_scorecard.reading.words.headings import own_part

_YEAR = re.compile(r"(?<![\d/-])((?:19|20)\d\d)(?:\s*[/-]\s*\d\d(?:\d\d)?)?(?![\d/-])")
_AHEAD = 2
"""A year that ends in 2026 is called 2026 by some: no nearer is it sure to be another."""


def years_to_come(heading: str, reported: Period) -> str | None:
    """The year that a target's own heading names, where it is well after the one reported; None
    where it names none or several."""
    found = list(_YEAR.finditer(own_part(heading)))
    if len(found) != 1 or int(found[0][1]) < reported.financial_year + _AHEAD:
        return None
    return found[0][0]
