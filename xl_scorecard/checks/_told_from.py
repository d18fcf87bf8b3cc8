"""What a heading over moves says that they are told from."""

from __future__ import annotations

import re
from typing import NamedTuple

from xl_scorecard.domain.lexicon import any_word, lexicon, words_of
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import tidy


class ToldFrom(NamedTuple):
    """Whether a heading names the period before, and a year before; both, or neither, settles
    nothing."""

    before: bool
    year: bool


def told_from_heading(heading: str, grain: Grain) -> ToldFrom:
    """What moves are told from by the heading above them, of figures of a length: the month before
    is not the period before of quarters."""
    said, words = lexicon().statuses, tidy(heading)
    a_year = words_of(said.told_from_year)
    year = a_year.search(words) is not None
    found = words_of(said.told_from_before).search(a_year.sub(" ", words))
    if found is None:
        return ToldFrom(before=False, year=year)
    lengths = lexicon().times.lengths
    others = (word for months in lengths if months != grain for word in lengths[months])
    return ToldFrom(before=not year and re.search(any_word(others), found[0]) is None, year=False)
