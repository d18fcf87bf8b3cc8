"""Headings that tell which way is good: over words that say so, or over shares done in time."""

from __future__ import annotations

import re
from functools import cache

from xl_scorecard.domain.lexicon import any_of, is_share_in_time, lexicon
from xl_scorecard.reading.words.headings import normalised, own_part


def may_say_what_is_good(heading: str) -> bool:
    """Whether a heading means which way is good over words that say so: `Best is`, `Aim to`."""
    return _wanted().fullmatch(normalised(heading).strip("()")) is not None


@cache
def _wanted() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().headings.wanted))


def says_in_time(heading: str) -> bool:
    """Whether a heading's own words, below a group or a period, say that the figures are the share
    of what was done in time."""
    return is_share_in_time(normalised(own_part(heading)).strip("()"))
