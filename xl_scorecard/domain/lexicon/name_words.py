"""Words in the names of indicators, and what they give away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xl_scorecard.domain.lexicon.sheet_words import NONE, Phrases, Words


class Names(NamedTuple):
    """What the names of indicators give away to a draft and to checks."""

    bad: Phrases = ()
    """What goes wrong: more of it is worse."""
    good: Phrases = ()
    """What goes well: more of it is better."""
    in_time: Phrases = ()
    """What is done in time, which is good even of something bad."""
    not_done: Phrases = ()
    """What turns a good thing round: `not seen`, `overdue`."""
    of_which: Phrases = ()
    """Beginnings of names of a part of what stands above."""
    numerators: Phrases = ()
    """Whole names, or their beginnings, of what a share is made of."""
    little: Words = ()
    """Words that two names share without being alike."""
    said_otherwise: Mapping[str, Words] = NONE
    """What rules take for the same when they compare names, by what it is read as."""
    shares: Phrases = ()
    """Words for a share of a whole, before `of`."""
    can_be_above_100: Phrases = ()
    """What a share is called that may be above 100%.

    What is compared with a plan or an earlier figure is no share of a whole, and beds, staff and
    rent go above what was due."""
    can_be_negative: Phrases = ()
    """What a figure is called that may be below 0."""
    flows: Phrases = ()
    """What comes about in a period, so that a year's is the sum of its months'."""
    stocks: Phrases = ()
    """What there is at a time, however long the period: `open cases`."""
    levels: Phrases = ()
    """What is as good of a month as of a year: averages, rates."""
    adding_rates: Phrases = ()
    """What adds up over time though it is a rate: `days lost per FTE`."""
