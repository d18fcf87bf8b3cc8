"""Words in the names of indicators, and what they give away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xl_scorecard.domain.lexicon.sheet_words import NONE, Phrases, Words


class Names(NamedTuple):
    """What the names of indicators give away to a draft and to checks."""

    apart: Phrases = ()
    """What the rest of a name begins with that says what a figure is out of, or when: `per `."""
    high: Phrases = ()
    """What settles that more is better, whatever else is named: `satisfaction with complaints`."""
    low: Phrases = ()
    """What settles that less is better, whatever else is named: `average days to let`."""
    open: Phrases = ()
    """What some would have more of and others less, unless it is said to be done in time."""
    done: Phrases = ()
    """What came off, which is good even of something bad: `prevented`, `answered`."""
    mended: Phrases = ()
    """The same, of something bad only: `removed`."""
    gone_wrong: Phrases = ()
    """What did not come off: `abandoned`, `overdue`, `outside time`."""
    acts: Phrases = ()
    """What is good when it is done in time, and bad when it takes too long."""
    timely: Phrases = ()
    """In time, of acts: `within 5 days`."""
    punctual: Phrases = ()
    """In time, of anything: `on time`."""
    limits: Phrases = ()
    """What a name begins with that says how long something may take: `18 weeks referral to`."""
    too_long: Phrases = ()
    """Too long, of acts: `over 6 weeks`."""
    bad: Phrases = ()
    """What goes wrong: more of it is worse."""
    good: Phrases = ()
    """What goes well: more of it is better."""
    happened: Words = ()
    """What says no more than that something was counted: `reported`."""
    verbs: Phrases = ()
    """Any other word for what was done; behind something bad it leaves open which way is good."""
    fewer: Phrases = ()
    """Before something bad, that there is less of it."""
    not_done: Phrases = ()
    """What turns a word behind it round: `not seen`."""
    not_next: Words = ()
    """What turns only the word right behind it: `non-compliant`, but not `non-urgent repairs`."""
    rid: Phrases = ()
    """Before something bad that ends the name, that there is none of it: `free of litter`."""
    rid_behind: Words = ()
    """The same, right behind something bad: `harm-free`."""
    offered: Phrases = ()
    """Whole names of what is offered, of which a target wants enough: `Swims`, `PC sessions`."""
    volumes: Phrases = ()
    """Whole names of what is only counted: calls received, the population."""
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
    off_a_mark: Phrases = ()
    """What a figure is called that may be below 0 too, but where it counts what is beyond a mark:
    `% of streets below the standard`, `Number of people over 65`."""
    marks_set: Phrases = ()
    """Marks that even a count or share may be told from: `Number of homes above plan`."""
    once_a_year: Phrases = ()
    """What says that a figure is there once a year: `(annual)`, `annual survey`."""
    ended: Phrases = ()
    """What says that an indicator is measured no longer: `(discontinued)`."""
    flows: Phrases = ()
    """What comes about in a period, so that a year's is the sum of its months'."""
    stocks: Phrases = ()
    """What there is at a time, however long the period: `open cases`."""
    levels: Phrases = ()
    """What is as good of a month as of a year: averages, rates."""
    adding_rates: Phrases = ()
    """What adds up over time though it is a rate: `days lost per FTE`."""
    comes_in: Phrases = ()
    """What adds to what there is: `new`, `came into`."""
    goes_out: Phrases = ()
    """What takes away from what there is: `closed`, `left`."""
    in_parts: Phrases = ()
    """What is measured, or counted in parts: tonnes, hours, staff as full-time equivalents."""

    @property
    def in_time(self) -> Phrases:
        """In time, of anything."""
        return (*self.timely, *self.punctual)
